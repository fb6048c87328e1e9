"""Does a list stay right, and do old names lead on, when its maintainer gardens it?"""
