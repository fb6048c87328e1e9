"""What do the documents say that adds up over the whole list?"""
