"""Which venues do we know, and which of them does a name mean?"""

import re
from collections.abc import Iterator

from bot.text.lexicon.tables import read_table
from bot.venues.words import (
    ALSO_WORDS,
    FILLER,
    JOURNAL,
    MEETING,
    PUBLISHERS,
    SHORT_FORMS,
    SPONSORS,
)

ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)\b|\b(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:y|ieth)[- ]?\w*"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth)\b",
    re.IGNORECASE,
)
_KINDS = JOURNAL | MEETING
_WORD = re.compile(r"[^\W_]+(?:[+*][^\W_]+)*", re.UNICODE)


def known_name(text: str) -> str:
    """Give the canonical name of the venue that the whole of `text` names, or ""."""
    if exact := short_name(text):
        plain = not is_word(text) or text.isupper() or text in _SPELLINGS
        return exact if plain else ""
    key = _key(text)
    name = _BY_WORDS.get(key, "")
    return "" if is_word(key) else name or _BY_WORDS.get(_without_types(key), "")


def trim(text: str) -> str:
    """Drop what stands at the ends of a venue without being part of it."""
    text = " ".join(text.split()).strip(" \t,;:.'\"`*_|/\\-–—+~&()[]{}<>!")
    return re.sub(r"^(?:in|at|the|of|and|by)\s+|\s+(?:in|at|the|of|and|on)$", "", text)


def short_name(text: str) -> str:
    """Give the canonical name of the venue that is spelt so but for capitals, or ""."""
    return _BY_SPELLING.get(text.casefold(), "")


def spellings_of(name: str) -> list[str]:
    """Give the other spellings of a venue that we know."""
    return (_CONFERENCES | _JOURNALS).get(name, [])


def is_word(text: str) -> bool:
    """Tell whether a venue's name is a word as well: "FAST", "Nature"."""
    return text.casefold() in ALSO_WORDS


def _without_types(key: str) -> str:
    """Drop "conference" and the like where enough remains to tell which one it is."""
    words = _without(MEETING, key.split())
    return " ".join(words) if len(words) > 2 else key


def _key(text: str) -> str:
    """Reduce a full name to the words that matter, so that sponsors and ordinals do not.

    Where nothing else tells one from others, the group that holds it does ("ACM SIGMOD
    Conference"), or who publishes it ("Journal of the ACM").
    """
    written = _WORD.findall(ORDINAL.sub(" ", text.casefold()))
    kept = (word for word in _without(FILLER, written) if not word.isdecimal())
    words = [SHORT_FORMS.get(word, word) for word in kept]
    own = _without(PUBLISHERS, words)
    telling = _without(SPONSORS, own)
    if telling and _KINDS.issuperset(telling):
        telling = words if _KINDS.issuperset(own) else _without(MEETING, own)
    return " ".join(telling)


def _without(some: frozenset[str], words: list[str]) -> list[str]:
    return [word for word in words if word not in some]


def _spellings() -> Iterator[tuple[str, str]]:
    """Pair every spelling, the canonical name first, with the venue's name."""
    for name, others in (_CONFERENCES | _JOURNALS).items():
        yield from ((spelling, name) for spelling in (name, *others))


_CONFERENCES: dict[str, list[str]] = read_table(__package__, "conferences.toml")
_JOURNALS: dict[str, list[str]] = read_table(__package__, "journals.toml")
JOURNAL_NAMES = frozenset(_JOURNALS)
_SPELLINGS: set[str] = set()
_BY_SPELLING: dict[str, str] = {}
_BY_WORDS: dict[str, str] = {}
for _spelling, _name in _spellings():
    _SPELLINGS.add(_spelling)
    _BY_SPELLING.setdefault(_spelling.casefold(), _name)
    _telling = _key(_spelling) or _spelling.casefold()
    _BY_WORDS.setdefault(_telling, _name)
    _BY_WORDS.setdefault(_without_types(_telling), _name)
