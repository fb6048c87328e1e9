"""Does each style show exactly what an entry says, whatever it says?"""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.lists.listing import Column, LayoutName, Readme
from bot.model.papers.paper import Link, Paper, Venue
from bot.people.name import spoken
from bot.render.readme.layouts import LAYOUTS
from bot.render.readme.layouts.table import HEADINGS
from bot.render.work import FIELDS, named_title
from tests.render.cmark import shown
from tests.render.nasty import as_read, is_inert, texts

lines = texts.map(as_read).filter(lambda line: bool(line.strip()))
LINKS = (
    Link(kind="code", url="https://github.com/a/b"),
    Link(kind="paper", url="https://a.org/(x&copy;=$1"),
    Link(kind="video", url="https://a.org/_v_*w*"),
)
ADDRESSES = sorted(link.url for link in LINKS)
ALL = Readme(
    columns=(
        *("title", "kind", "authors", "affiliations", "venue", "date", "code", "keywords"),
        *("citations", "note"),
    )
)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    title = draw(lines)
    return Paper(
        id="x",
        title=title,
        short_name=draw(st.sampled_from([None, title, title.partition(" ")[0]]) | lines),
        category="c",
        authors=(draw(lines), draw(lines)),
        affiliations=(draw(lines),),
        venue=Venue(name=draw(lines), year=2023),
        keywords=(draw(lines), draw(lines)),
        note=draw(lines),
        links=LINKS,
    )


def named(paper: Paper) -> str:
    short = paper.short_name
    if not short or short == paper.title:
        return paper.title
    begins = paper.title.startswith((f"{short}: ", f"{short} "))
    plain = short[0].isalnum() and short[-1].isalnum()
    return paper.title if begins and plain else f"{short}: {paper.title}"


def beside(paper: Paper) -> str:
    """Give a title that is no link as it is shown, its short name before it."""
    short = paper.short_name
    begins = short and paper.title.startswith(f"{short}: ")
    if not short or short == paper.title or (begins and named(paper) == paper.title):
        return paper.title
    return f"({short}) {paper.title}"


@pytest.mark.parametrize(
    ("title", "shown_as"),
    [
        ("Orca: A Serving System", "[**Orca**: A Serving System](https://a.org)"),
        ("Orca 2.0: More", "[**Orca** 2.0: More](https://a.org)"),
        ("Orca", "[Orca](https://a.org)"),
        ("Orca-2: More", "**Orca**: [Orca-2: More](https://a.org)"),
        ("A Serving System", "**Orca**: [A Serving System](https://a.org)"),
    ],
)
def test_a_title_that_begins_with_the_short_name_does_not_repeat_it(
    title: str, shown_as: str
) -> None:
    paper = Paper(id="x", title=title, short_name="Orca", category="c")

    assert named_title(paper, "https://a.org") == shown_as


@pytest.mark.parametrize("name", ["Mélange", "λScale", "E²-LLM", "PanGu-Σ", "盘古"])
def test_letters_of_any_alphabet_are_letters(name: str) -> None:
    paper = Paper(id="x", title=f"{name}: A Serving System", short_name=name, category="c")

    row = named_title(paper, "https://a.org")

    assert row == f"[**{name}**: A Serving System](https://a.org)"
    assert [each.text for each in shown(row, "a")] == [f"{name}: A Serving System"]
    assert [each.text for each in shown(row, "strong")] == [name]


@settings(max_examples=300, deadline=None)
@given(papers())
def test_a_row_has_a_cell_for_each_column_and_nothing_else(paper: Paper) -> None:
    cells = shown(LAYOUTS["table"].body([paper, paper], ALL), "td")

    assert [cell.text for cell in cells[:10]] == [
        f"{named(paper)} [video]",
        "paper",
        ", ".join(map(spoken, paper.authors)),
        paper.affiliations[0],
        f"{paper.venue}",
        "",
        "code",
        ", ".join(paper.keywords),
        "",
        paper.note,
    ]
    assert len(cells) == 20
    assert all(is_inert(cell, "a", "strong") for cell in cells)
    addresses = [address for cell in cells[:10] for address in cell.addresses]
    assert sorted(addresses) == ADDRESSES


@pytest.mark.parametrize("name", ["bullets", "numbered", "citation"])
@settings(max_examples=100, deadline=None)
@given(papers())
def test_an_item_says_everything_once_and_does_nothing(name: LayoutName, paper: Paper) -> None:
    items = shown(LAYOUTS[name].body([paper, paper], ALL), "li")

    whole = items[0]
    assert len(items) % 2 == 0
    assert whole.text == items[len(items) // 2].text
    assert paper.title in whole.text
    assert paper.venue
    assert paper.venue.name in whole.text
    assert sorted(whole.addresses) == ADDRESSES
    assert is_inert(whole, "a", "strong", "ins", "ul", "li", "p")


@settings(max_examples=100, deadline=None)
@given(papers())
def test_capabilities_stand_in_columns_of_their_own(paper: Paper) -> None:
    able = paper.model_copy(update={"capabilities": ("inference",)})

    cells = shown(LAYOUTS["citation"].body([able], ALL), "td")

    assert [cell.text for cell in cells[1:]] == ["❌", "✅", "❌"]
    assert able.venue
    assert cells[0].text == f"{beside(able)}, {able.venue.name}, 2023 [Code] [Paper] [Video]"


def test_what_has_no_column_of_its_own_stands_beside_the_title() -> None:
    paper = Paper(
        id="x",
        title="A Title",
        category="c",
        venue=Venue(name="ICML", year=2023),
        links=(
            Link(kind="blog", url="https://a.org/blog"),
            Link(kind="code", url="https://a.org/code"),
        ),
    )

    assert LAYOUTS["table"].row(paper, Readme(columns=("title",))) == (
        r"| [A Title](https://a.org/blog) \[ICML 2023\] [[blog](https://a.org/blog)] "
        "[[code](https://a.org/code)] |"
    )


def test_of_many_authors_the_first_three_are_shown() -> None:
    paper = Paper(id="x", title="T", category="c", authors=tuple("ABCDEF"))

    assert LAYOUTS["table"].row(paper, Readme(columns=("authors",))) == "| A, B, C, et al. |"


def test_every_style_of_the_configuration_is_there() -> None:
    assert tuple(LAYOUTS) == get_args(LayoutName)


def test_every_column_of_the_configuration_has_a_heading_and_a_text() -> None:
    assert set(HEADINGS) == set(FIELDS) == set(get_args(Column))
