"""Is a ranker measured on what the list itself has taken since, and by nothing that came later?"""

from bot.discover.history import RANKERS, first_ten, measure, quarters
from bot.model.papers.paper import Catalog
from bot.model.upkeep.candidate import OfferedWork
from tests.discover.ranking.test_rank import WANTED
from tests.discover.test_choose import CATALOG, OFFERS

DATED = tuple(paper.model_copy(update={"date": "2025-01"}) for paper in CATALOG.papers)
TAKEN = tuple(
    paper.model_copy(
        update={
            "id": f"taken-{number:02}",
            "title": each.title,
            "ids": (each.work,),
            "date": each.day,
        }
    )
    for number, (paper, each) in enumerate(zip(DATED, OFFERS[: len(WANTED)], strict=False))
)
LIST = Catalog(schema_version=1, papers=(*DATED, *TAKEN))
QUARTER = quarters("2027-03-01")[0]


def test_the_quarters_follow_on_one_another_and_end_before_the_last_three_months() -> None:
    found = quarters("2026-11-30")

    assert [(each.since, each.until) for each in found] == [
        ("2026-06-02", "2026-08-31"),
        ("2026-03-03", "2026-06-01"),
        ("2025-12-02", "2026-03-02"),
        ("2025-09-02", "2025-12-01"),
    ]


def test_every_ranker_is_measured_on_the_same_quarter() -> None:
    found = measure(QUARTER, LIST, OFFERS)

    assert (found.offered, found.right) == (len(OFFERS), len(WANTED))
    assert set(found.measured) == set(RANKERS)
    assert first_ten([found]) == 1.0


def test_what_came_after_the_quarter_began_teaches_nothing() -> None:
    later = LIST.model_copy(
        update={"papers": tuple(each for each in LIST.papers if each.id.startswith("taken"))}
    )

    assert measure(QUARTER, later, OFFERS).measured == {}


def test_too_few_right_ones_tell_nothing() -> None:
    few: list[OfferedWork] = [*OFFERS[:5], *OFFERS[len(WANTED) :]]
    found = measure(QUARTER, LIST, few)

    assert (found.right, found.measured) == (5, {})
    assert first_ten([found]) is None
