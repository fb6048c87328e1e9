"""Are candidates found from run to run, and none where the ranker is no good?"""

from collections.abc import Callable

import pytest

from bot.flows.local.upkeep.discover import (
    NO_SOURCE,
    DiscoverContext,
    Meeting,
    look,
    look_at_venue,
    past,
)
from bot.model.lists.listing import Category, Discover, Listing
from bot.model.papers.paper import Catalog
from bot.model.progress import Progress
from bot.model.upkeep.candidate import Measured, Offered, OfferedWork, Question
from bot.model.upkeep.kept import Decision, Decisions, Observations
from bot.model.upkeep.meanwhile import Meanwhile
from tests.discover.ranking.test_rank import OTHERS, WANTED
from tests.discover.test_choose import CATALOG, OFFERS

DAY = "2026-11-30"
LISTING = Listing(
    schema_version=1,
    title="A List",
    introduction="Works on serving.",
    discover=Discover(arxiv_categories=("cs.DC",)),
    categories=(Category(slug="serving", title="Serving"),),
)
GOOD = Measured(on="2026-11-01", windows=4, first_ten=0.6)


class Stand:
    """Stands for all sources: gives the same offers to every question, and keeps the questions."""

    def __init__(self, *offers: OfferedWork, troubles: tuple[str, ...] = ()) -> None:
        """Offer these, and fail so."""
        self.found = Offered(offers, troubles)
        self.asked: list[Question | tuple[str, int]] = []

    def offers(self, question: Question, draw: Progress | None = None) -> Offered:
        """Give them, as two sources that answer one after the other."""
        if draw:
            draw(1, 2)
            draw(2, 2)
        self.asked.append(question)
        return self.found

    def of_venue(self, venue: str, year: int, words: str) -> Offered:
        """Give them."""
        assert "serving" in words.split(" | ")
        self.asked.append((venue, year))
        return self.found


def known(catalog: Catalog = CATALOG, day: str = DAY, **more: object) -> DiscoverContext:
    """Give what is known on a day."""
    return DiscoverContext(catalog, LISTING, Decisions(), day)._replace(**more)  # type: ignore[arg-type]


def test_ten_are_shown_with_category_number_and_reasons() -> None:
    seen = look(known(), Observations(measured=GOOD), Stand(*OFFERS))

    assert [each.number for each in seen.candidates] == list(range(1, 11))
    assert {each.category for each in seen.candidates} == {"serving"}
    assert all(each.reasons for each in seen.candidates)
    assert seen.runs["discover"].said == f"10 new of {len(OFFERS)} that were offered"


def test_the_next_run_of_the_week_shows_no_more_and_the_next_week_goes_on() -> None:
    first = look(known(), Observations(measured=GOOD), Stand(*OFFERS))
    again = look(known(day="2026-12-02"), first, Stand(*OFFERS))
    later = look(known(day="2026-12-08"), again, Stand(*OFFERS))

    assert again.candidates == first.candidates
    assert later.candidates[:10] == first.candidates
    assert len({each.work for each in later.candidates}) == len(later.candidates) > 10


def test_what_was_dismissed_or_not_taken_in_time_never_comes_back() -> None:
    first = look(known(), Observations(measured=GOOD), Stand(*OFFERS))
    no = Decision(about="candidate", key=first.candidates[0].work, by="owner", on=DAY)
    decided = look(known(decisions=Decisions(decisions=(no,))), first, Stand(*OFFERS))
    months = look(known(day="2027-01-15"), first, Stand(*OFFERS))

    assert first.candidates[0] not in decided.candidates
    assert not {each.work for each in months.candidates} & {each.work for each in first.candidates}


def test_what_somebody_has_suggested_is_offered_by_nobody_else() -> None:
    first = look(known(), Observations(measured=GOOD), Stand(*OFFERS))
    suggested = frozenset(each.work for each in first.candidates[:2])
    again = look(known(suggested=suggested), Observations(measured=GOOD), Stand(*OFFERS))
    later = look(known(suggested=suggested), first, Stand(*OFFERS))

    assert len(again.candidates) == 10
    assert not suggested & {each.work for each in again.candidates}
    assert [each.number for each in later.candidates] == list(range(3, 11))


def test_what_stands_is_not_shown_twice_where_it_is_forgotten_what_was_offered() -> None:
    first = look(known(), Observations(measured=GOOD), Stand(*OFFERS))
    again = look(known(), first.model_copy(update={"offered": {}}), Stand(*OFFERS))

    works = [each.work for each in again.candidates]
    assert len(set(works)) == len(works) > 10
    assert len({each.number for each in again.candidates}) == len(works)


def test_the_window_overlaps_whenever_the_last_run_was() -> None:
    sources = Stand(*OFFERS)
    look(known(), Observations(measured=GOOD), sources)

    [question] = sources.asked
    assert isinstance(question, Question)
    assert (question.since, question.until) == ("2026-09-01", DAY)


def test_a_source_that_is_down_is_told_and_is_no_empty_day() -> None:
    first = look(known(), Observations(measured=GOOD), Stand(*OFFERS))
    down = look(known(day="2026-12-08"), first, Stand(troubles=("arXiv answered 503",)))

    assert down.candidates == first.candidates
    assert down.runs["discover"].said == "0 new of 0 that were offered; arXiv answered 503"


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        (
            Measured(on="2026-11-01", windows=4, first_ten=0.3),
            "off: of the first ten 3.0 would have been right in the last year, and 4 are needed",
        ),
        (
            Measured(on="2026-11-01", windows=0),
            "off: too few listed works are of the last year to measure how good this would be",
        ),
    ],
)
def test_a_ranker_that_is_no_good_for_the_list_shows_nothing(measured: Measured, said: str) -> None:
    sources = Stand(*OFFERS)
    seen = look(known(), Observations(measured=measured), sources)

    assert (seen.candidates, seen.runs["discover"].said) == ((), said)
    assert sources.asked == []


def test_the_ranker_is_measured_before_anything_is_shown() -> None:
    sources = Stand(*OFFERS)
    seen = look(known(), Observations(), sources)

    assert seen.measured == Measured(on=DAY, windows=0)
    assert len(sources.asked) == 4
    assert seen.candidates == ()


def test_it_draws_how_many_of_all_sources_and_quarters_have_answered() -> None:
    drawn = list[tuple[int, int]]()
    told = Meanwhile(lambda done, length: drawn.append((done, length)))
    look(known(), Observations(measured=GOOD), Stand(*OFFERS), told)
    assert drawn == [(1, 2), (2, 2)]

    drawn.clear()
    past(known(), Stand(*OFFERS), told.draw)
    assert drawn == [(done, 8) for done in range(1, 9)]


def test_what_was_measured_is_kept_before_anything_else_is_asked() -> None:
    kept = list[Observations]()
    sources = Stand(*OFFERS)

    def keep(seen: Callable[[], Observations]) -> None:
        assert len(sources.asked) == 4
        kept.append(seen())

    look(known(), Observations(), sources, Meanwhile(keep=keep))
    assert [each.measured for each in kept] == [Measured(on=DAY, windows=0)]


def test_an_outage_while_measuring_measures_nothing() -> None:
    seen = look(known(), Observations(), Stand(troubles=("arXiv answered 503",)))

    assert seen.measured is None
    said = "how good this is for the list is not known yet: a source gave no answer"
    assert seen.runs["discover"].said == f"{said}; arXiv answered 503"


def test_sources_that_had_nothing_in_a_year_measure_nothing() -> None:
    seen = look(known(), Observations(), Stand())

    assert seen.measured is None
    said = "how good this is for the list is not known yet: a source gave no answer"
    assert seen.runs["discover"].said == said


def test_an_owner_hears_that_what_has_no_past_cannot_be_measured() -> None:
    wanted = Discover(recommendations=True, citations=True)
    listing = LISTING.model_copy(update={"discover": wanted})

    seen = look(known(listing=listing), Observations(), Stand())
    assert seen.runs["discover"].said == (
        "off: how good this is for the list can be measured only by arxiv_categories or "
        "daily_papers, which tell what they offered a year ago"
    )


def test_where_nobody_names_a_source_nothing_is_asked() -> None:
    sources = Stand(*OFFERS)
    quiet = LISTING.model_copy(update={"discover": Discover()})

    seen = look(known(listing=quiet), Observations(), sources)
    assert (sources.asked, seen.runs["discover"].said) == ([], NO_SOURCE)


def test_the_works_of_a_venue_that_fit_are_shown_at_once() -> None:
    sources = Stand(*OFFERS)
    seen = look_at_venue(known(), Observations(), sources, Meeting("MLSys", 2026))

    titles = {each.title for each in seen.candidates}
    assert sources.asked == [("MLSys", 2026)]
    assert len(titles & set(WANTED)) > 10 > len(titles & set(OTHERS))
