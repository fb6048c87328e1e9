"""Where does a fenced block of code begin and end in a Markdown document?

As GitHub Flavored Markdown, section 4.5, has it; read a line at a time.
"""

import re
from typing import NamedTuple

# A fence may stand inside quotations and list items.
_OPENING = re.compile(
    r"(?P<lead>[ \t>]*+(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]++)*+)(?P<marks>`{3,}+(?!.*`)|~{3,}+)"
)


class Fence(NamedTuple):
    """A fence that opens a block: what stands before its marks, and these."""

    lead: str
    marks: str

    @property
    def closing(self) -> str:
        """The pattern of a line that closes it: the same marks, as many at least, and no more."""
        return rf"^[ \t>]*{self.marks[0]}{{{len(self.marks)},}}[ \t]*\r?$"


def opened(line: str) -> Fence | None:
    """Give the fence that a line opens; in one of backticks no backtick follows."""
    match = _OPENING.match(line)
    return Fence(match["lead"], match["marks"]) if match else None


class Fences:
    """Follows a text line by line through its blocks of code."""

    def __init__(self) -> None:
        self.open: Fence | None = None

    def around(self, line: str) -> bool:
        """Tell whether this line, the next one, opens or closes a block or stands in one."""
        if self.open is None:
            self.open = opened(line)
            return self.open is not None
        if re.match(self.open.closing, line):
            self.open = None
        return True
