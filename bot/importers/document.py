"""Which entries does a document hold, under which headings, and what is left over?"""

from dataclasses import replace

from bot.importers.bibtex import is_bibtex, read_bibtex
from bot.importers.blocks import Block, Code, Document, End, Heading, Items, Paragraph, Table
from bot.importers.evidence import words
from bot.importers.items import read_items, read_item, _parts
from bot.importers.paragraphs import heading_of, read_paragraph
from bot.importers.result import Result
from bot.importers.sections import SUMMARY, is_folded, title_of
from bot.importers.tables import read_table
from bot.importers.works import Part, build, has_work_link, is_prose
from bot.model.entry import Entry, Reading
from bot.model.text import clean

_BOLD_HEADING = 7  # under every real heading, beside a `<details>`


def read_document(document: Document) -> Reading:
    """Read all blocks in order."""
    result = Result(document.references)
    blocks = list(document.blocks)
    position = 0
    while position < len(blocks):
        position += 1 + _read_block(blocks[position], blocks[position + 1 : position + 40], result)
    reading = result.reading()
    return replace(reading, entries=_without_top(reading.entries, blocks))


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
        read_items(block, section, result, preamble=preamble)
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
    if has_work_link(pieces):
        open_ = block.level > 1 and not result.outline.here.closed
        if open_ and not is_prose(words([p for p in pieces if p.kind != "link"])):
            return _read_heading_work(block, below, result)
        result.leftovers.append(block.text)
        result.outline.enter(block.level, words(pieces), closed=open_)
        return 0
    result.outline.enter(block.level, words(pieces))
    return 0


def _read_heading_work(block: Heading, below: list[Block], result: Result) -> int:
    """Read a work whose title is a heading: what follows up to the next heading is said of it."""
    while result.outline.here.level >= block.level:
        result.outline.stack.pop()
    parts = [Part("", result.scan(block.text))]
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
    found = list(read_bibtex(block.text, section))
    result.entries += found
    if not found:
        result.skip(block.text)


def _without_top(entries: tuple[Entry, ...], blocks: list[Block]) -> tuple[Entry, ...]:
    """Drop the document's own title from the sections."""
    levels = [
        (b.level, title_of(b.text)) for b in blocks if isinstance(b, Heading) and b.level < SUMMARY
    ]
    tops = [title for level, title in levels if level == 1]
    if not tops or levels[0][0] != 1:
        return entries
    title = tops[0]
    alone = len(tops) == 1
    if not alone and any(entry.section == (title,) for entry in entries):
        return entries
    if not alone and not (len(levels) > 1 and levels[1][0] > 1):
        return entries
    return tuple(
        replace(entry, section=entry.section[1:]) if entry.section[:1] == (title,) else entry
        for entry in entries
    )
