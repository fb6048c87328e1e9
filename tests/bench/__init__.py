"""How long does it take, and how much memory, against a floor measured in the same run?"""
