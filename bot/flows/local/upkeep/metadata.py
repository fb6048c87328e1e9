"""What has been learnt of the works since they were listed, as far as a run's time suffices?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from bot.flows.local.upkeep.repositories import AskRepositories, Repositories
from bot.flows.local.upkeep.search import Searches, Searching, Wanted, search
from bot.flows.local.upkeep.stopped import UntilStopped
from bot.model.papers.metadata import LookUp, LookupResult, Metadata, NotFound, Search
from bot.model.papers.paper import Catalog, Paper
from bot.model.progress import Progress
from bot.model.upkeep.kept import Decisions, Observations, Ran, Searched
from bot.model.upkeep.meanwhile import NOBODY, Meanwhile
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.apply import applied
from bot.upkeep.metadata.searched import authors_of, is_unsettled, with_searched
from bot.upkeep.metadata.standing import joined, standing, still_open
from bot.upkeep.metadata.weigh import Weighed, weighed

T = TypeVar("T")

CHUNK = 100
# So many that are only likely are remembered, the newest first.
MOST_LIKELY = 100
NOBODY_ASKED = LookupResult((), (), Metadata())


class Asking(NamedTuple):
    """All that a run asks: the services, GitHub (None without a token), and the time left.

    `with_code` are those services that a work is known by which has code already. `searches` are
    asked by titles, as long as there is time for that.
    """

    look_up: LookUp
    with_code: LookUp
    repositories: AskRepositories | None
    in_time: Callable[[], bool]
    searches: Mapping[str, Search]
    in_time_to_search: Callable[[], bool]


class KeptList(NamedTuple):
    """The list, what was seen of it before, and what people decided."""

    catalog: Catalog
    seen: Observations
    decisions: Decisions


class Answered(NamedTuple):
    """A work, and what the services say of it that were asked by its ids."""

    paper: Paper
    result: LookupResult


class MetadataSoFar(NamedTuple):
    """What a run has learnt by now: of works that were asked about, and by searches of titles."""

    kept_list: KeptList
    day: str
    asked: list[Answered]
    searches: dict[str, Mapping[str, Searched]]
    repositories: Repositories

    def works(self) -> list[Answered]:
        """Give those that were asked about, and those that nobody can be asked about by an id."""
        without = (paper for paper in self.kept_list.catalog.papers if not paper.ids)
        return [*self.asked, *(Answered(paper, NOBODY_ASKED) for paper in without)]

    def observed(self) -> Observations:
        """Weigh what was learnt, and ask nobody for that."""
        catalog, before, _ = self.kept_list
        weighings = _weighed(self.works(), self.searches, self.day)
        sure, likely = _proposals(self.kept_list, weighings, self.repositories)
        summary = (
            f"{len(self.asked)} of {len(_longest_ago_first(catalog, before))} works were looked "
            f"at; {len(sure)} changes are sure, {len(likely)} likely"
        )
        looked = {work.paper.id: self.day for work in self.asked}
        return before.model_copy(
            update={
                "works": _kept(before.works, catalog) | looked,
                "searches": self.searches,
                "sure": sure,
                "likely": likely[:MOST_LIKELY],
                "runs": before.runs | {"metadata": Ran(on=self.day, said=summary)},
            }
        )


def look(
    kept_list: KeptList, day: str, asking: Asking, meanwhile: Meanwhile = NOBODY
) -> Observations:
    """Ask about the works, those looked at longest ago first, and weigh what is said."""
    catalog, before, _ = kept_list
    repositories = Repositories(asking.repositories)
    repositories.learn(applied(catalog, before.sure)[1])
    so_far = MetadataSoFar(kept_list, day, [], _kept(before.searches, catalog), repositories)
    until_stopped = UntilStopped()
    for work in until_stopped(_results(so_far, asking, meanwhile.draw)):
        so_far.asked.extend([work] if _is_told(work) else [])
        meanwhile.keep(so_far.observed)
    searching = Searching(asking.searches, asking.in_time_to_search, day, meanwhile.draw)
    unsettled = _unsettled(so_far.works(), so_far.searches, day)
    for entry, service, memory in until_stopped(search(unsettled, before.searches, searching)):
        so_far.searches[entry] = {**so_far.searches.get(entry, {}), service: memory}
        meanwhile.keep(so_far.observed)
    return so_far.observed()


def _longest_ago_first(catalog: Catalog, before: Observations) -> list[Paper]:
    """Give the works that can be asked about by an id, in the order in which they are."""
    papers = (paper for paper in catalog.papers if paper.ids)
    return sorted(papers, key=lambda paper: (before.works.get(paper.id, ""), paper.id))


def _kept(by_entry: Mapping[str, T], catalog: Catalog) -> dict[str, T]:
    """Forget what is known of entries that went off the list."""
    ids = {paper.id for paper in catalog.papers}
    return {entry: memory for entry, memory in by_entry.items() if entry in ids}


def _results(
    so_far: MetadataSoFar, asking: Asking, progress: Progress | None
) -> Iterator[Answered]:
    """Yield the works in their order with what the services say, as long as there is time.

    About the code that they name GitHub is asked before.
    """
    wanted = _longest_ago_first(so_far.kept_list.catalog, so_far.kept_list.seen)
    for start in range(0, len(wanted), CHUNK):
        if not asking.in_time():
            return
        chunk = wanted[start : start + CHUNK]
        for works in _asked(chunk, asking):
            weighings = _weighed(works, {}, so_far.day)
            so_far.repositories.learn(one for judged in weighings for one in judged.sure)
            yield from works
        if progress:
            progress(start + len(chunk), len(wanted))


def _asked(papers: Sequence[Paper], asking: Asking) -> Iterator[list[Answered]]:
    """Ask about works, and nobody about code who knows nothing else, where there is code."""
    for look_up, wanted in ((asking.look_up, False), (asking.with_code, True)):
        part = [p for p in papers if any(link.kind == "code" for link in p.links) is wanted]
        if part:
            results = look_up([paper.ids for paper in part])
            yield list(map(Answered, part, results))


def _is_told(work: Answered) -> bool:
    """Tell whether anybody knew anything; of a work of which nobody did, nothing is known anew."""
    answers = work.result.answers
    unknown = bool(answers) and all(isinstance(answer, NotFound) for answer in answers)
    return work.result.found or unknown


def _weighed(works: Sequence[Answered], searches: Searches, day: str) -> list[Weighed]:
    """Judge what was said of each work, also by those who were asked by its title."""
    return [
        weighed(paper, with_searched(result, paper, searches.get(paper.id, {})), day)
        for paper, result in works
    ]


def _unsettled(works: Sequence[Answered], searches: Searches, day: str) -> list[Wanted]:
    """Give the works whose venue is not sure by what is known, with the authors they must have."""
    return [
        Wanted(paper, authors)
        for (paper, result), judged in zip(works, _weighed(works, searches, day), strict=True)
        if is_unsettled(paper, judged) and (authors := authors_of(paper, result))
    ]


def _proposals(
    kept_list: KeptList, weighings: Sequence[Weighed], repositories: Repositories
) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
    """Give what is sure by now and what is likely, of what was known and of what is said."""
    catalog, before, decisions = kept_list
    likely = joined(before.likely, [one for judged in weighings for one in judged.likely])
    sure = joined(
        standing(before.sure, likely), [one for judged in weighings for one in judged.sure]
    )
    sure, doubtful = repositories.parted(applied(catalog, sure)[1])
    likely = tuple(one for one in (*likely, *doubtful) if applied(catalog, [one])[1])
    return sure, still_open(likely, sure, decisions)
