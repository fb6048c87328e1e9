"""What has been learnt of the works since they were listed, as far as a run's time suffices?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.flows.local.upkeep.stopped import until_stopped
from bot.identify import canonical
from bot.model.papers.metadata import LookUp, LookupResult, NotFound
from bot.model.papers.paper import Catalog, Paper
from bot.model.progress import Progress
from bot.model.upkeep.kept import Decisions, Observations, Ran
from bot.model.upkeep.link import Repo
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.apply import applied
from bot.upkeep.metadata.weigh import Weighed, is_contradicted, weighed

CHUNK = 100
# So many that are only likely are remembered, the newest first.
MOST_LIKELY = 100


class Asking(NamedTuple):
    """All that a run asks: the services, GitHub (None without a token), and the time left.

    `with_code` are those services that a work is known by which has code already.
    """

    look_up: LookUp
    with_code: LookUp
    repositories: Callable[[Sequence[str]], Mapping[str, Repo | None]] | None
    in_time: Callable[[], bool]


class KeptList(NamedTuple):
    """The list, what was seen of it before, and what people decided."""

    catalog: Catalog
    seen: Observations
    decisions: Decisions


def look(
    kept_list: KeptList,
    day: str,
    asking: Asking,
    progress: Progress | None = None,
) -> Observations:
    """Ask about the works, those looked at longest ago first, and weigh what is said."""
    catalog, before, decisions = kept_list
    ids = {paper.id for paper in catalog.papers}
    days = {id_: when for id_, when in before.works.items() if id_ in ids}
    weighings: dict[str, Weighed] = {}
    wanted = sorted((p for p in catalog.papers if p.ids), key=lambda p: (days.get(p.id, ""), p.id))
    for paper, result in until_stopped(_results(wanted, asking, progress)):
        if _is_answered(result):
            weighings[paper.id] = weighed(paper, result, day)
            days[paper.id] = day
    likely = _joined(before.likely, [one for each in weighings.values() for one in each.likely])
    sure = _joined(_standing(before.sure, likely), [p for e in weighings.values() for p in e.sure])
    sure, doubtful = _with_code(tuple(applied(catalog, sure)[1]), asking)
    likely = tuple(each for each in (*likely, *doubtful) if applied(catalog, [each])[1])
    likely = _open(likely, sure, decisions)
    summary = (
        f"{len(weighings)} of {len(wanted)} works were looked at; {len(sure)} changes are sure, "
        f"{len(likely)} likely"
    )
    return before.model_copy(
        update={
            "works": days,
            "sure": sure,
            "likely": likely[:MOST_LIKELY],
            "runs": before.runs | {"metadata": Ran(on=day, said=summary)},
        }
    )


def _results(
    wanted: Sequence[Paper], asking: Asking, progress: Progress | None
) -> Iterator[tuple[Paper, LookupResult]]:
    """Yield the works in their order with what the services say, as long as there is time."""
    for start in range(0, len(wanted), CHUNK):
        if not asking.in_time():
            return
        some = wanted[start : start + CHUNK]
        yield from _asked(some, asking)
        if progress:
            progress(start + len(some), len(wanted))


def _asked(some: Sequence[Paper], asking: Asking) -> Iterator[tuple[Paper, LookupResult]]:
    """Ask about works, and nobody about code who knows nothing else, where there is code."""
    for look_up, wanted in ((asking.look_up, False), (asking.with_code, True)):
        part = [p for p in some if any(link.kind == "code" for link in p.links) is wanted]
        if part:
            yield from zip(part, look_up([paper.ids for paper in part]), strict=True)


def _is_answered(result: LookupResult) -> bool:
    """Tell whether anybody knew anything; of a work of which nobody did, nothing is known anew."""
    return result.found or (
        bool(result.answers) and all(isinstance(each, NotFound) for each in result.answers)
    )


def _joined(before: Iterable[Proposal], new: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Let new proposals take the place of those of before; where nothing is said now, they stand.

    A service that is silent, or knows less than before, is no news.
    """
    by_field = {(each.entry, each.field): each for each in (*before, *new)}
    return tuple(by_field[key] for key in sorted(by_field))


def _standing(before: Iterable[Proposal], likely: Iterable[Proposal]) -> list[Proposal]:
    """Leave out of what was sure what is contradicted by now."""
    likely_by_field = {(each.entry, each.field): each for each in likely}

    def stands(each: Proposal) -> bool:
        now = likely_by_field.get((each.entry, each.field))
        return now is None or (now.after == each.after and not is_contradicted(now))

    return [each for each in before if stands(each)]


def _with_code(
    sure: tuple[Proposal, ...], asking: Asking
) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
    """Keep repositories as sure that GitHub has and that hold something; others are doubtful."""
    code = [each for each in sure if each.field == "code"]
    names = {each.after or "": _repository(each.after or "") for each in code}
    wanted = sorted({name for name in names.values() if name})
    there = asking.repositories(wanted) if asking.repositories and wanted else {}
    fine = {
        url
        for url, name in names.items()
        if (repo := there.get(name)) is not None and not repo.empty
    }
    kept = tuple(each for each in sure if each.field != "code" or each.after in fine)
    return kept, tuple(each for each in code if each.after not in fine)


def _repository(url: str) -> str:
    family, _, name = (canonical(url) or "").partition(":")
    return name if family == "github" else ""


def _open(
    likely: Iterable[Proposal], sure: Iterable[Proposal], decisions: Decisions
) -> tuple[Proposal, ...]:
    """Leave out what is sure by now, and what a maintainer does not want."""
    refused = {key for key, _ in decisions.about("drop")}
    taken = {(each.entry, each.field) for each in sure}
    return tuple(
        each for each in likely if each.key not in refused and (each.entry, each.field) not in taken
    )
