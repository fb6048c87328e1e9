"""Are comments read as the orders that they are, and as nothing else?"""
