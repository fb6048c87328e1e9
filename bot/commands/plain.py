"""Which lines of a comment does a reader see as plain text of its author?

Not those in a quote (a mail program's own kind among them), in code or in hidden HTML, as
CommonMark (https://spec.commonmark.org/0.31.2/) has them. Where a line at a time cannot tell for
sure, it is not plain: an order may be missed and asked for again, but never taken from what
somebody else wrote.
"""

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from bot.commands.mail import quoted_mail

# List markers may stand before a quote or a fence.
_ITEM = re.compile(r"[ \t]*+(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]|\Z)")
_MARKERS = r"[ \t]*+(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]++)*+"
_FENCE = re.compile(_MARKERS + r"(`{3,}+(?=[^`]*\Z)|~{3,}+)")
_QUOTE = re.compile(_MARKERS + ">")
_CODE_IN_LINE = re.compile(r"(?<!`)`[^`]+`(?!`)")
_HIDING = re.compile(r"<!--|<(pre|code|blockquote|script|style|textarea)\b")
# What Markdown itself leaves alone until it ends (CommonMark 4.6, kinds 1 and 2).
_RAW = re.compile(r" {0,3}<(?:!--|(?:pre|script|style|textarea)\b)", re.IGNORECASE)
_NEVER = "\n"
_TICKS = re.compile("`+")


class _Fence(NamedTuple):
    """An open code block: its marks, where they stand, and whether in an item of a list."""

    marks: str
    indent: int
    listed: bool

    def closed_by(self, line: str, indent: int) -> bool:
        """Tell whether a line ends it (CommonMark 4.5)."""
        marks = line.strip()
        alone = marks.startswith(self.marks) and not marks.strip(self.marks[0])
        return alone and indent <= max(3, self.indent)


class Standing(Enum):
    """How a line stands: as its author's plain text, as code, as what is likely, or is, a quote.

    `AWAY` is also what is hidden, or may be either.
    """

    PLAIN = "plain"
    CODE = "code"
    DOUBTFUL = "doubtful"
    AWAY = "away"


class Line(NamedTuple):
    """A line, blank where a block of its own ends the text around it, and how it stands.

    `code` is the text of a line of code.
    """

    text: str
    standing: Standing
    code: str = ""


def standing_lines(comment: str) -> list[Line]:
    """Give the lines of a comment in order, and how each stands; blank ones are plain."""
    lines = comment.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: list[Line] = []
    for has_text, each in groupby(_outside_blocks(lines), lambda line: bool(line.text.strip())):
        paragraph = list(each)
        found += _outside_code_spans(paragraph) if has_text else paragraph
    return _without_mail(found)


def _without_mail(lines: list[Line]) -> list[Line]:
    """Let nothing be plain below the place where a mail program began to quote."""
    seen = [line.text if line.standing is Standing.PLAIN else "" for line in lines]
    mail = quoted_mail(seen)
    if mail is None:
        return lines
    standing = Standing.AWAY if mail.sure else Standing.DOUBTFUL
    below = (
        line._replace(standing=standing) if line.standing is Standing.PLAIN else Line("", standing)
        for line in lines[mail.line :]
    )
    return [*lines[: mail.line], *below]


def _outside_blocks(lines: list[str]) -> Iterator[Line]:
    """Tell of each line whether it stands outside fences, quotes and hidden HTML."""
    fence: _Fence | None = None
    hidden_until, raw, quoted, blank, listed = "", False, False, True, False
    for line in lines:
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        item = bool(_ITEM.match(line))
        opening = _FENCE.match(line) if item or listed or indent < 4 else None
        shown = Line("", Standing.AWAY)
        if hidden_until:
            if not raw and (opening or _QUOTE.match(line) or _RAW.match(line)):
                return  # what hides may have ended with the text around it, or may not
            hidden_until = _still_hidden(line, hidden_until)
            shown = Line(line, Standing.AWAY)
        elif fence:
            if fence.listed and line.strip() and indent < fence.indent:
                return  # the item may end here, and its fence with it, or may not
            fence = None if fence.closed_by(line, indent) else fence
            shown = Line("", Standing.CODE, line)
        elif opening:
            listed = listed or item
            fence = _Fence(opening[1], opening.start(1), listed)
            shown = Line(line, Standing.AWAY)
        elif _QUOTE.match(line):
            quoted, listed = True, listed or item
        else:
            quoted = quoted and bool(line.strip())
            listed = item or (listed and not (blank and line.strip() and not indent))
            hidden_until = _still_hidden(line)
            raw = not listed and bool(_RAW.match(line)) and hidden_until not in line.lower()
            shown = Line(line, Standing.AWAY if quoted else Standing.PLAIN)
        blank = not line.strip()
        yield shown


def _still_hidden(line: str, until: str = "") -> str:
    """Give the text that ends what is still hidden after this line; "" if nothing is.

    What begins inside an element may hide the element's end, so then nothing ends it any more.
    """
    text = line.lower() if until else _CODE_IN_LINE.sub("", line).lower()
    start = 0
    while True:
        if until:
            end = text.find(until, start)
            if until != "-->" and _HIDING.search(text, start, end if end >= 0 else len(text)):
                return _NEVER
            if end < 0:
                return until
            start, until = end + len(until), ""
        opening = _HIDING.search(text, start)
        if not opening:
            return ""
        # `<!-->` is a whole comment: its end may begin inside its start.
        start = opening.end() if opening[1] else opening.start() + 2
        until = f"</{opening[1]}" if opening[1] else "-->"


def _outside_code_spans(paragraph: list[Line]) -> Iterator[Line]:
    """Let no line of a paragraph be plain that a code span from a line above can hold.

    A span ends with the next run of backticks as long as the one that began it (CommonMark 6.1).
    A line may leave one open if such runs are odd in number, or some of them no code.
    """
    runs = [Counter(map(len, _TICKS.findall(line.text))) for line in paragraph]
    below = sum(runs, Counter[int]())
    left_open: set[int] = set()
    for line, here in zip(paragraph, runs, strict=True):
        yield line._replace(standing=Standing.AWAY) if left_open else line
        below.subtract(here)
        doubtful = "<" in line.text or "\\" in line.text
        left_open |= {length for length, count in here.items() if doubtful or count % 2}
        left_open -= {length for length in here if not below[length]}
