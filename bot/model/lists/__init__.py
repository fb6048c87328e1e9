"""How does the owner of a list want it: its settings, its categories, how entries are written?"""
