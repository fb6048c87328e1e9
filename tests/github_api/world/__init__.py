"""Is all that GitHub says read?"""
