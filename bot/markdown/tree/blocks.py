"""What does a document consist of, once Markdown and HTML are out of the way?

Both readers (`parse` and `html` beside it) give these values, so that each shape of an entry is
understood once. Texts are Markdown lines as written, for `inline`.
"""

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading; `level` 1 to 6, or 7 for the summary of a `<details>`."""

    level: int
    text: str


class End(NamedTuple):
    """The place where a `<details>` ends: its heading no longer holds."""


class Paragraph(NamedTuple):
    """Lines that belong together; `quoted` if they stand in a block quote."""

    text: str
    quoted: bool = False


class Item(NamedTuple):
    """A list item: its first paragraph, and what stands under it."""

    text: str
    children: "tuple[Block, ...]" = ()


class Items(NamedTuple):
    """A bulleted or numbered list; `attached` if it follows its paragraph without a blank line."""

    items: tuple[Item, ...]
    attached: bool = False


class Table(NamedTuple):
    """A table; a row may have more or fewer cells than the header, which may be empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Code(NamedTuple):
    """A fenced block, as written."""

    text: str


Block = Heading | End | Paragraph | Items | Table | Code


class ParsedDocument(NamedTuple):
    """The blocks of a file in order, and its link definitions by folded label."""

    blocks: tuple[Block, ...]
    references: dict[str, str]
