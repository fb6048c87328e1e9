"""Which works does a text ask for that a person typed or pasted?

talk         does a stretch of text speak to the list's owner, rather than name a work?
lines        which links does each line hold, called what, and which other words?
together     which of these lines are about one work?
guess        what do the words beside a link say of its work?
answers      what does the form say of one work?
understand   which works does this form ask for?
"""
