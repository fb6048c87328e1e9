"""What do those say who are asked by a title, of works whose venue is not sure?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.model.papers.metadata import Search, Unavailable
from bot.model.papers.paper import Paper
from bot.model.progress import Progress
from bot.model.upkeep.kept import Searched
from bot.upkeep.metadata.searched import is_due, updated

# A service that gives no answer so often in a row is left alone until the next run.
MOST_FAILURES = 3

Searches = Mapping[str, Mapping[str, Searched]]  # by entry and service


class Wanted(NamedTuple):
    """A work to be searched, and the authors it must have."""

    paper: Paper
    authors: tuple[str, ...]


class Searching(NamedTuple):
    """Who is asked by a title, whether there is still time, and which day it is."""

    services: Mapping[str, Search]
    in_time: Callable[[], bool]
    day: str
    progress: Progress | None = None


def search(
    wanted: Sequence[Wanted], before: Searches, searching: Searching
) -> Iterator[tuple[str, str, Searched]]:
    """Yield entry, service and what it says; first of the works that were searched longest ago."""
    failures = dict.fromkeys(searching.services, 0)
    in_turn = sorted(wanted, key=lambda work: _last(work, before, searching))
    for done, work in enumerate(in_turn):
        if searching.progress:
            searching.progress(done, len(in_turn))
        for service in _due(work, before, searching):
            if failures[service] >= MOST_FAILURES:
                continue
            if not searching.in_time():
                return
            reply = searching.services[service](work.paper.title)
            failures[service] = failures[service] + 1 if isinstance(reply, Unavailable) else 0
            if not isinstance(reply, Unavailable):
                memory = before.get(work.paper.id, {}).get(service)
                yield work.paper.id, service, updated(*work, reply, memory, searching.day)


def _last(work: Wanted, before: Searches, searching: Searching) -> tuple[str, str]:
    """Give when it was last searched by the service that did so longest ago ("": never)."""
    memory = before.get(work.paper.id, {})
    days = (memory[name].on if name in memory else "" for name in searching.services)
    return min(days, default=""), work.paper.id


def _due(work: Wanted, before: Searches, searching: Searching) -> list[str]:
    """Name the services whose turn it is to be asked about a work."""
    memory = before.get(work.paper.id, {})
    return [
        name for name in searching.services if is_due(work.paper, memory.get(name), searching.day)
    ]
