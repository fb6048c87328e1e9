"""Which works that the list lacks would its owner want, and why?"""
