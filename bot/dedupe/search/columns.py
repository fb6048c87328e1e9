"""Which titles of this collection are columns, which come back under other authors?

"Editorial" is known to be one; that "Reminiscences on Influential Papers" is one shows only in a
collection that holds it by several people who share no author, or over the years.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.dedupe.compare.reasons import SAME_PAGES
from bot.dedupe.parse.names import ComparedName, compare_names
from bot.dedupe.parse.records import ParsedRecord
from bot.model.papers.match import Match

FEWEST = 3
MOST_LOOKED_AT = 30
MOST, NEARLY_ALL = 0.5, 0.8


def mark_columns(records: Sequence[ParsedRecord]) -> list[ParsedRecord]:
    """Give the readings, those of a title that recurs in this collection marked so."""
    groups: defaultdict[str, list[ParsedRecord]] = defaultdict(list)
    for record in records:
        groups[record.title.whole].append(record)
    columns = {title for title, group in groups.items() if len(group) >= FEWEST and recurs(group)}
    return [
        record._replace(title=record.title._replace(recurring=True))
        if record.title.whole in columns
        else record
        for record in records
    ]


def recurs(group: Sequence[ParsedRecord]) -> bool:
    """Tell whether records of one title are by three circles of authors, or by two over years.

    Where most are by one circle, and in few years or nearly all, it is a work that a few have under
    other names.
    """
    apart: list[tuple[ComparedName, ...]] = []
    sizes: list[int] = []
    years = {record.record.year for record in group} - {None}
    for names in (record.names for record in group[:MOST_LOOKED_AT] if record.names):
        levels = [compare_names(names, other).level for other in apart]
        told_circles = [circle for circle, level in enumerate(levels) if level != "none"]
        for circle in told_circles:
            sizes[circle] += 1
        if not told_circles:
            apart.append(names)
            sizes.append(1)
    by_one = max(sizes, default=0) / max(1, sum(sizes))
    if by_one > NEARLY_ALL or (by_one > MOST and len(years) < FEWEST):
        return False
    return len(apart) >= FEWEST or (len(apart) > 1 and len(years) >= FEWEST)


def doubt_ambiguous(matches: Sequence[Match], columns: frozenset[str], most: int) -> list[Match]:
    """Take back certainty where one column has several partners, of which one at most is it.

    `columns` are the keys of the records whose title is a column's. `most` is how many partners
    are no doubt: in another file one, in the same file, which has every issue's column once, none.
    """
    partners = Counter(
        key for match in matches if match.verdict == "duplicate" for key in (match.a, match.b)
    )
    return [
        match.doubted("a column with several records like this")
        if match.verdict == "duplicate"
        and match.a in columns
        and SAME_PAGES not in match.reasons
        and max(partners[match.a], partners[match.b]) > most
        else match
        for match in matches
    ]
