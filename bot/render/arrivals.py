"""Which works came onto the list last, each by itself or many in one go?

A list that is taken in whole would push everything else out of "recently added" and out of every
reader's feed; so all works of a day that brought very many are one arrival.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from bot.model.papers.paper import Paper

# No more than this many works are suggested, looked at and accepted one by one in a day.
AT_ONCE = 30


class Arrival(NamedTuple):
    """What came on a day (`YYYY-MM-DD`): one work, or more than AT_ONCE of them together."""

    day: str
    papers: tuple[Paper, ...]


def arrivals(papers: Iterable[Paper], most: int) -> list[Arrival]:
    """Give the last `most` arrivals, the last first; of one day's, the newest works first.

    Works without the day on which they came are never among them.
    """
    return list(islice(_all(papers), most))


def last_day(papers: Iterable[Paper]) -> str:
    """Give the day on which the last work came onto the list, "" where nobody knows."""
    return max((paper.added or "" for paper in papers), default="")


def newest_first(papers: Iterable[Paper]) -> list[Paper]:
    """Order works by their own dates, the newest first; undated ones come last."""
    ordered = sorted(papers, key=lambda paper: (paper.title.casefold(), paper.id))
    ordered.sort(key=lambda paper: paper.date or "", reverse=True)
    return ordered


def _all(papers: Iterable[Paper]) -> Iterator[Arrival]:
    days: dict[str, list[Paper]] = {}
    for paper in papers:
        if paper.added:
            days.setdefault(paper.added, []).append(paper)
    for day in sorted(days, reverse=True):
        come = newest_first(days[day])
        if len(come) > AT_ONCE:
            yield Arrival(day, tuple(come))
        else:
            yield from (Arrival(day, (paper,)) for paper in come)
