"""Which paragraphs below a title are its work's fields: "Venue: ICML", or "Ann Lee, 1992."?"""

import re

from bot.importers.phrases.names import is_byline
from bot.importers.phrases.segments import is_label
from bot.importers.works.importer import Importer
from bot.importers.works.sections import Section
from bot.importers.works.works import LabelledPart, build, is_prose, is_work_link, labelled, outward
from bot.markdown.tree.blocks import Block, Items, Paragraph
from bot.markdown.tree.pieces import BOLD, Piece, words

_LABELLED = re.compile(r"[*_\[ ]{0,4}[^\W\d_][^:：\n]{0,28}[*_ ]{0,3}[:：]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_TOPIC = 4  # words of a heading that has one link under it and is no title
LONGEST_BESIDE = 12  # words beside a work's links, as its venue
_MOST_FIELDS = 12
_NEAR = 3  # paragraphs under a title
_LONGEST_CREDIT = 300  # characters


def fields_below(title: str, below: list[Block], importer: Importer) -> int:
    """Count the blocks right under a heading that are its work's fields, as "Venue: ..." is."""
    texts = _texts(below[0]) if below else []
    if not texts or not _LABELLED.match(texts[0]):
        return 0
    lines = [importer.scan(text) for text in texts[:_MOST_FIELDS]]
    fields = [labelled(line) for line in lines]
    mostly = sum(field is not None for field in fields) * 2 > len(texts)
    if not (mostly and _are_of_a_work(title, lines, fields)):
        return 0
    return _said_after(below, fields)


def _texts(block: Block) -> list[str]:
    """Give the lines of a list or a paragraph; of anything else none."""
    if isinstance(block, Items):
        return [item.text for item in block.items]
    return block.text.split("\n") if isinstance(block, Paragraph) else []


def _are_of_a_work(title: str, lines: list[list[Piece]], fields: list[LabelledPart | None]) -> bool:
    """Tell whether fields under a title are a work's: several, or one and the work's link."""
    roles = {field.role for field in fields if field} - {"title", "note"}
    pieces = [piece for line in lines for piece in line]
    linked = any(map(outward, pieces))
    if not linked and not ("links" in roles and len(roles) > 3):  # "DOI: 10.1000/1"
        return False
    works = {piece.url for piece in pieces if is_work_link(piece)}
    return len(roles) > 1 or (len(works) == 1 and len(title.split()) > LONGEST_TOPIC)


def links_below(title: str, below: list[Block], importer: Importer) -> int:
    """Count the paragraphs under a title that lead to it: people, a venue, then "[Paper](...)"."""
    if len(title.split()) <= LONGEST_TOPIC and ": " not in title:
        return 0
    for taken, block in enumerate(below[:_NEAR], 1):
        if not isinstance(block, Paragraph) or block.quoted:
            return 0
        line = importer.scan(block.text)
        links = [piece for piece in line if outward(piece)]
        if links:
            labels = all(is_label(piece.text) for piece in links)
            beside = "".join(piece.text for piece in line if piece.kind == "text")
            few = len(beside.split()) <= LONGEST_BESIDE
            return taken * (labels and few and any(map(is_work_link, links)))
        if is_prose(words(line)) or len(block.text) > _LONGEST_CREDIT:
            return 0
    return 0


def _said_after(below: list[Block], parts: list[LabelledPart | None]) -> int:
    """Count the paragraphs, up to the next heading, that belong to a work with such fields."""
    taken = 1
    if isinstance(below[0], Items) or any(part and part.role == "title" for part in parts):
        return taken
    while taken < len(below) and isinstance(below[taken], Paragraph):
        taken += 1
    return taken


def credit_below(below: list[Block], importer: Importer) -> list[LabelledPart]:
    """Read who wrote a work, and when, from the paragraph under its title; [] if it is none."""
    first = below[0] if below else None
    if not isinstance(first, Paragraph) or len(first.text) > _LONGEST_CREDIT or first.quoted:
        return []
    by, newline, rest = first.text.partition("\n")
    if not newline or not by.rstrip().endswith(",") or not is_byline(by.rstrip(" ,")):
        return []
    if is_prose(rest) or not (_YEAR.search(rest) or _is_link_alone(below[1:2], importer)):
        return []
    lines = (importer.scan(line) for line in rest.split("\n"))
    return [
        LabelledPart("authors", [Piece(by.rstrip(" ,"))]),
        *(LabelledPart("links", line) for line in lines),
    ]


def _is_link_alone(blocks: list[Block], importer: Importer) -> bool:
    """Tell a paragraph that is nothing but "[pdf](...)"."""
    lines = [importer.scan(block.text) for block in blocks if isinstance(block, Paragraph)]
    shown = [piece for line in lines for piece in line if piece.text.strip()]
    return len(shown) == 1 and outward(shown[0]) and is_label(shown[0].text)


def _begins_record(pieces: list[Piece], below: list[Block], importer: Importer) -> bool:
    """Tell "**Title:** [...](...)" whose other fields are the next paragraphs."""
    label = labelled(pieces)
    if not label or label.role != "title" or not words(list(label.pieces)).strip():
        return False
    if not below or not isinstance(below[0], Paragraph):
        return False
    following = labelled(importer.scan(below[0].text))
    return following is not None and following.role not in {"title", "note"}


def read_record(
    pieces: list[Piece], below: list[Block], section: Section, importer: Importer
) -> int:
    """Add a work told in labelled paragraphs; give how many of those `below` belong to it."""
    if not _begins_record(pieces, below, importer):
        return 0
    parts: list[LabelledPart] = []
    own = labelled(pieces)
    taken = 0
    for follower in below:
        if not isinstance(follower, Paragraph):
            break
        line = importer.scan(follower.text)
        part = labelled(line)
        if part and part.role == "title":
            break
        parts.append(part or LabelledPart("note", line))
        taken += 1
    title = list(own.pieces) if own else pieces
    while title and not title[0].text.strip():
        title.pop(0)
    title = [piece._replace(style=piece.style & ~BOLD) for piece in title]
    entry = build([LabelledPart("", title), *parts], section, importer.outline.as_of)
    if entry:
        importer.entries.append(entry)
    return taken if entry else 0
