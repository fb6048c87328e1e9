"""How far does a title in plain text go, and what at its ends is none of it?"""

import re
from itertools import takewhile
from typing import NamedTuple

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.title_text import set_title
from bot.importers.phrases.names import is_name, spells_out
from bot.importers.phrases.published import OPENING, PUBLISHED, classify_group, long_words
from bot.importers.phrases.roles import is_generic
from bot.importers.phrases.segments import Segment, classify, decorations_off
from bot.markdown.tree.pieces import BOLD, INSERTED, ITALIC
from bot.text.lexicon.capitals import is_capitalised
from bot.venues.parse import parse_venue

_IN_END = re.compile(r"(?<=[.?!,])\s+[Ii]n\s*$")
_YEAR_OPENS = re.compile(r"\W{0,2}(?:19|20)\d\d\b")


class _PartlyRead(NamedTuple):
    """A line while its title is read: where it starts, and what of it was taken up to `end`."""

    line: list[Segment]
    start: int
    end: int
    texts: list[str]

    @property
    def next(self) -> Segment:
        """What comes next."""
        return self.line[self.end]

    @property
    def following(self) -> list[Segment]:
        """What stands behind that."""
        return self.line[self.end + 1 :]


def plain_title(builder: PaperBuilder, line: list[Segment], start: int, before: str = "") -> int:
    """Take plain text for the title, up to the first thing that is none."""
    end = start
    taken: list[str] = []
    while end < len(line):
        segment = line[end]
        so_far = _PartlyRead(line, start, end, taken)
        if segment.kind == "link" or (taken and any(ends(so_far) for ends in _ENDS)):
            break
        if taken and segment.style & (ITALIC | BOLD) and _published_in(taken[-1], line, end):
            builder.add_venue(parse_venue(segment.text), segment.text)
            taken[-1] = _IN_END.sub("", taken[-1])
            end += 1
            break
        if taken and _is_apart(so_far):
            break
        taken.append(" " if segment.kind == "stop" and "\n" in segment.raw else segment.raw)
        end += 1
    title = before + decorations_off("".join(taken)).lstrip(OPENING)
    set_title(builder, title)
    return end


def _is_inserted(taken: _PartlyRead) -> bool:
    return bool(taken.next.style & INSERTED)


def _is_stop(taken: _PartlyRead) -> bool:
    return taken.next.kind == "stop" and _stops(taken.line, taken.end)


def _begins_plain(taken: _PartlyRead) -> bool:
    """Tell plain text that is parted from a title in italics."""
    return _set_off(taken.line[taken.start]) and _parts_from(taken.next, taken.following)


def _is_bracket_behind(taken: _PartlyRead) -> bool:
    return taken.next.kind == "group" and _leaves(taken.next, taken.texts[-1], taken.following)


def _is_apart(taken: _PartlyRead) -> bool:
    """Tell words set off from the title, which stand neither within it nor are styled as it is."""
    first, segment = taken.line[taken.start], taken.next
    goes_on = _set_off(first) and segment.style == first.style
    styled = segment.style & (ITALIC | BOLD) and not goes_on
    return bool(styled) and not is_inside(taken.texts, segment, taken.line, taken.end)


# What ends a title that has begun.
_ENDS = (_is_inserted, _is_stop, _begins_plain, _is_bracket_behind)


def _set_off(title: Segment) -> bool:
    return bool(title.style & ITALIC) and len(long_words(title.text)) > 2


def _parts_from(segment: Segment, following: list[Segment]) -> bool:
    """Tell what parts a title in italics from the plain text behind it."""
    if segment.kind == "stop":
        return bool(following) and following[0].kind == "text" and not following[0].style
    return segment.kind == "text" and not segment.style and segment.raw.lstrip()[:1] in {".", ","}


def _published_in(before: str, line: list[Segment], index: int) -> bool:
    """Tell a venue by what is around it: "A title, in *IJF* 2022"."""
    after = line[index + 1].text if index + 1 < len(line) else ""
    return bool(_IN_END.search(before) and _YEAR_OPENS.match(after))


def _stops(line: list[Segment], index: int) -> bool:
    """Tell whether a bar, dash or line break ends the title."""
    raw = line[index].raw
    if "|" in raw or raw == "\n\n" or "｜" in raw:
        return True
    following = line[index + 1] if index + 1 < len(line) else None
    if following is None or following.kind != "text":
        return following is None or following.kind == "stop" or raw.strip() == ""
    if dashed(line, index):
        return False
    if raw == "\n":
        return bool(following.style) or bool(classify(following.text).role)
    return bool(classify(following.text).role) or bool(following.style & (ITALIC | BOLD))


def _leaves(group: Segment, before: str, rest: list[Segment]) -> bool:
    """Tell whether a bracket is no part of the title: it says something, or ends the line."""
    meaning = classify_group(group.text)
    touches = group.raw[:1] == "(" and before[-1:].isalnum()
    if touches and rest and rest[0].kind == "text" and meaning.role not in PUBLISHED:
        return False  # it touches a word, and more follows: "SIM(3)-Equivariant", "O(1) Caching"
    if meaning.role or group.text[:1] == "@" or group.raw[:1] in "[【":
        return True
    if spells_out(before, group.text):
        return False
    last = not any(s.kind == "text" and long_words(s.text) for s in rest[:1])
    return (
        last and is_name(group.text) and len(group.text.split()) == 1 and group.text[:1].isupper()
    ) or (is_generic(group.text))


def dashed(line: list[Segment], index: int) -> bool:
    """Tell a dash inside emphasis, which parts a title in two, not the title from what follows."""
    stop, following = line[index], line[index + 1 : index + 2]
    within = stop.style and following and following[0].style == stop.style and "|" not in stop.raw
    return bool(stop.kind == "stop" and within and not classify(following[0].text).role)


def is_inside(taken: list[str], segment: Segment, line: list[Segment], index: int) -> bool:
    """Tell whether emphasis is a word of a sentence, not a part of its own."""
    text = "".join(taken)
    after = line[index + 1] if index + 1 < len(line) else None
    behind = after.text[:1] if after is not None and after.kind == "text" else ""
    runs_on = behind.isalnum()
    longest = 4 if segment.style & BOLD and behind.islower() else 2
    brief = len(segment.text.split()) <= longest and not classify(segment.text).role
    return brief and runs_on and text.rstrip()[-1:] not in {".", ",", ":", ";"}


def italic_behind(line: list[Segment], end: int) -> int:
    """Find the title in italics behind a name and a bracket, "**R1** (2025): *A Title*"; else 0."""
    for place in range(end, min(end + 4, len(line))):
        segment = line[place]
        if segment.kind == "text" and segment.style & ITALIC:
            titled = len(long_words(segment.text)) > 3 and not classify(segment.text).role
            return place * titled
        if segment.kind == "link" or (segment.kind == "text" and segment.text.strip(" :：,.")):
            return 0
    return 0


def titled_behind_dash(line: list[Segment], end: int) -> bool:
    """Tell "**FlexGen** — High-Throughput Generative Inference", a title, from a description."""
    if end + 1 >= len(line) or line[end].kind != "stop" or line[end + 1].kind != "text":
        return False
    plain = line[end].raw.strip() in {"-", "–", "—"} and not line[end + 1].style
    behind = takewhile(lambda segment: segment.kind in {"text", "group"}, line[end + 1 :])
    return plain and is_capitalised("".join(segment.raw for segment in behind))
