"""Which pairs of records are worth comparing, without looking at all of them?

Records of one title, word for word, are one unit. Units are worth comparing that share a key: a
title in one of its forms, words that are rare in this collection, alone, in pairs or with an
author, or two authors, or an author and a year. Keys that many units share are passed over, so the
number of pairs grows with the number of records. Records are also paired by their ids and links.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

from bot.dedupe.likeness import compare_titles
from bot.dedupe.reading import Reading
from bot.dedupe.titles import Title

MOST_OF_A_TITLE = 300
MOST_OF_AN_ID = 40
RAREST = 6
AUTHORS = 4

Pair = tuple[int, int]


class Unit(NamedTuple):
    """The records of one title: their positions, the title, its rarest words, some authors."""

    positions: list[int]
    title: Title
    rare: tuple[str, ...]
    people: tuple[str, ...]
    years: tuple[int, ...]


def candidates(readings: Sequence[Reading], split: int = 0) -> list[Pair]:
    """Give the pairs of positions worth comparing, in order; across `split` only, if given."""
    units = units_of(readings)
    size = len(readings)
    found: set[int] = set()
    for pair in chain(by_address(readings), by_title(units, readings)):
        left, right = pair if pair[0] < pair[1] else (pair[1], pair[0])
        if not split or left < split <= right:
            found.add(left * size + right)
    return [divmod(code, size) for code in sorted(found)]


def by_title(units: Sequence[Unit], readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs of records of one title, and of titles that share a key."""
    for unit in units:
        if len(unit.positions) > 1:
            yield from combinations(unit.positions, 2) if is_small(unit) else parted(unit, readings)
    for code in sorted(unit_pairs(units)):
        left, right = units[code // len(units)], units[code % len(units)]
        if len(left.positions) == len(right.positions) == 1:
            yield left.positions[0], right.positions[0]
        else:
            yield from expanded(left, right, readings)


def units_of(readings: Sequence[Reading]) -> list[Unit]:
    """Put records of one title together, and find the title's rarest words."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for position, reading in enumerate(readings):
        groups[reading.title.whole].append(position)
    counts = Counter(w for group in groups.values() for w in readings[group[0]].title.bag)
    return [unit_of(group, readings, counts) for title, group in groups.items() if title]


def unit_of(group: list[int], readings: Sequence[Reading], counts: Counter[str]) -> Unit:
    """Describe the records of one title by what they share with others."""
    title = readings[group[0]].title
    few = [readings[position] for position in group[:AUTHORS]]
    lasts = dict.fromkeys(name.last for reading in few for name in reading.names[:AUTHORS])
    years = dict.fromkeys(reading.record.year for reading in few)
    rare = sorted(title.bag, key=lambda word: (counts[word], word))
    known = tuple(year for year in years if year)
    return Unit(group, title, tuple(rare[:RAREST]), tuple(lasts), known)


def by_address(readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs of records with an id, a repository or a link in common."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for position, reading in enumerate(readings):
        for key in (*reading.ids, *reading.repositories, *reading.urls):
            blocks[key].append(position)
    for block in blocks.values():
        if len(block) <= MOST_OF_AN_ID:
            yield from combinations(block, 2)


def titles(unit: Unit) -> Iterable[str]:
    """Give the keys that a title as a whole is, in every form."""
    return unit.title.forms


def heads(unit: Unit) -> Iterable[str]:
    """Give what stands before the colon, which may be another record's title."""
    return ("".join(unit.title.head),)


def alone(unit: Unit) -> Iterable[str]:
    """Give the rarest words as they are."""
    return unit.rare[:3]


def in_pairs(unit: Unit) -> Iterator[str]:
    """Give every two of the rarest words."""
    return (f"{left} {right}" for left, right in combinations(sorted(unit.rare[:5]), 2))


def with_author(unit: Unit) -> Iterator[str]:
    """Give the rarest words with each author."""
    return (f"{last} {word}" for last in unit.people for word in unit.rare[:4])


def authors(unit: Unit) -> Iterator[str]:
    """Give the keys that two authors together are, and an author with a year."""
    people = sorted(unit.people)
    yield from (f"{left} {right}" for left, right in combinations(people, 2))
    for last in people:
        yield from (f"{last} {near}" for year in unit.years for near in (year, year + 1))


# Each kind of key, and the most units that may share one.
FAMILIES: tuple[tuple[Callable[[Unit], Iterable[str]], int], ...] = (
    (titles, MOST_OF_AN_ID),
    (heads, 5),
    (alone, 5),
    (in_pairs, 5),
    (with_author, 4),
    (authors, 3),
)


def unit_pairs(units: Sequence[Unit]) -> set[int]:
    """Give the pairs of units that share a key, each pair as one number.

    One kind of key after the other, and a list only for a key that two units have, spare memory
    and with it, at many records, most of the time.
    """
    found: set[int] = set()
    size = len(units)
    for keys, most in FAMILIES:
        first: dict[str, int] = {}
        blocks: dict[str, list[int]] = {}
        for number, unit in enumerate(units):
            for key in keys(unit):
                earlier = first.setdefault(key, number)
                if earlier != number:
                    block = blocks.setdefault(key, [earlier])
                    if block[-1] != number:
                        block.append(number)
        for block in blocks.values():
            if len(block) <= most:
                found.update(left * size + right for left, right in combinations(block, 2))
    return found


def is_small(unit: Unit) -> bool:
    """Tell whether every two records of a title can be compared."""
    return len(unit.positions) <= MOST_OF_A_TITLE


def parted(unit: Unit, readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs of a title that too many records have: those of one author and year."""
    parts: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    for position in unit.positions:
        reading = readings[position]
        for name in reading.names[:AUTHORS]:
            parts[name.last, reading.record.year].append(position)
    for part in parts.values():
        yield from combinations(part[:MOST_OF_AN_ID], 2)


def expanded(left: Unit, right: Unit, readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs of records of two titles, if the titles are worth it."""
    if compare_titles(left.title, right.title).relation == "different":
        return iter(())
    if is_small(left) and is_small(right):
        return product(left.positions, right.positions)
    return parted(left._replace(positions=[*left.positions, *right.positions]), readings)
