"""What does plain text behind a title say: people, a venue, a date, or nothing we know?"""

import re

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
    told = [classify_sentence(part).role in PUBLISHED for part in parts]
    byline = is_byline(parts[0]) and not PRIZE.search(parts[0])
    if byline and (told[1] or (styled and any(told))):
        builder.add("authors", parts.pop(0))
    for index, part in enumerate(parts):
        if not (_said(builder, part) or (index == 0 and _credited(builder, part))):
            kept += _left_of(builder, part)
    builder.add_note(". ".join(kept))


def _said(builder: PaperBuilder, part: str) -> bool:
    """Take in a sentence that is a venue, a date, people or a count as a whole."""
    meaning = classify_sentence(part)
    told = meaning.role in PUBLISHED | {"authors", "citations"}
    return told and builder.add(meaning.role, meaning.value or part, meaning)


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


def _unknown(builder: PaperBuilder, text: str, *, styled: bool) -> None:
    """Take in one part that says nothing as a whole: its end may, and so may "venue, year"."""
    left = without_tail(builder, text) if len(text) < 300 else text
    if left != text and not any(map(str.isalnum, left)):
        return
    meaning = classify_sentence(left)
    if meaning.role and builder.add(meaning.role, meaning.value or left, meaning):
        return
    alone = left != text and builder.venue and not (builder.people or PRIZE.search(left))
    if (left != text and surname_pair(left)) or (alone and is_byline(left)):
        builder.add("authors", left)
        return
    if _people_and_venue(builder, text) or (left != text and _people_and_source(builder, left)):
        return
    if (venue := _VENUE_YEAR.fullmatch(text)) and not builder.venue:
        if text[venue.end(1)] == "," and not builder.people and is_byline(venue[1]):
            builder.add("authors", venue[1])
            builder.add("year", venue[2])
        else:
            builder.venue, builder.venue_year = clean(venue[1]), int(venue[2])
        return
    named = left[:1].isupper() and len(left) < _LONGEST_NAMED
    if styled and left != text and not builder.venue and named:
        builder.set_venue(left.strip(CLOSING))
    else:
        builder.add_note(left)


def _people_and_venue(builder: PaperBuilder, text: str) -> bool:
    """Take in "Neff et al., CGF 2021": behind people, a name with a year is a venue."""
    people, _, venue = text.rpartition(", ")
    if builder.venue or classify(people).role != "authors" or not _VENUE_YEAR.fullmatch(venue):
        return False
    return builder.add("authors", people) and builder.add("venue", venue)


def _people_and_source(builder: PaperBuilder, text: str) -> bool:
    """Take in "Martin Maas, IEEE Micro", whose year stood behind it."""
    people, comma, source = text.rpartition(", ")
    named = comma and not builder.venue and SOURCE.search(source) and len(source) < 100
    if not named or not is_byline(people):
        return False
    builder.set_venue(source)
    return builder.add("authors", people)
