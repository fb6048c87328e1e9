"""Does the README show the list as it is, in every layout?"""
