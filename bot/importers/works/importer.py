"""What has been read of the document so far, and where does a text go that is no entry?"""

import re
from dataclasses import dataclass, field

from bot.importers.works.sections import Outline
from bot.importers.works.works import has_work_link
from bot.markdown.blocks import Block, Code, Heading, Items, Paragraph, Table
from bot.markdown.inline import scan
from bot.markdown.pieces import Piece
from bot.model.papers.imported import ImportedPaper, ImportResult

_NAMED_ID = re.compile(
    r"arxiv[:/.\s][^\n]{0,20}\d{4}\.\d{4,5}|doi[:.\s/][^\n]{0,12}10\.\d{4}", re.IGNORECASE
)
LONGEST_LINE = 20_000  # characters; no work is listed in so many


@dataclass(slots=True)
class Importer:
    """The reading as it grows; `references` are the document's link definitions.

    `titles` are the words of all its headings, folded. `bare` if nothing in it tells works from
    other lines, so that a title alone is taken for one.
    """

    references: dict[str, str]
    outline: Outline = field(default_factory=Outline)
    titles: frozenset[str] = frozenset()
    bare: bool = False
    entries: list[ImportedPaper] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    headed: bool = False  # this document has shown works whose titles are headings
    plain: bool = False  # this document has shown works without any link

    def scan(self, text: str) -> list[Piece]:
        """Take a line apart, with this document's link definitions; one too long is mere text."""
        if len(text) > LONGEST_LINE:
            return [Piece(text)]
        return scan(text, self.references)

    def skip(self, text: str) -> None:
        """Put away a text that is no entry: a leftover if it holds a work after all, else prose."""
        if not text.strip():
            return
        if len(text) > LONGEST_LINE:
            (self.leftovers if "http" in text else self.prose).append(text)
            return
        holds = _NAMED_ID.search(text) or ("http" in text and has_work_link(self.scan(text)))
        (self.leftovers if holds else self.prose).append(text)

    def skip_block(self, block: Block) -> None:
        """Put away a whole block, part by part."""
        if isinstance(block, Paragraph | Code):
            self.skip(block.text)
        elif isinstance(block, Heading):
            self.headings.append(block.text)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                self.skip(" | ".join(row))
        elif isinstance(block, Items):
            for item in block.items:
                self.skip(item.text)
                for child in item.children:
                    self.skip_block(child)

    def result(self) -> ImportResult:
        """Give what was read."""
        return ImportResult(
            tuple(self.entries), tuple(self.leftovers), tuple(self.headings), tuple(self.prose)
        )
