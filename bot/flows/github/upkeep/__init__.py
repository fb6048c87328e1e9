"""How does what upkeep saw and what people decided become changes, and the dashboard?

`keep` reads and writes both, `propose` is the rolling pull request, `board` the dashboard,
`settle` all of it in one run, `look` a job's own run.
"""
