"""Which works stand in paragraphs of their own, without a list or table around them?"""

import re

from bot.importers.phrases.segments import classify, is_label
from bot.importers.shapes.fields_below import read_record
from bot.importers.shapes.items import LONGEST_REMARK
from bot.importers.shapes.keyed import read_reference, references
from bot.importers.shapes.lines import lists_work
from bot.importers.shapes.looks import detail, said_below
from bot.importers.works.importer import LONGEST_LINE, Importer
from bot.importers.works.sections import Section
from bot.importers.works.side_by_side import split_works
from bot.importers.works.works import (
    LabelledPart,
    build,
    has_work_link,
    is_prose,
    labelled,
    outward,
)
from bot.markdown.tree.blocks import Block, Items, Paragraph
from bot.markdown.tree.pieces import BOLD, Piece, words
from bot.model.papers.imported import ImportedPaper

_MAY_BE_BOLD = re.compile(r"\*\*|__|<")
LONGEST_HEADING = 80
LONGEST_REFERENCE = 400


def heading_of(paragraph: Paragraph, importer: Importer, longest: int = LONGEST_HEADING) -> str:
    """Give the words of a paragraph that is a heading in bold, or ""."""
    text = paragraph.text.strip()
    if "\n" in text or len(text) > longest + 20 or text[:1] not in "*_<" or paragraph.quoted:
        return ""
    pieces = [p for p in importer.scan(text) if p.text.strip() or p.kind != "text"]
    bold = all(p.kind == "text" and (p.style & BOLD or p.text.strip(" :：") == "") for p in pieces)
    return words(pieces).strip(" :：") if bold and pieces else ""


def lines_of(text: str) -> list[str]:
    """Give a paragraph's lines; a link's label that is wrapped does not end its line."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and lines[-1].count("[") > lines[-1].count("]") and len(lines[-1]) < 1000:
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    return lines


def read_paragraph(
    block: Paragraph, below: list[Block], section: Section, importer: Importer, *, preamble: bool
) -> int:
    """Add the works of a paragraph; give how many of the blocks `below` belong to them."""
    if section.closed or (preamble and block.quoted):
        importer.skip_paragraph(block.text, section)
        return 0
    cited = references(block.text)
    for reference in cited:
        read_reference(reference, section, importer)
    return 0 if cited else _read_open(block, below, section, importer, preamble=preamble)


def _read_open(
    block: Paragraph, below: list[Block], section: Section, importer: Importer, *, preamble: bool
) -> int:
    """Read a paragraph that is no bibliography, where works may be listed."""
    pieces = importer.scan(block.text)
    if taken := read_record(pieces, below, section, importer):
        return taken
    attached = bool(below) and isinstance(below[0], Items) and below[0].attached
    if attached and _heads_fields(block, below[0], pieces, importer):
        return read_with(pieces, below[:1], block.text, section, importer)
    if not preamble and _has_notes_below(pieces, below, importer):
        return read_with(pieces, below[:1], block.text, section, importer)
    if len(block.text) <= LONGEST_LINE and not any(map(outward, pieces)):
        if not preamble:
            return _without_link(block, pieces, below, section, importer)
        importer.skip_paragraph(block.text, section)
        return 0
    _read_lines(block.text, pieces, section, importer, preamble=preamble)
    return 0


def _read_lines(
    text: str, pieces: list[Piece], section: Section, importer: Importer, *, preamble: bool
) -> None:
    """Add the work that a paragraph is, or the works that its lines are."""
    lines = lines_of(text)
    if works := _works_by_line(lines, importer, preamble=preamble):
        for work, raw in zip(works, lines, strict=True):
            if work:
                _read_line(work, raw, section, importer)
            else:
                importer.skip_paragraph(raw, section)
    elif (starts := _bold_starts(lines, importer)) and starts != [0]:
        _read_stretches(lines, starts, section, importer, preamble=preamble)
    elif lists_work(pieces, preamble=preamble):
        _read_line(pieces, text, section, importer)
    else:
        for raw in lines:
            importer.skip_paragraph(raw, section)


def _bold_starts(lines: list[str], importer: Importer) -> list[int]:
    return [
        index
        for index, line in enumerate(lines)
        if _MAY_BE_BOLD.search(line) and _is_bold_title(importer.scan(line))
    ]


def _is_bold_title(line: list[Piece]) -> bool:
    """Tell a line that is a title in bold and nothing else."""
    shown = [piece for piece in line if piece.kind != "break" and piece.text.strip()]
    bold = len(shown) > 0 and all(p.kind == "text" and p.style & BOLD for p in shown)
    return bold and len(words(shown).split()) > 2 and not classify(words(shown)).role


def _read_stretches(
    lines: list[str], starts: list[int], section: Section, importer: Importer, *, preamble: bool
) -> None:
    """Read works in several lines each, one right under the other, by their bold titles."""
    for raw in lines[: starts[0]]:
        importer.skip_paragraph(raw, section)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        stretch = "\n".join(lines[start:end])
        pieces = importer.scan(stretch)
        if lists_work(pieces, preamble=preamble):
            _read_line(pieces, stretch, section, importer)
        else:
            importer.skip_paragraph(stretch, section)


def _heads_fields(block: Paragraph, below: Block, pieces: list[Piece], importer: Importer) -> bool:
    """Tell a title whose fields are the list right under it."""
    if "\n" in block.text.strip() or any(map(outward, pieces)) or not isinstance(below, Items):
        return False
    if any(item.children for item in below.items):
        return False
    kids = [importer.scan(item.text) for item in below.items]
    own = (
        len(words(pieces)) < 250 and not is_prose(words(pieces)) and not words(pieces).endswith(":")
    )
    fields = all(
        labelled(kid) or all(is_label(piece.text) for piece in kid if outward(piece))
        for kid in kids
    )
    return own and fields and sum(map(has_work_link, kids)) == 1 and len(kids) < 8


def _has_notes_below(pieces: list[Piece], below: list[Block], importer: Importer) -> bool:
    """Tell one linked work whose description is the list under it, no work itself."""
    if not below or not isinstance(below[0], Items) or not has_work_link(pieces):
        return False
    items = below[0].items
    lines = [importer.scan(item.text) for item in items]
    linked = [line for line in lines if any(map(outward, line))]
    only_notes = not any(item.children for item in items) and not any(map(has_work_link, lines))
    alone = lists_work(pieces, preamble=False) and len(split_works(pieces)) == 1
    return alone and only_notes and lines[0] not in linked and len(linked) * 2 <= len(lines)


def read_with(
    pieces: list[Piece], blocks: list[Block], raw: str, section: Section, importer: Importer
) -> int:
    """Add one work, said by a line and by the blocks under it."""
    parts = [LabelledPart("", pieces)]
    named = not any(map(outward, pieces))
    for block in blocks:
        if isinstance(block, Items):
            parts += [said_below(importer.scan(item.text), named=named) for item in block.items]
        elif isinstance(block, Paragraph):
            parts += [detail(importer.scan(line), named=False) for line in lines_of(block.text)]
    entry = build(parts, section, importer.outline.as_of)
    if not entry:
        importer.skip_paragraph(raw, section)
        return 0
    importer.entries.append(entry)
    return len(blocks)


def _without_link(
    block: Paragraph, pieces: list[Piece], below: list[Block], section: Section, importer: Importer
) -> int:
    """Read a title in bold whose links stand in the next paragraphs, or references; or prose."""
    text = words(pieces)
    titled = _is_bold(pieces) and not is_prose(text) and len(text) < LONGEST_REFERENCE
    if titled and (blocks := _links_below(below, importer)):
        return read_with(pieces, blocks, block.text, section, importer)
    lines = lines_of(block.text)
    works = [_reference(importer.scan(line), section) for line in lines]
    if len(lines) == 1 or not all(works):
        lines, works = [block.text], [_reference(pieces, section)]
    for line, work in zip(lines, works, strict=True):
        if work:
            importer.entries.append(work)
        else:
            importer.skip_paragraph(line, section)
    return 0


def _reference(pieces: list[Piece], section: Section) -> ImportedPaper | None:
    """Read a reference without a link by its shape: title, people and venue, and little else."""
    text = words(pieces)
    if is_prose(text) or len(text) > LONGEST_REFERENCE:
        return None
    entry = build([LabelledPart("", pieces)], section)
    whole = entry and entry.title and entry.authors and entry.venue
    return entry if entry and whole and len(entry.note.split()) <= LONGEST_REMARK else None


def _is_bold(pieces: list[Piece]) -> bool:
    return any(piece.style & BOLD and len(piece.text.split()) > 2 for piece in pieces)


def _links_below(below: list[Block], importer: Importer) -> list[Block]:
    """Give the paragraphs under a title up to the one with its links; none if there is none."""
    blocks: list[Block] = []
    for follower in below[:3]:
        if not isinstance(follower, Paragraph) or heading_of(follower, importer):
            return []
        line = importer.scan(follower.text)
        if _is_bold(line):
            return []
        blocks.append(follower)
        if any(map(outward, line)):
            return blocks if all(is_label(p.text) for p in line if outward(p)) else []
    return []


def _works_by_line(
    lines: list[str], importer: Importer, *, preamble: bool
) -> list[list[Piece] | None]:
    """Give each line that is a work, None for others; nothing if together they are one work."""
    linked = [bool(importer.references) or "http" in line.lower() for line in lines]
    if sum(linked) < 2 or sum(linked) * 2 <= len(lines):
        return []
    scanned = (importer.scan(line) if may else [] for line, may in zip(lines, linked, strict=True))
    works = [line if line and lists_work(line, preamble=preamble) else None for line in scanned]
    count = sum(work is not None for work in works)
    return works if count > 1 and count * 2 > len(lines) else []


def _read_line(pieces: list[Piece], raw: str, section: Section, importer: Importer) -> None:
    for line in split_works(pieces):
        entry = (
            build([LabelledPart("", line)], section, importer.outline.as_of)
            if words(line)
            else None
        )
        if entry:
            importer.entries.append(entry)
        else:
            importer.skip_paragraph(raw, section)
