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
_HIDING = re.compile(
    r"<(?:(?P<other>!--|\?|!\[cdata\[|!(?=[a-z]))"
    r"|(?P<tag>pre|code|blockquote|script|style|textarea)\b)"
)
_ENDS = {"!--": "-->", "?": "?>", "![cdata[": "]]>", "!": ">"}
# What Markdown itself leaves alone until it ends (CommonMark 4.6, kinds 1, 2, 3 and 5), and the
# tags that may end the first of them, whichever began it.
_RAW = re.compile(
    r" {0,3}<(?:!--|\?|!\[cdata\[|(?:pre|script|style|textarea)(?=[\s>]|\Z))", re.IGNORECASE
)
_RAW_END = re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE)
# What may begin a block of HTML that a blank line ends (kinds 6 and 7).
_HTML = re.compile(_MARKERS + r"</?[a-z][a-z0-9-]*+(?=[\s/>]|\Z)", re.IGNORECASE)
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


class CommentLine(NamedTuple):
    """A line, blank where a block of its own ends the text around it, and how it stands.

    `code` is the text of a line of code.
    """

    text: str
    standing: Standing
    code: str = ""


def standing_lines(comment: str) -> list[CommentLine]:
    """Give the lines of a comment in order, and how each stands; blank ones are plain."""
    lines = comment.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    standing: list[CommentLine] = []
    for has_text, each in groupby(_outside_blocks(lines), lambda line: bool(line.text.strip())):
        paragraph = list(each)
        standing += _outside_code_spans(paragraph) if has_text else paragraph
    return _without_mail(standing)


def _without_mail(lines: list[CommentLine]) -> list[CommentLine]:
    """Let nothing be plain below the place where a mail program began to quote."""
    visible = [line.text if line.standing is Standing.PLAIN else "" for line in lines]
    mail = quoted_mail(visible)
    if mail is None:
        return lines
    standing = Standing.AWAY if mail.sure else Standing.DOUBTFUL
    below = (
        line._replace(standing=standing)
        if line.standing is Standing.PLAIN
        else CommentLine("", standing)
        for line in lines[mail.line :]
    )
    return [*lines[: mail.line], *below]


class _Marks(NamedTuple):
    """A line, and what its beginning may mean: how far in it is, an item, a fence, a quote."""

    text: str
    indent: int
    item: bool
    fence: re.Match[str] | None
    quote: bool


def _marks(line: str, *, listed: bool) -> _Marks:
    """Read the beginning of a line; four columns in, only a list's item holds a fence."""
    wide = line.expandtabs(4)
    indent = len(wide) - len(wide.lstrip())
    item = bool(_ITEM.match(line))
    fence = _FENCE.match(line) if item or listed or indent < 4 else None
    return _Marks(line, indent, item, fence, bool(_QUOTE.match(line)))


def _outside_blocks(lines: list[str]) -> Iterator[CommentLine]:
    """Tell of each line how it stands, as long as that is sure; the lines below are left out."""
    blocks = _Blocks()
    for text in lines:
        line = blocks.read(text)
        if line is None:
            return
        yield line


class _Blocks:
    """Reads line by line: the hidden HTML, the fence, the quote or the list that is open decides.

    `until` is the text that ends hidden HTML, and `raw` says that only this can end it. `html` says
    that a block of HTML, in which no fence and no quote begins, may go on until a blank line.
    """

    def __init__(self) -> None:
        self.until, self.raw, self.html = "", False, False
        self.fence: _Fence | None = None
        self.quoted, self.listed, self.after_blank = False, False, True

    def read(self, text: str) -> CommentLine | None:
        """Tell how the next line stands; None where it, and all below, may stand in two ways."""
        marks = _marks(text, listed=self.listed)
        if self.raw:
            line = self._in_raw(marks)
        elif self.fence:
            line = self._in_fence(marks, self.fence)
        elif (self.until or self.html) and _begins(marks):
            line = None
        elif self.until:
            line = self._in_hidden(marks)
        elif marks.fence:
            line = self._opening(marks, marks.fence)
        elif marks.quote:
            line = self._in_quote(marks)
        else:
            line = self._in_text(marks)
        self.after_blank = not text.strip()
        return line

    def _in_raw(self, marks: _Marks) -> CommentLine | None:
        """Read on in what Markdown leaves alone, which must end where what it hides ends."""
        closed = _closed(marks.text, self.until)
        line = self._in_hidden(marks)
        self.raw = not closed
        return None if closed == bool(self.until) else line

    def _in_hidden(self, marks: _Marks) -> CommentLine:
        """Read on in hidden HTML."""
        self.html = self._goes_on_as_html(marks.text)
        self.until = _still_hidden(marks.text, self.until)
        return CommentLine(marks.text, Standing.AWAY)

    def _goes_on_as_html(self, text: str) -> bool:
        """Tell whether a line may stand in a block of HTML that goes on below it."""
        may_be_html = self.html or (not self.raw and bool(_HTML.match(text)))
        return may_be_html and bool(text.strip())

    def _in_fence(self, marks: _Marks, fence: _Fence) -> CommentLine | None:
        """Read on in code; the item of a list that it is in may have ended, and it too, or not."""
        if fence.listed and marks.text.strip() and marks.indent < fence.indent:
            return None
        if fence.closed_by(marks.text, marks.indent):
            self.fence = None
        return CommentLine("", Standing.CODE, marks.text)

    def _opening(self, marks: _Marks, fence: re.Match[str]) -> CommentLine:
        self.listed = self.listed or marks.item
        self.fence = _Fence(fence[1], fence.start(1), self.listed)
        return CommentLine(marks.text, Standing.AWAY)

    def _in_quote(self, marks: _Marks) -> CommentLine:
        self.quoted = True
        self.listed = self.listed or marks.item
        return CommentLine("", Standing.AWAY)

    def _in_text(self, marks: _Marks) -> CommentLine:
        """Read text, which goes on with a quote above it until a blank line ends that."""
        text = marks.text
        self.quoted = self.quoted and bool(text.strip())
        ends_list = self.after_blank and bool(text.strip()) and not marks.indent
        self.listed = marks.item or (self.listed and not ends_list)
        self.until = _still_hidden(text)
        own = bool(_RAW.match(text)) and not self.listed and not self.html
        self.raw = own and bool(self.until) and not _closed(text, self.until)
        self.html = not own and self._goes_on_as_html(text)
        return CommentLine(text, Standing.AWAY if self.quoted else Standing.PLAIN)


def _begins(marks: _Marks) -> bool:
    """Tell whether a line begins what hides, unless it stands in a block of HTML."""
    return bool(marks.fence or marks.quote or _RAW.match(marks.text))


def _closed(text: str, until: str) -> bool:
    """Tell whether a line ends the kind of raw HTML that this text, or this tag, ends."""
    return bool(_RAW_END.search(text)) if until.startswith("</") else until in text.lower()


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
        start = opening.start() + 2 if opening["other"] == "!--" else opening.end()
        until = f"</{opening['tag']}" if opening["tag"] else _ENDS[opening["other"]]


def _outside_code_spans(paragraph: list[CommentLine]) -> Iterator[CommentLine]:
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
