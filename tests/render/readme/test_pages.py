"""Does a long list stand whole on its categories' pages, with a front page that leads there?"""

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import InvalidError
from bot.markdown.anchors import anchors
from bot.model.lists.listing import Category, LayoutName, Listing, Readme
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.render.readme.documents.documents import paths, size_warnings
from bot.render.readme.patch import patched
from bot.render.readme.readme import fresh
from bot.render.readme.sums.front import SHOWN
from tests.render.cmark import headings, shown
from tests.render.readme.test_readme import catalogs

README = "README.md"
FRONT = "# A list\n" + "".join(
    f"\n<!-- bot:{name} -->\n<!-- /bot:{name} -->\n"
    for name in ("summary", "contents", "recent", "published", "papers")
)
LISTING = Listing(
    schema_version=1,
    title="A list",
    introduction="What it is.",
    readme=Readme(pages=True),
    categories=(
        Category(slug="serving", title="Serving", description="Many requests."),
        Category(slug="batching", title="Batching", parent="serving"),
        Category(slug="attention", title="Attention & more"),
        Category(slug="kernels", title="Kernels", parent="attention"),
        Category(slug="empty", title="Empty"),
    ),
)
SERVING, ATTENTION = "papers/serving.md", "papers/attention.md"


def work(number: int, category: str, *also: str) -> Paper:
    """Make a work; those of a higher number are newer."""
    return Paper(
        id=f"w-{number}",
        title=f"W {number}",
        category=category,
        also_in=also,
        date=f"20{number:02}",
        venue=Venue(name="ICML", year=2023) if number % 2 else None,
        links=(Link(kind="code", url=f"https://github.com/a/w-{number}"),),
    )


def listed(*papers: Paper) -> Catalog:
    """Make a list of works."""
    return Catalog(schema_version=1, papers=tuple(sorted(papers, key=lambda paper: paper.id)))


EIGHT = listed(
    *(work(number, "batching") for number in range(1, 8)), work(20, "serving", "kernels")
)


def test_each_top_category_has_a_page_with_all_below_it() -> None:
    made = fresh({README: FRONT}, EIGHT, LISTING)

    assert list(made.local) == [README, SERVING, ATTENTION, "papers/empty.md"]
    assert made.whole[ATTENTION] == (
        "<!-- bot:contents -->\n\n"
        "[A list](../README.md) / Attention & more · [Suggest a paper]"
        "(<../../../issues/new?template=paper.yml&category=Attention%20%26%20more>)\n\n"
        "- [Kernels](#kernels)\n\n"
        "<!-- /bot:contents -->\n\n"
        "<!-- bot:summary -->\n\n"
        "Entries: 1, 1 with code, 0 published, since 2020.\n\n"
        "<!-- /bot:summary -->\n\n"
        "<!-- bot:search -->\n<!-- /bot:search -->\n\n"
        "<!-- bot:papers -->\n\n"
        "## Attention & more\n\n"
        "### Kernels\n\n"
        "| Title | Venue | &nbsp;&nbsp;&nbsp;Date&nbsp;&nbsp;&nbsp; | Code |\n"
        "| --- | --- | --- | --- |\n"
        "| [W 20](https://github.com/a/w-20) |  | 2020 | [code](https://github.com/a/w-20) |\n\n"
        "<!-- /bot:papers -->\n"
    )


def test_the_front_page_shows_the_newest_of_each_category_and_leads_to_all() -> None:
    made = fresh({README: FRONT}, EIGHT, LISTING).whole[README]

    serving = made.partition("## Serving\n\n")[2].partition("\n\n## ")[0]
    assert serving.startswith("Many requests.\n\n| Title |")
    rows = [line.split("]")[0] for line in serving.splitlines() if line.startswith("| [")]
    assert rows == ["| [W 20", "| [W 7", "| [W 6", "| [W 5", "| [W 4"]
    assert len(rows) == SHOWN
    assert serving.endswith("\n\n[All 8 in Serving](papers/serving.md#serving)")
    assert "## Empty\n\n[No entries yet in Empty](papers/empty.md#empty)" in made


def test_every_link_from_the_front_page_leads_to_its_heading() -> None:
    made = fresh({README: FRONT}, EIGHT, LISTING).whole
    items = [*shown(made[README], "ul"), *shown(made[README], "p"), *shown(made[README], "td")]
    found = {unquote(address) for item in items for address in item.addresses}
    inside = [address.split("#") for address in sorted(found) if "papers/" in address]

    assert {path for path, _ in inside} == {SERVING, ATTENTION, "papers/empty.md"}
    for path, anchor in inside:
        assert anchor in anchors(headings(made[path]))


def test_a_suggestion_changes_its_categorys_page_alone() -> None:
    texts = fresh({README: FRONT}, EIGHT, LISTING).whole
    after = listed(*EIGHT.papers, work(21, "kernels"))

    made = patched(texts, EIGHT, after, LISTING)

    assert list(made) == [ATTENTION]
    lines = made[ATTENTION].splitlines()
    link = "https://github.com/a/w-21"
    lines.remove(f"| [W 21]({link}) | ICML 2023 | 2021 | [code]({link}) |")
    assert lines == texts[ATTENTION].splitlines()
    assert fresh(texts, after, LISTING).local == texts | made


def test_a_work_in_two_categories_changes_both_pages() -> None:
    texts = fresh({README: FRONT}, EIGHT, LISTING).whole
    after = listed(*EIGHT.papers[:-1])
    (gone,) = set(EIGHT.papers) - set(after.papers)

    made = patched(texts, EIGHT, after, LISTING)

    wanted = {f"papers/{slug}.md" for slug in ("serving", "attention")}
    assert set(made) <= wanted
    assert (len(made) == 2) == bool(gone.also_in)


@settings(max_examples=40, deadline=None)
@given(
    before=catalogs(),
    after=catalogs(),
    layout=st.sampled_from(["table", "bullets", "numbered", "citation"]),
    made=st.booleans(),
)
def test_patching_fresh_pages_gives_what_making_them_anew_gives(
    before: Catalog, after: Catalog, layout: LayoutName, *, made: bool
) -> None:
    listing = Listing(
        schema_version=1,
        title="A list",
        introduction="What it is.",
        readme=Readme(layout=layout, pages=True),
        categories=(
            Category(slug="a", title="One"),
            Category(slug="b", title="One", parent="a"),
            Category(slug="c", title="Three"),
            Category(slug="d", title="Four", parent="c"),
        ),
    )
    # Also where nobody has made the pages yet.
    texts = fresh({README: FRONT}, before, listing).whole if made else {README: FRONT}

    changed = patched(texts, before, after, listing)

    wanted = fresh(texts, after, listing).local
    assert changed.items() <= wanted.items()
    assert README not in changed
    if made:
        assert texts | changed == wanted


def test_what_the_owner_wrote_on_a_page_stays_and_counts_for_the_anchors() -> None:
    texts = fresh({README: FRONT}, EIGHT, LISTING).whole
    owned = "# Kernels\n\nWritten by a person.\n\n" + texts[ATTENTION].replace("\n", "\r\n")

    made = fresh(texts | {ATTENTION: owned}, EIGHT, LISTING)

    assert made.local[ATTENTION] == owned.replace("(#kernels)", "(#kernels-1)")
    assert "(papers/attention.md#kernels-1)" in made.local[README]


def test_a_fault_of_a_pages_marks_is_told_with_its_path() -> None:
    texts = {README: FRONT, SERVING: "<!-- bot:papers -->\n"}
    with pytest.raises(InvalidError) as raised:
        fresh(texts, EIGHT, LISTING)
    assert [problem.field for problem in raised.value.problems] == ["papers/serving.md:1"]


def test_a_document_near_the_limit_says_what_to_do() -> None:
    short = LISTING.model_copy(update={"readme": Readme()})
    small = dict.fromkeys(paths(LISTING), "x" * 400 * 1024)
    assert list(size_warnings(small, LISTING)) == []
    (warning,) = size_warnings({README: "é" * 250 * 1024}, short)
    assert warning == (
        "README.md has 500 KiB, and GitHub shows no more than its first 500 KiB; set pages = true"
        " under [readme] in data/list.toml, and run: bot regenerate"
    )
    (warning,) = size_warnings(small | {SERVING: "x" * 450 * 1024}, LISTING)
    assert warning == (
        "papers/serving.md has 450 KiB, and GitHub shows no more than its first 500 KiB; divide"
        " this category into two top-level ones in data/list.toml"
    )
