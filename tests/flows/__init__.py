"""Do the stories hold from end to end, on real files?"""
