"""Which records are printed in one place, whatever language their titles are in?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.dedupe.reading import Reading

MOST_IN_ONE_PLACE = 20


def printed_together(readings: Sequence[Reading], split: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions of one place in print; across `split` only, if given."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for position, reading in enumerate(readings):
        if reading.printed:
            groups[reading.printed].append(position)
    for group in groups.values():
        if 1 < len(group) <= MOST_IN_ONE_PLACE:
            for left, right in combinations(group, 2):
                if not split or left < split <= right:
                    yield left, right
