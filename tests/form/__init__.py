"""Is every body of an issue form taken apart rightly?"""
