"""Which works does a form ask for that a person typed or pasted?

works        which works do the lines of a text ask for?
answers      what do the form's fields say?
problems     what in the form cannot be used?
understand   which works does this form ask for?
"""
