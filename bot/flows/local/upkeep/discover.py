"""Which works that the list lacks are shown to its owner next?

The sources are asked for the last three months each time, never since the last run: works appear
late under old dates, and a run may have failed. Before anything is shown, and four times a year,
the ranker is measured on the list's own past; where it is no good, nothing is shown.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple, Protocol

from bot.discover.choose import chosen, room, shown, standing
from bot.discover.history import A_QUARTER, QUARTERS, Quarter, first_ten, measure, quarters
from bot.discover.ranking.words import counted, words
from bot.model.github.world import days_before, days_between
from bot.model.lists.listing import Discover, Listing
from bot.model.papers.paper import Catalog
from bot.model.progress import Progress
from bot.model.upkeep.candidate import Measured, Offered, Question
from bot.model.upkeep.kept import Decisions, Observations, Ran
from bot.model.upkeep.meanwhile import NOBODY, Meanwhile
from bot.review.drafts.category import index_of, propose

WINDOW = 90  # days
# The share of the first ten that has to be right, or nothing is shown.
GOOD_ENOUGH = 0.4
MOST_OF_VENUE = 40
# The list's most frequent words, of which a work of a venue has to hold one.
MOST_WORDS, SHORTEST_WORD = 30, 4
NO_SOURCE = "no source is named under [discover] in data/list.toml"


class AskedSources(Protocol):
    """Those who offer works: the sources, or, in the tests, what they would offer."""

    def offers(self, question: Question, draw: Progress | None = None) -> Offered:
        """Ask for the works of some days, and draw how many sources have answered."""
        ...

    def of_venue(self, venue: str, year: int, words: str) -> Offered:
        """Ask for the works of a venue."""
        ...


class Meeting(NamedTuple):
    """A venue in one year."""

    venue: str
    year: int


class DiscoverContext(NamedTuple):
    """The list as it is, what people decided, the day, and works that somebody has suggested."""

    catalog: Catalog
    listing: Listing
    decisions: Decisions
    day: str
    suggested: frozenset[str] = frozenset()


def look(
    context: DiscoverContext,
    before: Observations,
    sources: AskedSources,
    meanwhile: Meanwhile = NOBODY,
) -> Observations:
    """Give the observations with the candidates as they stand now, and what came of the run."""
    if context.listing.discover == Discover():
        return _told(before, context.day, NO_SOURCE)
    old = before.measured is None or days_between(before.measured.on, context.day) >= A_QUARTER
    parts = _parts(meanwhile.draw, QUARTERS + 1 if old else 1)
    measured, troubles = _measured(context, before, sources, parts) if old else (before, ())
    meanwhile.keep(lambda: measured)
    observations = _standing(context, measured)
    if refusal := _refusal(context.listing.discover, observations.measured):
        return _told(observations, context.day, "; ".join((refusal, *troubles)))
    since = days_before(context.day, WINDOW)
    question = Question(context.listing.discover, since, context.day, _works(context.catalog))
    return _with_new(
        context,
        observations,
        sources.offers(question, next(parts)),
        room(observations, context.day),
    )


def look_at_venue(
    context: DiscoverContext, before: Observations, sources: AskedSources, meeting: Meeting
) -> Observations:
    """Give the observations with the works of a venue that fit among the candidates.

    Somebody has asked for them, so it is not measured first, and there may be more than ten.
    """
    often = counted(set(words(paper.title)) for paper in context.catalog.papers)
    named = [word for word, _ in often.most_common() if len(word) >= SHORTEST_WORD][:MOST_WORDS]
    offered = sources.of_venue(*meeting, " | ".join(named))
    return _with_new(context, _standing(context, before), offered, MOST_OF_VENUE)


def past(
    context: DiscoverContext, sources: AskedSources, draw: Progress | None = None
) -> tuple[list[Quarter], tuple[str, ...]]:
    """Measure the rankers on the list's last quarters; and say which sources did not answer.

    Only sources that still tell what they told then are asked: what is recommended, or cites, is
    of today.
    """
    return _past(context, sources, _parts(draw, QUARTERS))


def _past(
    context: DiscoverContext, sources: AskedSources, parts: Iterator[Progress | None]
) -> tuple[list[Quarter], tuple[str, ...]]:
    wanted = context.listing.discover.model_copy(
        update={"recommendations": False, "citations": False}
    )
    answers = [
        (quarter, sources.offers(Question(wanted, quarter.since, quarter.until), next(parts)))
        for quarter in quarters(context.day)
    ]
    measured = [measure(quarter, context.catalog, offered.offers) for quarter, offered in answers]
    return measured, tuple(chain.from_iterable(offered.troubles for _, offered in answers))


def _parts(draw: Progress | None, number: int) -> Iterator[Progress | None]:
    """Give for each of so many questions how to draw what part of all is done with it."""
    return (partial(_draw_part, draw, part, number) if draw else None for part in range(number))


def _draw_part(draw: Progress, part: int, parts: int, done: int, length: int) -> None:
    draw(part * length + done, parts * length)


def _measured(
    context: DiscoverContext,
    before: Observations,
    sources: AskedSources,
    parts: Iterator[Progress | None],
) -> tuple[Observations, tuple[str, ...]]:
    """Measure again; and say which sources did not answer.

    Where nothing could be measured, it stays as it was.
    """
    quarters, troubles = _past(context, sources, parts)
    measured = _summed(context, quarters, troubles)
    if measured is None:
        return before, tuple(dict.fromkeys(troubles))
    return before.model_copy(update={"measured": measured}), ()


def _summed(
    context: DiscoverContext, quarters: Sequence[Quarter], troubles: Sequence[str]
) -> Measured | None:
    """Sum up; None where a source gave no answer, or all had nothing in a whole year."""
    if troubles or not any(quarter.offered for quarter in quarters):
        return None
    windows = sum(bool(quarter.measured) for quarter in quarters)
    return Measured(on=context.day, windows=windows, first_ten=first_ten(quarters))


def verdict(context: DiscoverContext, quarters: Sequence[Quarter], troubles: Sequence[str]) -> str:
    """Say what follows from what was measured: whether candidates would be shown, and why not."""
    if context.listing.discover == Discover():
        return NO_SOURCE
    measured = _summed(context, quarters, troubles)
    return _refusal(context.listing.discover, measured) or "on: it is good enough"


def _refusal(wanted: Discover, measured: Measured | None) -> str:
    """Say why nothing is shown, "" if something may be."""
    if not (wanted.arxiv_categories or wanted.daily_papers):
        return (
            "off: how good this is for the list can be measured only by arxiv_categories or "
            "daily_papers, which tell what they offered a year ago"
        )
    if measured is None:
        return "how good this is for the list is not known yet: a source gave no answer"
    if measured.first_ten is None:
        return "off: too few listed works are of the last year to measure how good this would be"
    if measured.first_ten < GOOD_ENOUGH:
        return (
            f"off: of the first ten {10 * measured.first_ten:.1f} would have been right in the "
            f"last year, and {10 * GOOD_ENOUGH:.0f} are needed"
        )
    return ""


def _standing(context: DiscoverContext, observations: Observations) -> Observations:
    stand = standing(observations, context.catalog, context.decisions, context.day)
    kept = tuple(candidate for candidate in stand if candidate.work not in context.suggested)
    return observations.model_copy(update={"candidates": kept})


def _with_new(
    context: DiscoverContext, observations: Observations, offered: Offered, most: int
) -> Observations:
    decided = {key for key, _ in context.decisions.about("candidate")}
    standing_works = (candidate.work for candidate in observations.candidates)
    before = context.suggested.union(observations.offered, standing_works, decided)
    new = chosen(offered.offers, context.catalog, before, most)
    index = index_of(context.catalog.papers, context.listing)

    def category_of(title: str) -> str | None:
        proposed = propose(title, index)
        return proposed[0].slug if proposed else None

    after = shown(observations, new, category_of, context.day)
    parts = (f"{len(new)} new of {len(offered.offers)} that were offered", *offered.troubles)
    return _told(after, context.day, "; ".join(parts))


def _works(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Give the listed works that a source may start from, the newest first."""
    dated = sorted(catalog.papers, key=lambda paper: (paper.date or "", paper.id), reverse=True)
    return tuple((paper.ids[0], paper.id) for paper in dated if paper.ids)


def _told(observations: Observations, day: str, summary: str) -> Observations:
    return observations.model_copy(
        update={"runs": observations.runs | {"discover": Ran(on=day, said=summary)}}
    )
