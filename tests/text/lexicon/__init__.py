"""Are words that tell something by themselves known?"""
