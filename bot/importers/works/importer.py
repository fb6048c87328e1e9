"""What has been read of the document so far, and where does a text go that is no entry?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.importers.phrases.names import is_byline
from bot.importers.works.bare_names import with_titles
from bot.importers.works.sections import Outline, Section, title_of
from bot.importers.works.works import LabelledPart, build, has_work_link, is_prose
from bot.markdown.tree.blocks import Block, Code, Heading, Items, Paragraph, Table
from bot.markdown.tree.inline import scan
from bot.markdown.tree.pieces import Piece, words
from bot.model.papers.imported import ImportedPaper, ImportResult, Prose
from bot.text.lexicon.capitals import is_capitalised

_STOPS = re.compile(
    r"[.:!?。：！？…][\s*_~)\]\"'”’]{0,9}$|[。！？；]|[a-z)][.!?]\s{1,3}[A-Z][a-z]{0,20}\s[a-z]"
)
_FEW = 5  # words that may stand beside the links of contents
_KEYED = re.compile(r"\[\^?\w{1,12}\][:.]?\s+\S")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAGE = re.compile(r"#|(?!\w{1,10}:)[^?#]{0,200}\.md(?:#|$)", re.IGNORECASE)
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
    prose: list[Prose] = field(default_factory=list)
    headed: bool = False  # this document has shown works whose titles are headings
    plain: bool = False  # this document has shown works without any link

    def scan(self, text: str) -> list[Piece]:
        """Take a line apart, with this document's link definitions; one too long is mere text."""
        if len(text) > LONGEST_LINE:
            return [Piece(text)]
        return scan(text, self.references)

    @property
    def preamble(self) -> bool:
        """Tell whether what stands here comes before the list's own headings."""
        seen = self.outline.seen
        return seen == 0 or (seen == 1 and self.outline.here.level == 1)

    def add(self, parts: Sequence[LabelledPart], section: Section, raw: str) -> bool:
        """Add the entry that some parts describe; put `raw` away if they name none."""
        entry = build(parts, section, self.outline.as_of)
        if entry:
            self.entries.append(entry)
        else:
            self.skip(raw, section)
        return entry is not None

    def skip(self, text: str, section: Section) -> None:
        """Put away an item, a row, a picture or code that is no entry: it is left over.

        Prose it is only in a section that lists no works, or where it leads about the document.
        """
        self._put(text, section, prose=section.closed or self._navigates(text))

    def skip_paragraph(self, text: str, section: Section) -> None:
        """Put away a paragraph that is no entry: left over, unless a reader would call it prose."""
        before = self.preamble and len(self.titles) > 1
        prose = before or reads_as_prose(words(self.scan(text))) or self._navigates(text)
        self._put(text, section, prose=section.closed or prose)

    def _put(self, text: str, section: Section, *, prose: bool) -> None:
        """Put away a text: what holds a work after all is never prose."""
        pieces = self.scan(text)
        if not any(p.kind == "image" or p.badge or any(map(str.isalnum, p.text)) for p in pieces):
            return
        long = len(text) > LONGEST_LINE and "http" in text
        holds = long or _NAMED_ID.search(text) or ("http" in text and has_work_link(pieces))
        if prose and not holds:
            self.prose.append(Prose(text, section.path))
        else:
            self.leftovers.append(text)

    def _navigates(self, text: str) -> bool:
        """Tell contents: a heading's own words, or nothing but links to a place or page of it."""
        if title_of(text).casefold() in self.titles:
            return True
        pieces = self.scan(text)
        links = [piece for piece in pieces if piece.kind == "link"]
        beside = words([piece for piece in pieces if piece.kind == "text"])
        here = all(
            _PAGE.match(piece.url) and ("#" in piece.url or len(piece.text.split()) < _FEW)
            for piece in links
        )
        return bool(links) and here and len(beside.split()) < _FEW

    def skip_block(self, block: Block, section: Section) -> None:
        """Put away a whole block, part by part."""
        if isinstance(block, Paragraph):
            self.skip_paragraph(block.text, section)
        elif isinstance(block, Code):
            self.skip(block.text, section)
        elif isinstance(block, Heading):
            self.headings.append(block.text)
        elif isinstance(block, Table):
            self.headings += block.header
            for row in block.rows:
                self.skip(" | ".join(row), section)
        elif isinstance(block, Items):
            for item in block.items:
                self.skip(item.text, section)
                for child in item.children:
                    self.skip_block(child, section)

    def result(self) -> ImportResult:
        """Give what was read."""
        return ImportResult(
            tuple(with_titles(self.entries)),
            tuple(self.leftovers),
            tuple(self.headings),
            tuple(self.prose),
        )


def reads_as_prose(text: str) -> bool:
    """Tell sentences from the title, or the reference, of a work."""
    if is_prose(text):
        return True
    first = text.partition(". ")[0]
    if _KEYED.match(text) or (_YEAR.search(text) and is_byline(first)):
        return False  # "[3] Lee: ...", "Ann Lee. Quiet kernels. 2019."
    return bool(_STOPS.search(text)) and not is_capitalised(text)
