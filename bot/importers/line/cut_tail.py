"""What at the end of a title is none of it: venue, year, date, people?"""

import re
from itertools import islice

from bot.importers.line.builder import PaperBuilder
from bot.importers.phrases.dates import read_date
from bot.importers.phrases.names import is_byline
from bot.importers.phrases.published import CLOSING, PUBLISHED, classify_group, classify_sentence
from bot.importers.phrases.segments import classify
from bot.venues.parse import parse_venue

_SHORT_YEAR = re.compile(r"\d\d\W*$")
_INITIAL = re.compile(r"\b[A-Z]$")
_OTHERS = re.compile(r",?\s+et al\.?$")
_LONGEST_PEOPLE = 1_500
_SHORTEST_TITLE = 3
_MOST_COMMAS = 12  # in a title, before its people
_MAY_END = re.compile(r"[,，)\]）】]|\. | - |\d$")
_TAIL_GROUP = re.compile(
    r"^(.{3,}?)\s*[(\[（【]([^()\[\]（）【】]{2,120})[)\]）】]\s*[.,]?$", re.DOTALL
)
_LONGEST_TRACK = 4  # words of a venue, its track and year
_SOCIETIES = frozenset(("IEEE", "ACM", "USENIX", "ACM/IEEE", "IEEE/ACM", "Proc.", "Proceedings"))
_IN_BRACKETS = PUBLISHED | {"affiliations", "citations", "authors"}
_LEADS = frozenset("of at in the for on from to and a an by".split())


def without_tail(builder: PaperBuilder, title: str) -> str:
    """Take venue, year, date and people off a title's end, as long as something is left."""
    if not _MAY_END.search(title):
        return title
    for tries in range(6):
        whole = _OTHERS.sub("", title) if title.count(",") > 1 else title
        people = " et al" not in whole and classify(whole).role == "authors"
        if tries and people and is_byline(whole.partition(",")[0]):
            return title
        cut = _tail_of(title)
        if cut is None:
            return title
        head, tail = cut
        meaning = (
            classify_group(tail) if title.endswith((")", "]", "）")) else classify_sentence(tail)
        )
        role = meaning.role or ("authors" if is_byline(tail) else "")
        if not builder.add(role, meaning.value or tail, meaning):
            return title
        title = head
    return title


def _tail_of(title: str) -> tuple[str, str] | None:
    """Split off a title's last part if that is a venue, a year, a date or people."""
    group = _TAIL_GROUP.match(title)
    if group and classify_group(group[2]).role in _IN_BRACKETS:
        return group[1], group[2]
    if venue := _venue_at_end(title):
        return venue
    ends = (_end_behind(separator, title) for separator in (". ", ", ", " - ", "，", ": "))
    return next(filter(None, ends), None) or _people_at_end(title)


def _end_behind(separator: str, title: str) -> tuple[str, str] | None:
    """Split at the last separator, if what stands behind it says when, where or who."""
    head, _, tail = title.rpartition(separator)
    inside = head.count("(") > head.count(")") and tail.endswith(")")
    if len(head) < _SHORTEST_TITLE or inside:
        return None
    if separator == ". " and _INITIAL.search(head) and not _SHORT_YEAR.search(tail):
        return None
    role = classify_sentence(tail).role
    if role == "authors":
        return (head, tail) if separator == ". " or " et al" in tail else None
    if separator == ", " and role == "year":
        return _dated_before(head, tail)
    return (head, tail) if role in PUBLISHED and separator != ": " else None


def _venue_at_end(title: str) -> tuple[str, str] | None:
    """Split off a known venue with its year that nothing parts from the title: "... NSDI'23"."""
    words = title.split() if title[-1:].isdigit() else []
    for count in range(1, min(_LONGEST_TRACK, len(words) - 3) + 1):
        head, tail = " ".join(words[:-count]), " ".join(words[-count:])
        if words[-count - 1] in _SOCIETIES:
            continue
        publication = parse_venue(tail)
        is_dated_venue = publication.known and publication.listed and publication.year
        if is_dated_venue and words[-count - 1].lower() not in _LEADS:
            return head.rstrip(CLOSING + "."), tail
    return None


def _dated_before(head: str, year: str) -> tuple[str, str]:
    """Split "..., July 6, 2009" before its day, not before its year."""
    before, comma, day = head.rpartition(", ")
    dated = comma and read_date(f"{day}, {year.strip(' .')}")
    return (before, f"{day}, {year}") if dated else (head, year)


def _people_at_end(title: str) -> tuple[str, str] | None:
    """Split off people who follow the title's first words: "Title of it, Ann Lee, Bo Wu"."""
    for separator in (". ", ", "):
        places = islice(re.finditer(re.escape(separator), title), _MOST_COMMAS)
        for head, tail in ((title[: p.start()], title[p.end() :]) for p in places):
            few = len(head.split()) < 2 + (separator == ", ") and is_byline(head)
            if few or len(head.split()) < 2 or len(tail) > _LONGEST_PEOPLE:
                continue
            first = tail.partition(",")[0].partition(" and ")[0]
            if is_byline(first) and classify(tail).role == "authors":
                return head, tail
            alone = separator == ". " and 1 < len(tail.split()) < 4 < len(head.split())
            if alone and "," not in tail and not _INITIAL.search(head) and is_byline(tail):
                return head, tail
    return None
