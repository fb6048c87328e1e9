"""What does an item of a list seem to be: a work, a heading to works, or mere text?"""

from typing import Literal, NamedTuple

from bot.importers.phrases.identity import is_code, is_document
from bot.importers.phrases.segments import (
    Segment,
    cited,
    classify,
    decorations_off,
    is_label,
    segments,
)
from bot.importers.works.importer import Importer
from bot.importers.works.sections import Section, classify_heading, title_of
from bot.importers.works.works import (
    LabelledPart,
    build,
    has_work_link,
    is_linked_title,
    is_prose,
    labelled,
    names_list,
    outward,
)
from bot.markdown.tree.blocks import Heading, Item, Items, Paragraph
from bot.markdown.tree.pieces import BOLD, Piece, words
from bot.text.lexicon.capitals import is_capitalised

ItemKind = Literal["work", "named", "group", "text", "other"]
_FEW = 3  # words of a name
_FEW_BESIDE = 8  # words beside the link to a work
_OPENING_WORDS = 40  # characters in which a sentence to the reader shows itself as one


class ItemLook(NamedTuple):
    """An item, its line taken apart, and what kind of thing it seems to be by itself."""

    item: Item
    pieces: list[Piece]
    kind: ItemKind


def look_at(item: Item, importer: Importer, *, preamble: bool) -> ItemLook:
    """Look at an item; one that holds a heading is that heading's list."""
    first = item.children[0] if item.children and not item.text else None
    if not isinstance(first, Heading):
        return _look(item, importer, preamble=preamble)
    headed = Item(first.text, item.children[1:])
    pieces = importer.scan(first.text)
    return (
        _look(headed, importer, preamble=preamble)
        if has_work_link(pieces)
        else ItemLook(headed, pieces, "group")
    )


def kids_of(item: Item) -> list[Item]:
    """Give the items right under an item."""
    return [kid for block in item.children if isinstance(block, Items) for kid in block.items]


def _look(item: Item, importer: Importer, *, preamble: bool) -> ItemLook:
    """Tell what an item seems to be, by its own line and by what stands under it."""
    pieces = importer.scan(item.text)
    links = [piece for piece in pieces if outward(piece)]
    own = any(not is_label(p.text) for p in pieces if p.kind in {"text", "link"})
    if links or any(piece.kind == "link" and _leads(piece) for piece in pieces):
        return ItemLook(item, pieces, _linked(pieces, links, own=own, preamble=preamble))
    return ItemLook(
        item, pieces, _by_what_is_below(item, pieces, importer, own=own, preamble=preamble)
    )


def _by_what_is_below(
    item: Item, pieces: list[Piece], importer: Importer, *, own: bool, preamble: bool
) -> ItemKind:
    """Tell what an item without a link is, by the works and fields under it."""
    below = [(kid, importer.scan(kid.text)) for kid in kids_of(item)]
    under = [importer.scan(b.text) for b in item.children if isinstance(b, Paragraph)]
    dated = bool(below) and classify_heading(title_of(words(pieces)))[0] != ""
    if dated or (own and sum(map(is_titled, under)) > 1) or _are_works(below, own=own):
        return "group"
    linked = any(outward(piece) for line in (*(ln for _, ln in below), *under) for piece in line)
    if linked and own and not preamble:
        return "named"
    return "text" if own else "other"


def _are_works(below: list[tuple[Item, list[Piece]]], *, own: bool) -> bool:
    """Tell whether the items under one, each with its line, are works, not parts of one work.

    `own` if the item above has words of its own.
    """
    if len(below) > 1 and all(is_named(line) and _several(line) for _, line in below):
        return True
    works = sum(stands_alone(line) for _, line in below)
    beside = works == 1 and len(below) > 1
    if works > 1 or (beside and all(stands_alone(ln) or _is_unlinked(ln) for _, ln in below)):
        return True
    if any(labelled(line) for _, line in below):
        return False
    return (works == len(below) == 1 and not own) or any(kids_of(kid) for kid, _ in below)


def _is_unlinked(line: list[Piece]) -> bool:
    """Tell a work without a link: a title with its venue."""
    if any(map(outward, line)) or labelled(line) or not is_capitalised(words(line)):
        return False
    entry = build([LabelledPart("", line)], Section())
    return entry is not None and bool(entry.venue) and len(entry.title.split()) > _FEW


def _linked(pieces: list[Piece], links: list[Piece], *, own: bool, preamble: bool) -> ItemKind:
    """Tell whether a line with links, with words of its `own` or without, is a work's."""
    if not links:
        here = any(map(_hosted, pieces)) or (_leads_off(pieces) and _presents(pieces))
        return "work" if own and not preamble and here else "other"
    if names_list(pieces) or not (own or has_work_link(pieces)):
        return "other"
    return "work" if has_work_link(pieces) or (not preamble and _presents(pieces)) else "other"


def _leads_off(pieces: list[Piece]) -> bool:
    """Tell a title in bold whose links, "[PDF](/papers/a)", lead beside this document."""
    links = [piece for piece in pieces if piece.kind == "link"]
    first = next((s for s in segments(pieces) if any(map(str.isalnum, s.text))), None)
    beside = all(is_label(p.text) and not p.url.startswith("#") for p in links)
    return first is not None and _set_off(first) and beside


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
    if _is_labelled([s for s in line if s.kind == "link" and not s.badge], plain):
        return True
    return len(plain.split()) <= _FEW_BESIDE and not is_prose(plain)


def _is_labelled(links: list[Segment], beside: str) -> bool:
    """Tell whether links are called "Code", or stand as code behind a title of capitals."""
    if any(is_label(link.text) and not link.text.startswith("http") for link in links):
        return True
    code = bool(links) and all(is_code(link.url) for link in links)
    return code and is_capitalised(beside)  # "A Title of Some Work [GitHub Lint](...)"


def _goes_before(segment: Segment) -> bool:
    """Tell what only stands before a title: emoji, a number, a date."""
    text = decorations_off(segment.text)
    published = segment.kind == "text" and classify(text).role in {"date", "year", "venue"}
    return published or not any(map(str.isalpha, text))


def _set_off(segment: Segment) -> bool:
    return bool(segment.style & BOLD) and len(segment.text.split()) > 2


def stands_alone(pieces: list[Piece]) -> bool:
    """Tell whether an item under another is a work of its own, not a part of the one above."""
    credit = any(cited(piece.text) for piece in pieces if outward(piece))
    if labelled(pieces) or not (has_work_link(pieces) or credit):
        return False
    return any(
        not is_label(p.text) and len(p.text.split()) > 1 and not classify(p.text).role
        for p in pieces
        if p.kind in {"text", "link"} and not p.badge
    )


def is_named(pieces: list[Piece]) -> bool:
    """Tell an item that begins with a link whose words are a name of their own."""
    led = bool(pieces) and outward(pieces[0]) and not is_label(pieces[0].text)
    return led and not labelled(pieces)


def _several(pieces: list[Piece]) -> bool:
    return len(pieces[0].text.split()) > 2


def is_titled(pieces: list[Piece]) -> bool:
    """Tell a paragraph under an item that names a work."""
    return stands_alone(pieces) or is_linked_title(pieces)


def detail(line: list[Piece], *, named: bool) -> LabelledPart:
    """Give a line under a work its role: by its label, else by what it says itself."""
    if part := labelled(line):
        return part
    if named and stands_alone(line):
        return LabelledPart("title", line)
    return LabelledPart("links", line)


def said_below(line: list[Piece], *, named: bool) -> LabelledPart:
    """Give an item under a work its role; sentences are its description."""
    sentence = len(line) == 1 and len(words(line).split()) > 3
    if sentence and not labelled(line) and not classify(words(line)).role:
        return LabelledPart("note", line)
    return detail(line, named=named)
