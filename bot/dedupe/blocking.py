"""Which pairs of records are worth comparing, without looking at all of them?

Two records of one work share at least one key: an id, a link, a title in one of its forms, or
words that are rare in this collection. Rare words make keys alone; commoner ones in pairs with
each other or with an author. A key that too many records have is worth nothing and is split by
author, else passed over, so that the number of pairs grows with the number of records.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from bot.dedupe.reading import Reading

MOST_IN_BLOCK = 40
RAREST = 6
AUTHORS = 4

Keys = Callable[[Reading], Iterable[str]]
Pair = tuple[int, int]


def candidates(readings: Sequence[Reading], split: int = 0) -> list[Pair]:
    """Give the pairs of positions worth comparing, in order; across `split` only, if given."""
    rare = rarest_words(readings)
    found: set[int] = set()
    size = len(readings)
    for keys in (identifiers, titles, people):
        found.update(paired(blocks(readings, keys), readings, split, size))
    for words in (alone, in_pairs, with_author):
        found.update(paired(word_blocks(readings, rare, words), readings, split, size))
    return [divmod(code, size) for code in sorted(found)]


def rarest_words(readings: Sequence[Reading]) -> list[tuple[str, ...]]:
    """Give for each record its title's words that are rarest in the collection."""
    counts = Counter(word for reading in readings for word in set(reading.title.telling))

    def rank(word: str) -> tuple[int, str]:
        return counts[word], word

    return [tuple(sorted(set(r.title.telling), key=rank)[:RAREST]) for r in readings]


def identifiers(reading: Reading) -> Iterator[str]:
    """Give the keys that ids and links are."""
    yield from reading.ids
    yield from reading.repositories
    yield from reading.urls


def titles(reading: Reading) -> Iterator[str]:
    """Give the keys that a title as a whole is, in every form, and its head."""
    yield from reading.title.forms
    if reading.title.tail:
        yield "".join(reading.title.head)


def people(reading: Reading) -> Iterator[str]:
    """Give the keys that two authors together are, and an author with a year."""
    lasts = sorted({name.last for name in reading.names[:AUTHORS]})
    yield from (f"{left} & {right}" for left, right in combinations(lasts, 2))
    year = reading.record.year or 0
    yield from (f"{last} {near}" for last in lasts for near in (year, year + 1) if year)


def alone(words: tuple[str, ...], _: Reading) -> Iterator[str]:
    """Give the rarest words as they are."""
    yield from words[:4]


def in_pairs(words: tuple[str, ...], _: Reading) -> Iterator[str]:
    """Give every two of the rarest words."""
    for left, right in combinations(sorted(words), 2):
        yield f"{left} {right}"


def with_author(words: tuple[str, ...], reading: Reading) -> Iterator[str]:
    """Give the rarest words with each of the first surnames."""
    for name in reading.names[:AUTHORS]:
        for word in words:
            yield f"{name.last} {word}"


def blocks(readings: Sequence[Reading], keys: Keys) -> dict[str, list[int]]:
    """Put records that have a key in common into one block."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, reading in enumerate(readings):
        for key in keys(reading):
            found[key].append(position)
    return found


def word_blocks(
    readings: Sequence[Reading],
    rare: Sequence[tuple[str, ...]],
    keys: Callable[[tuple[str, ...], Reading], Iterable[str]],
) -> dict[str, list[int]]:
    """Put records whose rare words make one key into one block."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, (words, reading) in enumerate(zip(rare, readings, strict=True)):
        for key in keys(words, reading):
            found[key].append(position)
    return found


def paired(
    found: dict[str, list[int]], readings: Sequence[Reading], split: int, size: int
) -> Iterator[int]:
    """Yield each pair of each block as one number; a block too large is parted by author."""
    for block in found.values():
        if len(block) < 2:
            continue
        for part in [block] if len(block) <= MOST_IN_BLOCK else by_author(block, readings):
            middle = bisect_left(part, split)
            pairs = product(part[:middle], part[middle:]) if split else combinations(part, 2)
            yield from (left * size + right for left, right in pairs if left != right)


def by_author(block: list[int], readings: Sequence[Reading]) -> Iterator[list[int]]:
    """Part a block by surname and year, and pass over what is still too large."""
    parts: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    for position in block:
        reading = readings[position]
        for name in reading.names[:AUTHORS]:
            parts[name.last, reading.record.year].append(position)
    yield from (part for part in parts.values() if 2 <= len(part) <= MOST_IN_BLOCK)
