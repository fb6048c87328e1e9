"""Which records are in one group by what was found so far, and were not compared with each other?

A work that is cited in many ways has spellings that share little with each other, but each much
with a third.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from bot.dedupe.search.candidates import Pair
from bot.model.papers.match import Match

# In larger groups all pairs would cost too much, and a reader has long seen what it is.
LARGEST = 250


def left_to_compare(judged: Mapping[Pair, Match], split: int = 0) -> list[Pair]:
    """Give the pairs within groups of certain duplicates that are not among those judged.

    Across `split` only, if given.
    """
    certain = (pair for pair, match in judged.items() if match.verdict == "duplicate")
    return [
        pair
        for group in groups_of(certain)
        if 2 < len(group) <= LARGEST
        for pair in combinations(group, 2)
        if pair not in judged and (not split or pair[0] < split <= pair[1])
    ]


def groups_of(pairs: Iterable[Pair]) -> Iterator[list[int]]:
    """Yield the positions that pairs connect, each group in order (union by the smallest)."""
    leader: dict[int, int] = {}
    for pair in pairs:
        first, second = sorted(leader_of(position, leader) for position in pair)
        leader[second] = first
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for position in sorted(leader):
        groups[leader_of(position, leader)].append(position)
    yield from groups.values()


def leader_of(position: int, leader: dict[int, int]) -> int:
    """Give the first position of a group, and shorten the way to it."""
    way = []
    while leader.setdefault(position, position) != position:
        way.append(position)
        position = leader[position]
    for passed in way:
        leader[passed] = position
    return position
