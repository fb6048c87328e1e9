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
ENCODING = "utf-8"
DEEPEST = 20  # arXiv's feeds are four deep
MOST_THINGS = 50_000  # elements and attributes: two for each author
BIT = 16 * 1024
LONGEST_TAG = 4 * BIT


class Feed(NamedTuple):
    """What a feed says of itself: the ids of its entries, and of how many they are (or None)."""

    ids: tuple[str, ...]
    total: int | None


class _FeedReader:
    """The handlers that expat calls: they keep the path of elements and two kinds of text.

    They raise ValueError for what no feed of `most` entries holds, so that a reader which keeps all
    of it, and looks for less, may read it after them.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.path: list[str] = []
        self.root = ""
        self.ids: list[str] = []
        self.total = ""
        self.things = 0

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """Refuse every other encoding, since readers differ in which they know, and how."""
        if (encoding or ENCODING).lower() != ENCODING:
            raise ValueError("a feed is in UTF-8")

    def namespace(self, _prefix: str, _name: str) -> None:
        self.count(1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count(1 + len(attributes))
        self.root = self.root or name
        self.path.append(name)
        if len(self.path) > DEEPEST:
            raise ValueError("a feed is not that deep")
        if self.path == [FEED, ENTRY]:
            self.ids.append("")
            if len(self.ids) > self.most:
                raise ValueError("there are more entries than were asked for")

    def count(self, things: int) -> None:
        self.things += things
        if self.things > MOST_THINGS:
            raise ValueError("a feed does not hold that much")

    def end(self, _name: str) -> None:
        self.path.pop()

    def text(self, data: str) -> None:
        if self.path == [FEED, TOTAL]:
            self.total = (self.total + data)[:LONGEST]
        elif self.path == [FEED, ENTRY, ID]:
            self.ids[-1] = (self.ids[-1] + data)[:LONGEST]


def read_feed(body: bytes, most: int) -> Feed | None:
    """List the entries of a well-formed Atom feed of at most so many; None for anything else.

    A document type is refused: a feed has none, and entities are declared there.
    """
    reader = _FeedReader(most)
    try:
        _parse(body, reader)
    except (expat.ExpatError, ValueError):
        return None
    if reader.root != FEED:
        return None
    total = reader.total.strip()
    counted = int(total[:9]) if total.isascii() and total.isdigit() else None
    return Feed(tuple(id_.strip() for id_ in reader.ids), counted)


def _parse(body: bytes, reader: _FeedReader) -> None:
    """Let expat read `body` bit by bit; no tag or comment may be as long as several bits."""
    parser = expat.ParserCreate(ENCODING, namespace_separator=" ")
    parser.XmlDeclHandler = reader.declaration
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartNamespaceDeclHandler = reader.namespace
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    for begin in range(0, len(body), BIT):
        parser.Parse(body[begin : begin + BIT], False)
        if begin + BIT - parser.CurrentByteIndex > LONGEST_TAG:
            raise ValueError("a feed has no such tag")
    parser.Parse(b"", True)


def _refuse(*_declaration: object) -> None:
    raise ValueError("a feed has no document type")
