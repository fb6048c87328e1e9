"""What is the permanent id of a new entry?

A short slug of the title, so that new entries spread over the file instead of piling up at its
end, where every two suggestions would conflict.
"""

import re
import unicodedata
from collections.abc import Container

from bot.text.fold import GREEK_NAMES

LONGEST_ID = 60

# A sigma at a word's end has a letter of its own.
_TRANSLITERATED = str.maketrans({**GREEK_NAMES, "ς": GREEK_NAMES["σ"]})


def slug(text: str) -> str:
    """Give the words of a text as lower-case ASCII joined by hyphens, cut at a word's end."""
    plain = unicodedata.normalize("NFKD", text.lower()).translate(_TRANSLITERATED)
    ascii_only = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = "-".join(re.findall(r"[a-z0-9]+", ascii_only))
    if len(words) > LONGEST_ID:
        words = words[: LONGEST_ID + 1].rpartition("-")[0] or words[:LONGEST_ID]
    return words


def new_id(title: str, ids: tuple[str, ...], taken: Container[str]) -> str:
    """Make an id that is not `taken` from the title, or, where it has no Latin word, from `ids`."""
    wanted = slug(title) or slug("-".join(ids[:1])) or "entry"
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
