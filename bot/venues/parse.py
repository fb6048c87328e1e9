"""Where was this published, and when: which venue does a text such as "NeurlPS'22" name?

A known venue has one spelling (`bot.venues.names`); an unknown one stays as given, without its
year. Workshops, findings and demos are venues of their own: "NeurIPS Workshop". A preprint server,
a review in progress or a blog is no venue.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.text.fold import fold
from bot.venues.names import JOURNAL_NAMES, ORDINAL, known_name, trim
from bot.venues.parts import first_known, is_venue_like, split_at_signs, track
from bot.venues.words import (
    EMPTY,
    IMPRINT,
    JOURNAL,
    MEETING,
    NO_VENUE,
    PREPRINT,
    PROCEEDINGS,
    REMARK,
    TOPIC,
    UNDECIDED,
    VENUE_WORD,
)
from bot.venues.years import MAIN_SUFFIX, take_year

VenueKind = Literal["preprint", "journal", "meeting", ""]

LONGEST_VENUE = 300
_FEW_WORDS = 6

_ARXIV_ID = re.compile(
    r"\b(?:abs/)?\d{4}\.\d{4,5}(?:v\d+)?\b|\barxiv[\s,]*'?\d\d[./]\d\d?$", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"\b(?:vol(?:ume)?|no|number|issue|pp?|pages|part|art(?:icle)?)\b\.?\s*[\w.:–-]*\d[\w.:–-]*"
    r"|(?<![\w-])\d[\d.,:()\s–-]*$|\b\d+\s*\(\d+\)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[’‘]|`(?=\d\d)")
_GLUED = re.compile(r"(?<=[a-zA-Z]\d\d)(?=[A-Z][a-z])")  # "CVPR25Highlight"
_JOINT = re.compile(r"\band the \d+(?:st|nd|rd|th) [^(]{0,200}")
_OWN_ACRONYM = re.compile(r"\w\s\(([A-Z][A-Za-z&+-]{0,10}[A-Z][a-z]{0,3})\)?$")  # "... (SecDev)"
# What a journal printed of a meeting, some indexes name with both.
_PRINTED_OF = re.compile(r"(?<=\w)\s*\.\s*Conference:.*$", re.DOTALL)
_CUT = re.compile(r"(?:…|\.\.\.|& ?hellip ?;)[\s,;.]*$")
# Of journals of one name, indexes tell apart the town.
_TOWN = re.compile(r"(?<=\w)\s*\([A-Z][a-z]{3,30}\)\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")


class ParsedVenue(NamedTuple):
    """A text read as a venue.

    `name` is "" where it names none, `known` says whether all of it is a venue that we know, or
    a preprint, and `listed` whether `name` is one that we know, whatever else stands in the text.
    By `words`, the telling ones in order, and `acronyms` it is compared with others; what names a
    preprint server has none. `proceedings` says that they are named so.
    """

    name: str = ""
    year: int | None = None
    known: bool = False
    listed: bool = False
    kind: VenueKind = ""
    words: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()
    proceedings: bool = False

    @property
    def canonical(self) -> str:
        """The name, if it is one that we know."""
        return self.name if self.listed else ""


@lru_cache(maxsize=8192)  # a title's line is cut in many ways, and each stretch asked after again
def parse_venue(text: str) -> ParsedVenue:
    """Read a text as a venue, with its year, and with what tells it from others."""
    text = _GLUED.sub(" ", _QUOTE.sub("'", text[:LONGEST_VENUE]).replace("_", " "))
    text, of_meeting = _PRINTED_OF.subn("", " ".join(text.split()))
    venue = _named(text)
    if PREPRINT.search(fold(text)):
        return venue._replace(kind="preprint")
    return _comparable(venue, text, several=bool(of_meeting)) if venue.name else venue


def _named(text: str) -> ParsedVenue:
    """Find the venue's name and year, and tell whether the text is surely one."""
    if UNDECIDED.search(text):
        return ParsedVenue(known=len(text.split()) <= _FEW_WORDS)
    text = _JOINT.sub(" ", _ARXIV_ID.sub(" arXiv ", text))
    year, rest = take_year(text)
    rest = trim(_NUMBERS.sub(" ", MAIN_SUFFIX.sub(" ", rest)))
    rest = trim(REMARK.sub(" ", rest)) or rest
    parts = split_at_signs(rest)
    if parts and all(map(NO_VENUE.fullmatch, parts)):
        return ParsedVenue("", year, known=True)
    whole = known_name(rest)
    name = whole or track(rest) or first_known(parts)
    if name:
        topic = year is None and TOPIC.fullmatch(text.strip(" .").casefold())
        surely = bool(whole) or all(map(is_venue_like, parts))
        return ParsedVenue(name, year, known=not topic and surely, listed=True)
    if not parts:  # a year alone, or "2023 at"
        return ParsedVenue("", year, known=year is not None)
    return ParsedVenue(_as_given(rest, parts), year)


def _comparable(venue: ParsedVenue, text: str, *, several: bool) -> ParsedVenue:
    """Add what a venue is compared by; `several` if the text names a journal and a meeting.

    A name that may be a topic elsewhere ("Very Large Data Bases") is a venue in its own field.
    """
    printed = IMPRINT.sub("", text)
    if printed != text and not venue.listed and (known := _named(printed)).listed:
        venue = venue._replace(name=known.name, listed=True)
    text, cut = printed, _CUT.search(printed)
    plain = ORDINAL.sub(" ", _TOWN.sub("", text[: cut.start()] if cut else text))
    every = _WORD.findall(fold(plain))
    # "Machine Learning: proceedings of the 14th conference" is not the journal.
    misread = venue.name in JOURNAL_NAMES and not MEETING.isdisjoint(every)
    # "Journal on very large data bases" is not the conference.
    misread |= "journal" in every and venue.name not in JOURNAL_NAMES and MEETING.isdisjoint(every)
    venue = venue._replace(listed=venue.listed and not (cut or misread))
    capitals = _CAPITALS.findall(f"{text} {venue.canonical}")
    return venue._replace(
        kind="" if several else _kind_of(venue.canonical, frozenset(every)),
        words=tuple(word for word in every if word not in EMPTY),
        acronyms=frozenset(map(str.lower, capitals)) - EMPTY,
        proceedings=not PROCEEDINGS.isdisjoint(every),
    )


def _kind_of(canonical: str, words: frozenset[str]) -> VenueKind:
    """Tell a journal from a meeting; "Journal of Physics: Conference Series" may be either."""
    if canonical:
        return "journal" if canonical in JOURNAL_NAMES else "meeting"
    journal, meeting = not JOURNAL.isdisjoint(words), not MEETING.isdisjoint(words)
    return "" if journal == meeting else "journal" if journal else "meeting"


def _as_given(text: str, parts: list[str]) -> str:
    """Give an unknown venue as it stands, without what is no venue in it; its acronym is enough."""
    if acronym := _OWN_ACRONYM.search(text):
        return acronym[1]
    if any(map(NO_VENUE.fullmatch, parts)):
        return ", ".join(part for part in parts if not NO_VENUE.fullmatch(part))
    return text


def is_undecided(text: str) -> bool:
    """Tell a text that says that the work is submitted, under review, rejected or withdrawn."""
    return bool(UNDECIDED.search(text))


def names_meeting(text: str) -> bool:
    """Tell a text that says of what kind the venue is: "Proceedings of the ACM on ..."."""
    return bool(VENUE_WORD.search(text))
