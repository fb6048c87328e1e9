"""Is this one record in the list already, without reading every title of the list?

Reading all titles would cost as much as loading them. So ids and links are looked up, and one long
text of all titles, squeezed to letters and digits, is searched for pieces of the new title by the
interpreter's own search. Only the titles that hold most of its pieces are read and compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from bot.dedupe.compare.verdict import compare_parsed
from bot.dedupe.parse.records import ParsedRecord, parse_record
from bot.model.index import Index, squeezed
from bot.model.match import Match
from bot.model.record import Record, record_of

MOST_HITS = 100
MOST_COMPARED = 20
WORDS_LOOKED_FOR = 5
PARTS_LOOKED_FOR = 6
SHORTEST_PIECE = 3
LONGEST_PIECE = 60
STEM = 8


def find(record: Record, index: Index) -> list[Match]:
    """Give the papers that are, or may be, the work of `record`; certain ones first."""
    wanted = parse_record(record)
    places = {
        *index.with_work(record.ids),
        *index.with_link(record.urls),
        *resembling(wanted, index.letters),
    }
    listed = (parse_record(record_of(index.papers[place])) for place in sorted(places))
    matches = [match for each in listed if (match := compare_parsed(wanted, each))]
    return sorted(matches, key=lambda match: (match.verdict, -match.score, match.b))


def resembling(wanted: ParsedRecord, text: bytes) -> list[int]:
    """Give the lines of a squeezed text, between line ends, that share the most pieces."""
    hits_of_pieces = [place for name in names(wanted) for place in named(text, name)]
    rare = ((piece, at) for piece in parts(wanted) if (at := hits(text, piece)) is not None)
    hits_of_pieces += (
        (at, piece) for piece, places in islice(rare, PARTS_LOOKED_FOR) for at in places
    )
    held = Counter(line for line, _ in set(by_line(sorted(hits_of_pieces), text)))
    most = max(held.values(), default=0)
    ranked = sorted(held, key=lambda line: (-held[line], line))
    return [line for line in ranked[:MOST_COMPARED] if 2 * held[line] >= most]


def names(wanted: ParsedRecord) -> set[bytes]:
    """Give what names the work as a whole: its title in every form, and its name."""
    texts = (wanted.title.name, wanted.record.short_name, *wanted.title.forms)
    return {squeezed(text) for text in texts} - {b""}


def named(text: bytes, name: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield where a name stands, twice where it is all of a title.

    One that stands in many titles tells something only there.
    """
    alone = b"\n%b\n" % name
    piece = name[:LONGEST_PIECE]
    places = hits(text, piece)
    if places is None:
        yield from ((at + 1, alone) for at in hits(text, alone) or ())
        return
    for at in places:
        yield at, piece
        if text.startswith(alone, at - 1):
            yield at, alone


def parts(wanted: ParsedRecord) -> Iterator[bytes]:
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


def hits(text: bytes, piece: bytes) -> list[int] | None:
    """Tell where a piece begins; None if it is too common to tell anything."""
    places: list[int] = []
    at = text.find(piece) if piece else -1
    while at >= 0:
        if len(places) == MOST_HITS:
            return None
        places.append(at)
        at = text.find(piece, at + 1)
    return places


def by_line(pieces: Sequence[tuple[int, bytes]], text: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each piece found with the number of its line, counting line ends once over."""
    line, done = -1, 0
    for at, piece in pieces:
        line += text.count(b"\n", done, at)
        done = at
        yield line, piece
