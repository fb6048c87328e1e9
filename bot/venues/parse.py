"""Where was this published, and when: which venue does a text such as "NeurlPS'22" name?

A known venue has one spelling (`bot.venues.names`); an unknown one stays as given, without its
year. Workshops, findings and demos are venues of their own: "NeurIPS Workshop". A preprint server,
a review in progress or a blog is no venue.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.venues.names import JOURNAL_NAMES, is_word, known_name, short_name
from bot.venues.words import NO_VENUE, REMARK, TOPIC, TRACK_WORD, TRACKS, UNDECIDED, VENUE_WORD

LONGEST_VENUE = 300

_SEPARATOR = re.compile(r"[,;:|()\[\]{}]+|\s[-–—@/]+\s|@|\bat\b|\bco-?located with\b")

_ARXIV_ID = re.compile(
    r"\b(?:abs/)?\d{4}\.\d{4,5}(?:v\d+)?\b|\barxiv[\s,]*'?\d\d[./]\d\d?$", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?<![.\d]\d)((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\w)([A-Za-z][A-Za-z&-]*?)?(\s?'\s?|[ -]?)(\d\d)(?=$|[\s,;:()\]-])")
_NUMBERS = re.compile(
    r"\b(?:vol(?:ume)?|no|number|issue|pp?|pages|part|art(?:icle)?)\b\.?\s*[\w.:–-]*\d[\w.:–-]*"
    r"|(?<![\w-])\d[\d.,:()\s–-]*$|\b\d+\s*\(\d+\)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[’‘]|`(?=\d\d)")
_GLUED = re.compile(r"(?<=[a-zA-Z]\d\d)(?=[A-Z][a-z])")  # "CVPR25Highlight"
_JOINT = re.compile(r"\band the \d+(?:st|nd|rd|th) [^(]{0,200}")
_SHORTEST_HOST = 3  # letters of a conference before its workshop: "ACL-BioNLP"
_LONGEST_PART = 5  # words of a track's name
_ACRONYM = re.compile(r"[A-Z][A-Za-z&+-]{0,4}[A-Z]s?")
_OWN_ACRONYM = re.compile(r"\w\s\(([A-Z][A-Za-z&+-]{0,10}[A-Z][a-z]{0,3})\)?$")  # "... (SecDev)"
_NAMED_WORKSHOP = re.compile(r"([^()]+) workshop \(([^()]+)\)?", re.IGNORECASE)
_MAIN_SUFFIX = re.compile(r"-(?:hlt|short|long|main|ijcnlp)\b", re.IGNORECASE)


class ParsedVenue(NamedTuple):
    """A text read as a venue; `known` if all of it is a venue that we know, or a preprint.

    `listed` says whether `name` is one that we know, whatever else stands in the text.
    """

    name: str
    year: int | None
    known: bool
    listed: bool = False


@lru_cache(maxsize=8192)
def parse_venue(text: str) -> ParsedVenue:
    """Read `text` as a venue, and say whether it is surely one; the name is "" where it is none."""
    text = " ".join(_QUOTE.sub("'", text[:LONGEST_VENUE]).split())
    text = _GLUED.sub(" ", text.replace("_", " "))
    if UNDECIDED.search(text):
        return ParsedVenue("", None, known=len(text.split()) <= 6)
    text = _JOINT.sub(" ", _ARXIV_ID.sub(" arXiv ", text))
    year, rest = _take_year(text)
    rest = _trim(_NUMBERS.sub(" ", _MAIN_SUFFIX.sub(" ", rest)))
    rest = _trim(REMARK.sub(" ", rest)) or rest
    parts = [part for part in map(_trim, _SEPARATOR.split(rest)) if part]
    if parts and all(map(NO_VENUE.fullmatch, parts)):
        return ParsedVenue("", year, known=True)
    whole = known_name(rest)
    name = whole or _track(rest) or _first_known(parts)
    if name:
        topic = year is None and TOPIC.fullmatch(text.strip(" .").casefold())
        surely = bool(whole) or all(map(_is_venue_like, parts))
        return ParsedVenue(name, year, known=not topic and surely, listed=True)
    if not parts:  # a year alone, or "2023 at"
        return ParsedVenue("", year, known=year is not None)
    return ParsedVenue(_as_given(rest, parts), year, known=False)


def _take_year(text: str) -> tuple[int | None, str]:
    """Find the year, and give the text without it: "NSDI'17" is 2017 and "NSDI"."""
    found = list(_YEAR.finditer(text))
    if found:
        return int(found[0][1]), _YEAR.sub(" ", text)
    for match in _SHORT_YEAR.finditer(text):
        acronym = _MAIN_SUFFIX.sub("", match[1] or "")
        before = text[: match.end(1)] if match[1] else text[: match.start()]
        conference = short_name(_trim(before)) if before.count(" ") < 2 else ""
        told = "'" in match[2] or bool(short_name(acronym)) or acronym.casefold() == "arxiv"
        if told or (conference and conference not in JOURNAL_NAMES):
            year = int(match[3])
            return year + (2000 if year < 60 else 1900), f"{before} {text[match.end() :]}"
    return None, text


def _trim(text: str) -> str:
    """Drop what stands at the ends of a venue without being part of it."""
    text = " ".join(text.split()).strip(" \t,;:.'\"`*_|/\\-–—+~&()[]{}<>!")
    return re.sub(r"^(?:in|at|the|of|and|by)\s+|\s+(?:in|at|the|of|and|on)$", "", text)


def _track(text: str) -> str:
    """Give the name of a part of a known conference: a workshop, its findings, its demos."""
    if (named := _NAMED_WORKSHOP.fullmatch(text)) and (host := known_name(named[1])):
        return f"{host} Workshop ({named[2]})"
    for label, pattern in TRACKS.items():
        if pattern.search(text):
            rest = _trim(pattern.sub(" ", text, count=1))
            parts = [part for part in map(_trim, _SEPARATOR.split(rest)) if part]
            # "Findings of the Association for Computational Linguistics: EMNLP" are EMNLP's.
            name = known_name(rest) or _first_known(parts[::-1])
            return f"{name} {label}" if name else ""
    return _co_located(text)


def _co_located(text: str) -> str:
    """Read "NeurIPS-ENLSP" and "ENLSP @ NeurIPS": a workshop with the conference that hosts it."""
    workshop, at, host = text.partition("@")
    if not at and " " not in text:
        host, _, workshop = text.partition("-")
        if len(host) < _SHORTEST_HOST:
            return ""  # "CC-NEWS" is a corpus
    known, workshop = known_name(_trim(host)), _trim(workshop)
    return f"{known} Workshop ({workshop})" if known and workshop else ""


def _first_known(parts: list[str]) -> str:
    """Give the first venue among the parts of a text; failing that, one at a part's very end."""
    for part in parts:
        if name := known_name(part):
            return name
    for part in parts:
        if name := _co_located(part):
            return name
    for part in parts:
        words = part.split()
        for word in (words[0], words[-1]):
            if (
                len(words) <= 12
                and len(word) > 2
                and word != word.lower()
                and not is_word(word)
                and (name := short_name(word))
            ):
                return name
    return ""


def _is_venue_like(part: str) -> bool:
    """Tell whether a part of a text belongs to the venue that another part names."""
    return bool(
        VENUE_WORD.search(part)
        or (len(part.split()) <= _LONGEST_PART and TRACK_WORD.search(part))
        or NO_VENUE.fullmatch(part)
        or known_name(part)
        or (" " not in part and (_co_located(part) or _ACRONYM.fullmatch(part)))
    )


def is_undecided(text: str) -> bool:
    """Tell a text that says that the work is submitted, under review, rejected or withdrawn."""
    return bool(UNDECIDED.search(text))


def names_meeting(text: str) -> bool:
    """Tell a text that says of what kind the venue is: "Proceedings of the ACM on ..."."""
    return bool(VENUE_WORD.search(text))


def _as_given(text: str, parts: list[str]) -> str:
    """Give an unknown venue as it stands, without what is no venue in it; its acronym is enough."""
    if acronym := _OWN_ACRONYM.search(text):
        return acronym[1]
    if any(map(NO_VENUE.fullmatch, parts)):
        return ", ".join(part for part in parts if not NO_VENUE.fullmatch(part))
    return text
