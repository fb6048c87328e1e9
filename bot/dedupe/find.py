"""Is this one record in the list already, without reading every title of the list?

Reading all titles would cost as much as loading them. So one pass looks for ids and links, and one
long text of all titles, squeezed to letters and digits, is searched for pieces of the new title by
the interpreter's own search. Only the titles that hold most of its pieces are read and compared.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from bot.dedupe.compare import compare_readings
from bot.dedupe.reading import read
from bot.dedupe.titles import Title
from bot.model.match import Match
from bot.model.paper import Paper
from bot.model.record import Record, record_of

MOST_HITS = 300
MOST_COMPARED = 30
SHORTEST_PIECE = 3
STEM = 7
LONGEST_PIECE = 60

# Lower-cases ASCII and drops its punctuation, keeping line ends and the bytes of other letters.
LOWER = bytes(range(256)).lower()
DROPPED = bytes(code for code in range(128) if chr(code) != "\n" and not chr(code).isalnum())


def find(record: Record, papers: Sequence[Paper]) -> list[Match]:
    """Give the papers that are, or may be, the work of `record`; certain ones first."""
    wanted = read(record)
    positions = dict.fromkeys(
        [*by_address(record, papers), *by_title(record, wanted.title, papers)]
    )
    matches = (compare_readings(wanted, read(record_of(papers[at]))) for at in positions)
    found = [match for match in matches if match]
    return sorted(found, key=lambda match: (match.verdict, -match.score, match.b))


def by_address(record: Record, papers: Sequence[Paper]) -> list[int]:
    """Give the positions of the papers that share an id or a link."""
    ids, urls = frozenset(record.ids), frozenset(record.urls)
    found = [at for at, paper in enumerate(papers) if not ids.isdisjoint(paper.ids)]
    if urls:
        found += [
            at for at, paper in enumerate(papers) if any(link.url in urls for link in paper.links)
        ]
    return found


def by_title(record: Record, title: Title, papers: Sequence[Paper]) -> list[int]:
    """Give the positions of the papers whose titles share the most pieces with the record's."""
    text = squeezed("\n".join([paper.title for paper in papers]))
    ends = list(accumulate(map(len, text.splitlines(keepends=True))))
    held: Counter[int] = Counter()
    budget = MOST_HITS
    for count, piece in sorted((text.count(piece), piece) for piece in pieces(record, title)):
        budget -= count
        if budget < 0:
            break
        held.update({bisect_right(ends, at) for at in hits(text, piece)})
    return sorted(held, key=lambda at: (-held[at], at))[:MOST_COMPARED]


def pieces(record: Record, title: Title) -> set[bytes]:
    """Give what to look for: the title's words, neighbours joined, and the title as a whole."""
    found = {squeezed(record.short_name)[:LONGEST_PIECE]}
    for words in (title.words, as_given(record.title)):
        found.update(word[:STEM].encode() for word in words if len(word) >= SHORTEST_PIECE)
        found.update("".join(two).encode()[:LONGEST_PIECE] for two in pairwise(words))
        found.add("".join(words).encode()[:LONGEST_PIECE])
    return found - {b""}


def as_given(title: str) -> list[str]:
    """Give the words of a title unfolded, for lists that keep accents and other scripts."""
    return [word for word in title.lower().split() if not word.isascii()]


def squeezed(text: str) -> bytes:
    """Give only letters, digits and line ends, in lower case as far as they are ASCII."""
    return text.encode(errors="replace").translate(LOWER, DROPPED)


def hits(text: bytes, piece: bytes) -> Iterator[int]:
    """Yield where a piece begins."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)
