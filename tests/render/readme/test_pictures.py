"""Do pictures and badges say what the data says?"""

import re
from xml.etree.ElementTree import fromstring

import pytest

from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Catalog, Link, Paper
from bot.render.readme.pictures.picture import (
    DARK,
    LIGHT,
    MOST_ROWS,
    OTHERS,
    Picture,
    Theme,
    picture_of,
)
from bot.render.readme.pictures.pictures import badges, picture, picture_files, shows_pictures
from bot.render.readme.readme import fresh
from tests.render import hostile
from tests.render.examples import example


def listing_of(*tops: str) -> Listing:
    """Make a list with these top-level categories, each with one below it."""
    categories = [
        Category(slug=slug, title=slug.upper(), parent=parent)
        for top in tops
        for slug, parent in ((top, None), (f"{top}-below", top))
    ]
    return Listing(schema_version=1, title="T", introduction="I", categories=tuple(categories))


def work(number: int, date: str | None, category: str, *also: str) -> Paper:
    """Make a work."""
    links = (Link(kind="code", url="https://github.com/a/b"),) if number % 2 else ()
    return Paper(
        id=f"w-{number}",
        title=f"W {number}",
        category=category,
        also_in=also,
        date=date,
        links=links,
        added=f"2026-01-0{number}",
    )


WORKS = (
    work(1, "2014", "a"),
    work(2, "2023-05", "a-below", "a"),
    work(3, "2023-06-07", "a", "b-below"),
    work(4, "2024", "b"),
    work(5, None, "b"),
)


def test_a_work_counts_once_in_each_top_level_category() -> None:
    assert picture_of(WORKS, listing_of("a", "b")) == Picture(
        ("≤2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024"),
        (("A", (1, 0, 0, 0, 0, 0, 2, 0)), ("B", (0, 0, 0, 0, 0, 0, 1, 1))),
        (1, 0, 0, 0, 0, 0, 2, 1),
        1,
    )


def test_a_short_history_has_a_column_for_each_of_its_years() -> None:
    assert picture_of(WORKS[1:], listing_of("a", "b")).years == ("2023", "2024")


def test_the_smallest_of_many_categories_stand_together_at_the_end() -> None:
    names = [f"c{number:02}" for number in range(MOST_ROWS + 3)]
    works = [work(number % 9 + 1, "2024", name) for number, name in enumerate(names * 2)]

    rows = picture_of([*works, work(1, "2024", "c00")], listing_of(*names)).rows

    assert [name for name, _ in rows] == [*(n.upper() for n in names[: MOST_ROWS - 1]), OTHERS]
    assert rows[-1] == (OTHERS, (8,))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_and_names_stand_in_the_drawing(theme: Theme) -> None:
    drawn = fromstring(picture_of(WORKS, listing_of("a", "b")).svg(theme))  # noqa: S314  (our own)

    texts = ["".join(each.itertext()) for each in drawn.iter() if each.tag.endswith("}text")]
    years = ["≤2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024"]
    sums = ["All", "1", "0", "0", "0", "0", "0", "2", "1"]
    assert texts == [*years, "A", "1", "2", "B", "1", "1", *sums]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_number_can_be_read_on_its_cell(theme: Theme) -> None:
    page = "#ffffff" if theme is LIGHT else "#0d1117"
    pairs = [(shade.cell, shade.number) for shade in theme.shades]

    for below, above in [*pairs, (page, theme.text), (page, theme.faint)]:
        assert contrast(below, above) >= 4.5, (below, above)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour written "#rrggbb"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_picture_in_words_names_years_and_categories() -> None:
    words = picture_of(WORKS[2:], listing_of("a", "b")).description

    assert words == (
        "Works per year, by category. 2023: 1, 2024: 1. By category: A: 1; B: 2."
        " 1 without a date are not shown."
    )


def test_badges_say_what_the_list_holds() -> None:
    assert badges(WORKS).splitlines() == [
        "![works: 5](docs/pictures/works.svg)",
        "![with code: 3](docs/pictures/code.svg)",
        "![last addition: 2026-01-05](docs/pictures/changed.svg)",
    ]


def test_every_picture_that_the_readme_shows_is_drawn() -> None:
    listing = listing_of("a", "b")
    shown = badges(WORKS) + picture(WORKS, listing)

    assert set(re.findall(r"docs/pictures/[\w-]+\.svg", shown)) == {
        file.path for file in picture_files(WORKS, listing)
    }


def test_hostile_names_are_text_in_every_drawing_and_in_the_readme() -> None:
    for file in picture_files(hostile.CATALOG.papers, hostile.LISTING):
        tags = {each.tag.rpartition("}")[2] for each in fromstring(file.text).iter()}  # noqa: S314
        assert tags <= {"svg", "title", "text", "rect", "g", "clipPath"}
    block = picture(hostile.CATALOG.papers, hostile.LISTING)
    assert re.findall(r"<(/?\w+)", block) == ["picture", "source", "img", "/picture"]
    assert "\n\n" not in block


def test_a_list_without_dates_has_no_picture() -> None:
    assert picture((), listing_of("a")) == "Nothing yet."
    assert [file.path for file in picture_files((), listing_of("a"))] == [
        "docs/pictures/works.svg",
        "docs/pictures/code.svg",
    ]


def test_pictures_are_wanted_only_where_the_readme_has_a_place_for_them() -> None:
    papers = "<!-- bot:papers -->\n<!-- /bot:papers -->\n"

    assert not shows_pictures(papers)
    assert shows_pictures("<!-- bot:badges -->\n<!-- /bot:badges -->\n" + papers)


def test_pictures_and_badges_are_sums_that_a_suggestion_leaves_alone() -> None:
    case = example("table")
    blocks = ("badges", "picture", "papers")
    document = "".join(f"<!-- bot:{name} -->\n<!-- /bot:{name} -->\n" for name in blocks)

    catalog = Catalog(schema_version=1, papers=case.catalog.papers)
    made = fresh({"README.md": document}, catalog, case.listing)

    assert list(made.local) == ["README.md"]
    assert "docs/pictures" not in made.local["README.md"]
    assert made.whole["README.md"].count("docs/pictures") == 5
    assert list(made.whole)[1:] == [
        f"docs/pictures/{name}.svg"
        for name in ("years-light", "years-dark", "works", "code", "changed")
    ]
