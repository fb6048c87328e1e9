"""Which words of a title stand where a citation may have left names of its authors?"""

import re

from bot.text.fold import fold

MOST_WORDS = 12
FARTHEST = 120
BEGINNING = 2
WORD = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"\S+")
# What stands between the names and the title.
PARTING = re.compile(r"[.,:;)\"'’”]")
NOTHING: frozenset[str] = frozenset()


def front_of(title: str) -> frozenset[str]:
    """Give the first letters of the words in front of a stop or the like, which may part names."""
    ends = [parting.end() for parting in PARTING.finditer(title, 0, FARTHEST)]
    if not ends:
        return NOTHING
    front = title[: ends[-1]]
    words = WORD.findall(front.lower() if front.isascii() else fold(front))
    return frozenset(word[:BEGINNING] for word in words) or NOTHING
