"""Is this answer a whole Atom feed, and what does it say it holds?

The `arxiv` package reads a truncated feed as far as it goes and an HTML page as a feed without
entries, so the difference between "no such paper" and "out of order" has to be made before. Atom:
RFC 4287; the counts: OpenSearch 1.1.
"""

from typing import NamedTuple
from xml.parsers import expat

ATOM = "http://www.w3.org/2005/Atom"
FEED, ENTRY, ID = f"{ATOM} feed", f"{ATOM} entry", f"{ATOM} id"
TOTAL = "http://a9.com/-/spec/opensearch/1.1/ totalResults"
LONGEST = 500


class Feed(NamedTuple):
    """What a feed says of itself: the ids of its entries, and of how many they are (or None)."""

    ids: tuple[str, ...]
    total: int | None


class _Reader:
    """The handlers that expat calls: they keep the path of elements and two kinds of text."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.root = ""
        self.ids: list[str] = []
        self.total = ""

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.root = self.root or name
        self.path.append(name)
        if self.path == [FEED, ENTRY]:
            self.ids.append("")

    def end(self, _name: str) -> None:
        self.path.pop()

    def text(self, data: str) -> None:
        if self.path == [FEED, TOTAL]:
            self.total = (self.total + data)[:LONGEST]
        elif self.path == [FEED, ENTRY, ID]:
            self.ids[-1] = (self.ids[-1] + data)[:LONGEST]


def read_feed(body: bytes) -> Feed | None:
    """List the entries of a well-formed Atom feed; None if `body` is anything else.

    A document type is refused: a feed has none, and entities are declared there.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError):
        return None
    if reader.root != FEED:
        return None
    total = reader.total.strip()
    counted = int(total[:9]) if total.isascii() and total.isdigit() else None
    return Feed(tuple(id_.strip() for id_ in reader.ids), counted)


def _refuse(*_declaration: object) -> None:
    raise ValueError("a feed has no document type")
