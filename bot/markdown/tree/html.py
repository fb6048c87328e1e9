"""Which blocks does this HTML consist of: tables, lists, headings, paragraphs?

Tags are read for their structure only; whatever else stands between them is left as written, for
`bot.markdown.tree.inline`. Nothing has to be closed. Linear in the length of the text.
"""

import re
from collections.abc import Callable

from bot.markdown.tree.blocks import Block, End, Heading, Item, Items, Paragraph, Table
from bot.markdown.tree.tags import attributes

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:[\s/][^<>]*)?)>")
DEEPEST = 20


class _List:
    """A list being read: its finished items, and the one that is open."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.text = ""
        self.children: list[Block] = []

    def finish_item(self) -> None:
        if self.text or self.children:
            self.items.append(Item(self.text, tuple(self.children)))
        self.text, self.children = "", []


class _Rows:
    """A table being read: its finished rows, the open one, and whether a cell is open."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.cells: list[str] = []
        self.header = False
        self.spans: dict[int, int] = {}  # of the open row: columns that go on below, how many rows
        self.carried: dict[int, tuple[str, int]] = {}  # by column: what goes on from rows above

    def open_cell(self, rows: int) -> None:
        self._carry()
        if rows > 1:
            self.spans[len(self.cells)] = rows
        self.cells.append("")

    def _carry(self) -> None:
        while len(self.cells) in self.carried:
            self.cells.append(self.carried[len(self.cells)][0])

    def finish_row(self) -> None:
        if self.cells:
            self._carry()
            left = {c: (text, rows - 1) for c, (text, rows) in self.carried.items() if rows > 1}
            for column, rows in self.spans.items():
                left[column] = (self.cells[column], rows - 1)
            self.carried = left
        if any(self.cells):
            self.rows.append(tuple(self.cells))
        self.cells, self.spans = [], {}

    def table(self) -> Table:
        self.finish_row()
        if self.header and self.rows:
            return Table(self.rows[0], tuple(self.rows[1:]))
        return Table((), tuple(self.rows))


class _Builder:
    """Builds blocks while the tags go by; what is open stands in `stack`, outermost first."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.stack: list[_List | _Rows] = []
        self.text: list[str] = []
        self.heading = 0

    def flush(self) -> None:
        """Give the text read so far to whatever is open."""
        text = " ".join("".join(self.text).split())
        self.text = []
        if not text:
            return
        top = self.stack[-1] if self.stack else None
        if self.heading:
            self.blocks.append(Heading(self.heading, text))
        elif isinstance(top, _Rows):
            self._fill_cell(top, text)
        elif isinstance(top, _List) and not top.text and not top.children:
            top.text = text
        elif isinstance(top, _List):
            top.children.append(Paragraph(text))
        else:
            self.blocks.append(Paragraph(text))

    @staticmethod
    def _fill_cell(rows: _Rows, text: str) -> None:
        if not rows.cells:
            rows.cells.append("")
        rows.cells[-1] = f"{rows.cells[-1]}<br>{text}" if rows.cells[-1] else text

    def put(self, block: Block) -> None:
        """Give a finished block to whatever is open around it."""
        top = self.stack[-1] if self.stack else None
        if isinstance(top, _List):
            top.children.append(block)
        elif isinstance(top, _Rows) and isinstance(block, Items):
            for item in block.items:
                self._fill_cell(top, item.text)
        elif isinstance(top, _Rows) and isinstance(block, Table):
            for row in block.rows:
                self._fill_cell(top, " ".join(row))
        else:
            self.blocks.append(block)

    def open(self, name: str, tag: str) -> None:
        if name in {"ul", "ol", "dl"} and len(self.stack) < DEEPEST:
            self.flush()
            self.stack.append(_List())
        elif name == "table" and len(self.stack) < DEEPEST:
            self.flush()
            self.stack.append(_Rows())
        elif name in {"li", "dt"}:
            self.flush()
            if self.stack and isinstance(self.stack[-1], _List):
                self.stack[-1].finish_item()
        elif name in {"tr", "td", "th"}:
            self._open_cell(name, tag)
        elif name in _HEADINGS:
            self.flush()
            self.heading = _HEADINGS[name] if not self.stack else 0
        elif name in _PARTS:
            self.flush()

    def _open_cell(self, name: str, tag: str) -> None:
        self.flush()
        top = self.stack[-1] if self.stack else None
        if not isinstance(top, _Rows):
            return
        if name == "tr":
            top.finish_row()
            return
        top.header = top.header or (name == "th" and not top.rows)
        named = attributes(tag)
        top.open_cell(_span(named.get("rowspan", "1"), 1_000))
        span = named.get("colspan", "1")
        top.cells += [""] * (_span(span, 30) - 1)
        if len(top.cells) > 1 and span not in {"", "0", "1"}:
            top.cells = top.cells[-1:] if not any(top.cells) else top.cells

    def close(self, name: str) -> None:
        if name in {"ul", "ol", "dl", "table"}:
            self._close_container(_Rows if name == "table" else _List)
        elif name in _HEADINGS:
            self.flush()
            self.heading = 0
        elif name == "details":
            self.flush()
            self.put(End())
        elif name in {"li", "tr", "td", "th"} or name in _PARTS:
            self.flush()

    def _close_container(self, kind: type[_List | _Rows]) -> None:
        self.flush()
        if not self.stack or not isinstance(self.stack[-1], kind):
            return
        top = self.stack.pop()
        if isinstance(top, _Rows):
            block: Items | Table = top.table()
            filled = bool(top.rows)
        else:
            top.finish_item()
            block, filled = Items(tuple(top.items)), bool(top.items)
        if filled:
            self.put(block)

    def finish(self) -> list[Block]:
        """Close what is still open, and give everything."""
        while self.stack:
            self._close_container(type(self.stack[-1]))
        self.flush()
        return self.blocks


def _span(text: str, most: int) -> int:
    """Read over how many rows or columns a cell goes."""
    return max(1, min(int(text), most)) if text.isdecimal() and text.isascii() else 1


_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7}
_PARTS = frozenset(("p", "div", "details", "section", "article", "blockquote", "dd", "center"))
_DROPPED = frozenset(("thead", "tbody", "tfoot", "colgroup", "col", "html", "body", "main"))
_STRUCTURAL = (
    frozenset(("ul", "ol", "dl", "table", "li", "dt", "tr", "td", "th"))
    | _PARTS
    | _DROPPED
    | frozenset(_HEADINGS)
)


def html_blocks(text: str) -> list[Block]:
    """Give the blocks that some HTML stands for."""
    builder = _Builder()
    position = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name not in _STRUCTURAL:
            continue
        builder.text.append(text[position : match.start()])
        position = match.end()
        act: Callable[..., None] = builder.close if match[1] else builder.open
        act(name) if match[1] else act(name, match[3])
    builder.text.append(text[position:])
    return builder.finish()
