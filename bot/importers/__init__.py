"""Which entries does this file hold, and what could not be read?"""
