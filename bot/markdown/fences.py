"""Where does a fenced block of code begin and end in a Markdown document?

As GitHub Flavored Markdown, section 4.5, has it; read a line at a time.
"""

import re
from typing import NamedTuple

_MARKER = r"(?:[-+*]|[0-9]{1,9}[.)])"
# A fence may stand inside quotations and list items.
_OPENING = re.compile(
    rf"(?P<lead>(?P<quotes>(?:[ \t]*+> ?)*+)(?P<indent>[ \t]*+)(?:{_MARKER}(?: {{1,4}}+| ?\t))*+)"
    r"(?P<marks>`{3,}+(?!.*`)|~{3,}+)"
)
# How a line begins that no list item holds, or that begins one.
_OUTERMOST = re.compile(
    rf"^(?:> ?)*+(?: {{0,3}}(?P<marker>{_MARKER})[ \t]|[^ \t\r\n])", re.MULTILINE
)
_CODE = 4  # columns; what is set in by as many, outside of a list item, is code as it stands


class Fence(NamedTuple):
    """A fence that opens a block: what stands before its marks, and these."""

    lead: str
    marks: str

    @property
    def closing(self) -> str:
        """The pattern of a line that closes it: the same marks, as many at least, and no more.

        It is set in by three columns more at most, and stands in a quotation only where this does.
        """
        blank = r"[ \t>]" if ">" in self.lead else r"[ \t]" if self.lead else " "
        deepest = len(self.lead.expandtabs(_CODE)) + _CODE - 1
        return rf"^{blank}{{0,{deepest}}}{self.marks[0]}{{{len(self.marks)},}}[ \t]*\r?$"


def opened(line: str, *, in_item: bool) -> Fence | None:
    """Give the fence that a line opens, inside a list item or not.

    In one of backticks no backtick follows.
    """
    match = _OPENING.match(line)
    if not match or (_columns(match["quotes"], match["indent"]) >= _CODE and not in_item):
        return None
    return Fence(match["lead"], match["marks"])


def _columns(quotes: str, indent: str) -> int:
    """Count how far a text is set in behind the signs of its quotations."""
    before = len(quotes.expandtabs(_CODE))
    # A tab right behind the sign stands for the blank that belongs to it, too.
    return len((quotes + indent).expandtabs(_CODE)) - before - quotes.endswith(">")


def ends_in_item(lines: str, *, in_item: bool) -> bool:
    """Tell whether a list item is open behind these lines, as `in_item` tells it before them.

    The last line decides that is not set in, or begins an item.
    """
    for outermost in _OUTERMOST.finditer(lines):
        in_item = outermost["marker"] is not None
    return in_item


class Fences:
    """Follows a text line by line through its blocks of code."""

    def __init__(self) -> None:
        self.open: Fence | None = None
        self.in_item = False

    def around(self, line: str) -> bool:
        """Tell whether this line, the next one, opens or closes a block or stands in one."""
        if self.open is None:
            self.in_item = ends_in_item(line, in_item=self.in_item)
            self.open = opened(line, in_item=self.in_item)
            return self.open is not None
        if re.match(self.open.closing, line):
            self.open = None
        return True
