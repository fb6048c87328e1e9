"""Is it here already, and why do we think so?

`compare.verdict` judges two records, `search.find` one record against the list, `search.scan` whole
files. The other modules each know one thing: what is asked of titles, spelling, names and places in
print; which pairs of a file are worth comparing; and what shows only in a whole file, such as
columns and identifiers of supplements.
"""
