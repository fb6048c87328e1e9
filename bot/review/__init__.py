"""Given a submission, the list, and what others asked for already: accept, ask, or point at it?

understand  which works does this form ask for?
told        what does an identifier alone tell of its work?
draft       what would the entry look like?
merge       what does this bring that the listed entry lacks?
work        the answer about one work
review      the answer to a suggestion as a whole
apply       what does the list hold then?

`corrections` answers what would change an entry, `imports` takes in the entries of a README.
"""
