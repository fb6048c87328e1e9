"""Of which blocks, and in them of which pieces, does a Markdown document consist?

source   is this text fit to be parsed, and where does HTML stand in the way?
parse    its blocks, from Markdown; `html` gives the same from HTML
inline   the pieces of one line
"""
