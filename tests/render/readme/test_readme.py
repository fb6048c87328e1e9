"""Is README.md what data and configuration say, and does a suggestion change only its rows?"""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.markdown.anchors import anchors
from bot.model.lists.listing import Category, LayoutName, Listing, Readme
from bot.model.papers.paper import Catalog, Citations, Link, Paper, Venue
from bot.render.readme import patch
from bot.render.readme.readme import fresh, row
from tests.render.cmark import headings, shown
from tests.render.examples import EXAMPLES, Example, example

README = "README.md"
EMPTY = "# T\n" + "".join(
    f"\n<!-- bot:{name} -->\n<!-- /bot:{name} -->\n"
    for name in ("summary", "contents", "recent", "papers")
)


def readme(document: str, catalog: Catalog, listing: Listing, *, sums: bool = True) -> str:
    """Give README.md as it should be, perhaps with its sums left as they stand."""
    made = fresh({README: document}, catalog, listing)
    return (made.whole if sums else made.local)[README]


def patched(document: str, before: Catalog, after: Catalog, listing: Listing) -> str:
    """Give README.md once a suggestion made the one list of the other."""
    texts = {README: document}
    return (texts | patch.patched(texts, before, after, listing))[README]


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.name)
def test_an_example_comes_out_as_it_stands(case: Example) -> None:
    emptied = re.sub(
        r"(<!-- bot:\w+ -->\n)\n.*?(?=<!-- /bot:)", r"\1", case.readme, flags=re.DOTALL
    )

    assert emptied != case.readme
    assert readme(emptied, case.catalog, case.listing) == case.readme
    assert readme(case.readme, case.catalog, case.listing) == case.readme


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.name)
def test_every_link_of_the_contents_leads_to_its_heading(case: Example) -> None:
    contents = case.readme.split("bot:contents -->")[1].removesuffix("<!-- /")
    titles = [category.title for category, depth in case.listing.tree() if depth < 2]
    found = headings(case.readme)
    # The last heading of that name: an owner's own may stand above.
    places = dict(zip(found, anchors(found), strict=True))

    links = shown(contents, "a")

    assert [link.text for link in links] == titles
    addresses = [address for item in shown(contents, "ul")[:1] for address in item.addresses]
    assert [unquote(address) for address in addresses] == [f"#{places[each]}" for each in titles]


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.name)
def test_newlines_of_windows_are_kept_throughout(case: Example) -> None:
    document = case.readme.replace("\n", "\r\n")

    assert readme(document, case.catalog, case.listing) == document


def test_without_sums_only_rows_and_contents_are_made_anew() -> None:
    case = example("table")
    gone = Catalog(schema_version=1, papers=case.catalog.papers[1:])

    local, whole = (each[README] for each in fresh({README: case.readme}, gone, case.listing))

    assert local == readme(case.readme, gone, case.listing, sums=False)
    assert whole == readme(case.readme, gone, case.listing)
    assert "| **All** | 7 | 3 | 4 | 2022 |" in local
    assert "| **All** | 6 | 3 | 3 | 2022 |" in whole


def test_a_row_of_a_paper_is_the_row_in_the_readme() -> None:
    assert any(case.catalog.papers for case in EXAMPLES)
    for case in EXAMPLES:
        for paper in case.catalog.papers:
            assert row(paper, case.listing) in case.readme


LISTING = Listing(
    schema_version=1,
    title="T",
    introduction="I",
    categories=(
        Category(slug="a", title="One"),
        Category(slug="b", title="One", parent="a"),
        Category(slug="c", title="Three", description="About *three*."),
        Category(slug="d", title="Four", parent="b"),
    ),
)
slugs = st.sampled_from("abcd")


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    category = draw(slugs)
    number = draw(st.integers(0, 30))
    return Paper(
        id=f"p{number}",
        title=draw(st.sampled_from(["x", "X", "a|b", "<i>$`@y", "## One"])),
        short_name=draw(st.sampled_from([None, "x", "N"])),
        category=category,
        also_in=tuple(sorted(set(draw(st.lists(slugs, max_size=2))) - {category})),
        date=draw(st.sampled_from([None, "2023", "2023-05", "2024-01-01"])),
        venue=draw(st.sampled_from([None, Venue(name="ICML", year=2023)])),
        links=draw(st.sampled_from([(), (Link(kind="code", url="https://a.org/x"),)])),
        citations=draw(st.sampled_from([None, Citations(count=3, as_of="2024-01")])),
        capabilities=draw(st.sampled_from([(), ("training",)])),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    found = {paper.id: paper for paper in draw(st.lists(papers(), max_size=8))}
    return Catalog(schema_version=1, papers=tuple(found[id_] for id_ in sorted(found)))


@settings(max_examples=60, deadline=None)
@given(
    catalogs(),
    catalogs(),
    st.sampled_from(["table", "bullets", "numbered", "citation"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_patching_a_fresh_readme_gives_what_making_it_anew_gives(
    before: Catalog, after: Catalog, layout: LayoutName, newline: str
) -> None:
    look = Readme(layout=layout, columns=("title", "venue", "date", "citations"))
    listing = LISTING.model_copy(update={"readme": look})
    document = readme(EMPTY.replace("\n", newline), before, listing)

    assert patched(document, before, after, listing) == readme(document, after, listing, sums=False)
    assert patched(document, before, before, listing) == document


def test_a_suggestion_adds_one_line_and_leaves_a_persons_edits_elsewhere() -> None:
    case = example("table")
    edited = case.readme.replace("| OSDI 2022 |", "| OSDI 2022! |")
    paper = Paper(id="new", title="New", category="paging", date="2024-01")
    after = Catalog(schema_version=1, papers=(*case.catalog.papers, paper))

    made = patched(edited, case.catalog, after, case.listing)

    lines = made.splitlines()
    lines.remove("| New |  | 2024-01 |  |")
    assert lines == edited.splitlines()


def test_where_the_old_rows_are_not_found_everything_is_made_anew() -> None:
    case = example("table")
    edited = case.readme.replace("| SOSP 2023 |", "| SOSP |").replace("| OSDI 2022 |", "| OSDI |")
    paper = Paper(id="new", title="New", category="paging", date="2024-01")
    after = Catalog(schema_version=1, papers=(*case.catalog.papers, paper))

    made = patched(edited, case.catalog, after, case.listing)

    assert made == readme(case.readme, after, case.listing, sums=False)


def test_newest_come_first_and_undated_last_and_ties_are_settled() -> None:
    dated = [("e", "2023"), ("b", "2023"), ("c", "2023-05"), ("a", None), ("d", "2024")]
    catalog = Catalog(
        schema_version=1,
        papers=tuple(
            Paper(id=id_, title={"b": "Same", "e": "same"}.get(id_, id_), category="a", date=date)
            for id_, date in dated
        ),
    )
    look = Readme(columns=("title", "date"))

    made = readme(EMPTY, catalog, LISTING.model_copy(update={"readme": look}))

    rows = made.partition("| --- | --- |\n")[2].partition("\n\n")[0].splitlines()
    assert rows == [
        "| d | 2024 |",
        "| c | 2023-05 |",
        "| Same | 2023 |",
        "| same | 2023 |",
        "| a |  |",
    ]
