"""Which part of a work's line is its title?

In this order: a link that names a work, a stretch in bold, one in quotation marks, else the text
up to the first thing that is no title.
"""

import re
from collections.abc import Callable

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.later_title import later_title, leads_to_title
from bot.importers.line.plain_title import (
    dashed,
    italic_behind,
    plain_title,
    titled_behind_dash,
)
from bot.importers.line.tail import read_rest
from bot.importers.line.tail_text import read_tail
from bot.importers.line.title_text import (
    INDEX,
    QUOTED,
    QUOTES,
    begun,
    is_credit,
    lead_as_name,
    people_or_note,
    set_title,
    without_name,
)
from bot.importers.phrases.identity import is_work
from bot.importers.phrases.names import credit, inverted, is_byline, is_name
from bot.importers.phrases.published import CLOSING, OPENING, long_words
from bot.importers.phrases.roles import role_of
from bot.importers.phrases.segments import (
    Segment,
    classify,
    is_label,
    is_title_link,
)
from bot.markdown.tree.pieces import BOLD
from bot.text.clean import clean

_ASKS = re.compile(r".[?!] (?=\S+ \S+ \S)|\?: (?=\S+ \S+ \S)")  # "“Why Trust You?”: Explaining ..."
_COLON = re.compile(r"\S:\s")  # a title has one colon, before its second part

_NEAR = 4  # segments between a name and its title in quotation marks

# Takes a title behind the text of a line up to a place; gives the place behind it, or None.
_Reading = Callable[[PaperBuilder, list[Segment], int, str], int | None]


def find_title(builder: PaperBuilder, line: list[Segment], start: int) -> int:
    """Find the title from `start` on; give the place behind it."""
    if start >= len(line):
        return start
    first = line[start]
    if first.kind == "link":
        return _linked_title(builder, line, start) if is_title_link(first) else start
    if first.style & BOLD:
        return _bold_title(builder, line, start)
    if first.kind == "group" or _quoted_title(builder, first.text):
        if not builder.title:
            set_title(builder, first.text)  # in code
        return start + 1
    later = later_title(line, start)
    if later:
        _before_title(builder, " ".join(s.raw for s in line[start:later]))
        return find_title(builder, line, later)
    return plain_title(builder, line, start)


def _before_title(builder: PaperBuilder, lead: str) -> None:
    """Take in what stands before a title that is set off; before a quoted one, a single name."""
    people = lead.lstrip(OPENING + QUOTES).rstrip(OPENING.replace(".", "") + QUOTES)
    if lead.rstrip().endswith(tuple(QUOTES)) and is_byline(people):
        builder.add("authors", inverted(people) or people)
    else:
        people_or_note(builder, lead)


def _quoted_title(builder: PaperBuilder, text: str) -> bool:
    """Take what stands in quotation marks for the title, and the people before it."""
    quoted = QUOTED.search(text)
    if not quoted:
        return False
    before, behind = text[: quoted.start()], text[quoted.end() :]
    if _ASKS.match(f"{quoted[1][-1:]}{behind}"):
        return False
    stops = before.rstrip()[-1:] in {"", *".,:;-–—|)]"}
    if classify(before).role != "authors" and (len(before) >= 120 or not stops):
        return False
    builder.title = clean(quoted[1].strip(CLOSING))
    if before.rstrip().endswith(",") and is_byline(before.rstrip(" ,")):
        builder.add("authors", before.rstrip(" ,"))
    else:
        people_or_note(builder, before)
    read_tail(builder, behind)
    return True


def _linked_title(builder: PaperBuilder, line: list[Segment], start: int) -> int:
    """Take a link's text for the title; a short one goes on behind a colon."""
    link = line[start]
    label = link.text.strip()
    prefix, colon, rest = label.partition(":")
    if colon and role_of(prefix) in {"links", "paper", "title"} and rest.strip():
        label = rest.strip()
        if is_label(label):
            builder.add_link(link.text, link.url)
            return start + 1
    builder.add_link(link.text, link.url)
    lead_as_name(builder, link)
    label, end = without_name(builder, INDEX.sub("", label)), start + 1
    opening = _opening(line, end)
    named = is_name(label.strip("[]"))
    if named and (behind := _quoted_behind(builder, line, end, label)) is not None:
        return behind
    if whole := begun(label, opening, work=is_work(link.url)):
        return plain_title(builder, line, end, whole)
    if named and label.startswith("[") and opening and len(long_words(opening)) > 2:
        builder.call(label.strip("[]"))
        return plain_title(builder, line, end)
    set_title(builder, label)
    return end


def _quoted_behind(builder: PaperBuilder, line: list[Segment], end: int, name: str) -> int | None:
    """Take the title in quotation marks behind a name, as in "PFPO: "Preference ..."."""
    for place in range(end, min(end + _NEAR, len(line))):
        segment = line[place]
        text = segment.text.lstrip(" :：,-–—")
        if segment.kind == "text" and (quoted := QUOTED.search(text)):
            if quoted.start() and not is_credit(text[: quoted.start()]):
                return None
            builder.call(name.strip(" :：[].,"))
            read_rest(builder, line[end:place])
            _quoted_title(builder, text)
            return place + 1
        if segment.kind == "link" or (text and segment.kind != "group"):
            return None
    return None


def _bold_title(builder: PaperBuilder, line: list[Segment], start: int) -> int:
    """Take bold text for the title, or for the short name that stands before it."""
    end = _end_of_bold(line, start)
    text = "".join(" " if "\n" in s.raw else s.raw for s in line[start:end]).strip()
    name = text.strip(" :.,")
    for read in _BEHIND_NAME if is_name(name) else (_behind_credit,):
        if (behind := read(builder, line, end, text)) is not None:
            return behind
    if whole := begun(text, _opening(line, end), work=True):
        return plain_title(builder, line, end, whole)
    if text.endswith(":") and role_of(name) and leads_to_title(line, end):
        return _linked_title(builder, line, end)
    set_title(builder, text)
    return end


def _end_of_bold(line: list[Segment], start: int) -> int:
    """Give where bold text ends that may be broken over lines; a bracket with a meaning is none."""
    end = start
    while end < len(line) and (_is_bold(line[end]) or _wrapped(line, end) or dashed(line, end)):
        if line[end].kind == "group" and end > start and classify(line[end].text).role:
            break
        end += 1
    return end


def _opening(line: list[Segment], end: int) -> str:
    """Give the plain text that begins at a place of a line, "" for anything else."""
    return line[end].raw.lstrip() if end < len(line) and line[end].kind == "text" else ""


def _behind_credit(builder: PaperBuilder, line: list[Segment], end: int, text: str) -> int | None:
    """Take the title behind people and a year: "**Lee et al. (2023)** Quiet Kernels"."""
    dated = end < len(line) and line[end].kind == "group"
    citation = credit(f"{text} {line[end].raw}" if dated else text)
    if not citation or end + dated >= len(line):
        return None
    builder.add("authors", citation[0])
    builder.add("year", str(citation[1]))
    return find_title(builder, line, end + dated)


def _italic_behind(builder: PaperBuilder, line: list[Segment], end: int, text: str) -> int | None:
    """Take the title in italics behind a name."""
    italic = italic_behind(line, end)
    if not italic:
        return None
    builder.call(text.strip(" :.,"))
    read_rest(builder, line[end:italic])
    set_title(builder, line[italic].text)
    return italic + 1


def _title_behind_name(
    builder: PaperBuilder, line: list[Segment], end: int, text: str
) -> int | None:
    """Take what follows a short name in bold for the title; None if the name is all there is."""
    while end < len(line) and not line[end].raw.strip() and line[end].kind == "text":
        end += 1
    for read in (_link_behind_name, _behind_colon, _plain_behind_name):
        if (behind := read(builder, line, end, text)) is not None:
            return behind
    return None


def _link_behind_name(
    builder: PaperBuilder, line: list[Segment], end: int, text: str
) -> int | None:
    """Take a link's words for the title, which a colon or a dash may part from the name."""
    parted = end < len(line) and line[end].raw.strip() in {":", "：", "-", "–", "—"}
    for place, least in ((end, 3), (end + 1, 2)) if parted else ((end, 3),):
        if leads_to_title(line, place, least=least):
            builder.call(text.strip(" :.,"))
            return _linked_title(builder, line, place)
    return None


def _behind_colon(builder: PaperBuilder, line: list[Segment], end: int, text: str) -> int | None:
    """Take what stands behind a colon for the title, or with the name for one."""
    opening, name = _opening(line, end), text.strip(" :.,")
    if opening[:1] not in {":", "："} and not text.endswith((":", "：")):
        return None
    builder.call("" if role_of(name) == "title" else name)
    rest = opening.lstrip(":： ")
    whole = rest.startswith(name) or _COLON.search(rest) or not builder.name
    return plain_title(builder, line, end, "" if whole else f"{name}: ")


def _plain_behind_name(
    builder: PaperBuilder, line: list[Segment], end: int, text: str
) -> int | None:
    """Take plain words for the title, several of them, or such behind a dash."""
    opening = _opening(line, end)
    titled = len(long_words(opening)) > 3 and not opening[:1].islower()
    plain = titled and opening[:1] not in "-–—,.|("
    if not plain and not titled_behind_dash(line, end):
        return None
    builder.call(text.strip(" :.,"))
    return plain_title(builder, line, end if plain else end + 1)


def _is_bold(segment: Segment) -> bool:
    return bool(segment.style & BOLD) and segment.kind in {"text", "group"}


def _wrapped(line: list[Segment], index: int) -> bool:
    """Tell a line's end between two bold stretches of one title."""
    return (
        line[index].raw == "\n"
        and 0 < index < len(line) - 1
        and _is_bold(line[index + 1])
        and not line[index - 1].text.endswith(".")
        and not classify(line[index + 1].text).role
    )


# What stands behind a name or people in bold, the first that is a title.
_BEHIND_NAME: tuple[_Reading, ...] = (
    _behind_credit,
    _quoted_behind,
    _italic_behind,
    _title_behind_name,
)
