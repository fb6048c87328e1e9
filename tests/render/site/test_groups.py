"""Which pages are there beside those of works and categories, and what do they show?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.lists.listing import Category, Listing, VenueGroup
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.render.addresses import author_path, venue_path
from bot.render.arrivals import AT_ONCE
from bot.render.site.pages import site_files
from bot.text.fold import fold
from tests.render.site.html import Read

LISTING = Listing(
    schema_version=1,
    title="A list",
    introduction="Of works.",
    venue_groups=(VenueGroup(title="The best", venues=("OSDI", "Never Held")),),
    categories=(
        Category(slug="a", title="A", description="All of it."),
        Category(slug="b", title="B", parent="a"),
    ),
)
WORKS = (
    Paper(
        id="one",
        title="One",
        category="a",
        authors=("Łukasz Żak", "Only Once", "大 明"),
        affiliations=("UC Berkeley",),
        links=(Link(kind="code", url="https://github.com/a/one"),),
        date="2023-05",
        venue=Venue(name="OSDI", year=2023),
        added="2026-03-02",
    ),
    Paper(
        id="two",
        title="Two",
        category="b",
        authors=("Lukasz Zak", "大 明"),
        date="2024",
        venue=Venue(name="OSDI", year=2024),
        added="2026-03-01",
    ),
    Paper(
        id="three",
        title="Three",
        category="b",
        authors=("Lukasz Zak",),
        date="2024-06",
        venue=Venue(name="ACM Computing Surveys"),
        added="2026-02-28",
    ),
)


def pages_of(papers: tuple[Paper, ...] = WORKS) -> dict[str, Read]:
    """Read every page of the site."""
    catalog = Catalog(schema_version=1, papers=papers)
    made = site_files(catalog, LISTING)
    return {file.path: Read(file.text) for file in made if file.path.endswith(".html")}


PAGES = pages_of()


def titles(page: Read) -> list[str]:
    """Give the works that a page lists."""
    return re.findall("One|Two|Three", " ".join(page.titles))


@pytest.mark.parametrize(
    ("path", "works"),
    [
        ("author/lukasz-zak.html", ["Three", "Two", "One"]),
        (author_path("大 明"), ["Two", "One"]),
        ("venue/osdi.html", ["Two", "One"]),
        ("venue/osdi/2024.html", ["Two"]),
        ("venue/acm-computing-surveys.html", ["Three"]),
        ("year/2024.html", ["Three", "Two"]),
        ("year/2023.html", ["One"]),
        ("category/a.html", ["One", "Three", "Two"]),
    ],
)
def test_a_page_shows_the_works_that_belong_together(path: str, works: list[str]) -> None:
    assert titles(PAGES[path]) == works


def test_the_front_page_counts_what_there_is() -> None:
    said = "3 works · 1 with code · 3 published · last addition 2026-03-02"

    assert said in " ".join(PAGES["index.html"].text.split())
    assert "links last checked" not in PAGES["index.html"].text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("category/a.html", "All of it."),
        ("category/b.html", "B, from A list"),
        ("author/lukasz-zak.html", "Lukasz Zak: 3 of 3 works in A list"),
        ("venue/osdi/2024.html", "OSDI 2024: 1 of 3 works in A list"),
        ("venues.html", "2 venues of 3 published works."),
        ("paper/one.html", "Łukasz Żak, Only Once, 大 明 · OSDI 2023 · A"),
        ("paper/two.html", "Lukasz Zak, 大 明 · OSDI 2024 · A / B"),
    ],
)
def test_a_page_is_described_in_a_sentence(path: str, said: str) -> None:
    descriptions = [
        each.attributes["content"]
        for each in PAGES[path].all("meta")
        if "description" in (each.attributes.get("name"), each.attributes.get("property"))
    ]

    assert descriptions == [said]


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("category/b.html", "?category=b"),
        ("author/lukasz-zak.html", "?author=Lukasz+Zak"),
        ("venue/osdi.html", "?venue=OSDI"),
        ("venue/osdi/2024.html", "?venue=OSDI&q=2024"),
        ("year/2024.html", "?from=2024&to=2024"),
    ],
)
def test_a_page_leads_to_the_search_for_the_same_works(path: str, question: str) -> None:
    (link,) = [
        each.attributes["href"] for each in PAGES[path].all("a") if "?" in each.attributes["href"]
    ]

    assert link == "../" * path.count("/") + "index.html" + question


def test_only_authors_of_several_works_have_a_page_and_every_spelling_leads_there() -> None:
    assert len([path for path in PAGES if path.startswith("author/")]) == 2
    for work in ("one", "two", "three"):
        links = [each.attributes["href"] for each in PAGES[f"paper/{work}.html"].all("a")]
        assert "../author/lukasz-zak.html" in links
    assert "Only Once" in PAGES["paper/one.html"].text


def test_an_author_is_called_as_most_works_write_it() -> None:
    assert PAGES["author/lukasz-zak.html"].text.count("Lukasz Zak") > 1
    assert "Lukasz Zak" in PAGES["authors.html"].text


def test_the_venues_stand_in_the_groups_of_the_owner_and_all_together() -> None:
    text = " ".join(PAGES["venues.html"].text.split())

    assert "The best OSDI 2 All venues ACM Computing Surveys 1 OSDI 2" in text


@given(st.text(min_size=1, max_size=300))
def test_the_file_of_a_name_is_plain_and_short_and_differs_where_the_names_do(name: str) -> None:
    path = author_path(name)

    assert re.fullmatch(r"author/[a-z0-9]+(-[a-z0-9]+)*\.html", path)
    assert len(path) < 120
    assert path != author_path(f"{name} x") or fold(name) == fold(f"{name} x")


def test_names_that_share_their_plain_letters_do_not_share_a_page() -> None:
    names = ["C", "C++", "C#", "大", "明", "x" * 200, "x" * 201]

    assert len({venue_path(name) for name in names}) == len(names)


def test_what_is_new_is_that_of_the_month_of_the_last_addition() -> None:
    page = PAGES["new.html"]

    added, published = page.text.split("First public in June 2024")
    assert "Onto the list in March 2026" in added
    assert ("One" in added, "Two" in added, "Three" in added) == (True, True, False)
    assert "Three" in published


def test_what_came_in_one_go_is_one_line() -> None:
    many = tuple(
        WORKS[2].model_copy(update={"id": f"w-{number}", "added": "2026-03-01"})
        for number in range(AT_ONCE + 1)
    )
    text = " ".join(pages_of(many)["new.html"].text.split())

    assert f"{AT_ONCE + 1} works came in one go on 2026-03-01: A {AT_ONCE + 1}" in text


def test_each_picture_of_the_statistics_has_a_table_of_the_same_numbers() -> None:
    page = PAGES["statistics.html"]
    text = "".join(page.text.split())

    assert len(page.all("table")) == 1 + len(page.all("svg")) == 5
    for heading, numbers in {
        "YearWorks": "2024220231",
        "VenueWorks": "OSDI2ACMComputingSurveys1",
        "InstitutionWorks": "UCBerkeley1",
        "CategoryWorks": "A3",
    }.items():
        assert f"{heading}{numbers}" in text
    assert "Ofthe1workswhoseinstitutionsthelistknows." in text


def test_each_category_stands_by_itself_in_every_format() -> None:
    made = {
        file.path: file.text
        for file in site_files(catalog=Catalog(schema_version=1, papers=WORKS), listing=LISTING)
    }

    for ending in ("bib", "csv", "json", "xml"):
        assert "Three" in made[f"category/b.{ending}"]
        assert "One" not in made[f"category/b.{ending}"].replace("Only", "")
        assert "One" in made[f"category/a.{ending}"]
    assert "@inproceedings{zak2023one" in made["category/a.bib"]
