"""What becomes of a list when somebody's README is taken into it, again and again?"""

from collections.abc import Sequence

import pytest

from bot.model.papers.imported import ImportedPaper, ImportOrigin
from bot.model.papers.paper import Catalog, Citations, Link, Paper
from bot.review.apply import applied
from bot.review.imports.adopt import Adoption, adopt
from tests.review.works import CATALOG, FLASH, GONE, LISTING, PAGED, paper

ORIGIN = ImportOrigin("Their List", "2026-01-02")
SWIFT = "https://arxiv.org/abs/2501.00001"


def entry(
    title: str, *links: str, section: Sequence[str] = ("KV Cache",), **fields: object
) -> ImportedPaper:
    """Make an entry as a README's reading gives it."""
    ids = tuple(f"arxiv:{link.rpartition('/')[2]}" for link in links if "arxiv.org" in link)
    pairs = tuple(("Paper", link) for link in links)
    given = {"title": title, "links": pairs, "ids": ids, "section": tuple(section)}
    return ImportedPaper(**(given | fields))  # type: ignore[arg-type]  # fields are the test's own


def taken(*entries: ImportedPaper, catalog: Catalog = CATALOG) -> Adoption:
    return adopt(entries, catalog, LISTING, ORIGIN)


def after(adoption: Adoption) -> list[Paper]:
    return [change.paper for change in adoption.changes]


def test_a_new_work_comes_under_the_category_of_its_heading() -> None:
    adoption = taken(entry("Swift Kernels for Long Contexts", SWIFT, section=("Kernels",)))

    assert after(adoption) == [
        paper(
            "swift-kernels-for-long-contexts",
            "Swift Kernels for Long Contexts",
            category="kernels",
            ids=("arxiv:2501.00001",),
            date="2025-01",
            links=(Link(kind="paper", url=SWIFT),),
            added="2026-01-02",
            sources=("Their List",),
        )
    ]
    assert adoption.notes == ()


@pytest.mark.parametrize(
    ("given", "date"), [("", "2025-01"), ("2025-01-07", "2025-01-07"), ("2025-03", "2025-03")]
)
def test_a_new_work_is_as_old_as_its_identifier_says_unless_the_readme_knows(
    given: str, date: str
) -> None:
    adoption = taken(entry("Swift Kernels for Long Contexts", SWIFT, date=given))

    assert [work.date for work in after(adoption)] == [date]


@pytest.mark.parametrize(("year", "date"), [(2025, "2025-01"), (2024, "2024")])
def test_a_year_in_the_readme_is_kept_where_the_identifier_names_another(
    year: int, date: str
) -> None:
    adoption = taken(entry("Swift Kernels for Long Contexts", SWIFT, year=year))

    assert [work.date for work in after(adoption)] == [date]


def test_a_work_that_stands_twice_is_one_entry_in_two_categories() -> None:
    twice = [entry("Swift Kernels", SWIFT, section=(each,)) for each in ("Kernels", "KV Cache")]
    (work,) = after(taken(*twice))

    assert (work.category, work.also_in) == ("kernels", ("caching",))


def test_a_known_work_needs_no_category_and_no_new_heading() -> None:
    known = entry(FLASH.title, FLASH.links[0].url, section=("Another", "Taxonomy"))
    adoption = taken(known)

    assert [work.id for work in after(adoption)] == ["flash"]
    assert after(adoption)[0].also_in == ()
    assert adoption.categories == ()
    assert adoption.notes == ()


def test_a_category_that_was_guessed_is_told_of_new_works_only() -> None:
    known = entry(FLASH.title, FLASH.links[0].url, section=("Elsewhere",))
    new = entry("Exact Attention on Older GPUs", SWIFT, section=("Somewhere",))
    adoption = taken(known, new)

    assert adoption.notes == (
        "the category of “Exact Attention on Older GPUs” was guessed from the nearest entries",
    )


def test_an_identifier_under_a_contradicting_title_stays_with_its_listed_work() -> None:
    wrong = FLASH.links[0].url
    adoption = taken(entry("Serving Many Small Adapters at Once", wrong))
    (work,) = after(adoption)

    assert work.ids == ()
    assert work.links == (Link(kind="paper", url=wrong),)
    told = "“Serving Many Small Adapters at Once” carries “arxiv:2205.14135”"
    assert adoption.notes == (f"{told}, which “{FLASH.title}” has; one is wrong",)


def test_a_listed_work_is_found_by_its_title_though_the_readme_links_another() -> None:
    right = PAGED.model_copy(update={"title": "Memory Management for Serving with Paged Attention"})
    catalog = Catalog(schema_version=1, papers=(FLASH, right))
    adoption = taken(entry(right.title, FLASH.links[0].url, year=2023), catalog=catalog)

    assert after(adoption) == [right.model_copy(update={"sources": ("Their List",)})]
    assert adoption.notes == (
        f"“{right.title}” carries “arxiv:2205.14135”, which “{FLASH.title}” has; one is wrong",
    )


def test_a_contradiction_that_the_list_holds_already_is_told_once() -> None:
    readme = [entry("Serving Many Small Adapters at Once", FLASH.links[0].url)]
    catalog = applied(CATALOG, taken(*readme).changes)

    assert taken(*readme, catalog=catalog) == Adoption()


def test_a_work_that_was_removed_does_not_come_back() -> None:
    adoption = taken(entry("A Retracted Idea", "https://arxiv.org/abs/2401.00001"))

    assert adoption == Adoption(
        notes=(f"“{GONE.title}” is left out, it was removed from the list: “Retracted”",)
    )


def test_a_long_title_alone_finds_the_listed_work_and_a_short_one_does_not() -> None:
    long = paper("long", "Swift Kernels for Attention over Long Contexts", authors=("Ann Lee",))
    short = paper("short", "Swift Kernels", authors=("Ann Lee",))
    catalog = Catalog(schema_version=1, papers=(long, short))
    page = "https://example.org/talks/7"
    adoption = taken(entry(long.title, page), entry(short.title, page), catalog=catalog)

    assert [(change.before and change.before.id) for change in adoption.changes] == ["long", None]
    assert "“Swift Kernels” may be “Swift Kernels”: same title" in adoption.notes


def test_a_later_count_of_citations_is_news() -> None:
    old = FLASH.model_copy(update={"citations": Citations(count=10, as_of="2024-01")})
    catalog = Catalog(schema_version=1, papers=(old,))
    newer = entry(FLASH.title, FLASH.links[0].url, citations=25, citations_as_of="2025-01")
    (work,) = after(taken(newer, catalog=catalog))

    assert work.citations == Citations(count=25, as_of="2025-01")


def test_only_the_news_of_a_newer_readme_come_in() -> None:
    old = [entry("Swift Kernels", SWIFT, section=("Kernels",), venue="MLSys", year=2025)]
    catalog = applied(Catalog(schema_version=1, papers=(FLASH,)), taken(*old).changes)
    news = entry("Slow Kernels", "https://arxiv.org/abs/2501.00002", section=("Kernels", "Slow"))
    adoption = taken(*old, news, catalog=catalog)

    assert [(change.before, change.paper.title) for change in adoption.changes] == [
        (None, "Slow Kernels")
    ]
    assert [category.title for category in adoption.categories] == ["Slow"]
    assert taken(*old, news, catalog=applied(catalog, adoption.changes)).changes == ()
