"""Which part of a known conference does a text name: a workshop, its findings, its demos?

Parts are venues of their own, and are called after the conference that holds them: "NeurIPS
Workshop".
"""

import re

from bot.venues.names import is_word, known_name, short_name, trim
from bot.venues.words import NO_VENUE, TRACK_WORD, TRACKS, VENUE_WORD

_SEPARATOR = re.compile(r"[,;:|()\[\]{}]+|\s[-–—@/]+\s|@|\bat\b|\bco-?located with\b")
_SHORTEST_HOST = 3  # letters of a conference before its workshop: "ACL-BioNLP"
_LONGEST_PART = 5  # words of a track's name
_SHORTEST_NAME = 3
_MOST_WORDS = 12  # around a name
_ACRONYM = re.compile(r"[A-Z][A-Za-z&+-]{0,4}[A-Z]s?")
_NAMED_WORKSHOP = re.compile(r"([^()]+) workshop \(([^()]+)\)?", re.IGNORECASE)


def split_at_signs(text: str) -> list[str]:
    """Give what stands between the commas, brackets and dashes of a text."""
    return [part for part in map(trim, _SEPARATOR.split(text)) if part]


def track(text: str) -> str:
    """Give the name of a part of a known conference: a workshop, its findings, its demos."""
    if (named := _NAMED_WORKSHOP.fullmatch(text)) and (host := known_name(named[1])):
        return f"{host} Workshop ({named[2]})"
    for label, pattern in TRACKS.items():
        if pattern.search(text):
            rest = trim(pattern.sub(" ", text, count=1))
            parts = split_at_signs(rest)
            # "Findings of the Association for Computational Linguistics: EMNLP" are EMNLP's.
            name = known_name(rest) or first_known(parts[::-1])
            return f"{name} {label}" if name else ""
    return co_located(text)


def co_located(text: str) -> str:
    """Read "NeurIPS-ENLSP" and "ENLSP @ NeurIPS": a workshop with the conference that hosts it."""
    workshop, at, host = text.partition("@")
    if not at and " " not in text:
        host, _, workshop = text.partition("-")
        if len(host) < _SHORTEST_HOST:
            return ""  # "CC-NEWS" is a corpus
    known, workshop = known_name(trim(host)), trim(workshop)
    return f"{known} Workshop ({workshop})" if known and workshop else ""


def first_known(parts: list[str]) -> str:
    """Give the first venue among the parts of a text; failing that, one at a part's very end."""
    for read in (known_name, co_located):
        if name := next(filter(None, map(read, parts)), ""):
            return name
    ends = (word for part in parts for word in _ends(part))
    return next(filter(None, (short_name(word) for word in ends if _is_name(word))), "")


def _ends(part: str) -> tuple[str, ...]:
    """Give the first and the last word of a part that is no sentence."""
    words = part.split()
    return (words[0], words[-1]) if len(words) <= _MOST_WORDS else ()


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and word != word.lower() and not is_word(word)


def is_venue_like(part: str) -> bool:
    """Tell whether a part of a text belongs to the venue that another part names."""
    return bool(
        VENUE_WORD.search(part)
        or (len(part.split()) <= _LONGEST_PART and TRACK_WORD.search(part))
        or NO_VENUE.fullmatch(part)
        or known_name(part)
        or (" " not in part and (co_located(part) or _ACRONYM.fullmatch(part)))
    )
