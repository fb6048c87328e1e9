"""Which month of the year does a word name?"""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The three letters that each begins with in English, which are also BibTeX's own words."""


def month_number(name: str) -> int:
    """Give the number of the month whose English name begins so ("Sept." is 9), 0 for no month."""
    beginning = name[:3].lower()
    return MONTHS.index(beginning) + 1 if beginning in MONTHS else 0
