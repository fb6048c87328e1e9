"""In which documents does the list stand, and which parts of them belong to the bot?"""
