"""What does the world know of this identifier: found, not found, or unavailable?

`services` is the ordered table of those who can be asked, one file for each; `ask` asks them.
"""
