"""Which of a README's entries are one work, and which works does the list know already?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.dedupe.compare.comparison import compare_fields
from bot.dedupe.compare.verdict import compare_records
from bot.dedupe.parse.records import parse_record
from bot.dedupe.search.scan import pairs
from bot.links.identifier import is_repository
from bot.model.papers.match import Match
from bot.model.papers.paper import Catalog, Paper, Removed
from bot.model.papers.record import Record, record_of
from bot.model.progress import Progress
from bot.titles.compare import compare_titles

# No id of an entry begins with it.
OFFERED = "#"
# A title of fewer words may be another work's, where a README says nothing else.
LONG_TITLE = 5


class Miscopied(NamedTuple):
    """An entry, by its position, that carries the id of a listed work with quite another title."""

    position: int
    work: str
    owner: Paper


class EntryGroup(NamedTuple):
    """The positions of entries that are one work, and what the list has of it, if anything.

    `alike` are listed works that may be the same, with the reasons.
    """

    positions: tuple[int, ...]
    listed: Paper | None = None
    removed: Removed | None = None
    alike: tuple[tuple[Paper, tuple[str, ...]], ...] = ()


def miscopied(offered: Sequence[Paper], catalog: Catalog) -> list[Miscopied]:
    """Find the ids of listed works under titles that contradict theirs."""
    return [
        Miscopied(position, work, owner)
        for position, paper in enumerate(offered)
        for work in paper.ids
        if (owner := catalog.owner(work))
        and not is_repository(work)  # a repository may be shared by several works
        and not _is_one(owner, paper)
    ]


def _is_one(listed: Paper, offered: Paper) -> bool:
    match = compare_records(record_of(listed), record_of(offered))
    return match is None or match.verdict == "duplicate"


def grouped(
    offered: Sequence[Paper], catalog: Catalog, progress: Progress | None = None
) -> list[EntryGroup]:
    """Put entries that are one work together, in the order in which the works come first."""
    listed = {paper.id: paper for paper in catalog.papers}
    removed = {f"removed {work.id}": work for work in catalog.removed}
    names = [f"{OFFERED}{position}" for position in range(len(offered))]
    records = [
        *map(record_of, catalog.papers),
        *(Record(key=key, title=work.title, ids=work.ids) for key, work in removed.items()),
        *(record_of(p)._replace(key=name) for name, p in zip(names, offered, strict=True)),
    ]
    matches = pairs(records, progress)
    leaders = _leaders([record.key for record in records], matches, _certain(records, matches))
    positions: dict[str, list[int]] = {}
    for position, name in enumerate(names):
        positions.setdefault(leaders[name], []).append(position)
    alike: dict[str, list[tuple[Paper, tuple[str, ...]]]] = {}
    for match in matches:
        one, other = sorted((match.a, match.b), key=listed.__contains__)
        if other in listed and leaders[one] != other:
            alike.setdefault(leaders[one], []).append((listed[other], match.reasons))
    return [
        EntryGroup(tuple(own), listed.get(key), removed.get(key), tuple(alike.get(key, ())))
        for key, own in positions.items()
    ]


def _certain(records: Iterable[Record], matches: Iterable[Match]) -> set[tuple[str, str]]:
    """Give the pairs that are one work, by their keys."""
    by_key = {record.key: record for record in records}
    return {
        (match.a, match.b)
        for match in matches
        if match.verdict == "duplicate"
        or (
            match.a.startswith(OFFERED) != match.b.startswith(OFFERED)
            and _is_title_enough(by_key[match.a], by_key[match.b])
        )
    }


def _is_title_enough(listed: Record, offered: Record) -> bool:
    """Tell whether the same long title makes one work, since nothing else can be compared.

    Whoever keeps a list seldom writes authors and year, and would find the work listed twice.
    """
    one, other = parse_record(listed), parse_record(offered)
    comparison = compare_fields(one, other, compare_titles(one.title, other.title))
    unknown = comparison.title.relation == "same" and comparison.names.level == "unknown"
    return unknown and comparison.fewest_words >= LONG_TITLE and not comparison.separated


def _leaders(
    keys: Sequence[str], matches: Iterable[Match], certain: set[tuple[str, str]]
) -> dict[str, str]:
    """Name for each record the first that is the same work; listed ones come before all others."""
    leader = {key: key for key in keys}
    order = {key: place for place, key in enumerate(keys)}

    def led(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    for match in matches:
        if (match.a, match.b) in certain:
            first, second = sorted((led(match.a), led(match.b)), key=order.__getitem__)
            # Two listed entries stay two: whether they are one work is for a person to decide.
            if first != second and second.startswith(OFFERED):
                leader[second] = first
    return {key: led(key) for key in keys}
