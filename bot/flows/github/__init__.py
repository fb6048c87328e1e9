"""How is the list on GitHub brought from what is to what should be?

`runs` says what a run looks at, `reconcile` what becomes of one submission.
"""
