"""Is it here already, and why do we think so?

`compare` judges two records, `find` one record against the list, `scan` whole files. The other
modules each know one thing that `compare` asks: titles, spelling, names, venues.
"""
