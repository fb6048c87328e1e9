"""Which DOIs of this collection name an issue or a supplement, and so no single work?

The abstracts of a meeting often carry the DOI of the supplement that they are printed in. An id of
another kind that several works have was miscopied, which a person should see.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from bot.dedupe.likeness import compare_titles
from bot.dedupe.reading import DOI, Reading
from bot.dedupe.titles import Title

FEWEST = 3
MOST_LOOKED_AT = 12


def without_containers(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Give the readings without the DOIs that several works have."""
    counts = Counter(
        value for reading in readings for value in reading.ids if value.startswith(DOI)
    )
    often = {value for value, count in counts.items() if count >= FEWEST}
    if not often:
        return readings
    titles: defaultdict[str, list[Title]] = defaultdict(list)
    for reading in readings:
        for value in reading.ids & often:
            titles[value].append(reading.title)
    shared = {value for value, group in titles.items() if holds_several(group)}
    return [
        reading if reading.ids.isdisjoint(shared) else reading._replace(ids=reading.ids - shared)
        for reading in readings
    ]


def holds_several(titles: Sequence[Title]) -> bool:
    """Tell whether three of the titles differ from each other: a work was hardly renamed twice."""
    found = {title.whole: title for title in titles if title.words}
    others = tuple(found.values())[:MOST_LOOKED_AT]
    return any(
        all(compare_titles(a, b).relation == "different" for a, b in combinations(three, 2))
        for three in combinations(others, FEWEST)
    )
