"""Which DOIs of this collection name an issue or a supplement, and so no single work?

The abstracts of a meeting often carry the DOI of the supplement that they are printed in. An id of
another kind that several works have was miscopied, which a person should see.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from bot.dedupe.parse.records import DOI, ParsedRecord
from bot.titles.compare import compare_titles
from bot.titles.read import ParsedTitle

FEWEST = 3
MOST_LOOKED_AT = 12


def without_containers(records: Sequence[ParsedRecord]) -> Sequence[ParsedRecord]:
    """Give the readings without the DOIs that several works have."""
    counts = Counter(value for record in records for value in record.ids if value.startswith(DOI))
    often = {value for value, count in counts.items() if count >= FEWEST}
    if not often:
        return records
    titles: defaultdict[str, list[ParsedTitle]] = defaultdict(list)
    for record in records:
        for value in record.ids & often:
            titles[value].append(record.title)
    shared = {value for value, group in titles.items() if holds_several(group)}
    return [
        record if record.ids.isdisjoint(shared) else record._replace(ids=record.ids - shared)
        for record in records
    ]


def holds_several(titles: Sequence[ParsedTitle]) -> bool:
    """Tell whether three of the titles differ from each other: a work was hardly renamed twice."""
    others_by_title = {title.whole: title for title in titles if title.words}
    others = tuple(others_by_title.values())[:MOST_LOOKED_AT]
    return any(
        all(compare_titles(a, b).relation == "different" for a, b in combinations(three, 2))
        for three in combinations(others, FEWEST)
    )
