"""Which titles of a file share what few others do?

Records of one title, word for word, are one unit. Units stand in one block that share a title in
one of its forms, a word, or, where many share that word, a second word or an author with it, and so
on; those that share authors whom few others have; and neighbours among all titles in the order of
the alphabet that begin or end with the same letters. What many share is passed over in the end, so
the number of blocks grows with the number of records.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from bot.dedupe.parse.records import ParsedRecord
from bot.titles.read import ParsedTitle

MOST_OF_A_FORM = 40
MOST_OF_A_HEAD = 5
# How many of the titles that come next in the alphabet are looked at, and how many letters they
# must share, words run together or not.
NEXT = 10
LETTERS_AT_AN_END = 16
RAREST = 4
# How many may share a word; a word and a second thing, which tells less than a rare word does; and
# three things, which tell more than either.
MOST_OF_WORDS = (5, 3, 10)
# Misspelt or run together, a title may have no word in common with itself; so its authors count.
MOST_OF_PEOPLE = (5, 12)
# Of the records of one title, so many are looked at, and of each so many authors.
SAMPLE = 4
PEOPLE = 2


class BlockingUnit(NamedTuple):
    """The records of one title: their positions, the title, its rarest words, some authors."""

    positions: list[int]
    title: ParsedTitle
    rare: tuple[str, ...]
    people: tuple[str, ...]


def units_of(records: Sequence[ParsedRecord]) -> list[BlockingUnit]:
    """Put records of one title together, and find the title's rarest words."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for position, record in enumerate(records):
        groups[record.title.whole].append(position)
    counts = Counter(w for group in groups.values() for w in records[group[0]].title.bag)
    return [unit_of(group, records, counts) for title, group in groups.items() if title]


def unit_of(
    group: list[int], records: Sequence[ParsedRecord], counts: Counter[str]
) -> BlockingUnit:
    """Describe the records of one title by what they share with others."""
    title = records[group[0]].title
    words = title.bag | title.short.bag if title.short else title.bag
    few = [records[position] for position in group[:SAMPLE]]
    people = {f" {name.last}" for record in few for name in record.names[:PEOPLE]}
    # A word that no other title has, a misspelt one perhaps, leads nowhere.
    common = [word for word in words if counts[word] > 1]
    rare = sorted(common, key=lambda word: (counts[word], word))[:RAREST]
    return BlockingUnit(group, title, tuple(rare), tuple(sorted(people)))


def blocks_of(units: Sequence[BlockingUnit]) -> list[list[int]]:
    """Give the numbers of the units that share something few others do, the most telling first."""
    forms = [
        (*unit.title.forms, unit.title.short.whole) if unit.title.short else unit.title.forms
        for unit in units
    ]
    # What stands before the colon may be another record's title.
    heads = [("".join(unit.title.head),) for unit in units]
    words = [(*unit.rare, *unit.people) for unit in units]
    by_word = grouped((number, unit.rare) for number, unit in enumerate(units))
    whole = chain(
        parted(grouped(enumerate(forms)), forms, (MOST_OF_A_FORM,)),
        parted(grouped(enumerate(heads)), heads, (MOST_OF_A_HEAD,)),
        neighbours([unit.title.whole for unit in units]),
        neighbours([unit.title.whole[::-1] for unit in units]),
    )
    people = [unit.people for unit in units]
    by_person = grouped(enumerate(people))
    in_part = chain(
        parted(by_word, words, MOST_OF_WORDS), parted(by_person, people, MOST_OF_PEOPLE)
    )
    return [*whole, *sorted(in_part, key=len)]


def neighbours(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the pairs of texts that stand close to each other once sorted, and begin alike."""
    order = sorted(range(len(texts)), key=texts.__getitem__)
    for place, number in enumerate(order):
        beginning = texts[number][:LETTERS_AT_AN_END]
        for other in order[place + 1 : place + 1 + NEXT]:
            if not texts[other].startswith(beginning):
                break
            yield [number, other]


def grouped(keyed: Iterable[tuple[int, Iterable[str]]]) -> dict[str, list[int]]:
    """Put the numbers together that have a key in common.

    A list only for a key that two numbers have spares memory and with it, at many records, time.
    """
    first: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for number, keys in keyed:
        for key in keys:
            earlier = first.setdefault(key, number)
            if earlier != number:
                blocks.setdefault(key, [earlier]).append(number)
    return blocks


def parted(
    blocks: dict[str, list[int]], features: Sequence[tuple[str, ...]], most: tuple[int, ...]
) -> Iterator[list[int]]:
    """Yield the blocks that are small enough, and the parts of others that share a feature more.

    `features` are each number's, in an order common to all; a block's key is one of them, and it is
    parted by those behind. `most` says how many may share one, two, ... features.
    """
    for key, block in blocks.items():
        if len(block) <= most[0]:
            yield block
        elif most[1:]:
            yield from parted(grouped(behind(key, block, features)), features, most[1:])


def behind(
    key: str, block: Iterable[int], features: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the numbers of a block with their features behind the one that they share."""
    for number in block:
        own = features[number]
        yield number, own[own.index(key) + 1 :]
