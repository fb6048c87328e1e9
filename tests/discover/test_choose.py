"""Which works become candidates, and when do they go again?"""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.discover.choose import MOST_A_WEEK, chosen, room, shown, standing
from bot.discover.lacking import lacking, merged
from bot.model.papers.paper import Catalog, Paper, Removed
from bot.model.upkeep.candidate import OfferedWork
from bot.model.upkeep.kept import Decision, Decisions, Observations
from tests.discover.ranking.test_rank import LISTED, OTHERS, WANTED

DAY = "2026-11-30"
CATALOG = Catalog(
    schema_version=1,
    papers=tuple(
        Paper(
            id=f"work-{number:02}",
            title=title,
            category="serving",
            authors=("Ada Example", f"Author {number}"),
            ids=(f"arxiv:2301.{number:05}",),
        )
        for number, title in enumerate(LISTED)
    ),
    removed=(
        Removed(id="gone", title=WANTED[1], ids=("arxiv:2610.10001",), reason="a survey of itself"),
    ),
)


def offer(number: int, title: str, **more: Any) -> OfferedWork:  # noqa: ANN401  # any field of an offer
    """Give an offer of an arXiv paper of that number."""
    work = f"arxiv:2610.{number:05}"
    made = OfferedWork(work, f"https://arxiv.org/abs/2610.{number:05}", title, "2026-10-02")
    return made._replace(**more)


OFFERS = [offer(number, title) for number, title in enumerate([*WANTED, *OTHERS], 1)]


def titles(new: list[tuple[OfferedWork, tuple[str, ...]]]) -> list[str]:
    """Give the titles that were chosen."""
    return [each.title for each, _ in new]


def test_the_offers_that_fit_best_are_chosen_and_no_more_than_there_is_room_for() -> None:
    found = titles(chosen(OFFERS, CATALOG, frozenset(), 5))

    assert len(found) == 5
    assert set(found) <= set(WANTED)


def test_what_does_not_fit_is_not_chosen_however_much_room_there_is() -> None:
    found = titles(chosen(OFFERS, CATALOG, frozenset(), 1_000))

    assert len(set(found) & set(OTHERS)) < len(OTHERS) / 4 < len(set(found) & set(WANTED))


@pytest.mark.parametrize(
    ("changed", "known"),
    [
        ({"work": "arxiv:2301.00003"}, frozenset()),  # listed
        ({"title": LISTED[3], "authors": ("Ada Example",)}, frozenset()),  # listed elsewhere
        ({"work": "arxiv:2610.10001"}, frozenset()),  # removed
        ({"title": WANTED[1].upper()}, frozenset()),  # removed, under another id
        ({}, frozenset({"arxiv:2610.00001"})),  # shown before
    ],
)
def test_what_is_known_in_any_way_is_not_chosen(
    changed: Mapping[str, object], known: frozenset[str]
) -> None:
    first = OFFERS[0]._replace(**changed)  # type: ignore[arg-type]

    assert first.work not in {
        each.work for each, _ in chosen([first, *OFFERS[2:]], CATALOG, known, 1_000)
    }


def test_what_is_listed_under_a_title_that_it_had_before_is_not_chosen() -> None:
    former = CATALOG.papers[3].model_copy(update={"other_titles": (WANTED[0],)})
    catalog = CATALOG.model_copy(update={"papers": (*CATALOG.papers[:3], former)})

    assert [each.title for each in lacking(OFFERS[:2], CATALOG)] == [WANTED[0]]
    assert list(lacking(OFFERS[:1], catalog)) == []


def test_what_is_listed_under_a_title_that_says_the_same_is_not_chosen() -> None:
    dated = CATALOG.papers[3].model_copy(update={"date": "2026-10-01", "ids": ()})
    catalog = CATALOG.model_copy(update={"papers": (dated,)})
    longer = offer(1, f"{dated.title}: Extended Version", authors=dated.authors)

    assert list(lacking([longer], catalog)) == []
    assert list(lacking([longer], CATALOG.model_copy(update={"papers": ()}))) == [longer]


def test_a_candidate_says_why_in_phrases() -> None:
    number = WANTED.index("Compressed KV Cache for Fast Serving")
    first = OFFERS[number]._replace(
        cites=frozenset({"work-01", "work-02"}), authors=("Ada Example",)
    )
    why = dict(chosen([first, *OFFERS], CATALOG, frozenset(), 1_000))

    assert why[merged([first])[0]] == (
        "compressed",
        "cites 2 listed works",
        "by Ada Example, of 24 listed works",
    )


def test_what_several_sources_offer_is_one_offer_with_all_that_they_say() -> None:
    one = offer(1, "A Work", abstract="short", cites=frozenset({"a"}))
    same_work = offer(1, "A work", abstract="much longer", cites=frozenset({"b"}))
    same_title = offer(2, "a WORK", authors=("Ada Example",))

    [found] = merged([same_title, one, same_work])
    assert (found.abstract, found.authors) == ("much longer", ("Ada Example",))
    assert found.cites == {"a", "b"}


def seen_after(days: str, count: int) -> Observations:
    """Give what was seen when so many candidates were shown on a day."""
    new = [(each, ("kv",)) for each in OFFERS[:count]]
    return shown(Observations(), new, lambda _: "serving", days)


def test_a_candidate_has_a_number_of_its_own_that_no_later_one_gets() -> None:
    seen = seen_after("2026-11-20", 3)
    fewer = seen.model_copy(update={"candidates": seen.candidates[:1]})
    after = shown(fewer, [(OFFERS[3], ())], lambda _: None, DAY)

    assert [each.number for each in after.candidates] == [1, 4]
    forgotten = shown(
        seen.model_copy(update={"offered": {}}), [(OFFERS[3], ())], lambda _: None, DAY
    )
    assert [each.number for each in forgotten.candidates] == [1, 2, 3, 4]


@pytest.mark.parametrize(("on", "left"), [("2026-11-23", 10), ("2026-11-24", 6), (DAY, 6)])
def test_no_week_has_more_than_ten(on: str, left: int) -> None:
    assert MOST_A_WEEK == 10
    assert room(seen_after(on, 4), DAY) == left


def test_a_candidate_stands_until_it_is_listed_decided_on_or_too_old() -> None:
    seen = seen_after("2026-11-03", 4)
    listed = CATALOG.papers[0].model_copy(update={"id": "new", "ids": (OFFERS[0].work,)})
    catalog = CATALOG.model_copy(update={"papers": (*CATALOG.papers, listed)})
    dismissed = Decision(about="candidate", key=OFFERS[1].work, by="owner", on=DAY)
    decisions = Decisions(decisions=(dismissed,))

    stand = standing(seen, catalog, decisions, DAY)
    assert [each.work for each in stand] == [OFFERS[2].work, OFFERS[3].work]
    assert standing(seen, CATALOG, Decisions(), "2026-12-01") == []
