"""What in this line is the title, and what are the links, venue, date, people and the note?

The one reading that all shapes share. A title is, in this order: a link that names a work, a
stretch in bold, one in quotation marks, else the text up to the first thing that is no title.
What stands before and after it says by itself what it is (`bot.importers.segments.meaning`).
"""

import re

from bot.importers.evidence import Evidence
from bot.importers.identity import is_work
from bot.importers.inline import BOLD, INSERTED, ITALIC, Piece
from bot.importers.names import is_byline
from bot.importers.roles import is_generic, role_of
from bot.importers.segments import (
    Segment,
    decorations_off,
    is_label,
    is_short_name,
    meaning,
    segments,
)
from bot.model.text import clean

_QUOTED = re.compile(r"[\"“”«]([^\"“”«»]{8,400})[\"“”»]")
_INDEX = re.compile(r"^(?:\[?\d{1,4}\]?[.):]\s+|\[\d{1,4}\]\s*|#\d{1,4}\b:?\s*)")
_OPENING = " \t\n,;:.，、。；|·*_-–—>]）)】/&+"
_CLOSING = " \t\n,;:，、；|·*_-–—([（【/&+>"
_DATED = re.compile(
    r"^[\[(（【]?((?:19|20)\d\d(?:[-./]\d{1,2}){0,2}|(?:19|20)\d\d)[\])）】]?\s*[:,|\-–—.]?\s+(?=\S)"
)
_TAGS = frozenset(
    "survey review benchmark dataset theory new tutorial book thesis oral spotlight highlight code"
    " position demo video blog tool toolkit library framework must-read hot recommended".split()
)
_YEAR_FIRST = re.compile(r"^(.{3,300}?)[\s,]*\((\d{4})[a-z]?\)[.,:]?\s+(.+)$", re.DOTALL)
_VENUE_YEAR = re.compile(
    r"((?:[A-Z][\w&/.-]*)(?: (?:[A-Z][\w&/.-]*|of|on|and|&)){0,4})[\s,'’]+((?:19|20)\d\d)"
)
_SENTENCE = re.compile(r"(?<=[^\s.A-Z])\.\s+(?=\S)|\s*[;；。]\s*")
LONGEST_TITLE_NAME = 3


def read_line(evidence: Evidence, pieces: list[Piece]) -> None:
    """Read an entry's own line into `evidence`."""
    line = segments(pieces)
    start = _lead(evidence, line)
    end = _title(evidence, line, start)
    _rest(evidence, line[end:])


def read_detail(evidence: Evidence, pieces: list[Piece]) -> None:
    """Read a line that says something of an entry whose title stands elsewhere."""
    if not any(piece.kind == "link" for piece in pieces):
        text = "".join(" " if p.kind == "break" else p.text for p in pieces if p.kind != "image")
        found = meaning(text)
        if found.role and evidence.tell(found.role, found.value or text, found):
            return
        if sum(p.kind != "image" for p in pieces) == 1 and is_people(
            pieces[0].text, pieces[0].style
        ):
            evidence.tell("authors", pieces[0].text)
            return
        if len(text.split()) > 12:
            evidence.note(text)
            return
    _rest(evidence, segments(pieces))


def is_title_link(segment: Segment) -> bool:
    """Tell a link that names a work from one that says "Paper", "Code" or "ICML 2023"."""
    return segment.kind == "link" and not segment.badge and not is_label(segment.text)


def _lead(evidence: Evidence, line: list[Segment]) -> int:
    """Take in what stands before the title: numbers, dates, venues, tags, badges, a name."""
    for index, segment in enumerate(line):
        text = decorations_off(segment.text).strip(_OPENING)
        if segment.kind == "link" and (segment.badge or not text):
            evidence.link(segment.text, segment.url, segment.badge)
            continue
        if segment.kind == "stop" or not any(map(str.isalnum, text)):
            continue
        if segment.kind == "link":
            if is_title_link(segment) or not _label_first(line[index:]):
                return index
            evidence.link(segment.text, segment.url, segment.badge)
        elif segment.kind == "group":
            _lead_group(evidence, segment, text)
        elif not _lead_text(evidence, line, index, text):
            return index
    return len(line)


def _label_first(line: list[Segment]) -> bool:
    """Tell whether words still follow a "[Paper]" that stands before them."""
    return any(
        is_title_link(s)
        or (s.kind == "text" and len(_words(s.text)) > 1 and not meaning(s.text).role)
        for s in line[1:]
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)


def _lead_group(evidence: Evidence, segment: Segment, text: str) -> None:
    """Take in a bracket before the title: a date, a venue, a tag, or the work's short name."""
    found = meaning(text)
    if found.role and evidence.tell(found.role, found.value, found):
        return
    if text.isdigit():
        return
    if text.casefold() in _TAGS or segment.badge:
        evidence.keywords.append(clean(text))
    elif is_short_name(text) and not evidence.name and not is_generic(text):
        evidence.name = clean(text)
    else:
        evidence.note(text)


def _lead_text(evidence: Evidence, line: list[Segment], index: int, text: str) -> bool:
    """Take in a date, venue or people before the title; False if the title may begin here."""
    segment = line[index]
    if _QUOTED.search(segment.text):
        return False
    found = meaning(text)
    if found.role in {"date", "year", "venue"} and len(line) > index + 1:
        return evidence.tell(found.role, found.value, found)
    people = found.role == "authors" or is_people(text, segment.style)
    if people and _names_work_later(line[index + 1 :]):
        return evidence.tell("authors", text)
    if segment.style & BOLD:
        return False
    later = _names_work_later(line[index + 1 :])
    if later and role_of(text) and segment.text.rstrip().endswith((":", "：")):
        return True
    return False


def is_people(text: str, style: int) -> bool:
    """Tell people by their emphasis: one name, or surnames alone, in italics."""
    return bool(style & ITALIC) and not style & BOLD and is_byline(text)


def _names_work_later(line: list[Segment]) -> bool:
    """Tell whether a title that is set off (linked, bold, quoted) follows, before any "[Paper]"."""
    for segment in line:
        if segment.kind == "link" and not segment.badge:
            return is_title_link(segment) and len(segment.text) > 12
        if segment.kind == "text" and len(_words(segment.text)) > 2:
            bold = segment.style & (BOLD | ITALIC) and not meaning(segment.text).role
            return bool(bold) or bool(_QUOTED.search(segment.text)) or not segment.style
    return False


def _title(evidence: Evidence, line: list[Segment], start: int) -> int:
    """Find the title from `start` on; give the place behind it."""
    if start >= len(line):
        return start
    first = line[start]
    if is_title_link(first):
        return _linked_title(evidence, line, start)
    if first.kind == "link":
        return start
    if first.style & BOLD:
        return _bold_title(evidence, line, start)
    if quoted := _QUOTED.search(first.text):
        before, after = first.text[: quoted.start()], first.text[quoted.end() :]
        if not before.strip(_OPENING) or meaning(before).role == "authors" or len(before) < 120:
            evidence.title = clean(quoted[1].strip(_CLOSING))
            if before.strip(_OPENING):
                _people_or_note(evidence, before)
            _tail(evidence, after)
            return start + 1
    later = _later_title(line, start)
    if later:
        _people_or_note(evidence, " ".join(s.raw for s in line[start:later]))
        return _title(evidence, line, later)
    return _plain_title(evidence, line, start)


def _people_or_note(evidence: Evidence, text: str) -> None:
    text = text.strip(_OPENING + "\"“”'")
    found = meaning(text)
    if found.role:
        evidence.hear(text)
    elif apa := _YEAR_FIRST.match(f"{text} ."):
        _people_or_note(evidence, apa[1])
        evidence.tell("year", apa[2])
    else:
        _tail(evidence, text)


def _later_title(line: list[Segment], start: int) -> int:
    """Find a title that is set off behind plain text which is none: people, a short lead-in."""
    lead = "".join(segment.raw for segment in line[start : start + 1])
    for index in range(start + 1, len(line)):
        segment = line[index]
        if segment.kind == "stop" and segment.raw == "\n\n":
            break
        if segment.kind == "link":
            if not is_title_link(segment):
                return 0
            long = len(_words(segment.text)) > 2 or bool(is_work(segment.url))
            people = meaning(lead).role == "authors" or lead.rstrip().endswith((".", ":", ",", "-"))
            brief = len(_words(lead)) <= 3
            return index if long and (people or brief or len(_words(segment.text)) > 4) else 0
        if segment.kind == "text" and segment.text:
            bold = segment.style & BOLD and len(_words(segment.text)) > 1
            if bold and not meaning(segment.text).role:
                return index
            quoted = _QUOTED.search(segment.text)
            if quoted and meaning(lead).role == "authors":
                return index
            if segment.style and meaning(lead).role != "authors":
                return 0
        lead += segment.raw
    return 0


def _linked_title(evidence: Evidence, line: list[Segment], start: int) -> int:
    """Take a link's text for the title; a short one goes on behind a colon."""
    link = line[start]
    label = link.text.strip()
    prefix, colon, rest = label.partition(":")
    if colon and role_of(prefix) in {"links", "paper", "title"} and rest.strip():
        label = rest.strip()
        if is_label(label):
            evidence.link(link.text, link.url)
            return start + 1
    evidence.link(link.text, link.url)
    label, end = _INDEX.sub("", label), start + 1
    following = line[end] if end < len(line) else None
    opening = following.raw.lstrip() if following and following.kind == "text" else ""
    named = is_short_name(label.strip("[]"))
    if named and opening[:1] in {":", "："} and is_work(link.url):
        return _plain_title(evidence, line, end, f"{label}: ")
    if named and label.startswith("[") and opening and len(_words(opening)) > 2:
        evidence.name = clean(label.strip("[]"))
        return _plain_title(evidence, line, end)
    _set_title(evidence, label)
    return end


def _bold_title(evidence: Evidence, line: list[Segment], start: int) -> int:
    """Take bold text for the title, or for the short name that stands before it."""
    end = start
    while end < len(line) and line[end].style & BOLD and line[end].kind in {"text", "group"}:
        if line[end].kind == "group" and end > start and meaning(line[end].text).role:
            break
        end += 1
    text = "".join(segment.raw for segment in line[start:end]).strip()
    following = line[end] if end < len(line) else None
    opening = following.raw.lstrip() if following and following.kind == "text" else ""
    linked = following is not None and is_title_link(following) and len(_words(following.text)) > 2
    if is_short_name(text.strip(" :.,")):
        name = text.strip(" :.,")
        if linked and following:
            evidence.name = clean(name)
            return _linked_title(evidence, line, end)
        if opening[:1] in {":", "："} or text.endswith((":", "：")):
            return _plain_title(evidence, line, end, f"{name}: ")
        if len(_words(opening)) > 3 and not opening[:1].islower() and opening[:1] not in "-–—,.|(":
            evidence.name = clean(name)
            return _plain_title(evidence, line, end)
    elif linked and following and text.endswith(":") and role_of(text.rstrip(":")):
        return _linked_title(evidence, line, end)
    _set_title(evidence, text)
    return end


def _plain_title(evidence: Evidence, line: list[Segment], start: int, before: str = "") -> int:
    """Take plain text for the title, up to the first thing that is none."""
    end = start
    taken: list[str] = []
    while end < len(line):
        segment = line[end]
        if segment.kind == "link" and (taken or before):
            break
        if segment.kind == "link" or (segment.style & INSERTED and taken):
            break
        if segment.kind == "stop" and _stops(line, end, bool(taken)):
            break
        if segment.kind == "group" and taken and _leaves(segment, line[end + 1 :]):
            break
        if segment.style & (ITALIC | BOLD) and taken and not _inside(taken, segment, line, end):
            break
        taken.append(" " if segment.kind == "stop" and "\n" in segment.raw else segment.raw)
        end += 1
    title = before + "".join(taken).strip(_OPENING if not before else _OPENING)
    if apa := _YEAR_FIRST.match(title):
        if meaning(apa[1]).role == "authors":
            evidence.tell("authors", apa[1])
            evidence.tell("year", apa[2])
            title = apa[3]
    _set_title(evidence, title)
    return end


def _stops(line: list[Segment], index: int, begun: bool) -> bool:
    """Tell whether a bar, dash or line break ends the title."""
    raw = line[index].raw
    if not begun:
        return False
    if "|" in raw or raw == "\n\n" or "｜" in raw:
        return True
    following = line[index + 1] if index + 1 < len(line) else None
    if following is None or following.kind != "text":
        return following is None or following.kind == "stop" or raw.strip() == ""
    if raw == "\n":
        return bool(following.style) or bool(meaning(following.text).role)
    return bool(meaning(following.text).role) or bool(following.style & (ITALIC | BOLD))


def _leaves(group: Segment, rest: list[Segment]) -> bool:
    """Tell whether a bracket is no part of the title: it says something, or ends the line."""
    found = meaning(group.text)
    if found.role or group.text[:1] == "@" or group.raw[:1] in "[【":
        return True
    last = not any(s.kind == "text" and _words(s.text) for s in rest[:1])
    return (
        last
        and is_short_name(group.text)
        and len(group.text.split()) == 1
        and group.text[:1].isupper()
        or (is_generic(group.text))
    )


def _inside(taken: list[str], segment: Segment, line: list[Segment], index: int) -> bool:
    """Tell whether emphasis is a word of a sentence, not a part of its own."""
    text = "".join(taken)
    after = line[index + 1] if index + 1 < len(line) else None
    brief = len(segment.text.split()) <= 2 and not meaning(segment.text).role
    runs_on = after is not None and after.kind == "text" and after.text[:1].isalnum()
    return brief and runs_on and text.rstrip()[-1:] not in {".", ",", ":", ";"}


def _set_title(evidence: Evidence, text: str) -> None:
    """Clean a title and take off what its author only put beside it."""
    text = _INDEX.sub("", decorations_off(text).strip())
    if dated := _DATED.match(text):
        if evidence.tell("date", dated[1]):
            text = text[dated.end() :]
    text = _without_tail(evidence, text.strip(_CLOSING).lstrip(_OPENING))
    quoted = _QUOTED.fullmatch(text.strip(" .,"))
    title = clean((quoted[1] if quoted else text).strip(_CLOSING).strip("*").rstrip(","))
    if title.endswith(("]", ")")) and title.count("(") + title.count("[") < title.count(
        ")"
    ) + title.count("]"):
        title = title[:-1].rstrip()
    if evidence.title:
        evidence.note(title)
    else:
        evidence.title = title


def _without_tail(evidence: Evidence, title: str) -> str:
    """Take venue, year, date and people off a title's end, as long as something is left."""
    if not _MAY_END.search(title):
        return title
    for _ in range(6):
        cut = _tail_of(title)
        if cut is None:
            return title
        head, tail = cut
        found = meaning(tail)
        if not evidence.tell(found.role, found.value or tail, found):
            return title
        title = head
    return title


_MAY_END = re.compile(r"[,，)\]）】]|\. | - |\d$")
_TAIL_GROUP = re.compile(
    r"^(.{3,}?)\s*[(\[（【]([^()\[\]（）【】]{2,120})[)\]）】]\s*[.,]?$", re.DOTALL
)
_TAIL_YEAR = re.compile(r"^(.{8,}?)[\s,.]+((?:19|20)\d\d)$", re.DOTALL)
_PUBLISHED = frozenset(("venue", "year", "date"))


def _tail_of(title: str) -> tuple[str, str] | None:
    """Split off a title's last part if that is a venue, a year, a date or people."""
    if group := _TAIL_GROUP.match(title):
        if meaning(group[2]).role in _PUBLISHED | {"affiliations", "citations"}:
            return group[1], group[2]
    for separator, roles in ((". ", {"authors"}), (", ", set()), (" - ", set()), ("，", set())):
        head, found, tail = title.rpartition(separator)
        if found and len(head) > 2:
            role = meaning(tail).role
            people = role == "authors" and (separator == ". " or " et al" in tail)
            if role in _PUBLISHED or people or role in roles:
                return head, tail
    for separator in (". ", ", "):
        head, found, tail = title.partition(separator)
        while found and len(head.split()) < 3:
            more, found, tail = tail.partition(separator)
            head = f"{head}{separator}{more}" if found else head
        if found and len(tail) < 400 and meaning(tail).role == "authors":
            return head, tail
    return None


def _rest(evidence: Evidence, line: list[Segment]) -> None:
    """Take in what stands behind the title."""
    text: list[str] = []
    for segment in _byline(evidence, line):
        if segment.kind == "link":
            _tail(evidence, "".join(text))
            text = []
            _rest_link(evidence, segment)
        elif segment.kind == "stop":
            if segment.raw == "\n":
                text.append(" ")
                continue
            _tail(evidence, "".join(text))
            text = []
        elif segment.kind == "group":
            if meaning(segment.text).role or segment.text[:1] == "@" or not "".join(text).strip():
                _tail(evidence, "".join(text))
                text = []
                _group(evidence, segment)
            else:
                text.append(segment.raw)
        elif segment.style:
            if is_people(segment.text, segment.style):
                _tail(evidence, "".join(text))
                text = []
                evidence.tell("authors", segment.text)
            elif meaning(segment.text).role:
                _tail(evidence, "".join(text))
                text = []
                evidence.hear(segment.text)
            elif segment.style & (INSERTED | ITALIC) and not "".join(text).strip(_OPENING):
                _tail(evidence, segment.text, styled=True)
            else:
                text.append(segment.raw)
        else:
            text.append(segment.raw)
    _tail(evidence, "".join(text))


def _byline(evidence: Evidence, line: list[Segment]) -> list[Segment]:
    """Take in people who have the line under the title to themselves; give what is left."""
    shown = [index for index, segment in enumerate(line) if segment.kind == "stop" or segment.text]
    if len(shown) > 1 and line[shown[0]].raw == "\n\n":
        segment = line[shown[1]]
        alone = len(shown) == 2 or line[shown[2]].raw == "\n\n"
        if alone and segment.kind == "text" and is_byline(segment.text):
            evidence.tell("authors", segment.text)
            return line[shown[1] + 1 :]
    return line


def _rest_link(evidence: Evidence, segment: Segment) -> None:
    """Take in a link; one that says where or when the work appeared says that too."""
    evidence.link(segment.text, segment.url, segment.badge)
    found = meaning(segment.text.strip("[] "))
    if found.role in _PUBLISHED and not segment.badge:
        evidence.tell(found.role, found.value, found)


def _group(evidence: Evidence, segment: Segment) -> None:
    """Take in a bracket behind the title."""
    found = meaning(segment.text)
    if found.role and evidence.tell(found.role, found.value or segment.text, found):
        return
    single = len(segment.text.split()) == 1 and segment.text[:1].isalpha()
    if single and segment.raw[:1] == "(" and not evidence.name and not is_generic(segment.text):
        if segment.text[:1].isupper() and is_short_name(segment.text):
            evidence.name = clean(segment.text)
            return
    if segment.badge:
        evidence.keywords.append(clean(segment.text))
        return
    _tail(evidence, segment.text)


def _tail(evidence: Evidence, text: str, *, styled: bool = False) -> None:
    """Take in plain text behind the title: what each part says by itself, the rest as a note."""
    text = decorations_off(text).strip(_OPENING).strip(_CLOSING)
    if not any(map(str.isalnum, text)):
        return
    found = meaning(text)
    if found.role and evidence.tell(found.role, found.value or text, found):
        return
    parts = [part for part in _SENTENCE.split(text) if part.strip()]
    if len(parts) > 1:
        kept: list[str] = []
        for part in parts:
            found = meaning(part)
            if found.role in _PUBLISHED | {"authors", "citations"} and evidence.tell(
                found.role, found.value or part, found
            ):
                continue
            kept.append(_without_tail(evidence, part) if len(part) < 200 else part)
        evidence.note(". ".join(kept))
        return
    _unknown(evidence, text, styled=styled)


def _unknown(evidence: Evidence, text: str, *, styled: bool) -> None:
    """Take in one part that says nothing as a whole: its end may, and so may "venue, year"."""
    left = _without_tail(evidence, text) if len(text) < 300 else text
    if left != text and not any(map(str.isalnum, left)):
        return
    found = meaning(left)
    if found.role and evidence.tell(found.role, found.value or left, found):
        return
    if venue := _VENUE_YEAR.fullmatch(text):
        if not evidence.venue:
            evidence.venue, evidence.year = clean(venue[1]), int(venue[2])
            return
    if styled and left != text and not evidence.venue and len(left) < 80:
        evidence.venue = clean(left.strip(_CLOSING))
    else:
        evidence.note(left)
