"""Is this one record in the list already, without reading every title of the list?

Reading all titles would cost as much as loading them. So one pass looks for ids and links, and one
long text of all titles, squeezed to letters and digits, is searched for pieces of the new title by
the interpreter's own search. Only the titles that hold most of its pieces are read and compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from operator import attrgetter

from bot.dedupe.compare import compare_readings
from bot.dedupe.reading import Reading, read
from bot.model.match import Match
from bot.model.paper import Paper
from bot.model.record import Record, record_of

MOST_HITS = 100
MOST_COMPARED = 20
WORDS_LOOKED_FOR = 5
PARTS_LOOKED_FOR = 6
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
    found = [(at, piece) for piece in wholes(wanted) for at in hits(text, piece) or ()]
    rare = ((piece, at) for piece in parts(wanted) if (at := hits(text, piece)) is not None)
    found += ((at, piece) for piece, places in islice(rare, PARTS_LOOKED_FOR) for at in places)
    held = Counter(line for line, _ in set(by_line(sorted(found), text)))
    most = max(held.values(), default=0)
    ranked = sorted(held, key=lambda line: (-held[line], line))
    return [line for line in ranked[:MOST_COMPARED] if 2 * held[line] >= most]


def wholes(wanted: Reading) -> set[bytes]:
    """Give what names the work: its title in every form and its name, to look for as they are."""
    title = wanted.title
    names = (title.name, wanted.record.short_name, *title.forms)
    alone = b"\n%b\n" % squeezed(title.whole)
    return {alone, *(squeezed(name)[:LONGEST_PIECE] for name in names)} - {b"", b"\n\n"}


def parts(wanted: Reading) -> Iterator[bytes]:
    """Yield parts of the title, telling ones first: its longest words, then neighbours joined.

    Neighbours are for short titles, and for lists in which each word is common; words as given
    are for lists that keep accents and other scripts.
    """
    title = wanted.title
    given = [word for word in wanted.record.title.lower().split() if not word.isascii()]
    words = sorted({*title.telling, *given}, key=lambda word: (-len(word), word))
    long = [word[:STEM] for word in words[:WORDS_LOOKED_FOR] if len(word) >= SHORTEST_PIECE]
    joined = sorted(map("".join, pairwise(title.words)), key=lambda two: (-len(two), two))
    yield from dict.fromkeys(squeezed(part)[:LONGEST_PIECE] for part in (*long, *joined))


def squeezed(text: str) -> bytes:
    """Give only letters, digits and line ends, in lower case as far as they are ASCII."""
    return text.encode(errors="replace").translate(LOWER, DROPPED)


def hits(text: bytes, piece: bytes) -> list[int] | None:
    """Tell where a piece begins; None if it is too common to tell anything.

    A piece with its line's ends begins behind the first of them.
    """
    found: list[int] = []
    whole = piece.startswith(b"\n")
    at = text.find(piece) if piece else -1
    while at >= 0:
        if len(found) == MOST_HITS:
            return None
        found.append(at + whole)
        at = text.find(piece, at + 1)
    return found


def by_line(found: Sequence[tuple[int, bytes]], text: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each piece found with the number of its line, counting line ends once over."""
    line, done = -1, 0
    for at, piece in found:
        line += text.count(b"\n", done, at)
        done = at
        yield line, piece
