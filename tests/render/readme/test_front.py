"""Does the front page say what there is, where to begin, and what waits?"""

from bot.model.lists.listing import Category, Listing, Site, Starred
from bot.model.papers.paper import Link, Paper, Venue
from bot.render.readme.sums.browse import browse, counts
from bot.render.readme.sums.front import Around, around_blocks, start
from bot.render.readme.sums.sums import NOTHING

LISTING = Listing(
    schema_version=1,
    title="List",
    introduction="Intro.",
    starred=(
        Starred(id="two", why="read *this* first"),
        Starred(id="gone", why="not listed any more"),
        Starred(id="one", why="then this"),
    ),
    categories=(
        Category(slug="a", title="A"),
        Category(slug="below", title="Below", parent="a"),
        Category(slug="b", title="B | C"),
    ),
)
LINKS = {"a": "papers/a.md#a", "below": "papers/a.md#below", "b": "papers/b.md#b--c"}
CODE = Link(kind="code", url="https://github.com/a/b")
PAPERS = (
    Paper(id="one", title="One", category="a", also_in=("below",), date="2024", links=(CODE,)),
    Paper(id="two", title="Two", category="below", date="2015-01", kind="survey"),
    Paper(id="three", title="Three", category="b", venue=Venue(name="ICML", year=2023)),
)


def years(first: int, last: int) -> list[Paper]:
    """Make a work of each year."""
    return [
        Paper(id=f"w-{year}", title=str(year), category="b", date=str(year))
        for year in range(first, last + 1)
    ]


def test_each_value_to_browse_by_has_its_number_of_works() -> None:
    assert browse(PAPERS, LISTING, LINKS) == (
        "- **Category**: [A](papers/a.md#a) (2) · [B \\| C](papers/b.md#b--c) (1)\n"
        "- **Year**: 2024 (1) · 2015 (1)\n"
        "- **Venue**: ICML (1)\n"
        "- **Kind**: papers (2) · surveys (1)\n"
        "- **Code**: with code (1) · without (2)"
    )


def test_years_long_ago_and_rare_venues_stand_together() -> None:
    many = [
        Paper(id=f"v-{n}", title=str(n), category="b", venue=Venue(name=f"V{n:02}"))
        for n in range(15)
    ]
    lines = browse([*years(2010, 2019), *many, many[14]], LISTING, LINKS).splitlines()

    assert lines[1].endswith(" · 2013 (1) · 2012 (1) · earlier (2)")
    assert lines[2].startswith("- **Venue**: V14 (2) · V00 (1) · ")
    assert lines[2].endswith(" · V10 (1) · 3 others (3)")


def test_the_whole_is_counted_in_a_sentence() -> None:
    assert counts(PAPERS, LISTING) == (
        "**3 works** in 2 categories: 1 with code, 1 published at a venue."
    )
    dated = [
        paper.model_copy(update={"added": f"2026-01-0{n}"}) for n, paper in enumerate(PAPERS, 1)
    ]
    assert counts(dated, LISTING).endswith(" venue. Last addition: 2026-01-03.")


def test_what_the_owner_marks_stands_in_their_order_with_the_reason() -> None:
    assert start(PAPERS, LISTING) == (
        "1. Two: read \\*this\\* first\n1. [One](https://github.com/a/b): then this"
    )
    assert start((), LISTING) == NOTHING


def test_values_to_browse_by_lead_to_the_search_where_there_are_pages() -> None:
    papers = [*PAPERS, *years(2001, 2009)]
    category, *lines = browse(papers, LISTING, LINKS, "https://list.org/x/").splitlines()

    assert category == browse(papers, LISTING, LINKS).splitlines()[0]
    assert lines[0].startswith("- **Year**: [2024](<https://list.org/x/?from=2024&to=2024>) (1) · ")
    assert lines[0].endswith("[earlier](https://list.org/x/?to=2003) (3)")
    assert lines[1] == "- **Venue**: [ICML](https://list.org/x/?venue=ICML) (1)"
    papers_and_surveys = lines[2].removeprefix("- **Kind**: ").split(" · ")
    assert papers_and_surveys == [
        "[papers](https://list.org/x/?kind=paper) (11)",
        "[surveys](https://list.org/x/?kind=survey) (1)",
    ]
    assert lines[3].endswith(" · [without](https://list.org/x/?code=0) (11)")


def test_the_day_on_which_links_were_looked_at_is_said_once_it_is_known() -> None:
    assert counts(PAPERS, LISTING, "2026-02-03").endswith(" Links last checked: 2026-02-03.")


def test_what_nobody_knows_is_left_as_it_stands() -> None:
    assert around_blocks(LISTING, Around()) == {}
    named = LISTING.model_copy(update={"site": Site(url="https://list.org/x/")})
    assert around_blocks(LISTING, Around("https://other.org")) == {
        "search": "[Search the list](https://other.org)"
    }
    assert around_blocks(named, Around("https://other.org", 1)) == {
        "search": "[Search the list](https://list.org/x/)",
        "queue": "[1 suggestion is open](../../issues?q=is%3Aissue+is%3Aopen+label%3Asuggestion).",
    }
    many = around_blocks(LISTING, Around(waiting=1200))["queue"]
    assert many.startswith("[1,200 suggestions are open](")
