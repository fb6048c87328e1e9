"""Which pairs of records are worth comparing, without looking at all of them?

Records of one title, word for word, are one unit. Units are worth comparing that share what few
others do: a title in one of its forms, its beginning or end, a word, or, where many share that
word, a second word or an author with it, and so on; or two authors, or an author and a year. What
many share is passed over in the end, so the number of pairs grows with the number of records.
Records are also paired by their ids and links.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

from bot.dedupe.compare import far_apart
from bot.dedupe.likeness import compare_titles
from bot.dedupe.reading import Reading
from bot.dedupe.titles import Title

MOST_OF_A_TITLE = 300
MOST_OF_AN_ID = 40
RAREST = 5
MOST_OF_A_HEAD = 5
WORDS_AT_AN_END = 4
# How many may share a word; a word and a second thing, which tells less than a rare word does; and
# three things, which tell more than either.
MOST_OF_WORDS = (5, 3, 20)
# An author alone tells nothing.
MOST_OF_PEOPLE = (1, 3)
AUTHORS = 4
MOST_IN_VAIN = 8

Pair = tuple[int, int]


class Unit(NamedTuple):
    """The records of one title: their positions, the title, its rarest words, some authors."""

    positions: list[int]
    title: Title
    rare: tuple[str, ...]
    people: tuple[str, ...]
    years: tuple[str, ...]


def candidates(readings: Sequence[Reading], split: int = 0) -> list[Pair]:
    """Give the pairs of positions worth comparing, in order; across `split` only, if given."""
    size = len(readings)
    found: set[int] = set()
    for pair in chain(by_address(readings), by_title(units_of(readings), readings)):
        left, right = pair if pair[0] < pair[1] else (pair[1], pair[0])
        if not split or left < split <= right:
            found.add(left * size + right)
    return [divmod(code, size) for code in sorted(found)]


def by_title(units: Sequence[Unit], readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs of records of one title, and of titles that share a key."""
    for unit in units:
        if len(unit.positions) > 1:
            yield from (
                combinations(unit.positions, 2) if is_small(unit) else by_author(unit, readings)
            )
    firsts = [readings[unit.positions[0]] for unit in units]
    for left, right in tried(blocks_of(units), firsts):
        yield from expanded(units[left], units[right], readings)


def tried(blocks: Iterable[list[int]], readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs that share a block and are alike; none of two often tried in vain of late."""
    size = len(readings)
    seen: set[int] = set()
    in_vain = [0] * size
    for left, right in chain.from_iterable(combinations(block, 2) for block in blocks):
        code = left * size + right
        if code in seen or in_vain[left] >= MOST_IN_VAIN <= in_vain[right]:
            continue
        seen.add(code)
        if far_apart(readings[left], readings[right]):
            in_vain[left] += 1
            in_vain[right] += 1
        else:
            in_vain[left] = in_vain[right] = 0
            yield left, right


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
    people = {f" {name.last}" for reading in few for name in reading.names[:AUTHORS]}
    known = {reading.record.year for reading in few} - {None}
    years = {str(near) for year in known if year for near in (year, year + 1)}
    # A word that no other title has, a misspelt one perhaps, leads nowhere.
    common = [word for word in title.bag if counts[word] > 1]
    rare = sorted(common, key=lambda word: (counts[word], word))[:RAREST]
    return Unit(group, title, tuple(rare), tuple(sorted(people)), tuple(sorted(years)))


def by_address(readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs of records with an id, a repository or a link in common."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for position, reading in enumerate(readings):
        for key in (*reading.ids, *reading.repositories, *reading.urls):
            blocks[key].append(position)
    for block in blocks.values():
        if len(block) <= MOST_OF_AN_ID:
            yield from combinations(block, 2)


def blocks_of(units: Sequence[Unit]) -> list[list[int]]:
    """Give the numbers of the units that share something few others do, the most telling first."""
    forms = [unit.title.forms for unit in units]
    # What stands before the colon may be another record's title.
    heads = [("".join(unit.title.head),) for unit in units]
    ends = [ends_of(unit.title) for unit in units]
    words = [(*unit.rare, *unit.people) for unit in units]
    by_word = grouped((number, unit.rare) for number, unit in enumerate(units))
    whole = chain(
        parted(grouped(enumerate(forms)), forms, (MOST_OF_AN_ID,)),
        parted(grouped(enumerate(heads)), heads, (MOST_OF_A_HEAD,)),
        parted(grouped(enumerate(ends)), ends, (MOST_OF_A_HEAD,)),
    )
    in_part = parted(by_word, words, MOST_OF_WORDS)
    return [*whole, *sorted(in_part, key=len)]


def ends_of(title: Title) -> tuple[str, ...]:
    """Give the first and the last words, which a title cut short shares with the whole one."""
    words = title.telling
    if len(words) < WORDS_AT_AN_END:
        return ()
    ends = (" ".join(words[:WORDS_AT_AN_END]), " ".join(words[-WORDS_AT_AN_END:]))
    return tuple(dict.fromkeys(ends))


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
            own = ((number, features[number]) for number in block)
            behind = ((number, each[each.index(key) + 1 :]) for number, each in own)
            yield from parted(grouped(behind), features, most[1:])


def is_small(unit: Unit) -> bool:
    """Tell whether every two records of a title can be compared."""
    return len(unit.positions) <= MOST_OF_A_TITLE


def by_author(unit: Unit, readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield the pairs of a title that too many records have: those of one author and year."""
    parts: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    for position in unit.positions:
        reading = readings[position]
        for name in reading.names[:AUTHORS]:
            parts[name.last, reading.record.year].append(position)
    for part in parts.values():
        yield from combinations(part[:MOST_OF_AN_ID], 2)


def expanded(left: Unit, right: Unit, readings: Sequence[Reading]) -> Iterable[Pair]:
    """Give the pairs of records of two titles, if the titles are worth it."""
    if len(left.positions) == len(right.positions) == 1:
        return ((left.positions[0], right.positions[0]),)
    if compare_titles(left.title, right.title).relation == "different":
        return ()
    if is_small(left) and is_small(right):
        return product(left.positions, right.positions)
    return by_author(left._replace(positions=[*left.positions, *right.positions]), readings)
