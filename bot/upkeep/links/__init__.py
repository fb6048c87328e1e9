"""Do the links of the list still lead where they did?"""
