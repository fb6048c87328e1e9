"""Is this answer a whole Atom feed, and how many works does it say it holds?

The `arxiv` package reads a truncated feed as far as it goes and an HTML page as a feed without
entries, so the difference between "no such paper" and "out of order" has to be made before. Atom:
RFC 4287; the counts: OpenSearch 1.1.
"""

from typing import NamedTuple
from xml.parsers import expat

ATOM = "http://www.w3.org/2005/Atom"
TOTAL = "http://a9.com/-/spec/opensearch/1.1/ totalResults"


class Feed(NamedTuple):
    """What a feed says of itself: its entries, and of how many they are (None: not said)."""

    entries: int
    total: int | None


class _Reader:
    """The handlers that count, as expat calls them."""

    def __init__(self) -> None:
        self.depth = 0
        self.is_feed = False
        self.entries = 0
        self.total = ""
        self.in_total = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.is_feed |= self.depth == 0 and name == f"{ATOM} feed"
        self.entries += self.depth == 1 and name == f"{ATOM} entry"
        self.in_total = self.depth == 1 and name == TOTAL
        self.depth += 1

    def end(self, _name: str) -> None:
        self.depth -= 1
        self.in_total = False

    def text(self, data: str) -> None:
        if self.in_total:
            self.total += data[:20]


def read_feed(body: bytes) -> Feed | None:
    """Count the entries of a well-formed Atom feed; None if `body` is anything else.

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
    total = reader.total.strip()[:9]
    counted = int(total) if total.isascii() and total.isdigit() else None
    return Feed(reader.entries, counted) if reader.is_feed else None


def _refuse(*_declaration: object) -> None:
    raise ValueError("a feed has no document type")
