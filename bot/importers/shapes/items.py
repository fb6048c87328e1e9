"""Which works does a list show, bulleted or numbered, flat or nested?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.importers.line.tail import is_people
from bot.importers.phrases.roles import is_generic
from bot.importers.phrases.segments import classify, is_label, segments
from bot.importers.shapes.looks import (
    ItemLook,
    detail,
    is_named,
    is_titled,
    kids_of,
    look_at,
    stands_alone,
)
from bot.importers.shapes.tables import read_table
from bot.importers.works.bibtex import is_bibtex
from bot.importers.works.importer import Importer
from bot.importers.works.sections import Section, classify_heading, is_closed, title_of
from bot.importers.works.side_by_side import split_works, works_behind_label
from bot.importers.works.works import (
    LabelledPart,
    build,
    describes_title,
    outward,
)
from bot.markdown.tree.blocks import Block, Code, Heading, Item, Items, Paragraph, Table
from bot.markdown.tree.pieces import BOLD, Piece, words
from bot.text.lexicon.capitals import is_capitalised

LONGEST_NAME = 3  # words in bold that are the name of what stands below
LONGEST_REMARK = 5  # words beside a title that is listed without a link


def read_items(
    items: Items, section: Section, importer: Importer, *, preamble: bool = False
) -> None:
    """Add the works of a list; what in it is no work is put away."""
    if section.closed:
        importer.skip_block(items, section)
        return
    listed = _folded(items.items, importer)
    looks = [look_at(item, importer, preamble=preamble) for item in listed]
    groups = sum(s.kind == "group" for s in looks)
    if groups and groups * 2 >= len(looks):
        looks = [
            s._replace(kind="group") if s.kind == "named" and kids_of(s.item) else s for s in looks
        ]
    accept = not preamble and _accepts_text(looks, section, importer)
    for item, pieces, kind in looks:
        if kind == "group":
            _read_group(item, pieces, section, importer)
        elif kind in {"work", "named"} or (kind == "text" and accept and _fits(pieces)):
            read_item(item, pieces, section, importer)
        else:
            importer.skip(item.text, section)
            for child in item.children:
                _read_child(child, section, importer, preamble=preamble)


def _folded(items: tuple[Item, ...], importer: Importer) -> list[Item]:
    """Put items that only go on with the title in bold above them under it: people, then links."""
    kept: list[Item] = []
    for item in items:
        above = kept[-1] if kept else None
        if (
            above
            and above.text[:2] == "**"
            and "](" not in above.text
            and _goes_with(item, importer)
        ):
            kept[-1] = Item(above.text, (*above.children, Items((item,))))
        else:
            kept.append(item)
    return kept


def rejoined(blocks: Iterable[Block], importer: Importer) -> list[Block]:
    """Put a list of mere links under the one item right above it, which has none.

    Markdown parts them where the links are indented too little to stand under a number.
    """
    kept: list[Block] = []
    joined = False  # the last kept list was parted from its links
    for block in blocks:
        above = kept[-1] if kept else None
        if not (isinstance(block, Items) and isinstance(above, Items)):
            joined = False
            kept.append(block)
            continue
        last = above.items[-1]
        if joined or len(above.items) == 1:
            lonely = not last.children and not any(map(outward, importer.scan(last.text)))
            if lonely and all(_only_links(item, importer) for item in block.items):
                whole = Item(last.text, (block,))
                kept[-1] = above._replace(items=(*above.items[:-1], whole))
                joined = True
                continue
            if joined and len(block.items) == 1:
                kept[-1] = above._replace(items=(*above.items, *block.items))
                continue
        joined = False
        kept.append(block)
    return kept


def _only_links(item: Item, importer: Importer) -> bool:
    """Tell an item that is nothing but links that bear a label or their address."""
    shown = [piece for piece in importer.scan(item.text) if piece.text.strip(" []()|,:*")]
    return (
        not item.children
        and any(map(outward, shown))
        and all(
            is_label(piece.text.strip(" []()|,:*")) or (outward(piece) and piece.text[:4] == "http")
            for piece in shown
        )
    )


def _goes_with(item: Item, importer: Importer) -> bool:
    """Tell an item that is nothing but people in italics, or labelled links with a venue."""
    shown = [piece for piece in importer.scan(item.text) if piece.text.strip(" []()|,")]
    if item.children or not shown:
        return False
    if len(shown) == 1 and shown[0].kind == "text":
        return is_people(shown[0].text, shown[0].style)
    labels_alone = all(is_label(piece.text) for piece in shown if piece.kind == "link")
    return (
        labels_alone
        and any(map(outward, shown))
        and not any(
            len(part.text.split()) > 1 and not classify(part.text).role
            for part in segments(shown)
            if part.kind == "text"
        )
    )


def _read_child(block: Block, section: Section, importer: Importer, *, preamble: bool) -> None:
    """Read what stands under an item that is no work itself."""
    if isinstance(block, Items):
        read_items(block, section, importer, preamble=preamble)
    elif isinstance(block, Table):
        read_table(block, section, importer)
    elif isinstance(block, Paragraph) and is_titled(importer.scan(block.text)):
        read_items(Items((Item(block.text),)), section, importer, preamble=preamble)
    else:
        importer.skip_block(block, section)


def _accepts_text(looks: list[ItemLook], section: Section, importer: Importer) -> bool:
    """Tell whether items without any link are works: beside works, or with venue and year."""
    works = sum(s.kind in {"work", "named"} for s in looks)
    texts = [s for s in looks if s.kind == "text"]
    headings = sum(title_of(words(s.pieces)).casefold() in importer.titles for s in texts)
    if headings * 3 >= len(texts) > 0:
        return False  # contents
    if importer.bare:
        titles = sum(_fits(s.pieces) and len(words(s.pieces).split()) > 2 for s in texts)
        capital = sum(is_capitalised(words(s.pieces)) for s in texts)
        return titles * 3 > len(texts) * 2 and capital * 3 >= len(texts)
    structured = 0
    for one in texts:
        structured += _says_where(one.pieces, section)
        if structured > 3 and structured * 2 >= len(texts):
            importer.plain = True
            return True
    return works > len(texts) or structured * (8 if importer.plain else 2) >= len(texts) > 0


def _says_where(pieces: list[Piece], section: Section) -> bool:
    """Tell a title without a link by its people, venue or year, or by the venue it stands under."""
    text = words(pieces)
    if section.venue and is_capitalised(text) and describes_title(text):
        return True
    entry = build([LabelledPart("", pieces)], Section())
    if entry is None or (_goes_on(entry.note) and not (entry.authors and entry.year)):
        return False
    has_facts = bool(entry.venue or entry.authors or entry.year)
    return has_facts and " " in entry.title and describes_title(entry.title)


def _goes_on(note: str) -> bool:
    """Tell a sentence that goes on behind its date from a remark on a work."""
    return len(note.split()) > LONGEST_REMARK or (note[:1].islower() and not is_generic(note))


def _fits(pieces: list[Piece]) -> bool:
    return describes_title(words(pieces))


def _read_group(item: Item, pieces: list[Piece], section: Section, importer: Importer) -> None:
    """Read an item that is a heading to the list under it."""
    title = title_of(words(pieces))
    date, venue, year = classify_heading(title)
    title = title.strip("[]") if date else title
    importer.headings.append(words(pieces))
    below = replace(
        section,
        path=(*section.path, title) if title else section.path,
        closed=section.closed or is_closed(title),
        date=date or section.date,
        venue=venue or section.venue,
        year=year or section.year,
    )
    for child in item.children:
        _read_child(child, below, importer, preamble=False)


def read_item(item: Item, pieces: list[Piece], section: Section, importer: Importer) -> None:
    """Add the work or works of one item, with what its sub-items say of it."""
    label, lines = works_behind_label(pieces)
    if label:
        importer.headings.append(label)
        section = replace(section, path=(*section.path, label))
    lines = lines or split_works(pieces)
    for line in lines[:-1]:
        importer.add([LabelledPart("", line)], section, words(line))
    parts = [LabelledPart("", lines[-1])]
    apart: list[Items | Table] = []
    named = not any(map(outward, lines[-1]))
    titled = named and _is_titled_above(lines[-1], item, importer)
    for child in item.children:
        if titled and isinstance(child, Items):
            parts += (detail(importer.scan(kid.text), named=False) for kid in child.items)
        else:
            parts += parts_of(child, apart, importer, named=named and not titled)
    if not importer.add(parts, section, item.text):
        for child in item.children:
            importer.skip_block(child, section)
        return
    for block in apart:
        _read_child(block, section, importer, preamble=False)


def _is_titled_above(line: list[Piece], item: Item, importer: Importer) -> bool:
    """Tell a title in bold below which no link has words of its own: there stand its fields."""
    bold = [piece for piece in line if piece.style & BOLD]
    if not bold or len(words(bold).split()) <= LONGEST_NAME:
        return False
    if any(kid.children for kid in kids_of(item)):
        return False
    texts = [child.text for child in item.children if isinstance(child, Paragraph)]
    texts += [kid.text for kid in kids_of(item)]
    links = (piece for text in texts for piece in importer.scan(text) if outward(piece))
    return all(is_label(piece.text) for piece in links)


def parts_of(
    block: Block, apart: list[Items | Table], importer: Importer, *, named: bool
) -> Iterator[LabelledPart]:
    """Give what a block under a work says of it; works of their own are set `apart`."""
    if isinstance(block, Table):
        apart.append(block)
    elif isinstance(block, Code):
        if is_bibtex(block.text):
            importer.leftovers.append(block.text)
        else:
            yield LabelledPart("note", importer.scan(block.text))
    elif isinstance(block, Items):
        lines = [importer.scan(kid.text) for kid in block.items]
        alone = 0 if named else sum(map(stands_alone, lines))
        for kid, line in zip(block.items, lines, strict=True):
            if alone and (stands_alone(line) or (alone * 2 >= len(lines) and is_named(line))):
                apart.append(Items((kid,)))
                continue
            yield detail(line, named=named)
            for child in kid.children:
                yield from parts_of(child, apart, importer, named=named)
    elif isinstance(block, Heading) and not any(map(outward, importer.scan(block.text))):
        importer.headings.append(block.text)  # "Abstract", above what it says
    elif isinstance(block, Paragraph | Heading):
        yield from _said_in(block, importer, named=named)


def _said_in(
    block: Paragraph | Heading, importer: Importer, *, named: bool
) -> Iterator[LabelledPart]:
    """Give what the lines of a text under a work say of it; pictures are left over."""
    for text in block.text.split("\n"):
        line = importer.scan(text)
        if line and all(piece.kind == "image" for piece in line):
            importer.skip(text, importer.outline.here)
        else:
            yield detail(line, named=named)
