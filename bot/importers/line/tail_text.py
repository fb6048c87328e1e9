"""What does plain text behind a title say: people, a venue, a date, or nothing we know?"""

import re

from bot.importers.line.builder import PaperBuilder
from bot.importers.phrases.dates import read_date
from bot.importers.phrases.names import is_byline, surname_pair
from bot.importers.phrases.places import with_places
from bot.importers.phrases.roles import is_generic
from bot.importers.phrases.segments import Meaning, cited, classify, decorations_off
from bot.text.clean import clean
from bot.venues.read import read_publication

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
    return not is_generic(first) or classify(first).role == "venue"


def cites(lead: str) -> bool:
    """Tell a whole reference, up to where and when: "... Proceedings of SOSP, October 2003."."""
    return bool(_YEAR_ENDS.search(lead[-12:]) and _SOURCE.search(lead) and ". " in lead)


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
    return Meaning("venue", text, read_publication(text))


def classify_group(text: str) -> Meaning:
    """Tell what a bracket behind a title says: one that names a year says where it appeared."""
    meaning = classify(text)
    if meaning.role:
        return meaning
    said, comma, venue = text.rpartition(", ")
    if comma and len(said.split()) < 6 and _DATED.search(venue) and classify(venue).role == "venue":
        return Meaning("venue", text, read_publication(venue)._replace(known=False))
    if not _GROUP_VENUE.fullmatch(text):
        return meaning
    return Meaning("venue", text, read_publication(text))


def _tidied(text: str) -> str:
    """Drop what catches the eye, and the quotation mark that closes the title before it."""
    text = _ET_AL.sub("et al. ", decorations_off(text)).strip(OPENING).strip(CLOSING)
    text = text.lstrip(OPENING + "”’")
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
    meaning = classify(text)
    if meaning.role and builder.add(meaning.role, meaning.value or text, meaning):
        return
    people = classify(text.rpartition(". ")[0]).role == "authors"
    if ". " in text and not (builder.venue or people) and _VENUE_YEAR.fullmatch(text):
        builder.add_venue(read_publication(text), text)
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
    byline = is_byline(parts[0]) and not _PRIZE.search(parts[0])
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
        builder.venue, builder.year = clean(venue[1]), int(venue[2])
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
    alone = left != text and builder.venue and not (builder.people or _PRIZE.search(left))
    if (left != text and surname_pair(left)) or (alone and is_byline(left)):
        builder.add("authors", left)
        return
    if _people_and_venue(builder, text) or (left != text and _people_and_source(builder, left)):
        return
    if (venue := _VENUE_YEAR.fullmatch(text)) and not builder.venue:
        builder.venue, builder.year = clean(venue[1]), int(venue[2])
        return
    if styled and left != text and not builder.venue and len(left) < 80:
        builder.venue = clean(left.strip(CLOSING))
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
    named = comma and not builder.venue and _SOURCE.search(source) and len(source) < 100
    if not named or not is_byline(people):
        return False
    builder.venue = clean(source)
    return builder.add("authors", people)


def without_tail(builder: PaperBuilder, title: str) -> str:
    """Take venue, year, date and people off a title's end, as long as something is left."""
    if not _MAY_END.search(title):
        return title
    for tries in range(6):
        whole = _OTHERS.sub("", title) if title.count(",") > 1 else title
        if tries and " et al" not in whole and classify(whole).role == "authors":
            return title
        cut = _tail_of(title)
        if cut is None:
            return title
        head, tail = cut
        meaning = (
            classify_group(tail) if title.endswith((")", "]", "）")) else classify_sentence(tail)
        )
        if not builder.add(meaning.role, meaning.value or tail, meaning):
            return title
        title = head
    return title


def _tail_of(title: str) -> tuple[str, str] | None:
    """Split off a title's last part if that is a venue, a year, a date or people."""
    group = _TAIL_GROUP.match(title)
    if group and classify_group(group[2]).role in PUBLISHED | {"affiliations", "citations"}:
        return group[1], group[2]
    for separator in (". ", ", ", " - ", "，"):
        head, cut_at, tail = title.rpartition(separator)
        inside = head.count("(") > head.count(")") and tail.endswith(")")
        role = classify_sentence(tail).role if cut_at and len(head) > 2 and not inside else ""
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
    before, comma, day = head.rpartition(", ")
    dated = comma and read_date(f"{day}, {year.strip(' .')}")
    return (before, f"{day}, {year}") if dated else (head, year)


def _people_at_end(title: str) -> tuple[str, str] | None:
    """Split off people who follow the title's first three words: "Title of it, Ann Lee, Bo Wu"."""
    for separator in (". ", ", "):
        head, cut_at, tail = title.partition(separator)
        while cut_at and len(head.split()) < 3:
            more, cut_at, tail = tail.partition(separator)
            head = f"{head}{separator}{more}" if cut_at else head
        if cut_at and len(tail) < 400 and classify(tail).role == "authors":
            return head, tail
    return None
