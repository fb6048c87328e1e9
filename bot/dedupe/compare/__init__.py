"""Are two records one work: certainly, possibly, or not?"""
