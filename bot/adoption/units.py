"""Of which items, rows and paragraphs does a README consist, and on which lines do they stand?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.markdown.lines import visible_lines

UnitKind = Literal["item", "row", "heading", "text", "line", "html"]

_ITEM = re.compile(r"([ \t]*)(?:[-*+•]|\d{1,9}[.)])(?=[ \t]|$)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)|#{1,6}[^\s#]")
_BLOCK = re.compile(r" {0,3}(?:#{1,6}\s|>|(?:[-*+]|\d+[.)])\s|```|~~~|<[a-z/!])", re.IGNORECASE)
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*\|?[ \t]*")
_ROW_START = re.compile(r"[ \t]*<tr\b", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\s*>", re.IGNORECASE)
_LI = re.compile(r"[ \t]*<li\b", re.IGNORECASE)
_TAG = re.compile(r"[ \t]*</?[A-Za-z][^<>]*>[ \t]*")


@dataclass(slots=True)
class Unit:
    """Lines `start` to `end` (not included) of a document, those of its `children` among them.

    Of a row, `table` and `table_end` are the lines of its whole table; `indent` is how far an item
    is set in.
    """

    kind: UnitKind
    start: int
    end: int
    indent: int = 0
    table: int = -1
    table_end: int = -1
    children: list["Unit"] = field(default_factory=list)

    @property
    def own_end(self) -> int:
        """Give the end of the lines that are no child's; a paragraph's are its own, too."""
        if self.kind == "text":
            return self.end
        return self.children[0].start if self.children else self.end

    def walk(self) -> Iterator["Unit"]:
        """Give the unit, and all under it, in the order of their lines."""
        yield self
        for child in self.children:
            yield from child.walk()


def units(lines: Sequence[str]) -> list[Unit]:
    """List the outermost units of a document; lines that hide or only mark up are none."""
    return _UnitReader(lines).read()


class _UnitReader:
    """Reads lines from top to bottom; `open` are the items that a line may still belong to."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = [line.rstrip("\r") for line in lines]
        shown = {line.number - 1 for line in visible_lines("\n".join(lines))}
        self.shown = [at in shown for at in range(len(lines))]
        self.tops: list[Unit] = []
        self.open: list[Unit] = []

    def read(self) -> list[Unit]:
        at = 0
        while at < len(self.lines):
            at = self._next(at)
        return self.tops

    def _next(self, at: int) -> int:
        """Read what begins on a line; give the line behind it."""
        line = self.lines[at]
        if not self.shown[at]:
            self._extend(at, line)
        elif not line.strip():
            pass
        elif _HEADING.match(line):
            self.open.clear()
            self.tops.append(Unit("heading", at, at + 1))
        elif _ROW_START.match(line):
            return self._html_row(at)
        elif _LI.match(line):
            self._add(Unit("item", at, at + 1, _width(line)))
        elif self._is_table(at):
            return self._table(at)
        elif match := _ITEM.match(line):
            self._add(Unit("item", at, at + 1, _width(match[1])))
        else:
            self._text(at, line)
        return at + 1

    def _text(self, at: int, line: str) -> None:
        """Add a line to the paragraph or item that it goes on with, or begin a paragraph."""
        before = self.lines[at - 1].strip() if at else ""
        if self.open and (before or _width(line) > self.open[-1].indent):
            self._extend(at, line)
            return
        last = self.tops[-1] if self.tops else None
        self.open.clear()
        if before and last and last.kind == "text" and last.end == at and not _is_tag(line):
            if not last.children:
                last.children.append(Unit("line", last.start, at))
            last.children.append(Unit("line", at, at + 1))
            last.end = at + 1
        elif not _is_tag(line):
            self.tops.append(Unit("text", at, at + 1))

    def _add(self, item: Unit) -> None:
        while self.open and self.open[-1].indent >= item.indent:
            self.open.pop()
        (self.open[-1].children if self.open else self.tops).append(item)
        self.open.append(item)
        for above in self.open:
            above.end = item.end

    def _extend(self, at: int, line: str) -> None:
        """Add a line that is nothing of its own to the innermost item that it is under."""
        while (
            self.open
            and self.lines[at - 1].strip() == ""
            and _width(line) <= (self.open[-1].indent)
        ):
            self.open.pop()
        for above in self.open:
            above.end = at + 1
        if self.open and not self.open[-1].children:
            self.open[-1].end = at + 1

    def _is_table(self, at: int) -> bool:
        after = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        return "|" in self.lines[at] and "|" in after and bool(_DELIMITERS.fullmatch(after))

    def _table(self, at: int) -> int:
        """Add a row for each line below the head; one that holds a work above it, too."""
        self.open.clear()
        end = at + 2
        while end < len(self.lines) and self.shown[end] and self._goes_on(self.lines[end]):
            end += 1
        self.tops += [Unit("row", row, row + 1, 0, at, end) for row in range(at + 2, end)]
        return end

    def _goes_on(self, line: str) -> bool:
        """Tell whether a table has this line for a row (GFM, 4.10): it begins no other block."""
        return bool(line.strip()) and not _BLOCK.match(line)

    def _html_row(self, at: int) -> int:
        self.open.clear()
        end = at
        while end < len(self.lines) - 1 and not _ROW_END.search(self.lines[end]):
            end += 1
        self.tops.append(Unit("html", at, end + 1))
        return end + 1


def _is_tag(line: str) -> bool:
    return bool(_TAG.fullmatch(line))


def _width(line: str) -> int:
    """Tell how far a line is set in; a tab leads to the next fourth column."""
    bare = line.expandtabs(4)
    return len(bare) - len(bare.lstrip())
