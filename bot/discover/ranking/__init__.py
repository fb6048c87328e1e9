"""How well does each candidate fit the list, by the words of both?

`words` says what a text is about, `odds` what its words say for it, `share` how many of the
candidates may be wanted, `regression` which weight each word has, `abstracts` what they add to
titles, `rank` orders them; `baselines` are the plain rankers that a list's own measurement is held
against.
"""
