"""Which month of the year does a word name?"""

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
MONTHS = tuple(name[:3].lower() for name in MONTH_NAMES)
"""The three letters that each begins with in English, which are also BibTeX's own words."""


def month_number(name: str) -> int:
    """Give the number of the month whose English name begins so ("Sept." is 9), 0 for no month."""
    beginning = name[:3].lower()
    return MONTHS.index(beginning) + 1 if beginning in MONTHS else 0
