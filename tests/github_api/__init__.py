"""Does the door to GitHub read everything, and do everything once?"""
