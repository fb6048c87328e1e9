"""Do the values that travel keep what they promise?"""
