"""Which entries does a document hold, under which headings, and what is left over?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.identify import clean_url
from bot.importers.line.evidence import Evidence, words
from bot.importers.line.tail import is_people
from bot.importers.phrases.segments import is_label
from bot.importers.shapes.fields_below import credit_below, fields_below
from bot.importers.shapes.items import _parts, read_items, rejoined
from bot.importers.shapes.paragraphs import heading_of, read_paragraph
from bot.importers.shapes.tables import read_table
from bot.importers.works.bibtex import is_bibtex, read_bibtex
from bot.importers.works.result import Result
from bot.importers.works.sections import (
    LONGEST_HEADING,
    SUMMARY,
    Outline,
    is_closed,
    is_folded,
    title_of,
)
from bot.importers.works.works import (
    Part,
    build,
    has_work_link,
    is_linked_title,
    is_prose,
    labelled,
    outward,
)
from bot.markdown.blocks import Block, Code, Document, End, Heading, Items, Paragraph, Table
from bot.model.entry import Reading
from bot.model.text import clean

_LIST_NAME = re.compile(r"awesome|\blists?\b|must-read", re.IGNORECASE)
_PAPERS = re.compile(
    r"\b(?:papers?|publications|bibliography|reading list|research materials?|literature)\b"
    r"|paper-?list|论文|論文|文献|논문|статьи",
    re.IGNORECASE,
)
_BOLD_HEADING = 7  # under every real heading, beside a `<details>`


def read_document(document: Document) -> Reading:
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


def _read(document: Document, *, bare: bool) -> Reading:
    """Read all blocks in order; `bare` if a title needs nothing beside it to be a work's."""
    blocks = list(document.blocks)
    titles = frozenset(
        title_of(block.text).casefold() for block in blocks if isinstance(block, Heading)
    )
    result = Result(document.references, Outline(titled=_has_title(blocks)), titles, bare=bare)
    blocks = rejoined(blocks, result)
    position, listed = 0, False
    while position < len(blocks):
        if listed and _completes(blocks[position], result):
            position += 1
            continue
        if position and _annotates(blocks[position - 1], blocks[position], result):
            position += 1
            continue
        block, known = blocks[position], len(result.entries)
        position += 1 + _read_block(block, blocks[position + 1 : position + 40], result)
        listed = isinstance(block, Items) and len(result.entries) > known
    return result.reading()


def _completes(block: Block, result: Result) -> bool:
    """Read people, or links, that were meant for a list's last item but stand behind the list."""
    if not isinstance(block, Paragraph) or block.quoted or len(block.text) > LONGEST_HEADING:
        return False
    last, said = result.entries[-1], Evidence()
    shown = [piece for piece in result.scan(block.text) if piece.text.strip()]
    if len(shown) == 1 and not last.authors and is_people(shown[0].text, shown[0].style):
        said.tell("authors", shown[0].text)
    elif last.links or not all(outward(piece) and is_label(piece.text) for piece in shown):
        return False
    for piece in shown:
        if piece.kind == "link":
            said.link(piece.text, piece.url, piece.badge)
    known = said.entry(last.section)
    result.entries[-1] = replace(
        last,
        authors=last.authors or known.authors,
        links=last.links or known.links,
        ids=last.ids or known.ids,
    )
    return True


def _annotates(above: Block, block: Block, result: Result) -> bool:
    """Read a paragraph under a list of one work that is said of it: quoted, or "Summary: ..."."""
    if not (isinstance(above, Items) and isinstance(block, Paragraph) and result.entries):
        return False
    entry = result.entries[-1]
    if (
        len(above.items) != 1
        or entry.section != result.outline.here.path
        or entry.title not in clean(words(result.scan(above.items[0].text)))
    ):
        return False
    pieces = result.scan(block.text)
    label = labelled(pieces)
    if not (block.quoted or (label and label.role == "note")) or is_prose(words(pieces)[:80]):
        return False
    found = ((p.text.strip(), clean_url(p.url)) for p in pieces if outward(p) and is_label(p.text))
    links = tuple((text, url) for text, url in found if url)
    said = clean(words(list(label.pieces if label else pieces)))
    note = " ".join(filter(None, (entry.note, said)))
    result.entries[-1] = replace(entry, note=note, links=(*entry.links, *links))
    return True


def _read_block(block: Block, below: list[Block], result: Result) -> int:
    """Read one block; give how many of those `below` were read with it."""
    section = result.outline.here
    preamble = result.outline.seen == 0 or (result.outline.seen == 1 and section.level == 1)
    if isinstance(block, Heading):
        return _read_heading(block, below, result)
    if isinstance(block, End):
        result.outline.leave_summary()
    elif isinstance(block, Table):
        read_table(block, section, result)
    elif isinstance(block, Items):
        read_items(block, section, result, preamble=preamble and len(result.titles) > 1)
    elif isinstance(block, Code):
        _read_code(block, result, preamble=preamble)
    else:
        return _read_paragraph(block, below, result, preamble=preamble)
    return 0


def _read_heading(block: Heading, below: list[Block], result: Result) -> int:
    """Go under a heading, unless it is a work itself, or hides what belongs to one."""
    result.headings.append(block.text)
    pieces = result.scan(block.text)
    if block.level == SUMMARY and is_folded(block.text):
        return _read_hidden(below, result)
    said = words(pieces)
    if not is_label(said) and (
        has_work_link(pieces) or (result.headed and is_linked_title(pieces))
    ):
        open_ = block.level > 1 and not result.outline.here.closed
        if open_ and not is_prose(words([p for p in pieces if p.kind != "link"])):
            return _read_heading_work(block, below, result)
        result.leftovers.append(block.text)
        result.outline.enter(block.level, block.text, closed=open_)
        return 0
    if not result.outline.here.closed and block.level > 1:
        if taken := fields_below(below, result):
            return _read_heading_work(block, below[:taken], result)
        if credit := credit_below(below, result):
            return 1 + _read_heading_work(block, below[1:], result, credit)
    result.outline.enter(block.level, block.text)
    return 0


def _read_heading_work(
    block: Heading, below: list[Block], result: Result, credit: Sequence[Part] = ()
) -> int:
    """Read a work whose title is a heading: what follows up to the next heading is said of it."""
    while result.outline.here.level >= block.level:
        result.outline.stack.pop()
    parts = [Part("", result.scan(block.text)), *credit]
    apart: list[Items | Table] = []
    taken = 0
    for follower in below:
        if isinstance(follower, Heading | End):
            break
        parts += _parts(follower, apart, result, named=False)
        taken += 1
    entry = build(parts, result.outline.here, result.outline.as_of)
    if entry:
        result.entries.append(entry)
        result.headed = True
    for one in apart:
        _read_block(one, [], result)
    return taken


def _read_hidden(below: list[Block], result: Result) -> int:
    """Read what a `<details>` hides: a note on the work above it."""
    taken = 0
    for follower in below:
        taken += 1
        if isinstance(follower, End):
            return taken
        if isinstance(follower, Heading):
            return taken - 1
        if isinstance(follower, Paragraph) and result.entries:
            last = result.entries[-1]
            text = clean(words(result.scan(follower.text)))
            result.entries[-1] = replace(last, note=" ".join(filter(None, (last.note, text))))
        elif isinstance(follower, Items | Table):
            _read_block(follower, [], result)
        else:
            result.skip_block(follower)
    return taken


def _read_paragraph(block: Paragraph, below: list[Block], result: Result, *, preamble: bool) -> int:
    """Read a paragraph: a heading in bold, or works, or prose."""
    section = result.outline.here
    listed = bool(below) and isinstance(below[0], Items | Table)
    if listed and not section.closed and (title := heading_of(block, result)):
        result.headings.append(title)
        if not preamble:
            result.outline.enter(_BOLD_HEADING, title)
            result.outline.seen -= 1
        return 0
    result.outline.hear(block.text)
    return read_paragraph(block, below, section, result, preamble=preamble)


def _read_code(block: Code, result: Result, *, preamble: bool) -> None:
    """Read a block of BibTeX; the list's own, for citing it, is no entry."""
    section = result.outline.here
    if section.closed or preamble or not is_bibtex(block.text):
        result.skip(block.text)
        return
    found, rest = read_bibtex(block.text, section)
    result.entries += found
    for text in rest:
        result.skip(text)


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
