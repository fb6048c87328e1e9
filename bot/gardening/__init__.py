"""What does a list become when its maintainer moves, renames or removes much of it at once?

Whatever was called otherwise before is remembered (`Listing.renamed`), so that suggestions which
name it, links to it and marks in the README lead on.
"""
