"""Which records of a list, or of files, are the same works, without comparing everything?"""
