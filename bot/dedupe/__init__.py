"""Is it here already, and why do we think so?

`compare` judges two records, `find` one record against the list, `scan` whole files. The other
modules each know one thing: what `compare` asks of titles, spelling, names, venues and places in
print; which pairs of a file are worth comparing; and what shows only in a whole file, such as
columns and identifiers of supplements.
"""
