"""What does plain text behind a title say: people, a venue, a date, or nothing we know?"""

import re
from typing import NamedTuple

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.cut_tail import without_tail
from bot.importers.phrases.names import is_byline, surname_pair
from bot.importers.phrases.places import with_places
from bot.importers.phrases.published import (
    CLOSING,
    OPENING,
    PUBLISHED,
    SENTENCE,
    SOURCE,
    classify_sentence,
)
from bot.importers.phrases.segments import cited, classify, decorations_off
from bot.text.clean import clean
from bot.venues.parse import parse_venue

_VENUE_YEAR = re.compile(
    r"((?:[A-Z][\w&/.@-]*)(?: (?:[A-Z][\w&/.@-]*|of|on|and|&|in|for)){0,5})[\s,'’]+((?:19|20)\d\d)"
)
_ET_AL = re.compile(r"\bet al\.(?=[A-Za-z])")
PRIZE = re.compile(
    r"\b(?:best|award|oral|demo|talk|spotlight|poster|keynote|tutorial|invited|extended|open"
    r"|outstanding|honou?rable|runner)\b",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"(?:last )?(?:accessed|visited|retrieved|acesso em|abgerufen am|zugriff am|consult[ée])\b",
    re.IGNORECASE,
)
_LONGEST_PART = 300
_LONGEST_SOURCE = 100
_LONGEST_NAMED = 80  # characters of a venue that only its place tells


def _tidied(text: str) -> str:
    """Drop what catches the eye, and the quotation mark that closes the title before it."""
    text = _ET_AL.sub("et al. ", decorations_off(text)).strip(OPENING).strip(CLOSING)
    text = text.lstrip(OPENING + "”’")
    text = text.replace("] [", ", ")
    text = text.removesuffix(")") if text.count(")") > text.count("(") else text
    return text.strip('"').strip() if text.count('"') == 1 else text


def read_tail(builder: PaperBuilder, text: str, *, styled: bool = False) -> None:
    """Take in plain text behind the title: what each part says by itself, the rest as a note."""
    if not any(map(str.isalnum, text)):
        return
    if "(" in text and (placed := with_places(text.strip(" \t\n,;.:-–—"))):
        builder.people += placed.people
        builder.affiliations += placed.places
        return
    text = _tidied(text)
    if not any(map(str.isalnum, text)):
        return
    if _ACCESSED.match(text):
        builder.add_note(text)  # its date is that of a visit
        return
    meaning = classify(text)
    if meaning.role and builder.add(meaning.role, meaning.value or text, meaning):
        return
    people = classify(text.rpartition(". ")[0]).role == "authors"
    if ". " in text and not (builder.venue or people) and _VENUE_YEAR.fullmatch(text):
        builder.add_venue(parse_venue(text), text)
        return
    parts = [part for part in SENTENCE.split(text) if part.strip()]
    if len(parts) > 1:
        _read_sentences(builder, parts, styled=styled)
    else:
        _unknown(builder, text, styled=styled)


def _read_sentences(builder: PaperBuilder, parts: list[str], *, styled: bool) -> None:
    """Take in sentences, each by what it says itself; what is left of them is one note."""
    kept: list[str] = []
    published = [classify_sentence(part).role in PUBLISHED for part in parts]
    byline = is_byline(parts[0]) and not PRIZE.search(parts[0])
    if byline and (published[1] or (styled and any(published))):
        builder.add("authors", parts.pop(0))
    for index, part in enumerate(parts):
        if not (_said(builder, part) or (index == 0 and _credited(builder, part))):
            kept += _left_of(builder, part)
    builder.add_note(". ".join(kept))


def _said(builder: PaperBuilder, part: str) -> bool:
    """Take in a sentence that is a venue, a date, people or a count as a whole."""
    meaning = classify_sentence(part)
    has_role = meaning.role in PUBLISHED | {"authors", "citations"}
    return has_role and builder.add(meaning.role, meaning.value or part, meaning)


def _left_of(builder: PaperBuilder, part: str) -> list[str]:
    """Take in what a sentence's end says; give what is left of it, if anything."""
    if (venue := _VENUE_YEAR.fullmatch(part.strip(" ."))) and not builder.venue:
        builder.venue, builder.venue_year = clean(venue[1]), int(venue[2])
        return []
    left = without_tail(builder, part) if len(part) < 200 else part
    if left != part and _said(builder, left):
        return []
    people = left != part and classify(left).role == "authors"
    return [] if people and builder.add("authors", left) else [left]


def _credited(builder: PaperBuilder, text: str) -> bool:
    """Take in "Kuffner and LaValle, 2000", which a description follows."""
    citation = cited(text) if "," in text and not builder.people else None
    if citation is None:
        return False
    return builder.add("authors", citation[0]) and builder.add("year", str(citation[1]))


class _Rest(NamedTuple):
    """A part that says nothing as a whole: its text, what its end left of it, and how it stands."""

    text: str
    left: str
    styled: bool

    @property
    def is_cut(self) -> bool:
        """Whether its end said something."""
        return self.left != self.text


def _unknown(builder: PaperBuilder, text: str, *, styled: bool) -> None:
    """Take in one part that says nothing as a whole: its end may, and so may "venue, year"."""
    left = without_tail(builder, text) if len(text) < _LONGEST_PART else text
    rest = _Rest(text, left, styled)
    if rest.is_cut and not any(map(str.isalnum, left)):
        return
    if not any(take_in(builder, rest) for take_in in _READINGS):
        builder.add_note(left)


def _left_says(builder: PaperBuilder, rest: _Rest) -> bool:
    """Take in what is left of it as what it says by itself."""
    meaning = classify_sentence(rest.left)
    value = meaning.value or rest.left
    return meaning.role != "" and builder.add(meaning.role, value, meaning)


def _people_before_end(builder: PaperBuilder, rest: _Rest) -> bool:
    """Take in the people in front of where it appeared: two surnames, or a byline alone."""
    alone = rest.is_cut and builder.venue and not (builder.people or PRIZE.search(rest.left))
    pair = rest.is_cut and surname_pair(rest.left)
    return bool(pair or (alone and is_byline(rest.left))) and builder.add("authors", rest.left)


def _people_and_venue(builder: PaperBuilder, rest: _Rest) -> bool:
    """Take in "Neff et al., CGF 2021": behind people, a name with a year is a venue."""
    people, _, venue = rest.text.rpartition(", ")
    if builder.venue or classify(people).role != "authors" or not _VENUE_YEAR.fullmatch(venue):
        return False
    return builder.add("authors", people) and builder.add("venue", venue)


def _people_and_source(builder: PaperBuilder, rest: _Rest) -> bool:
    """Take in "Martin Maas, IEEE Micro", whose year stood behind it."""
    people, comma, source = rest.left.rpartition(", ")
    named = comma and not builder.venue and SOURCE.search(source) and len(source) < _LONGEST_SOURCE
    if not (rest.is_cut and named and is_byline(people)):
        return False
    builder.set_venue(source)
    return builder.add("authors", people)


def _name_and_year(builder: PaperBuilder, rest: _Rest) -> bool:
    """Take in a name and a year: people, if they are parted and look so, else a venue."""
    match = None if builder.venue else _VENUE_YEAR.fullmatch(rest.text)
    if not match:
        return False
    parted = rest.text[match.end(1)] == ","
    if parted and not builder.people and is_byline(match[1]):
        return builder.add("authors", match[1]) and builder.add("year", match[2])
    builder.venue, builder.venue_year = clean(match[1]), int(match[2])
    return True


def _styled_venue(builder: PaperBuilder, rest: _Rest) -> bool:
    """Take in words set off like a venue, in front of its year."""
    named = rest.left[:1].isupper() and len(rest.left) < _LONGEST_NAMED
    if not (rest.styled and rest.is_cut and not builder.venue and named):
        return False
    builder.set_venue(rest.left.strip(CLOSING))
    return True


# The first that takes it in decides; what none takes in is a note.
_READINGS = (
    _left_says,
    _people_before_end,
    _people_and_venue,
    _people_and_source,
    _name_and_year,
    _styled_venue,
)
