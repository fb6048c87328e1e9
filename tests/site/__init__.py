"""Does the site work for its readers, in a real browser?"""
