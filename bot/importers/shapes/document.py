"""Which entries does a document hold, under which headings, and what is left over?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.identify import clean_url
from bot.importers.line.builder import PaperBuilder
from bot.importers.line.tail import is_people
from bot.importers.phrases.segments import is_label
from bot.importers.shapes.fields_below import credit_below, fields_below, links_below
from bot.importers.shapes.items import parts_of, read_items, rejoined
from bot.importers.shapes.paragraphs import LONGEST_REFERENCE, heading_of, read_paragraph, read_with
from bot.importers.shapes.tables import read_table
from bot.importers.works.bibtex import is_bibtex, read_bibtex
from bot.importers.works.importer import Importer
from bot.importers.works.sections import (
    LONGEST_HEADING,
    SUMMARY,
    Outline,
    is_closed,
    is_folded,
    title_of,
)
from bot.importers.works.works import (
    LabelledPart,
    build,
    has_work_link,
    is_linked_title,
    is_prose,
    labelled,
    outward,
)
from bot.markdown.tree.blocks import (
    Block,
    Code,
    End,
    Heading,
    Items,
    Paragraph,
    ParsedDocument,
    Table,
)
from bot.markdown.tree.pieces import words
from bot.model.papers.imported import ImportResult, Prose
from bot.text.clean import clean

_LIST_NAME = re.compile(r"awesome|\blists?\b|must-read", re.IGNORECASE)
_PAPERS = re.compile(
    r"\b(?:papers?|publications|bibliography|reading list|research materials?|literature)\b"
    r"|paper-?list|论文|論文|文献|논문|статьи",
    re.IGNORECASE,
)
_BOLD_HEADING = 7  # under every real heading, beside a `<details>`


def read_document(document: ParsedDocument) -> ImportResult:
    """Read all blocks in order; where that finds no work, titles alone are works.

    That is asked only of a document that announces papers.
    """
    reading = _read(document, bare=False)
    if not reading.entries and _announces(document.blocks):
        return _read(document, bare=True)
    return reading


def _announces(blocks: Sequence[Block]) -> bool:
    """Tell whether the first lines of a document say that it lists papers."""
    opening = [block.text for block in blocks[:4] if isinstance(block, Heading | Paragraph)]
    return any(_PAPERS.search(text[:LONGEST_HEADING]) for text in opening)


def _read(document: ParsedDocument, *, bare: bool) -> ImportResult:
    """Read all blocks in order; `bare` if a title needs nothing beside it to be a work's."""
    blocks = list(document.blocks)
    titles = frozenset(
        title_of(block.text).casefold() for block in blocks if isinstance(block, Heading)
    )
    importer = Importer(document.references, Outline(titled=_has_title(blocks)), titles, bare=bare)
    blocks = rejoined(blocks, importer)
    position, listed = 0, False
    while position < len(blocks):
        if listed and _completes(blocks[position], importer):
            position += 1
            continue
        if position and _annotates(blocks[position - 1], blocks[position], importer):
            position += 1
            continue
        block, count = blocks[position], len(importer.entries)
        position += 1 + _read_block(block, blocks[position + 1 : position + 40], importer)
        listed = isinstance(block, Items) and len(importer.entries) > count
    return importer.result()


def _completes(block: Block, importer: Importer) -> bool:
    """Read people, or links, that were meant for a list's last item but stand behind the list."""
    if not isinstance(block, Paragraph) or block.quoted or len(block.text) > LONGEST_HEADING:
        return False
    last, credit = importer.entries[-1], PaperBuilder()
    shown = [piece for piece in importer.scan(block.text) if piece.text.strip()]
    if len(shown) == 1 and not last.authors and is_people(shown[0].text, shown[0].style):
        credit.add("authors", shown[0].text)
    elif last.links or not all(outward(piece) and is_label(piece.text) for piece in shown):
        return False
    for piece in shown:
        if piece.kind == "link":
            credit.add_link(piece.text, piece.url, piece.badge)
    entry = credit.build(last.section)
    importer.entries[-1] = replace(
        last,
        authors=last.authors or entry.authors,
        links=last.links or entry.links,
        ids=last.ids or entry.ids,
    )
    return True


def _annotates(above: Block, block: Block, importer: Importer) -> bool:
    """Read a paragraph under a list of one work that is said of it: quoted, or "Summary: ..."."""
    if not (isinstance(above, Items) and isinstance(block, Paragraph) and importer.entries):
        return False
    entry = importer.entries[-1]
    if (
        len(above.items) != 1
        or entry.section != importer.outline.here.path
        or entry.title not in clean(words(importer.scan(above.items[0].text)))
    ):
        return False
    pieces = importer.scan(block.text)
    label = labelled(pieces)
    if not (block.quoted or (label and label.role == "note")) or is_prose(words(pieces)[:80]):
        return False
    labelled_urls = (
        (p.text.strip(), clean_url(p.url)) for p in pieces if outward(p) and is_label(p.text)
    )
    links = tuple((text, url) for text, url in labelled_urls if url)
    annotation = clean(words(list(label.pieces if label else pieces)))
    note = " ".join(filter(None, (entry.note, annotation)))
    importer.entries[-1] = replace(entry, note=note, links=(*entry.links, *links))
    return True


def _read_block(block: Block, below: list[Block], importer: Importer) -> int:
    """Read one block; give how many of those `below` were read with it."""
    section = importer.outline.here
    preamble = importer.preamble
    if isinstance(block, Heading):
        return _read_heading(block, below, importer)
    if isinstance(block, End):
        importer.outline.leave_summary()
    elif isinstance(block, Table):
        read_table(block, section, importer)
    elif isinstance(block, Items):
        read_items(block, section, importer, preamble=preamble and len(importer.titles) > 1)
    elif isinstance(block, Code):
        _read_code(block, importer, preamble=preamble)
    else:
        return _read_paragraph(block, below, importer, preamble=preamble)
    return 0


def _read_heading(block: Heading, below: list[Block], importer: Importer) -> int:
    """Go under a heading, unless it is a work itself, or hides what belongs to one."""
    importer.headings.append(block.text)
    pieces = importer.scan(block.text)
    if block.level == SUMMARY and is_folded(block.text):
        return _read_hidden(below, importer)
    heading = words(pieces)
    if not is_label(heading) and (
        has_work_link(pieces) or (importer.headed and is_linked_title(pieces))
    ):
        open_ = block.level > 1 and not importer.outline.here.closed
        if open_ and not is_prose(words([p for p in pieces if p.kind != "link"])):
            return _read_heading_work(block, below, importer)
        importer.leftovers.append(block.text)
        importer.outline.enter(block.level, block.text, closed=open_)
        return 0
    if not importer.outline.here.closed and block.level > 1:
        if taken := fields_below(heading, below, importer) or links_below(heading, below, importer):
            return _read_heading_work(block, below[:taken], importer)
        if credit := credit_below(below, importer):
            return 1 + _read_heading_work(block, below[1:], importer, credit)
    importer.outline.enter(block.level, block.text)
    return 0


def _read_heading_work(
    block: Heading, below: list[Block], importer: Importer, credit: Sequence[LabelledPart] = ()
) -> int:
    """Read a work whose title is a heading: what follows up to the next heading is said of it."""
    while importer.outline.here.level >= block.level:
        importer.outline.stack.pop()
    parts = [LabelledPart("", importer.scan(block.text)), *credit]
    apart: list[Items | Table] = []
    taken = 0
    for follower in below:
        if isinstance(follower, Heading | End):
            break
        parts += parts_of(follower, apart, importer, named=False)
        taken += 1
    entry = build(parts, importer.outline.here, importer.outline.as_of)
    if not entry:
        importer.leftovers.append(block.text)
        importer.outline.enter(block.level, block.text)
        return 0
    importer.entries.append(entry)
    importer.headed = True
    for one in apart:
        _read_block(one, [], importer)
    return taken


def _read_hidden(below: list[Block], importer: Importer) -> int:
    """Read what a `<details>` hides: a note on the work above it."""
    taken = 0
    for follower in below:
        taken += 1
        if isinstance(follower, End):
            return taken
        if isinstance(follower, Heading):
            return taken - 1
        if isinstance(follower, Paragraph) and importer.entries:
            last = importer.entries[-1]
            text = clean(words(importer.scan(follower.text)))
            importer.entries[-1] = replace(last, note=" ".join(filter(None, (last.note, text))))
        elif isinstance(follower, Items | Table):
            _read_block(follower, [], importer)
        else:
            importer.skip_block(follower, importer.outline.here)
    return taken


def _read_paragraph(
    block: Paragraph, below: list[Block], importer: Importer, *, preamble: bool
) -> int:
    """Read a paragraph: a heading in bold, or works, or prose."""
    section = importer.outline.here
    listed = bool(below) and isinstance(below[0], Items | Table)
    if listed and not section.closed and not preamble:
        title = heading_of(block, importer, LONGEST_REFERENCE)
        if title and (taken := fields_below(title, below, importer)):
            pieces = importer.scan(block.text)
            return read_with(pieces, below[:taken], block.text, section, importer)
    if listed and not section.closed and (title := heading_of(block, importer)):
        importer.headings.append(title)
        if not preamble:
            importer.outline.enter(_BOLD_HEADING, title)
            importer.outline.seen -= 1
        return 0
    if importer.outline.hear(block.text) and "http" not in block.text:
        importer.prose.append(Prose(block.text, section.path))
        return 0
    return read_paragraph(block, below, section, importer, preamble=preamble)


def _read_code(block: Code, importer: Importer, *, preamble: bool) -> None:
    """Read a block of BibTeX; the list's own, for citing it, is no entry."""
    section = importer.outline.here
    if section.closed or preamble or not is_bibtex(block.text):
        importer.skip(block.text, section)
        return
    papers, rest = read_bibtex(block.text, section)
    importer.entries += papers
    for text in rest:
        importer.skip(text, section)


def _has_title(blocks: list[Block]) -> bool:
    """Tell whether the first heading is the document's own title, not a section's.

    It is if it is the only one of its level, or if the next heading is below it and nothing but
    prose, badges or contents stands between them.
    """
    headings = [block for block in blocks if isinstance(block, Heading) and block.level < SUMMARY]
    tops = sum(heading.level == 1 for heading in headings)
    if not headings or headings[0].level != 1 or tops == 1:
        return tops == 1 and headings[0].level == 1
    start, end = blocks.index(headings[0]), blocks.index(headings[1])
    lists = any(isinstance(block, Items | Table) for block in blocks[start:end])
    prose = any(isinstance(block, Paragraph) for block in blocks[start:end])
    named = bool(_LIST_NAME.search(headings[0].text))
    opens = prose or named or is_closed(title_of(headings[1].text))
    return headings[1].level > 1 and not lists and opens
