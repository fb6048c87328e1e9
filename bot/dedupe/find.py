"""Is this one record in the list already, without reading every title of the list?

Reading all titles would cost as much as loading them. So one pass looks for ids and links, and one
long text of all titles, squeezed to letters and digits, is searched for pieces of the new title by
the interpreter's own search. Only the titles that hold most of its pieces are read and compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter

from bot.dedupe.compare import compare_readings
from bot.dedupe.reading import Reading, read
from bot.model.match import Match
from bot.model.paper import Paper
from bot.model.record import Record, record_of

MOST_HITS = 300
MOST_COMPARED = 20
WORDS_LOOKED_FOR = 5
SHORTEST_PIECE = 3
LONGEST_PIECE = 60
STEM = 8

# Fetching a field takes longer than all that is done with it, so each paper is visited once.
FIELDS = attrgetter("title", "ids", "links")
URL = attrgetter("url")
# Lower-cases ASCII and drops its punctuation, keeping line ends and the bytes of other letters.
LOWER = bytes(range(256)).lower()
DROPPED = bytes(code for code in range(128) if chr(code) != "\n" and not chr(code).isalnum())


def find(record: Record, papers: Sequence[Paper]) -> list[Match]:
    """Give the papers that are, or may be, the work of `record`; certain ones first."""
    if not papers:
        return []
    wanted = read(record)
    titles, ids, links = zip(*map(FIELDS, papers), strict=True)
    places = sharing(frozenset(record.ids), ids)
    if record.urls:
        places += sharing(frozenset(record.urls), [tuple(map(URL, each)) for each in links])
    places += resembling(wanted, squeezed("\n".join(("", *titles, ""))))
    matches = (compare_readings(wanted, read(record_of(papers[at]))) for at in sorted({*places}))
    found = [match for match in matches if match]
    return sorted(found, key=lambda match: (match.verdict, -match.score, match.b))


def sharing(wanted: frozenset[str], values: Sequence[Iterable[str]]) -> list[int]:
    """Give the positions of the values that hold one of those wanted; mostly there are none."""
    if wanted.isdisjoint(chain.from_iterable(values)):
        return []
    return [at for at, value in enumerate(values) if not wanted.isdisjoint(value)]


def resembling(wanted: Reading, text: bytes) -> list[int]:
    """Give the lines of a squeezed text, between line ends, that share the most pieces."""
    found: list[tuple[int, bytes]] = []
    budget = MOST_HITS
    for count, piece in sorted((text.count(piece), piece) for piece in pieces(wanted)):
        budget -= count
        if budget < 0:
            break
        found += ((at, piece) for at in hits(text, piece))
    held = Counter(line for line, _ in set(by_line(sorted(found), text)))
    most = max(held.values(), default=0)
    ranked = sorted(held, key=lambda line: (-held[line], line))
    return [line for line in ranked[:MOST_COMPARED] if 2 * held[line] >= most]


def pieces(wanted: Reading) -> set[bytes]:
    """Give what to look for: the title as a whole, its longest words, and neighbours joined.

    Neighbours are for short titles, whose words may be common each; words as given are for lists
    that keep accents and other scripts.
    """
    title, record = wanted.title, wanted.record
    given = [word for word in record.title.lower().split() if not word.isascii()]
    words = sorted({*title.telling, *given}, key=lambda word: (-len(word), word))
    found = {word[:STEM] for word in words[:WORDS_LOOKED_FOR] if len(word) >= SHORTEST_PIECE}
    if len(found) < WORDS_LOOKED_FOR:
        found.update("".join(two) for two in pairwise(title.words))
    found.update((title.name, record.short_name, *title.forms))
    whole = b"\n%b\n" % squeezed(title.whole)
    return {whole, *(squeezed(piece)[:LONGEST_PIECE] for piece in found)} - {b""}


def squeezed(text: str) -> bytes:
    """Give only letters, digits and line ends, in lower case as far as they are ASCII."""
    return text.encode(errors="replace").translate(LOWER, DROPPED)


def hits(text: bytes, piece: bytes) -> Iterator[int]:
    """Yield where a piece begins; one with its line's ends begins behind the first of them."""
    whole = piece.startswith(b"\n")
    at = text.find(piece)
    while at >= 0:
        yield at + whole
        at = text.find(piece, at + 1)


def by_line(found: Sequence[tuple[int, bytes]], text: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each piece found with the number of its line, counting line ends once over."""
    line, done = -1, 0
    for at, piece in found:
        line += text.count(b"\n", done, at)
        done = at
        yield line, piece
