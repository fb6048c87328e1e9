"""Which words of a title stand where a citation may have left names of its authors?"""

import re
from itertools import islice

from bot.text.fold import fold

MOST_WORDS = 12
BEGINNING = 2
TOKEN = re.compile(r"\S+")
# What stands between the names and the title.
PARTING = re.compile(r"[.,:;)\"'’”]")
NOTHING: frozenset[str] = frozenset()


def front_of(title: str) -> frozenset[str]:
    """Give the first letters of the words in front of a stop or the like, which may part names."""
    tokens = list(islice(TOKEN.finditer(title), MOST_WORDS))
    parted = [token.end() for token in tokens if PARTING.search(token[0])]
    if not parted:
        return NOTHING
    return frozenset(word[:BEGINNING] for word in fold(title[: parted[-1]]).split()) or NOTHING
