"""Does a bracket, a sentence or a label say where or when a work was published?"""

import re

from bot.importers.phrases.roles import is_generic
from bot.importers.phrases.segments import Meaning, cited, classify
from bot.venues.parse import names_meeting, parse_venue

OPENING = " \t\n,;:.，、。；|·*_-–—>]）)】/&+"
CLOSING = " \t\n,;:，、；|·*_-–—([（【/&+>"
LONGEST_VENUE = 100
_ONLY_SHORT_YEAR = re.compile(r"['’‘](\d\d)", re.ASCII)
_VENUE_SHORT_YEAR = re.compile(
    r"[A-Z][\w&+.@/-]*(?: (?:[A-Z&][\w&+.@/-]*|of|on|and|in|for)){0,5} ?['’‘]\d\d"
    r"(?: ?\([A-Z][\w ]{0,12}\))?",
    re.ASCII,
)
_ACRONYM_YEAR = re.compile(r"[A-Z]{4,8}(?:[ -][A-Z]{2,6})? (?:19|20)\d\d")
_DATED = re.compile(r"(?:19|20)\d\d$")
_GROUP_VENUE = re.compile(
    r"[A-Za-z][\w&.@/+ -]{0,60}?[\s,'’-]{0,2}(?<!\d)(?:19|20)\d\d(?![\d-])(?:[\s,][\w ]{0,30})?",
    re.ASCII,
)
SOURCE = re.compile(
    r"\b(?:IEEE|ACM|USENIX|CCF|Transactions|Trans\.|Journal|Proceedings|Letters|Magazine|Review"
    r"|Conference|Symposium|Workshop|Surveys)\b"
)
_YEAR_ENDS = re.compile(r"\b(?:19|20)\d\d\W*$")
_LONGEST_SOURCE = 300
_CITY = re.compile(
    r", [A-Z][\w.]{2,20}(?: [A-Z]\w{2,20}){0,2}, (?:[A-Z]{2,3}|[A-Z][a-z]{3,15}(?: [A-Z][a-z]+)?)$"
)
_SEVERAL = re.compile(r"\bet\.? al\b|&|\sand\s|,.*,")
SENTENCE = re.compile(r"(?<=[^\s.A-Z])\.\s+(?=\S)|\s*[;；。]\s*")
PUBLISHED = frozenset(("venue", "year", "date"))


def long_words(text: str) -> list[str]:
    """Give the words of two letters or more."""
    return re.findall(r"[^\W\d_]{2,}", text)


def names_venue(label: str) -> bool:
    """Tell a link's label that is a venue and its year, though we know no such venue."""
    dated = any(map(str.isdigit, label))
    if not dated or len(label) > LONGEST_VENUE or not label[:1].isupper() or " et al" in label:
        return False
    if not _GROUP_VENUE.fullmatch(label) and not _VENUE_SHORT_YEAR.fullmatch(label):
        return False
    first = label.split(maxsplit=1)[0]
    return not is_generic(first) or names_meeting(first) or classify(first).role == "venue"


def cites(lead: str) -> bool:
    """Tell a whole reference, up to where and when: "... Proceedings of SOSP, October 2003."."""
    return bool(_YEAR_ENDS.search(lead[-12:]) and SOURCE.search(lead) and ". " in lead)


def classify_sentence(text: str) -> Meaning:
    """Tell what a sentence behind a title says; "TLDI '03" is a venue, known or not."""
    meaning = classify(text)
    if not meaning.role and (year := _ONLY_SHORT_YEAR.fullmatch(text.strip(" ."))):
        return Meaning("year", ("20" if int(year[1]) < 60 else "19") + year[1])
    bare = text.strip(" .")
    city = None if meaning.role or len(bare) > _LONGEST_SOURCE else _CITY.search(bare)
    if city and (inside := classify_sentence(bare[: city.start()])).role == "venue":
        return inside  # "Proceedings of OSDI '99, New Orleans, LA"
    if meaning.role or not (_VENUE_SHORT_YEAR.fullmatch(bare) or _ACRONYM_YEAR.fullmatch(bare)):
        return meaning
    return Meaning("venue", text, parse_venue(text))


def credits_people(text: str) -> bool:
    """Tell "Kipf & Welling, 2017"; of one name alone it cannot be told from "Sensors, 2017"."""
    citation = cited(text)
    return citation is not None and bool(_SEVERAL.search(citation[0]))


def classify_group(text: str) -> Meaning:
    """Tell what a bracket behind a title says: one that names a year says where it appeared."""
    meaning = classify(text)
    if meaning.role:
        return meaning
    if credits_people(text):
        return Meaning("authors", text)
    before, comma, venue = text.rpartition(", ")
    brief = comma and len(before.split()) < 6
    if brief and _DATED.search(venue) and classify(venue).role == "venue":
        return Meaning("venue", text, parse_venue(venue)._replace(known=False))
    if not _GROUP_VENUE.fullmatch(text):
        return meaning
    return Meaning("venue", text, parse_venue(text))
