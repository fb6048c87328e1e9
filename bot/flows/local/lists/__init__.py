"""How does a whole list begin: taken over, imported, shown on a copy?"""
