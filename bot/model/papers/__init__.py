"""What is a work, an entry of the list, and what do others say of one?"""
