"""Which part of a work's line is its title?

In this order: a link that names a work, a stretch in bold, one in quotation marks, else the text
up to the first thing that is no title.
"""

import re

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.identity import is_work
from bot.importers.line.plain_title import (
    dashed,
    is_inside,
    italic_behind,
    plain_title,
    titled_behind_dash,
)
from bot.importers.line.tail import read_rest
from bot.importers.line.tail_text import read_tail
from bot.importers.line.title_text import (
    BRIEF,
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
from bot.importers.phrases.names import credit, inverted, is_byline, is_name
from bot.importers.phrases.published import CLOSING, OPENING, cites, long_words
from bot.importers.phrases.roles import role_of
from bot.importers.phrases.segments import (
    Segment,
    cited,
    classify,
    is_label,
    is_title_link,
)
from bot.markdown.tree.pieces import BOLD
from bot.text.clean import clean

_ASKS = re.compile(r".[?!] (?=\S+ \S+ \S)|\?: (?=\S+ \S+ \S)")  # "“Why Trust You?”: Explaining ..."
_COLON = re.compile(r"\S:\s")  # a title has one colon, before its second part

_NEAR = 4  # segments between a name and its title in quotation marks
LONGEST_LEAD = 2_000  # characters before a title: a longer text is no lead-in, and slow to grow


def find_title(builder: PaperBuilder, line: list[Segment], start: int) -> int:
    """Find the title from `start` on; give the place behind it."""
    if start >= len(line):
        return start
    first = line[start]
    if first.kind == "link":
        return _linked_title(builder, line, start) if is_title_link(first) else start
    if first.style & BOLD:
        return _bold_title(builder, line, start)
    if _quoted_title(builder, first.text):
        return start + 1
    later = _later_title(line, start)
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


def _later_title(line: list[Segment], start: int) -> int:
    """Find a title that is set off behind plain text which is none: people, a short lead-in."""
    lead = line[start].raw
    for index, segment in enumerate(line[start + 1 :], start + 1):
        if segment.raw == "\n\n" or len(lead) > LONGEST_LEAD:
            return 0
        begins = _begins_title(lead, line, index)
        if begins is not None:
            return index * begins
        lead += segment.raw
    return 0


def _begins_title(lead: str, line: list[Segment], index: int) -> bool | None:
    """Tell whether a title begins here, behind `lead`; None if it may still come further on."""
    segment = line[index]
    if segment.kind == "link":
        return _is_led_to(segment, lead)
    if segment.kind != "text" or not segment.text:
        return None
    if _is_bold_title(segment, lead, line, index):
        return True
    people = classify(lead).role == "authors"
    book = segment.text.lstrip(OPENING)[:1] in {"《", "『", "「"} and len(lead) < BRIEF
    if QUOTED.search(segment.text) and (book or people):
        return True
    return False if segment.style and not people else None


def _is_led_to(link: Segment, lead: str) -> bool:
    """Tell a title's link from one in a sentence or behind a whole reference."""
    if not is_title_link(link) or cited(link.text) or cites(lead):
        return False
    before = lead.rstrip()
    if before.endswith(tuple(QUOTES)):
        return True
    length = len(long_words(link.text))
    if length <= 2 and (not is_work(link.url) or _says_all(before)):
        return False
    people = before.endswith((".", ":", ",", "-")) or classify(lead).role == "authors"
    return people or len(long_words(lead)) <= 3 or length > 4


def _says_all(lead: str) -> bool:
    """Tell "Lee et al. (2023) - A Title of Some Work.", behind which a link only leads to it."""
    last = re.split(r"\s[-–—]\s|[.:]\s+", lead.rstrip(" ."))[-1]
    return lead.endswith(".") and len(long_words(last)) > 3 and classify(last).role != "authors"


def _is_bold_title(segment: Segment, lead: str, line: list[Segment], index: int) -> bool:
    """Tell a title in bold from a word in bold inside a sentence, or a venue in bold."""
    if not segment.style & BOLD or len(long_words(segment.text)) < 2:
        return False
    in_brackets = lead.count("(") > lead.count(")")
    in_sentence = bool(lead.strip(OPENING)) and is_inside([lead], segment, line, index)
    return not (in_brackets or in_sentence or classify(segment.text).role)


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
    following = line[end] if end < len(line) else None
    opening = following.raw.lstrip() if following and following.kind == "text" else ""
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
            builder.call(name.strip(" :：[]"))
            read_rest(builder, line[end:place])
            _quoted_title(builder, text)
            return place + 1
        if segment.kind == "link" or (text and segment.kind != "group"):
            return None
    return None


def _bold_title(builder: PaperBuilder, line: list[Segment], start: int) -> int:
    """Take bold text for the title, or for the short name that stands before it."""
    end = start
    while end < len(line) and (_is_bold(line[end]) or _wrapped(line, end) or dashed(line, end)):
        if line[end].kind == "group" and end > start and classify(line[end].text).role:
            break
        end += 1
    text = "".join(" " if "\n" in s.raw else s.raw for s in line[start:end]).strip()
    dated = end < len(line) and line[end].kind == "group"
    citation = credit(f"{text} {line[end].raw}" if dated else text)
    if citation and end + dated < len(line):  # "**Lee et al. (2023)** Quiet Kernels"
        builder.add("authors", citation[0])
        builder.add("year", str(citation[1]))
        return find_title(builder, line, end + dated)
    name = text.strip(" :.,")
    if is_name(name):
        behind = _quoted_behind(builder, line, end, name)
        if behind is None and (italic := italic_behind(line, end)):
            builder.call(name)
            read_rest(builder, line[end:italic])
            set_title(builder, line[italic].text)
            behind = italic + 1
        if behind is None:
            behind = _title_behind_name(builder, line, end, text)
        if behind is not None:
            return behind
    opening = line[end].raw.lstrip() if end < len(line) and line[end].kind == "text" else ""
    if whole := begun(text, opening, work=True):
        return plain_title(builder, line, end, whole)
    if text.endswith(":") and role_of(name) and _leads_to_title(line, end):
        return _linked_title(builder, line, end)
    set_title(builder, text)
    return end


def _title_behind_name(
    builder: PaperBuilder, line: list[Segment], end: int, text: str
) -> int | None:
    """Take what follows a short name in bold for the title; None if the name is all there is."""
    name = text.strip(" :.,")
    while end < len(line) and not line[end].raw.strip() and line[end].kind == "text":
        end += 1
    colon = end < len(line) and line[end].raw.strip() in {":", "：", "-", "–", "—"}
    for place in (end, end + 1) if colon else (end,):
        if _leads_to_title(line, place, least=2 if colon and place > end else 3):
            builder.call(name)
            return _linked_title(builder, line, place)
    opening = line[end].raw.lstrip() if end < len(line) and line[end].kind == "text" else ""
    if opening[:1] in {":", "："} or text.endswith((":", "：")):
        builder.call("" if role_of(name) == "title" else name)
        said = opening.lstrip(":： ")
        whole = said.startswith(name) or _COLON.search(said) or not builder.name
        before = "" if whole else f"{name}: "
        return plain_title(builder, line, end, before)
    titled = len(long_words(opening)) > 3 and not opening[:1].islower()
    if titled and opening[:1] not in "-–—,.|(":
        builder.call(name)
        return plain_title(builder, line, end)
    if titled_behind_dash(line, end):
        builder.call(name)
        return plain_title(builder, line, end + 1)
    return None


def _leads_to_title(line: list[Segment], place: int, least: int = 3) -> bool:
    """Tell whether a link of three words stands here, or to a work, and of `least` words."""
    links = [segment for segment in line[place : place + 1] if is_title_link(segment)]
    return any(len(long_words(s.text)) >= (least if is_work(s.url) else 3) for s in links)


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
