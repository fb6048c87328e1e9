"""How is the list written in the formats of other programs?"""
