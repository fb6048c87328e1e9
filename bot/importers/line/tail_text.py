"""What does plain text behind a title say: people, a venue, a date, or nothing we know?"""

import re

from bot.importers.line.evidence import Evidence
from bot.importers.phrases.dates import read_date
from bot.importers.phrases.names import is_byline, surname_pair
from bot.importers.phrases.places import with_places
from bot.importers.phrases.roles import is_generic
from bot.importers.phrases.segments import (
    Meaning,
    cited,
    decorations_off,
    meaning,
)
from bot.model.text import clean
from bot.model.venue import read_publication

OPENING = " \t\n,;:.，、。；|·*_-–—>]）)】/&+"
CLOSING = " \t\n,;:，、；|·*_-–—([（【/&+>"
_VENUE_YEAR = re.compile(
    r"((?:[A-Z][\w&/.@-]*)(?: (?:[A-Z][\w&/.@-]*|of|on|and|&|in|for)){0,5})[\s,'’]+((?:19|20)\d\d)"
)
LONGEST_VENUE = 100
_SHORT_YEAR = re.compile(r"\d\d\W*$")
_ONLY_SHORT_YEAR = re.compile(r"['’‘](\d\d)", re.ASCII)
_VENUE_SHORT_YEAR = re.compile(
    r"[A-Z][\w&+.@/-]*(?: (?:[A-Z&][\w&+.@/-]*|of|on|and|in|for)){0,5} ?['’‘]\d\d"
    r"(?: ?\([A-Z][\w ]{0,12}\))?",
    re.ASCII,
)
_ACRONYM_YEAR = re.compile(r"[A-Z]{4,8}(?:[ -][A-Z]{2,6})? (?:19|20)\d\d")
_DATED = re.compile(r"(?:19|20)\d\d$")
_INITIAL = re.compile(r"\b[A-Z]$")
_OTHERS = re.compile(r",?\s+et al\.?$")
_ET_AL = re.compile(r"\bet al\.(?=[A-Za-z])")
_GROUP_VENUE = re.compile(
    r"[A-Za-z][\w&.@/+ -]{0,60}?[\s,'’-]{0,2}(?<!\d)(?:19|20)\d\d(?![\d-])(?:[\s,][\w ]{0,30})?",
    re.ASCII,
)
_PRIZE = re.compile(
    r"\b(?:best|award|oral|demo|talk|spotlight|poster|keynote|tutorial|invited|extended|open"
    r"|outstanding|honou?rable|runner)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:IEEE|ACM|USENIX|CCF|Transactions|Trans\.|Journal|Proceedings|Letters|Magazine|Review"
    r"|Conference|Symposium|Workshop|Surveys)\b"
)
_YEAR_ENDS = re.compile(r"\b(?:19|20)\d\d\W*$")
_LONGEST_SOURCE = 300
_CITY = re.compile(
    r", [A-Z][\w.]{2,20}(?: [A-Z]\w{2,20}){0,2}, (?:[A-Z]{2,3}|[A-Z][a-z]{3,15}(?: [A-Z][a-z]+)?)$"
)
SENTENCE = re.compile(r"(?<=[^\s.A-Z])\.\s+(?=\S)|\s*[;；。]\s*")
_MAY_END = re.compile(r"[,，)\]）】]|\. | - |\d$")
_TAIL_GROUP = re.compile(
    r"^(.{3,}?)\s*[(\[（【]([^()\[\]（）【】]{2,120})[)\]）】]\s*[.,]?$", re.DOTALL
)
PUBLISHED = frozenset(("venue", "year", "date"))


def long_words(text: str) -> list[str]:
    """Give the words of two letters or more."""
    return re.findall(r"[^\W\d_]{2,}", text)


def is_capitalised(text: str) -> bool:
    """Tell a title by the capitals of its longer words."""
    long = [word for word in text.split() if len(word) > 3]
    capital = sum(word[:1].isupper() for word in long)
    return len(long) > 2 and capital * 4 > len(long) * 3


def names_venue(label: str) -> bool:
    """Tell a link's label that is a venue and its year, though we know no such venue."""
    dated = any(map(str.isdigit, label))
    if not dated or len(label) > LONGEST_VENUE or not label[:1].isupper() or " et al" in label:
        return False
    if not _GROUP_VENUE.fullmatch(label) and not _VENUE_SHORT_YEAR.fullmatch(label):
        return False
    first = label.split(maxsplit=1)[0]
    return not is_generic(first) or meaning(first).role == "venue"


def cites(lead: str) -> bool:
    """Tell a whole reference, up to where and when: "... Proceedings of SOSP, October 2003."."""
    return bool(_YEAR_ENDS.search(lead[-12:]) and _SOURCE.search(lead) and ". " in lead)


def published(text: str) -> Meaning:
    """Tell what a sentence behind a title says; "TLDI '03" is a venue, known or not."""
    found = meaning(text)
    if not found.role and (year := _ONLY_SHORT_YEAR.fullmatch(text.strip(" ."))):
        return Meaning("year", ("20" if int(year[1]) < 60 else "19") + year[1])
    bare = text.strip(" .")
    city = None if found.role or len(bare) > _LONGEST_SOURCE else _CITY.search(bare)
    if city and (inside := published(bare[: city.start()])).role == "venue":
        return inside  # "Proceedings of OSDI '99, New Orleans, LA"
    if found.role or not (_VENUE_SHORT_YEAR.fullmatch(bare) or _ACRONYM_YEAR.fullmatch(bare)):
        return found
    return Meaning("venue", text, read_publication(text))


def group_meaning(text: str) -> Meaning:
    """Tell what a bracket behind a title says: one that names a year says where it appeared."""
    found = meaning(text)
    if found.role:
        return found
    said, comma, venue = text.rpartition(", ")
    if comma and len(said.split()) < 6 and _DATED.search(venue) and meaning(venue).role == "venue":
        return Meaning("venue", text, read_publication(venue)._replace(known=False))
    if not _GROUP_VENUE.fullmatch(text):
        return found
    return Meaning("venue", text, read_publication(text))


def _tidied(text: str) -> str:
    """Drop what catches the eye, and the quotation mark that closes the title before it."""
    text = _ET_AL.sub("et al. ", decorations_off(text)).strip(OPENING).strip(CLOSING)
    text = text.lstrip(OPENING + "”’")
    return text.strip('"').strip() if text.count('"') == 1 else text


def read_tail(evidence: Evidence, text: str, *, styled: bool = False) -> None:
    """Take in plain text behind the title: what each part says by itself, the rest as a note."""
    if not any(map(str.isalnum, text)):
        return
    if "(" in text and (placed := with_places(text.strip(" \t\n,;.:-–—"))):
        evidence.people += placed.people
        evidence.affiliations += placed.places
        return
    text = _tidied(text)
    if not any(map(str.isalnum, text)):
        return
    found = meaning(text)
    if found.role and evidence.tell(found.role, found.value or text, found):
        return
    people = meaning(text.rpartition(". ")[0]).role == "authors"
    if ". " in text and not (evidence.venue or people) and _VENUE_YEAR.fullmatch(text):
        evidence.published(read_publication(text), text)
        return
    parts = [part for part in SENTENCE.split(text) if part.strip()]
    if len(parts) > 1:
        _read_sentences(evidence, parts, styled=styled)
    else:
        _unknown(evidence, text, styled=styled)


def _read_sentences(evidence: Evidence, parts: list[str], *, styled: bool) -> None:
    """Take in sentences, each by what it says itself; what is left of them is one note."""
    kept: list[str] = []
    told = [published(part).role in PUBLISHED for part in parts]
    byline = is_byline(parts[0]) and not _PRIZE.search(parts[0])
    if byline and (told[1] or (styled and any(told))):
        evidence.tell("authors", parts.pop(0))
    for index, part in enumerate(parts):
        if not (_said(evidence, part) or (index == 0 and _credited(evidence, part))):
            kept += _left_of(evidence, part)
    evidence.note(". ".join(kept))


def _said(evidence: Evidence, part: str) -> bool:
    """Take in a sentence that is a venue, a date, people or a count as a whole."""
    found = published(part)
    told = found.role in PUBLISHED | {"authors", "citations"}
    return told and evidence.tell(found.role, found.value or part, found)


def _left_of(evidence: Evidence, part: str) -> list[str]:
    """Take in what a sentence's end says; give what is left of it, if anything."""
    if (venue := _VENUE_YEAR.fullmatch(part.strip(" ."))) and not evidence.venue:
        evidence.venue, evidence.year = clean(venue[1]), int(venue[2])
        return []
    left = without_tail(evidence, part) if len(part) < 200 else part
    if left != part and _said(evidence, left):
        return []
    people = left != part and meaning(left).role == "authors"
    return [] if people and evidence.tell("authors", left) else [left]


def _credited(evidence: Evidence, text: str) -> bool:
    """Take in "Kuffner and LaValle, 2000", which a description follows."""
    found = cited(text) if "," in text and not evidence.people else None
    if found is None:
        return False
    return evidence.tell("authors", found[0]) and evidence.tell("year", str(found[1]))


def _unknown(evidence: Evidence, text: str, *, styled: bool) -> None:
    """Take in one part that says nothing as a whole: its end may, and so may "venue, year"."""
    left = without_tail(evidence, text) if len(text) < 300 else text
    if left != text and not any(map(str.isalnum, left)):
        return
    found = published(left)
    if found.role and evidence.tell(found.role, found.value or left, found):
        return
    alone = left != text and evidence.venue and not (evidence.people or _PRIZE.search(left))
    if (left != text and surname_pair(left)) or (alone and is_byline(left)):
        evidence.tell("authors", left)
        return
    if _people_and_venue(evidence, text) or (left != text and _people_and_source(evidence, left)):
        return
    if (venue := _VENUE_YEAR.fullmatch(text)) and not evidence.venue:
        evidence.venue, evidence.year = clean(venue[1]), int(venue[2])
        return
    if styled and left != text and not evidence.venue and len(left) < 80:
        evidence.venue = clean(left.strip(CLOSING))
    else:
        evidence.note(left)


def _people_and_venue(evidence: Evidence, text: str) -> bool:
    """Take in "Neff et al., CGF 2021": behind people, a name with a year is a venue."""
    people, _, venue = text.rpartition(", ")
    if evidence.venue or meaning(people).role != "authors" or not _VENUE_YEAR.fullmatch(venue):
        return False
    return evidence.tell("authors", people) and evidence.tell("venue", venue)


def _people_and_source(evidence: Evidence, text: str) -> bool:
    """Take in "Martin Maas, IEEE Micro", whose year stood behind it."""
    people, found, source = text.rpartition(", ")
    named = found and not evidence.venue and _SOURCE.search(source) and len(source) < 100
    if not named or not is_byline(people):
        return False
    evidence.venue = clean(source)
    return evidence.tell("authors", people)


def without_tail(evidence: Evidence, title: str) -> str:
    """Take venue, year, date and people off a title's end, as long as something is left."""
    if not _MAY_END.search(title):
        return title
    for tries in range(6):
        whole = _OTHERS.sub("", title) if title.count(",") > 1 else title
        if tries and " et al" not in whole and meaning(whole).role == "authors":
            return title
        cut = _tail_of(title)
        if cut is None:
            return title
        head, tail = cut
        found = group_meaning(tail) if title.endswith((")", "]", "）")) else published(tail)
        if not evidence.tell(found.role, found.value or tail, found):
            return title
        title = head
    return title


def _tail_of(title: str) -> tuple[str, str] | None:
    """Split off a title's last part if that is a venue, a year, a date or people."""
    group = _TAIL_GROUP.match(title)
    if group and group_meaning(group[2]).role in PUBLISHED | {"affiliations", "citations"}:
        return group[1], group[2]
    for separator in (". ", ", ", " - ", "，"):
        head, found, tail = title.rpartition(separator)
        inside = head.count("(") > head.count(")") and tail.endswith(")")
        role = published(tail).role if found and len(head) > 2 and not inside else ""
        if separator == ". " and _INITIAL.search(head) and not _SHORT_YEAR.search(tail):
            continue
        if separator == ", " and role == "year":
            head, tail = _dated_before(head, tail)
        people = role == "authors" and (separator == ". " or " et al" in tail)
        if role in PUBLISHED or people:
            return head, tail
    return _people_at_end(title)


def _dated_before(head: str, year: str) -> tuple[str, str]:
    """Split "..., July 6, 2009" before its day, not before its year."""
    before, found, day = head.rpartition(", ")
    dated = found and read_date(f"{day}, {year.strip(' .')}")
    return (before, f"{day}, {year}") if dated else (head, year)


def _people_at_end(title: str) -> tuple[str, str] | None:
    """Split off people who follow the title's first three words: "Title of it, Ann Lee, Bo Wu"."""
    for separator in (". ", ", "):
        head, found, tail = title.partition(separator)
        while found and len(head.split()) < 3:
            more, found, tail = tail.partition(separator)
            head = f"{head}{separator}{more}" if found else head
        if found and len(tail) < 400 and meaning(tail).role == "authors":
            return head, tail
    return None
