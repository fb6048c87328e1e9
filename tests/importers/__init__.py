"""Does what a file holds come out of it whole?"""
