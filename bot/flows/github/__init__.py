"""How is the list on GitHub brought from what is to what should be?

reconcile   what becomes of one submission: read, judge, do
words       what is still to be written on its threads
remarks     what its state alone does not tell
attempt     one submission that cannot be handled holds up no other
set_aside   and is left aside until something changes
offers      pull requests that edit the list by hand
hints       one word where an issue may hold a paper
rolling     pull requests that the bot keeps up to date

`facts` is what there is, `decide` what should be, `runs` what one run looks at, `upkeep` what the
jobs of upkeep do on GitHub.
"""
