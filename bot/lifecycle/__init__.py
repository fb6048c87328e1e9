"""Given all that GitHub says of a submission and the verdict: which state should be?

    orders   what do the comments order, once it is known who may?
    approval has a maintainer approved exactly what would land now?
    state    in which state is the submission?
    steps    which actions lead there from what is?

docs/states.md draws the states.
"""
