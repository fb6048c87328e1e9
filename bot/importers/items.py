"""Which works does a list show, bulleted or numbered, flat or nested?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from bot.importers.bibtex import is_bibtex
from bot.importers.blocks import Block, Code, Heading, Item, Items, Paragraph, Table
from bot.importers.evidence import words
from bot.importers.identity import is_document
from bot.importers.pieces import BOLD, Piece
from bot.importers.result import Result
from bot.importers.sections import Section, is_closed, said, title_of
from bot.importers.segments import Segment, cited, decorations_off, is_label, meaning, segments
from bot.importers.tables import read_table
from bot.importers.works import (
    Part,
    build,
    describes_title,
    has_work_link,
    is_prose,
    labelled,
    names_list,
    outward,
    split_works,
)

Kind = Literal["work", "named", "group", "text", "other"]
_OPENING_WORDS = 40  # characters in which a sentence to the reader shows itself as one


class Seen(NamedTuple):
    """An item, its line taken apart, and what kind of thing it seems to be by itself."""

    item: Item
    pieces: list[Piece]
    kind: Kind


def read_items(items: Items, section: Section, result: Result, *, preamble: bool = False) -> None:
    """Add the works of a list; what in it is no work is put away."""
    if section.closed:
        result.skip_block(items)
        return
    seen = [_seen(item, result, preamble=preamble) for item in items.items]
    groups = sum(s.kind == "group" for s in seen)
    if groups and groups * 2 >= len(seen):
        seen = [
            s._replace(kind="group") if s.kind == "named" and _kids(s.item) else s for s in seen
        ]
    accept = _accepts_text(seen, result, preamble=preamble)
    for item, pieces, kind in seen:
        if kind == "group":
            _read_group(item, pieces, section, result)
        elif kind in {"work", "named"} or (kind == "text" and accept and _fits(pieces)):
            read_item(item, pieces, section, result)
        else:
            result.skip(item.text)
            for child in item.children:
                _read_child(child, section, result, preamble=preamble)


def _read_child(block: Block, section: Section, result: Result, *, preamble: bool) -> None:
    """Read what stands under an item that is no work itself."""
    if isinstance(block, Items):
        read_items(block, section, result, preamble=preamble)
    elif isinstance(block, Table):
        read_table(block, section, result)
    else:
        result.skip_block(block)


def _seen(item: Item, result: Result, *, preamble: bool) -> Seen:
    """Look at an item; one that holds a heading is that heading's list."""
    first = item.children[0] if item.children and not item.text else None
    if not isinstance(first, Heading):
        return _look(item, result, preamble=preamble)
    headed = Item(first.text, item.children[1:])
    pieces = result.scan(first.text)
    return (
        _look(headed, result, preamble=preamble)
        if has_work_link(pieces)
        else Seen(headed, pieces, "group")
    )


def _kids(item: Item) -> list[Item]:
    return [kid for block in item.children if isinstance(block, Items) for kid in block.items]


def _look(item: Item, result: Result, *, preamble: bool) -> Seen:
    """Tell what an item seems to be, by its own line and by what stands under it."""
    pieces = result.scan(item.text)
    links = [piece for piece in pieces if outward(piece)]
    own = any(not is_label(p.text) for p in pieces if p.kind in {"text", "link"})
    if links or any(piece.kind == "link" and _leads(piece) for piece in pieces):
        return Seen(item, pieces, _linked(pieces, links, own=own, preamble=preamble))
    below = [(kid, result.scan(kid.text)) for kid in _kids(item)]
    works = [kid for kid, line in below if _stands_alone(line)]
    fields = any(labelled(line) for _, line in below)
    linked = any(map(outward, (p for _, line in below for p in line))) or any(
        outward(p) for b in item.children if isinstance(b, Paragraph) for p in result.scan(b.text)
    )
    if works and (len(works) > 1 or (not fields and len(works) == len(below) and not own)):
        return Seen(item, pieces, "group")
    if any(_kids(kid) for kid, _ in below) and not fields:
        return Seen(item, pieces, "group")
    if linked and own and not preamble:
        return Seen(item, pieces, "named")
    return Seen(item, pieces, "text" if own else "other")


def _linked(pieces: list[Piece], links: list[Piece], *, own: bool, preamble: bool) -> Kind:
    """Tell whether a line with links, with words of its `own` or without, is a work's."""
    if not links:
        return "work" if own and not preamble and any(map(_hosted, pieces)) else "other"
    if names_list(pieces) or not (own or has_work_link(pieces)):
        return "other"
    return "work" if has_work_link(pieces) or (not preamble and _presents(pieces)) else "other"


def _leads(piece: Piece) -> bool:
    """Tell a link to a place in this document or beside it from one without an address."""
    return bool(piece.url) and not piece.url.lower().startswith(("ftp:", "mailto:"))


def _hosted(piece: Piece) -> bool:
    """Tell a link to a document that the list keeps beside it."""
    here = "://" not in piece.url[:12] and not piece.url.startswith("#")
    return piece.kind == "link" and here and is_document(piece.url)


def _presents(pieces: list[Piece]) -> bool:
    """Tell a work from a sentence that mentions a page.

    Its link comes first or is "[Code]", or its title is set off: in bold, in quotation marks.
    """
    plain = "".join(piece.text for piece in pieces if piece.kind == "text")
    line = [s for s in segments(pieces) if s.kind == "link" or any(map(str.isalnum, s.text))]
    first = next((s for s in line if s.kind != "group" and not _goes_before(s)), None)
    if first and (first.kind == "link" or _set_off(first)):
        return not is_prose(plain[:_OPENING_WORDS])
    labels = [s for s in line if s.kind == "link" and not s.badge]
    return any(is_label(s.text) and not s.text.startswith("http") for s in labels) or (
        len(plain.split()) <= 8 and not is_prose(plain)
    )


def _goes_before(segment: Segment) -> bool:
    """Tell what only stands before a title: emoji, a number, a date."""
    text = decorations_off(segment.text)
    said = segment.kind == "text" and meaning(text).role in {"date", "year", "venue"}
    return said or not any(map(str.isalpha, text))


def _set_off(segment: Segment) -> bool:
    return bool(segment.style & BOLD) and len(segment.text.split()) > 2


def _stands_alone(pieces: list[Piece]) -> bool:
    """Tell whether an item under another is a work of its own, not a part of the one above."""
    credit = any(cited(piece.text) for piece in pieces if outward(piece))
    if labelled(pieces) or not (has_work_link(pieces) or credit):
        return False
    return any(
        not is_label(p.text) and len(p.text.split()) > 1 and not meaning(p.text).role
        for p in pieces
        if p.kind in {"text", "link"} and not p.badge
    )


def _titled(pieces: list[Piece]) -> bool:
    """Tell an item that begins with a link whose words are a name of their own."""
    return not labelled(pieces) and outward(pieces[0]) and not is_label(pieces[0].text)


def _accepts_text(seen: list[Seen], result: Result, *, preamble: bool) -> bool:
    """Tell whether items without any link are works: beside works, or with venue and year."""
    if preamble:
        return False
    works = sum(s.kind in {"work", "named"} for s in seen)
    texts = [s for s in seen if s.kind == "text"]
    headings = sum(title_of(words(s.pieces)).casefold() in result.titles for s in texts)
    if headings * 3 >= len(texts) > 0:
        return False  # contents
    if result.bare:
        titles = sum(_fits(s.pieces) and len(words(s.pieces).split()) > 2 for s in texts)
        return titles * 3 > len(texts) * 2
    structured = 0
    for one in texts:
        entry = build([Part("", one.pieces)], Section())
        if entry and (entry.venue or entry.authors or entry.year) and len(entry.title.split()) > 1:
            structured += describes_title(entry.title)
        if structured > 3 and structured * 2 >= len(texts):
            result.plain = True
            return True
    return works > len(texts) or structured * (8 if result.plain else 2) >= len(texts) > 0


def _fits(pieces: list[Piece]) -> bool:
    return describes_title(words(pieces))


def _read_group(item: Item, pieces: list[Piece], section: Section, result: Result) -> None:
    """Read an item that is a heading to the list under it."""
    title = title_of(words(pieces))
    date, venue, year = said(title)
    result.headings.append(words(pieces))
    below = replace(
        section,
        path=(*section.path, title) if title else section.path,
        closed=section.closed or is_closed(title),
        date=date or section.date,
        venue=venue or section.venue,
        year=year or section.year,
    )
    for child in item.children:
        _read_child(child, below, result, preamble=False)


def read_item(item: Item, pieces: list[Piece], section: Section, result: Result) -> None:
    """Add the work or works of one item, with what its sub-items say of it."""
    lines = split_works(pieces)
    for line in lines[:-1]:
        _add([Part("", line)], section, words(line), result)
    parts = [Part("", lines[-1])]
    apart: list[Items | Table] = []
    for child in item.children:
        parts += _parts(child, apart, result, named=not any(map(outward, lines[-1])))
    _add(parts, section, item.text, result)
    for block in apart:
        _read_child(block, section, result, preamble=False)


def _add(parts: list[Part], section: Section, raw: str, result: Result) -> None:
    entry = build(parts, section, result.outline.as_of)
    if entry:
        result.entries.append(entry)
    else:
        result.skip(raw)


def _parts(
    block: Block, apart: list[Items | Table], result: Result, *, named: bool
) -> Iterator[Part]:
    """Give what a block under a work says of it; works of their own are set `apart`."""
    if isinstance(block, Table):
        apart.append(block)
    elif isinstance(block, Code):
        if is_bibtex(block.text):
            result.prose.append(block.text)
        else:
            yield Part("note", result.scan(block.text))
    elif isinstance(block, Items):
        lines = [result.scan(kid.text) for kid in block.items]
        alone = 0 if named else sum(map(_stands_alone, lines))
        for kid, line in zip(block.items, lines, strict=True):
            if alone and (_stands_alone(line) or (alone * 2 >= len(lines) and _titled(line))):
                apart.append(Items((kid,)))
                continue
            yield detail(line, named=named)
            for child in kid.children:
                yield from _parts(child, apart, result, named=named)
    elif isinstance(block, Paragraph):
        for text in block.text.split("\n"):
            yield detail(result.scan(text), named=named)


def detail(line: list[Piece], *, named: bool) -> Part:
    """Give a line under a work its role: by its label, else by what it says itself."""
    if part := labelled(line):
        return part
    if named and _stands_alone(line):
        return Part("title", line)
    return Part("links", line)
