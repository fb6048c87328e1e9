"""Which works that the list lacks would its owner want, and why?

`words` says what a text is about, `share` how many of the candidates may be wanted, `rank` orders
them; `baselines` are the plain rankers that a list's own measurement is held against.
"""
