"""Given a submission, the list, and what others asked for already: accept, ask, or point at it?

drafts       what would the entry of one asked-for paper say?
paper        the answer about one asked-for paper
unite        which of them are one work?
review       the answer to a suggestion as a whole
bounded      what of a service's word can an entry hold?
ambiguities  which questions of a form were answered more than once?
offers       the answer to a pull request that edits the list by hand
apply        what does the list hold then?

`pasted` reads what was typed, `corrections` answers what would change an entry, `imports` takes
in the entries of a README.
"""
