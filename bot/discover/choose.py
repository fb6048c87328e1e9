"""Which candidates are shown now: those that stand from before, and which new ones?"""

from collections.abc import Callable, Iterable
from itertools import islice

from bot.discover.lacking import lacking, merged, unknown, works_of
from bot.discover.ranking.abstracts import Abstracts
from bot.discover.ranking.rank import ranked
from bot.discover.reasons import authors_of, reasons
from bot.model.base import LONGEST_TEXT, LONGEST_TITLE
from bot.model.github.world import days_between
from bot.model.papers.paper import Catalog
from bot.model.upkeep.candidate import Candidate, OfferedWork
from bot.model.upkeep.kept import Decisions, Observations

A_WEEK = 7
MOST_A_WEEK = 10
# Days after which a candidate that nobody took goes, for good.
SHOWN_FOR = 28
# Of how many works it is remembered that they were shown; those shown first are forgotten first.
MOST_REMEMBERED = 20_000

Filed = Callable[[str], str | None]


def standing(
    observations: Observations, catalog: Catalog, decisions: Decisions, day: str
) -> list[Candidate]:
    """Give the candidates that are still to be shown: not listed, not decided on, not too old."""
    over = works_of(catalog) | {key for key, _ in decisions.about("candidate")}
    return [
        candidate
        for candidate in observations.candidates
        if candidate.work not in over and days_between(candidate.on, day) < SHOWN_FOR
    ]


def room(observations: Observations, day: str) -> int:
    """Give how many new ones may be shown, so that no week has more than ten."""
    recent = sum(days_between(shown, day) < A_WEEK for shown in observations.offered.values())
    return max(0, MOST_A_WEEK - recent)


def chosen(
    offers: Iterable[OfferedWork], catalog: Catalog, shown_before: frozenset[str], most: int
) -> list[tuple[OfferedWork, tuple[str, ...]]]:
    """Give the offers that fit the list best and that it lacks, with reasons; the best first.

    `shown_before` are work ids that were shown or decided on before. What does not fit is not
    given, however few there are.
    """
    offered = unknown(merged(offers), catalog, shown_before)
    scores = ranked(
        [paper.title for paper in catalog.papers],
        [offer.title for offer in offered],
        Abstracts(candidates=[offer.abstract for offer in offered]),
    )
    pairs = sorted(zip(scores, offered, strict=True), key=lambda pair: -pair[0].value)
    score_of = {offer.work: score for score, offer in pairs if score.value > 0}
    fitting = (offer for _, offer in pairs if offer.work in score_of)
    many = authors_of(catalog)
    return [
        (offer, tuple(reasons(offer, score_of[offer.work], many)))
        for offer in islice(lacking(fitting, catalog), most)
    ]


def shown(
    observations: Observations,
    new: Iterable[tuple[OfferedWork, tuple[str, ...]]],
    file_under: Filed,
    day: str,
) -> Observations:
    """Give the observations with the new ones among the candidates, each with the next number.

    No candidate has it, even if it was lost how many were offered. `file_under(title)` gives the
    category it would go into.
    """
    last = max(
        (len(observations.offered), *(candidate.number for candidate in observations.candidates))
    )
    added = [
        Candidate(
            number=number,
            work=offer.work,
            url=offer.url,
            title=offer.title[:LONGEST_TITLE],
            day=offer.day,
            category=file_under(offer.title),
            reasons=tuple(reason[:LONGEST_TEXT] for reason in why),
            on=day,
        )
        for number, (offer, why) in enumerate(new, last + 1)
    ]
    offered = observations.offered | {candidate.work: day for candidate in added}
    newest = sorted(offered, key=lambda work: (offered[work], work))[-MOST_REMEMBERED:]
    return observations.model_copy(
        update={
            "candidates": (*observations.candidates, *added),
            "offered": {work: offered[work] for work in newest},
        }
    )
