"""What is said of a work beside its title: links, venue, date, people, the note?"""

import re
from itertools import dropwhile

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.tail_text import PRIZE, read_tail
from bot.importers.phrases.dates import read_date
from bot.importers.phrases.names import (
    is_authors,
    is_byline,
    is_firm,
    is_name,
    mostly_people,
    spells_out,
)
from bot.importers.phrases.published import OPENING, PUBLISHED, classify_group, names_venue
from bot.importers.phrases.roles import LINKS, is_generic, role_of
from bot.importers.phrases.segments import Segment, badge_words, cited, classify, is_title_link
from bot.importers.phrases.values import is_remark
from bot.markdown.tree.pieces import BOLD, CODE, INSERTED, ITALIC, Piece
from bot.venues.parse import parse_venue

_UNSAID = frozenset(("", "img", "image", "badge", "icon", "alt text", "link"))
_DOCUMENT = re.compile(r"(?:[A-Z]|EB|DB|CP)(?:/OL)?")  # "[C]//Proceedings", GB/T 7714
_BADGE_VENUE = re.compile(r"[A-Z][A-Za-z&.+ ]{1,40}[ '-](?:19|20)\d\d")


def read_rest(builder: PaperBuilder, line: list[Segment]) -> None:
    """Take in what stands behind the title."""
    text, linked = "", False
    before: Segment | None = None
    left = _byline(builder, line)
    for index, segment in enumerate(left):
        after = left[index + 1].raw if index + 1 < len(left) else ""
        if segment.kind == "stop" and segment.raw == "\n":
            text += " "
        elif _one_of_people(segment, text, after):
            text += segment.raw
        elif _stands_alone(segment, text, linked=linked and not _has_line(left, index)):
            labels = segment.kind == "link" and role_of(text) in LINKS
            read_tail(builder, "" if labels else text)
            text = ""
            _read_alone(builder, segment, before, linked=linked and not _has_line(left, index))
            linked = linked or segment.kind == "link"
        else:
            text += segment.raw
        before = segment
    read_tail(builder, text)


def _stands_alone(segment: Segment, before: str, *, linked: bool) -> bool:
    """Tell a part that says something by itself from a word of the sentence `before` it."""
    if segment.kind in {"link", "stop"} or segment.badge:
        return True
    if segment.kind == "group":
        role = classify_group(segment.text).role
        if role == "year" and _venue_with(before, segment.text):
            return False
        return role != "" or segment.text[:1] == "@" or not before.strip()
    if not segment.style:
        return False
    opens = bool(segment.style & (INSERTED | ITALIC)) and not before.strip(OPENING)
    says = _names_people(segment, linked=linked) or classify(segment.text).role
    return opens or bool(says)


def _one_of_people(segment: Segment, before: str, after: str) -> bool:
    """Tell the list's owner, set off among the authors: "**Ann Lee**, Bo Wu", "Bo Wu, *A. Lee*"."""
    if not segment.style or segment.kind != "text" or "," in segment.text:
        return False
    joined = after.lstrip()[:1] == "," or before.rstrip().endswith(",")
    return joined and not any(map(str.isdigit, segment.text)) and is_byline(segment.text)


def _venue_with(before: str, year: str) -> bool:
    """Tell "Nature (2016)", which is a venue only with its year."""
    name = before.strip(OPENING + '"”')
    bare = 0 < len(name.split()) < 6 and not any(map(str.isdigit, name))
    return bare and classify(f"{name} {year}").role == "venue"


def _names_people(segment: Segment, *, linked: bool) -> bool:
    """Tell people by their emphasis; behind the links, two capitalised words are a remark."""
    return is_people(segment.text, segment.style) and (not linked or is_authors(segment.text))


def _has_line(line: list[Segment], index: int) -> bool:
    """Tell words that have a line to themselves, and so are no remark on what stands before."""
    before = next((s for s in reversed(line[:index]) if s.raw.strip() or s.kind == "stop"), None)
    behind = next((s for s in line[index + 1 :] if s.raw.strip() or s.kind == "stop"), None)
    opens = before is not None and _is_break(before)
    return opens and (behind is None or _is_break(behind)) and not PRIZE.search(line[index].text)


def _is_break(segment: Segment) -> bool:
    return segment.kind == "stop" and "\n" in segment.raw


def _read_alone(
    builder: PaperBuilder, segment: Segment, before: Segment | None, *, linked: bool
) -> None:
    """Take in a part that says something by itself."""
    if segment.kind == "link":
        take_link(builder, segment)
    elif segment.kind == "group":
        _group(builder, segment, before)
    elif _names_people(segment, linked=linked):
        builder.add("authors", segment.text)
    else:
        read_tail(builder, segment.text, styled=True)


def _byline(builder: PaperBuilder, line: list[Segment]) -> list[Segment]:
    """Take in people who have the line under the title to themselves; give what is left."""
    shown = [index for index, segment in enumerate(line) if segment.kind == "stop" or segment.text]
    near = list(dropwhile(lambda index: line[index].kind == "group", shown))[:3]
    if len(near) > 1 and line[near[0]].raw == "\n\n":
        segment = line[near[1]]
        alone = len(near) == 2 or line[near[2]].raw == "\n\n"
        if alone and segment.kind == "text" and is_byline(segment.text):
            builder.add("authors", segment.text)
            return [*line[: near[0]], *line[near[1] + 1 :]]
    return line


def take_link(builder: PaperBuilder, segment: Segment, *, as_venue: bool = False) -> None:
    """Take in a link; one that says where or when the work appeared says that too."""
    text = badge_words(Piece("", badge=segment.badge)) if segment.badge else segment.text
    label = text if segment.text.lower() in _UNSAID and text else segment.text
    mentioned = bool(builder.title) and is_title_link(segment) and builder.has_work()
    builder.add_link(label, segment.url, segment.badge, mentioned=mentioned)
    nameless = builder.title and not segment.badge and not builder.people
    if nameless and (people := cited(segment.text)):
        builder.add("authors", people[0])
        builder.add("year", str(people[1]))
        return
    meaning = classify(text.strip("[] "))
    if meaning.role in PUBLISHED:
        builder.add(meaning.role, meaning.value, meaning)
    elif segment.badge and (venue := _BADGE_VENUE.fullmatch(text)):
        builder.add("venue", venue[0])
    elif as_venue or (builder.title and not builder.venue and names_venue(text)):
        publication = parse_venue(text)
        builder.add_venue(publication, publication.name)


def _group(builder: PaperBuilder, segment: Segment, before: Segment | None) -> None:
    """Take in a bracket behind the title; one that touches a person's name says where from."""
    if _gives_name(builder, segment.text) or _gives_origin(builder, segment.text):
        return
    meaning = classify_group(segment.text)
    if meaning.role and builder.add(meaning.role, meaning.value or segment.text, meaning):
        return
    touched = before if before and before.kind == "text" and before.raw[-1:].isalpha() else None
    if touched and is_people(touched.text, touched.style):
        builder.add("affiliations", segment.text)
    elif segment.badge:
        if _BADGE_VENUE.fullmatch(segment.text):
            builder.add("venue", segment.text)
    elif _DOCUMENT.fullmatch(segment.text):
        return
    elif not builder.name and _holds_name(segment, touches=touched is not None):
        builder.call(segment.text)
    else:
        read_tail(builder, segment.text)


def _holds_name(segment: Segment, *, touches: bool) -> bool:
    """Tell a bracket that stands by itself, or is set off, and holds one word that is a name."""
    text = segment.text
    if " " in text or not text[:1].isupper() or not is_name(text) or is_generic(text):
        return False
    in_round = segment.raw[:1] == "(" and not touches and not is_remark(text)
    return in_round or segment.style & (BOLD | CODE) == BOLD | CODE


def _gives_name(builder: PaperBuilder, text: str) -> bool:
    """Take in "(YOLO, 2015)", where the name is spelled by the title's initials."""
    name, comma, year = text.partition(", ")
    if not comma or not read_date(year) or builder.name or not spells_out(builder.title, name):
        return False
    builder.call(name)
    return builder.add("year", year)


def _gives_origin(builder: PaperBuilder, text: str) -> bool:
    """Take in "(Google, 2023)": whose work it is, and when, but no venue."""
    place, _, year = text.partition(", ")
    if not read_date(year) or not is_firm(place):
        return False
    return builder.add("affiliations", place) and builder.add("year", year)


def is_people(text: str, style: int) -> bool:
    """Tell people by their emphasis: one name, or surnames alone, in italics."""
    italic = bool(style & ITALIC) and not style & BOLD
    return italic and classify(text).role != "venue" and (is_byline(text) or mostly_people(text))
