"""What does a line consist of, once its markup is read: stretches of text, links, images?"""

from collections.abc import Sequence
from typing import NamedTuple

BOLD, ITALIC, CODE, INSERTED = 1, 2, 4, 8
LITERAL = 16  # an escaped bar, which divides nothing


class Piece(NamedTuple):
    """A stretch of a line: `kind` is text, link, image or break.

    `text` is what is read (a link's label, an image's alternative text). `badge` is the address
    of the image that is all of a link's label, `lead` the words in bold with which a label begins
    that goes on without.
    """

    text: str
    kind: str = "text"
    url: str = ""
    style: int = 0
    badge: str = ""
    lead: str = ""


def words(pieces: Sequence[Piece]) -> str:
    """Give the visible words of some pieces as one line."""
    shown = (" " if p.kind == "break" else p.text for p in pieces if p.kind != "image")
    return " ".join("".join(shown).split())


def joined(pieces: list[Piece]) -> str:
    """Give the words of some pieces as one line."""
    return " ".join("".join(" " if p.kind == "break" else p.text for p in pieces).split())


def merged(pieces: list[Piece]) -> list[Piece]:
    """Put neighbouring text of one style together, and drop what is empty."""
    merged: list[Piece] = []
    for piece in pieces:
        if piece.kind == "text":
            if not piece.text:
                continue
            if merged and merged[-1].kind == "text" and merged[-1].style == piece.style:
                merged[-1] = merged[-1]._replace(text=merged[-1].text + piece.text)
                continue
        merged.append(piece)
    return merged


def link_of_words(words: str, url: str, label: Sequence[Piece]) -> Piece:
    """Give a link in the style that all its words share; `lead` are those in bold in front."""
    texts = merged([piece for piece in label if piece.kind == "text" and piece.text.strip()])
    style = texts[0].style if len({piece.style for piece in texts}) == 1 else 0
    bold = [piece for piece in texts if piece.style & BOLD]
    begins = bold == texts[:1] != texts
    return Piece(words, "link", url, style, lead=bold[0].text.strip() if begins else "")
