"""How does a README become a list's without looking different?

units       of which items, rows and paragraphs does it consist, line by line?
match       which of them did the importer read an entry from?
runs        which stretches become parts of the bot's, and what do they hold?
shape       which values of an entry stand where in what its owner wrote?
loose       which words go with a value, and are left out where an entry lacks it?
template    how does the owner write an entry?
"""
