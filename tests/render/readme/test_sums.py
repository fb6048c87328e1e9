"""Do the blocks that tell what is new stay readable, whatever came in at once?"""

from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Paper
from bot.render.arrivals import AT_ONCE
from bot.render.readme.sums.sums import NOTHING, published, recent

LISTING = Listing(
    schema_version=1,
    title="List",
    introduction="Intro.",
    categories=(
        Category(slug="one", title="One"),
        Category(slug="two", title="Two"),
        Category(slug="below", title="Below", parent="two"),
    ),
)
LINKS = {"one": "#one", "two": "#two", "below": "#below"}


def work(number: int, added: str | None, date: str | None = None, category: str = "one") -> Paper:
    """Make a work that came onto the list and into the world on these days."""
    return Paper(
        id=f"work-{number:03}",
        title=f"Work {number:03}",
        category=category,
        added=added,
        date=date,
    )


def test_what_came_in_one_go_is_one_line_among_the_others() -> None:
    many = [work(n, "2026-02-01", category="below" if n % 3 else "one") for n in range(60)]
    papers = [*many, work(100, "2026-01-31"), work(101, "2026-02-02", category="below")]

    assert recent(papers, LISTING, LINKS) == (
        "- 2026-02-02: Work 101, in [Below](#below)\n"
        "- 2026-02-01: 60 works in one go, 40 of them in [Two](#two)\n"
        "- 2026-01-31: Work 100, in [One](#one)"
    )


def test_as_many_as_people_suggest_in_a_day_stand_each_by_itself() -> None:
    papers = [work(number, "2026-02-01") for number in range(AT_ONCE)]

    lines = recent(papers, LISTING, LINKS).split("\n")

    assert lines == [f"- 2026-02-01: Work {n:03}, in [One](#one)" for n in range(10)]


def test_works_that_got_no_day_never_came_last() -> None:
    assert recent([work(1, None, "2026-01")], LISTING, LINKS) == NOTHING


def test_the_newly_published_go_by_their_own_dates() -> None:
    papers = [
        work(1, "2026-03-01", "2017-06"),
        work(2, "2026-01-01", "2026-01-15"),
        work(3, None, "2025-12"),
        work(4, "2026-03-01"),
    ]

    assert published(papers, LISTING, LINKS) == (
        "- 2026-01: Work 002, in [One](#one)\n"
        "- 2025-12: Work 003, in [One](#one)\n"
        "- 2017-06: Work 001, in [One](#one)"
    )


def test_the_newly_published_are_as_many_as_the_recently_added() -> None:
    papers = [work(number, None, "2026-01") for number in range(12)]

    assert published(papers, LISTING, LINKS).count("\n") == 9
    assert published([], LISTING, LINKS) == NOTHING
