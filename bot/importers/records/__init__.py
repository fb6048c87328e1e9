"""Which works do the records of a bibliography list: CSV, BibTeX?"""
