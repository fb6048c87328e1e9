"""Are duplicates found, and only duplicates?"""
