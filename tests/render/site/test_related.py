"""Which works are called related?"""

import random
import time

import pytest

from bot.model.papers.paper import Catalog, Paper
from bot.render.arrivals import newest_first
from bot.render.site.parts.related import MOST_SHARING, SHOWN, related
from tests.bench import made

PAGED = Paper(id="paged", title="Paged Memory for Serving", category="a", authors=("Ann Lee",))
WORKS = (
    PAGED,
    Paper(id="pages", title="Virtual Memory in Pages for Serving", category="b"),
    Paper(id="same-author", title="Something Else Entirely", category="b", authors=("Lee, Ann",)),
    Paper(id="keyword", title="Unlike Everything", category="b", keywords=("memory",)),
    Paper(id="moe", title="Routing in a Mixture of Experts", category="c", date="2024"),
    Paper(id="experts", title="MoE Offloading", category="d"),
    Paper(id="far", title="On the Weather", category="c", date="2023"),
    *(Paper(id=f"filler-{n}", title=f"Filler Number {n}", category="e") for n in range(30)),
)


def near(paper_id: str, papers: tuple[Paper, ...] = WORKS) -> list[str]:
    """Name the works near to one."""
    return [paper.id for paper in related(newest_first(papers))[paper_id]]


@pytest.mark.parametrize(
    ("work", "others"),
    [
        ("paged", {"pages", "same-author", "keyword"}),
        ("experts", {"moe"}),
        ("far", {"moe"}),
    ],
)
def test_words_authors_keywords_and_category_bring_works_together(
    work: str, others: set[str]
) -> None:
    assert set(near(work)) == others


def test_what_shares_more_stands_first() -> None:
    assert near("paged")[0] in {"pages", "same-author"}
    assert near("keyword")[0] in {"pages", "paged"}


def test_a_work_near_to_none_has_the_newest_of_its_category() -> None:
    alone = tuple(
        Paper(id=f"alone-{n}", title=f"Word{n}", category="a", date=f"{2000 + n}")
        for n in range(MOST_SHARING + 1)
    )

    newest = [f"alone-{n}" for n in range(MOST_SHARING, 0, -1)]
    assert near("alone-0", alone) == newest[:SHOWN]


def test_no_work_is_related_to_itself_and_few_are_shown() -> None:
    for work, others in related(newest_first(WORKS)).items():
        ids = [paper.id for paper in others]
        assert work not in ids
        assert len(set(ids)) == len(ids) <= SHOWN


def test_the_order_of_the_file_decides_nothing() -> None:
    shuffled = list(WORKS)
    random.Random(1).shuffle(shuffled)

    assert near("paged", tuple(shuffled)) == near("paged")


def test_a_work_alone_has_none() -> None:
    assert near("paged", (PAGED,)) == []


def test_the_time_grows_hardly_faster_than_the_list() -> None:
    def seconds(size: int) -> float:
        catalog: Catalog = made.catalog_of(size, made.listing_for(size))
        start = time.process_time()
        related(newest_first(catalog.papers))
        return time.process_time() - start

    assert seconds(2_000) < 20 * max(seconds(500), 0.01)
