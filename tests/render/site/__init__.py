"""Are the pages right, before any browser has seen them?"""
