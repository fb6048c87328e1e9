"""Into which words is a title read, and what does a word tell by itself?

Letters and digits are parted ("GPT2" and "GPT-2" are the same two words) and Roman numerals of
parts are numbers ("Part II" and "Part 2"). `words.toml` holds the words, with what each list is
for.
"""

import re

from bot.text.fold import fold
from bot.text.lexicon.tables import read_table

_TABLE = read_table(__package__, "words.toml")
_WORD = re.compile(r"[0-9]+(?:st|nd|rd|th)(?!\w)|[0-9]+|[^\s0-9]+")

STOP = frozenset(_TABLE["stop"].split())
ENGLISH = frozenset(_TABLE["english"].split())
RECURRING = frozenset(_TABLE["recurring"].split())
PARTED = frozenset(_TABLE["parted"].split())
LANGUAGES: list[str] = _TABLE["languages"].split()
_ORDINALS: dict[str, str] = _TABLE["ordinals"]
_ROMAN: dict[str, str] = _TABLE["roman"]
_AT_END = _ROMAN | _TABLE["roman_at_end"]
_BEHIND_PART = _AT_END | _TABLE["behind_part"]
_SPELT = frozenset(_BEHIND_PART) | frozenset(_ORDINALS)
# A longer number is a year or a quantity.
LONGEST_VERSION = 2
FEWEST_WORDS = 4


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words, letters and digits apart, the numbers of parts as digits."""
    words = _WORD.findall(fold(text)) if text else []
    if _SPELT.isdisjoint(words):
        return tuple(words)
    words = [_ORDINALS.get(word, word) for word in words]
    last = len(words) - 1
    for position, word in enumerate(words):
        if position and words[position - 1] in PARTED:
            words[position] = _BEHIND_PART.get(word, word)
        else:
            numerals = _AT_END if position == last > 0 else _ROMAN
            words[position] = numerals.get(word, word)
    return tuple(words)


def telling_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that tell titles apart; of small words alone all tell."""
    return tuple([word for word in words if word not in STOP]) or words


def letters(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that are no numbers."""
    if "".join(words).isalpha():
        return words
    return tuple([word for word in words if not word.isdigit()])


def is_mark(word: str) -> bool:
    """Tell whether a word counts or labels: a number, the fourth of several, a single letter."""
    return word[0].isdigit() or (len(word) == 1 and word.isascii())


def tells_enough(words: tuple[str, ...]) -> bool:
    """Tell whether words alone, without a name before them, can name one work."""
    return len([word for word in words if word not in STOP]) >= FEWEST_WORDS
