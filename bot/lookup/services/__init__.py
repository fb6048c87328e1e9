"""Who can be asked, for which ids, and what does each of them know?"""
