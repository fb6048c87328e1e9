"""Which pairs of records are worth comparing, without looking at all of them?

Those of one title, those that have an id, a link or a place in print in common, and those whose
titles stand in one block.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise, product

from bot.dedupe.compare.citations import compare_cited
from bot.dedupe.parse.records import ParsedRecord
from bot.dedupe.search.blocking import BlockingUnit, blocks_of, units_of

MOST_OF_A_TITLE = 300
MOST_OF_AN_ID = 40
AUTHORS = 4

Pair = tuple[int, int]


def candidates(records: Sequence[ParsedRecord], split: int = 0) -> list[Pair]:
    """Give the pairs of positions worth comparing, in order; across `split` only, if given."""
    size = len(records)
    codes: set[int] = set()
    for pair in chain(by_address(records), by_title(units_of(records), records, split)):
        left, right = pair if pair[0] < pair[1] else (pair[1], pair[0])
        if not split or left < split <= right:
            codes.add(left * size + right)
    return [divmod(code, size) for code in sorted(codes)]


def by_address(records: Sequence[ParsedRecord]) -> Iterator[Pair]:
    """Yield the pairs of records with an id, a repository, a link or a place in print in common."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for position, record in enumerate(records):
        for key in (*record.ids, *record.repositories, *record.urls, record.printed):
            if key:
                blocks[key].append(position)
    for block in blocks.values():
        yield from combinations(block, 2) if len(block) <= MOST_OF_AN_ID else pairwise(block)


def by_title(
    units: Sequence[BlockingUnit], records: Sequence[ParsedRecord], split: int
) -> Iterator[Pair]:
    """Yield the pairs of records of one title, and of titles that share a key."""
    for unit in units:
        if len(unit.positions) > 1:
            yield from (
                combinations(unit.positions, 2) if is_small(unit) else by_author(unit, records)
            )
    sides = [side_of(unit, split) for unit in units]
    tried: set[int] = set()
    for left, right in chain.from_iterable(combinations(block, 2) for block in blocks_of(units)):
        code = left * len(units) + right
        if code not in tried and (sides[left] == 0 or sides[left] != sides[right]):
            tried.add(code)
            yield from expanded(units[left], units[right], records)


def side_of(unit: BlockingUnit, split: int) -> int:
    """Tell in which of two files alone a title stands, 1 or 2; 0 for both, or if there is one."""
    if not split or unit.positions[0] < split <= unit.positions[-1]:
        return 0
    return 1 if unit.positions[0] < split else 2


def is_small(unit: BlockingUnit) -> bool:
    """Tell whether every two records of a title can be compared."""
    return len(unit.positions) <= MOST_OF_A_TITLE


def by_author(unit: BlockingUnit, records: Sequence[ParsedRecord]) -> Iterator[Pair]:
    """Yield the pairs of a title that too many records have: those of one author and year.

    Where too many have these too, each is compared with the next alone: identical records are one
    group, though not all its pairs are listed.
    """
    parts: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    for position in unit.positions:
        record = records[position]
        for last in [name.last for name in record.names[:AUTHORS]] or [""]:
            parts[last, record.record.year].append(position)
    for part in parts.values():
        yield from combinations(part, 2) if len(part) <= MOST_OF_AN_ID else pairwise(part)


def expanded(
    left: BlockingUnit, right: BlockingUnit, records: Sequence[ParsedRecord]
) -> Iterable[Pair]:
    """Give the pairs of records of two titles, if the titles are worth it."""
    if len(left.positions) == len(right.positions) == 1:
        return ((left.positions[0], right.positions[0]),)
    one, other = records[left.positions[0]], records[right.positions[0]]
    if compare_cited(one, other).title.relation == "different":
        return ()
    if is_small(left) and is_small(right):
        return product(left.positions, right.positions)
    return by_author(left._replace(positions=[*left.positions, *right.positions]), records)
