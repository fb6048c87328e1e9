"""Is one record found in a list, though it is compared with few entries?"""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dedupe.compare.verdict import compare_records
from bot.dedupe.search.find import find
from bot.model.papers.paper import Catalog, Link, Paper
from bot.model.papers.record import Record, record_of
from tests.bench.made import catalog_of, listing_for

TITLES = (
    "Efficient Memory Management for Large Language Model Serving with PagedAttention",
    "FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness",
    "Nyströmformer: A Nyström-Based Algorithm for Approximating Self-Attention",
    "大型语言模型推理综述",
    "PanGu-Σ: Towards Trillion Parameter Language Model with Sparse Heterogeneous Computing",
    "S3",
)
PAPERS = tuple(
    Paper(
        id=f"p{number}",
        title=title,
        category="topic",
        ids=(f"arxiv:2301.0000{number}",),
        links=(Link(kind="blog", url=f"https://blog.example/{number}"),),
    )
    for number, title in enumerate(TITLES)
)
CROWD = catalog_of(400, listing_for(400)).papers
COMMON = catalog_of(3_000, listing_for(3_000)).papers


def listed(papers: Sequence[Paper]) -> Catalog:
    """Give a list of these papers."""
    return Catalog(schema_version=1, papers=tuple(papers))


LARGE, LISTED = listed(COMMON), listed(CROWD)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        (
            "vLLM: efficient memory management for large language models with PagedAttention",
            0,
        ),
        ("Efficient Memory Managment for Large Langauge Model Serving with PagedAttention", 0),
        ("Flash-Attention: fast and memory efficient exact attention with IO awareness", 1),
        ("FlashAttention", 1),
        (r"Nystr{\"o}mformer: A Nystr{\"o}m-based Algorithm for Approximating Self-Attention", 2),
        ("大型语言模型推理综述", 3),
        (r"PanGu-$\Sigma$: Towards Trillion Parameter Language Model with Sparse Computing", 4),
        ("S$^3$", 5),
    ],
)
def test_a_title_is_found_however_it_is_written(title: str, place: int) -> None:
    found = find(Record("new", title), listed([*CROWD, *PAPERS]))

    assert f"p{place}" in [match.b for match in found]


def test_an_id_is_found_under_any_title() -> None:
    found = find(Record("new", "", ids=("arxiv:2301.00002",)), listed([*CROWD, *PAPERS]))

    assert [(match.b, match.verdict) for match in found if match.b == "p2"] == [("p2", "duplicate")]


def test_a_link_that_names_no_work_is_found() -> None:
    record = Record("new", "How We Serve Models", urls=("https://blog.example/3",))

    assert [(match.b, match.verdict) for match in find(record, listed(PAPERS))] == [
        ("p3", "possible")
    ]


def test_nothing_is_found_in_an_empty_list() -> None:
    assert find(Record("new", "Anything at All"), listed(())) == []


@pytest.mark.parametrize("place", range(0, 3_000, 300))
def test_a_misspelt_title_is_found_where_every_word_is_common(place: int) -> None:
    known = record_of(COMMON[place])
    at = known.title.rindex(" ") + 3
    misspelt = known.title[:at] + known.title[at + 1 :]

    found = find(known._replace(key="new", title=misspelt, ids=(), urls=()), LARGE)

    assert COMMON[place].id in [match.b for match in found]


@settings(deadline=None, max_examples=20)
@given(st.integers(0, len(CROWD) - 1), st.booleans())
def test_every_duplicate_that_the_comparison_knows_is_found(place: int, with_ids: bool) -> None:  # noqa: FBT001
    known = record_of(CROWD[place])
    new = known._replace(key="new", title=known.title.upper())
    if not with_ids:
        new = new._replace(ids=(), urls=())

    judged = [match for paper in CROWD if (match := compare_records(new, record_of(paper)))]
    certain = [match for match in judged if match.verdict == "duplicate"]

    assert {match.b for match in certain} == {
        match.b for match in find(new, LISTED) if match.verdict == "duplicate"
    }
    assert CROWD[place].id in {match.b for match in certain}
