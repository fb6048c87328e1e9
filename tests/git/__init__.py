"""Does the door to git tell what the history says?"""
