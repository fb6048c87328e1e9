"""What in this line is the title, and what are the links, venue, date, people and the note?

The one reading that all shapes share. What stands before the title says by itself what it is
(`bot.importers.phrases.segments.classify`); then comes the title (`bot.importers.line.title`), then
the rest (`bot.importers.line.tail`).
"""

import re

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.cut_tail import without_tail
from bot.importers.line.tail import is_people, read_rest, take_link
from bot.importers.line.title import find_title
from bot.importers.line.title_text import QUOTED
from bot.importers.phrases.names import is_byline, is_name, is_organisation
from bot.importers.phrases.published import (
    OPENING,
    SENTENCE,
    classify_group,
    long_words,
    names_venue,
)
from bot.importers.phrases.roles import LINKS, is_generic, role_of
from bot.importers.phrases.segments import (
    Meaning,
    Segment,
    cited,
    classify,
    decorations_off,
    is_title_link,
    segments,
)
from bot.importers.phrases.values import is_remark
from bot.markdown.tree.pieces import BOLD, CODE, ITALIC, Piece
from bot.text.clean import clean

# Brackets before a title that say of what kind the work is.
_TAGS = frozenset(
    "survey review benchmark dataset theory new tutorial book thesis oral spotlight highlight code"
    " position demo video blog tool toolkit library framework must-read hot recommended".split()
)


# "NeurIPS2023_RECODE": where and when, and the work's short name.
_VENUE_AND_NAME = re.compile(r"([A-Za-z][A-Za-z ]{1,20}'?(?:20)?\d\d)\s?[_:-]\s?(\S.{0,40})")


_ACRONYM_YEAR = re.compile(r"[A-Z][A-Za-z]{0,9}[A-Z][A-Za-z]{0,3}(?:[ '’-]|[ -]?'?)(?:20)?\d\d")
_PUBLISHED_FIRST = re.compile(
    r"\s*(?!\d{4}-[A-Z])(?=[^,:;：，]{0,60}\d)([A-Za-z\d][^,:;：，]{2,60}?)\s*(?:[,:;：，]|\s[-–—]\s)\s+"
)


_LONGEST_PERSON = 3  # words of a name
FARTHEST_TITLE = 100  # segments behind people; a line of thousands is nobody's entry


def read_line(builder: PaperBuilder, pieces: list[Piece]) -> None:
    """Read an entry's own line into `builder`."""
    line = _with_people(segments(pieces))
    start = _lead(builder, line)
    builder.last = ""
    end = find_title(builder, line, start)
    read_rest(builder, line[end:])


def _with_people(line: list[Segment]) -> list[Segment]:
    """Join people before a title in bold, of whom one is set off: "**Ann Lee**, Bo Wu. **T**"."""
    for at, segment in enumerate(line[:FARTHEST_TITLE]):
        if segment.kind != "text":
            break
        if at and segment.style & BOLD and len(long_words(segment.text)) > _LONGEST_PERSON:
            raw = "".join(earlier.raw for earlier in line[:at])
            several = any(earlier.style for earlier in line[:at]) and "," in raw
            if several and classify(raw).role == "authors":
                return [Segment("text", raw.strip(), raw), *line[at:]]
            break
    return line


def read_detail(builder: PaperBuilder, pieces: list[Piece]) -> None:
    """Read a line that says something of an entry whose title stands elsewhere."""
    if not any(piece.kind == "link" for piece in pieces):
        text = "".join(" " if p.kind == "break" else p.text for p in pieces if p.kind != "image")
        meaning = classify(text)
        if meaning.role and builder.add(meaning.role, meaning.value or text, meaning):
            return
        if sum(p.kind != "image" for p in pieces) == 1 and is_people(
            pieces[0].text, pieces[0].style
        ):
            builder.add("authors", pieces[0].text)
            return
        if is_organisation(text.strip(" .")):
            builder.add("affiliations", text)
            return
        if len(text.split()) > 12 and not _opens_with_people(text):
            builder.add_note(text)
            return
    read_rest(builder, segments(pieces))


def _opens_with_people(text: str) -> bool:
    """Tell "Lili Chen, Kevin Lu, and Igor Mordatch. arXiv, 2021", however many they are."""
    first = SENTENCE.split(text.strip(), maxsplit=1)[0]
    if "," not in first:
        return False
    if classify(first).role == "authors":
        return True
    behind = PaperBuilder()
    people = without_tail(behind, first) if len(first) < 300 else first
    return not behind.people and classify(people).role == "authors"


def _lead(builder: PaperBuilder, line: list[Segment]) -> int:
    """Take in what stands before the title: numbers, dates, venues, tags, badges, a name."""
    last = _last_words(line)
    for index, segment in enumerate(line):
        text = decorations_off(segment.text).strip(OPENING)
        if segment.kind == "link" and (segment.badge or not text):
            take_link(builder, segment)
            continue
        says = segment.kind != "stop" and any(map(str.isalnum, text))
        if says and not _leads(builder, line, index, last):
            return index
    return len(line)


def _leads(builder: PaperBuilder, line: list[Segment], index: int, last: int) -> bool:
    """Take in one part before the title; False if the title begins with it."""
    segment = line[index]
    if segment.kind == "link":
        venue = names_venue(segment.text)
        begins = last <= index or (is_title_link(segment) and not venue)
        if not begins:
            take_link(builder, segment, as_venue=venue)
        return not begins
    if segment.kind == "group":
        begins = bool(segment.style & CODE) and _is_all(line, index)
        if not begins:
            _lead_group(builder, segment)
        return not begins
    return _lead_text(builder, line, index)


def _is_all(line: list[Segment], index: int) -> bool:
    """Tell a title in code, of which a line has no other words."""
    titled = len(long_words(line[index].text)) > _LONGEST_PERSON - 1
    return titled and not classify_group(line[index].text).role and _last_words(line) < index


def _last_words(line: list[Segment]) -> int:
    """Give the last place with words of its own, which a "[Paper]" may stand before, or -1."""
    for index in range(len(line) - 1, -1, -1):
        s = line[index]
        words = s.kind == "text" and len(long_words(s.text)) > 0 and _names(s.text)
        if words or is_title_link(s):
            return index
    return -1


def _names(text: str) -> bool:
    """Tell words that may name a work from those that only say of what kind something is."""
    return not (classify(text).role or is_generic(text.strip(OPENING)) or is_remark(text))


def _lead_group(builder: PaperBuilder, segment: Segment) -> None:
    """Take in a bracket before the title: a date, a venue, a tag, or the work's short name."""
    text = decorations_off(segment.text).strip(OPENING)
    meaning = classify_group(text)
    if meaning.role and builder.add(meaning.role, meaning.value, meaning):
        return
    if named := _VENUE_AND_NAME.fullmatch(text):
        meaning = classify(named[1])
        if meaning.role == "venue" and builder.add(meaning.role, meaning.value, meaning):
            builder.call(named[2])
            return
    if text.isdigit():
        return
    if segment.badge:  # one that says neither where nor when only decorates
        builder.add_note(text if text[0].isdigit() else "")
        return
    if text.casefold() in _TAGS:
        builder.keywords.append(clean(text))
    elif is_name(text) and not builder.name and not is_generic(text):
        builder.call(text)
    elif role_of(text) not in LINKS:
        builder.add_note(text)


def _published_first(builder: PaperBuilder, line: list[Segment], index: int) -> None:
    """Take "ICML 2022, " or "arXiv 2023.10: " off the beginning of the title's text."""
    segment = line[index]
    match = _PUBLISHED_FIRST.match(segment.raw)
    meaning = classify(match[1]) if match else None
    more = match and (segment.raw[match.end() :].strip() or index + 1 < len(line))
    if match and meaning and more and meaning.role in {"date", "venue"} and not segment.style:
        builder.add(meaning.role, meaning.value, meaning)
        raw = segment.raw[match.end() :]
        line[index] = segment._replace(text=raw.strip(), raw=raw)


def _lead_text(builder: PaperBuilder, line: list[Segment], index: int) -> bool:
    """Take in a date, venue or people before the title; False if the title may begin here."""
    _published_first(builder, line, index)
    segment = line[index]
    text = decorations_off(segment.text).strip(OPENING)
    if not text:
        return True
    behind = line[index + 1].raw if index + 1 < len(line) else ""
    following = behind.lstrip(" ")[:1]
    if QUOTED.search(segment.text) or (segment.style & BOLD and following in {":", "："}):
        return False
    meaning = classify(text)
    if meaning.role in {"date", "year", "venue"} and len(line) > index + 1:
        return builder.add(meaning.role, meaning.value, meaning)
    if following == "\n" and _ACRONYM_YEAR.fullmatch(text):
        return builder.add("venue", text)
    near = line[index + 1 : index + 1 + FARTHEST_TITLE]
    if near and near[0].kind == "group" and is_byline(text) and cited(f"{text} {near[0].raw}"):
        meaning = Meaning("authors", text)  # "Lee & Wu (2024), *A Title*"
    return _leads_to_title(builder, segment, meaning, near)


def _leads_to_title(
    builder: PaperBuilder, segment: Segment, meaning: Meaning, near: list[Segment]
) -> bool:
    """Take in people, or the label of a link, before a title that is `near`; False without one."""
    text = decorations_off(segment.text).strip(OPENING)
    people = meaning.role == "authors" or is_people(text, segment.style)
    later = _names_work_later(near, plain=not segment.style & BOLD)
    if people and later:
        return builder.add("authors", classify(segment.text.strip()).value or meaning.value or text)
    if segment.style & BOLD:
        return False
    labels = role_of(text) in LINKS and near[:1] and near[0].kind == "link"
    announces = role_of(text) and segment.text.rstrip().endswith((":", "："))
    return bool(later and (labels or announces))


def _names_work_later(line: list[Segment], *, plain: bool) -> bool:
    """Tell whether a title that is set off (linked, bold, quoted) follows, before any "[Paper]".

    `plain` if a title that is not set off counts too.
    """
    for segment in line:
        if segment.kind == "link" and not segment.badge:
            return is_title_link(segment) and len(segment.text) > 12
        if segment.kind == "text" and len(long_words(segment.text)) > 2:
            bold = segment.style & (BOLD | ITALIC) and not classify(segment.text).role
            return bool(bold) or bool(QUOTED.search(segment.text)) or (plain and not segment.style)
    return False
