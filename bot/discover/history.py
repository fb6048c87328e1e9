"""How good would the ranker have been on the list's own past?

A split by time, never at random: what the list had before a quarter ranks what sources offered in
that quarter; what the list holds of that today is right. What it does not hold may only not have
been looked at, so the shares are lower bounds. A work is taken for listed since the day it
appeared, as lists add most within weeks and an imported list tells no other day.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bot.discover.lacking import merged
from bot.discover.measures import Quality, quality
from bot.discover.ranking import baselines
from bot.discover.ranking.abstracts import Abstracts
from bot.discover.ranking.rank import ranked
from bot.model.github.world import days_before
from bot.model.papers.paper import Catalog
from bot.model.upkeep.candidate import OfferedWork

A_QUARTER = 91  # days
QUARTERS = 4
FIRST = 10
# Fewer right ones in a quarter, or works before it, and its figures are chance.
LEAST = 10

# By the titles of the list, the titles of what was offered, and the abstracts of that.
Ranker = Callable[[Sequence[str], Sequence[str], Sequence[str]], Sequence[float]]

RANKERS: Mapping[str, Ranker] = {
    "newest first": lambda _, titles, __: [float(-at) for at in range(len(titles))],
    "nearest five": lambda listed, titles, _: baselines.nearest(listed, titles),
    "centroid": lambda listed, titles, _: baselines.centroid(listed, titles),
    "log-odds": lambda listed, titles, _: baselines.log_odds(listed, titles),
    "this ranker": lambda listed, titles, abstracts: [
        score.value for score in ranked(listed, titles, Abstracts(candidates=abstracts))
    ],
}


class Quarter(NamedTuple):
    """One quarter, from its first to its last day: how many were offered, and how many right."""

    since: str
    until: str
    offered: int = 0
    right: int = 0
    measured: Mapping[str, Quality] = {}


def quarters(day: str) -> list[Quarter]:
    """Give the last whole quarters before a day, newest first; the latest months are still open."""
    ends = [days_before(day, A_QUARTER * back) for back in range(1, QUARTERS + 1)]
    return [Quarter(days_before(end, A_QUARTER - 1), end) for end in ends]


def measure(quarter: Quarter, catalog: Catalog, offers: Sequence[OfferedWork]) -> Quarter:
    """Let every ranker order what was offered in a quarter; without enough to tell, let none."""
    offered = merged(offers)
    works = {work for paper in catalog.papers for work in paper.ids}
    right = [offer.work in works for offer in offered]
    listed = [paper.title for paper in catalog.papers if paper.date and paper.date < quarter.since]
    counted = quarter._replace(offered=len(offered), right=sum(right))
    if min(sum(right), len(listed)) < LEAST or all(right):
        return counted
    titles, abstracts = ([offer.title for offer in offered], [offer.abstract for offer in offered])
    measured = {
        name: quality(ranker(listed, titles, abstracts), right, (FIRST,))
        for name, ranker in RANKERS.items()
    }
    return counted._replace(measured=measured)


def first_ten(measured: Sequence[Quarter], ranker: str = "this ranker") -> float | None:
    """Give which share of the first ten was right in the mean, None if no quarter can tell."""
    shares = [quarter.measured[ranker].first[0] for quarter in measured if quarter.measured]
    return sum(shares) / len(shares) if shares else None
