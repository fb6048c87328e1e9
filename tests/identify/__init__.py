"""Is every link known for what it is?"""
