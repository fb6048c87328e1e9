"""Is this text written as titles are, with capitals?"""

# What titles write small.
_SMALL = frozenset(
    "a an the and or nor of for in on at by to as is are via vs with from into over under than that"
    " using towards toward through without within between when while your their its".split()
)


def is_capitalised(text: str) -> bool:
    """Tell a title by the capitals of its words, but for those that titles write small."""
    telling = [word for word in text.split() if word.lower() not in _SMALL and word[:1].isalpha()]
    capital = sum(word[:1].isupper() for word in telling)
    return len(telling) > 2 and capital * 4 > len(telling) * 3
