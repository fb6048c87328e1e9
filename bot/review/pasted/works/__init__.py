"""Which works do the lines of a text ask for?

talk         does a stretch of text speak to the list's owner, rather than name a work?
mail         what in a text is only how mail is sent: a signature, an earlier mail?
labels       which words only announce what follows?
lines        which links does each line hold, called what, and which other words?
together     which of these lines are about one work?
bibliography which entries of BibTeX were pasted?
guess        what do the words beside a link say of its work?
asked        which works do they all ask for?
"""
