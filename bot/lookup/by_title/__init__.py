"""Who can be asked for works by a title, and what have they under it?"""
