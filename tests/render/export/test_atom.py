"""Is the feed what RFC 4287 asks for, with ids and dates that stay?"""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from bot.model.lists.listing import Listing, Site
from bot.model.papers.paper import Catalog, Paper
from bot.render.arrivals import AT_ONCE
from bot.render.export.atom import NAMESPACE, NEWEST, atom
from tests.render import hostile

SPACE = {"a": NAMESPACE}
EMPTY = Catalog(schema_version=1, papers=())
FEED = "urn:uuid:b7db12de-c799-5c93-8131-7b85f18f93d9"
WORK = "urn:uuid:9b76bc35-a833-5f0d-965b-856051408116"
MANY = "urn:uuid:e0e9772c-8be9-57f8-8253-842816e31489"
WITHOUT_SITE = hostile.LISTING.model_copy(update={"site": Site()})


def read(catalog: Catalog = hostile.CATALOG, listing: Listing = hostile.LISTING) -> Element:
    """Write a feed and parse it."""
    return fromstring(atom(catalog, listing))  # noqa: S314  (we wrote it a moment ago)


def texts(parent: Element, path: str) -> list[str]:
    """Give the texts of the elements at a path."""
    return [each.text or "" for each in parent.findall(path, SPACE)]


@pytest.mark.parametrize("listing", [hostile.LISTING, WITHOUT_SITE], ids=["with site", "without"])
@pytest.mark.parametrize("catalog", [hostile.CATALOG, EMPTY], ids=["works", "no works"])
def test_feed_and_entries_have_what_the_rfc_requires(catalog: Catalog, listing: Listing) -> None:
    feed = read(catalog, listing)

    for each in [feed, *feed.findall("a:entry", SPACE)]:
        assert len(texts(each, "a:title")) == 1
        (updated,) = texts(each, "a:updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", updated)
        (identity,) = texts(each, "a:id")
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", identity)
        assert texts(each, "a:author/a:name")
    for entry in feed.findall("a:entry", SPACE):
        assert [link.get("rel") for link in entry.findall("a:link", SPACE)] == ["alternate"]


def test_hostile_texts_are_texts() -> None:
    assert sorted(texts(read(), "a:entry/a:title")) == sorted(
        paper.title for paper in hostile.CATALOG.papers
    )


def test_a_character_that_xml_cannot_hold_breaks_nothing() -> None:
    catalog = Catalog(schema_version=1, papers=(hostile.paper(1, "A\ufffe B"),))

    assert texts(read(catalog), "a:entry/a:title") == ["A\ufffd B"]


def test_ids_differ_and_stay_whatever_list_and_works_are_called_and_wherever_they_stand() -> None:
    news = {"title": "Another", "repository": "other/name", "introduction": "New."}
    moved = hostile.LISTING.model_copy(
        update={**news, "site": Site(url="https://elsewhere.example"), "license": None}
    )
    renamed = Catalog(
        schema_version=1,
        papers=tuple(
            paper.model_copy(update={"title": f"New {paper.id}"})
            for paper in hostile.CATALOG.papers
        ),
    )

    before, after = texts(read(), ".//a:id"), texts(read(renamed, moved), ".//a:id")

    assert len(set(before)) == 5
    assert sorted(before) == sorted(after)


def test_the_newest_stand_first_and_those_without_a_day_not_at_all() -> None:
    days = ["2026-01-01", None, "2026-03-01", "2026-02-01"]
    papers = tuple(
        paper.model_copy(update={"added": day, "title": f"T {day}"})
        for paper, day in zip(hostile.CATALOG.papers, days, strict=True)
    )

    feed = read(Catalog(schema_version=1, papers=papers))

    assert texts(feed, "a:entry/a:title") == ["T 2026-03-01", "T 2026-02-01", "T 2026-01-01"]
    assert texts(feed, "a:updated") == ["2026-03-01T00:00:00Z"]


def test_ids_are_those_of_earlier_versions() -> None:
    """Another id is a new entry to every reader of the feed; change these with that in mind."""
    many = read(on_days(["2026-02-01"] * (AT_ONCE + 1)))

    assert [*texts(read(), "a:id"), *texts(read(), "a:entry/a:id")[:1]] == [FEED, WORK]
    assert texts(many, "a:entry/a:id") == [MANY]


def test_an_entry_says_all_that_a_reader_asks() -> None:
    bare = hostile.paper(1, "Plain").model_copy(update={"category": "top"})

    (said,) = texts(read(catalog_of(bare)), "a:entry/a:summary")
    assert said == f"Plain 2024 · 2024-05-06 · Top {hostile.MARKUP} · Plain · Plain"


def test_a_work_has_one_id_in_the_feeds_of_the_list_and_of_its_categories() -> None:
    def read_category(slug: str) -> Element:
        return fromstring(atom(hostile.CATALOG, hostile.LISTING, slug))  # noqa: S314  (ours)

    feeds = [read(), read_category("top"), read_category("below")]

    assert len({identity for feed in feeds for identity in texts(feed, "a:id")}) == 3
    assert len({identity for feed in feeds for identity in texts(feed, "a:entry/a:id")}) == 4
    assert [link.get("href") for link in feeds[2].findall("a:link", SPACE)] == [
        "https://owner.example/papers/category/below.html",
        "https://owner.example/papers/category/below.xml",
        "https://spdx.org/licenses/CC-BY-4.0.html",
    ]
    assert texts(feeds[2], "a:rights") == ["CC-BY-4.0"]


def test_two_lists_share_no_ids() -> None:
    other = hostile.CATALOG.papers[0].model_copy(update={"added": "2026-01-03"})

    ours, theirs = texts(read(), ".//a:id"), texts(read(catalog_of(other)), ".//a:id")

    assert set(ours).isdisjoint(theirs)


def catalog_of(*papers: Paper) -> Catalog:
    """Make a list of these works."""
    return Catalog(schema_version=1, papers=papers)


def test_a_feed_keeps_its_id_when_works_come() -> None:
    grown = catalog_of(*hostile.CATALOG.papers, hostile.paper(9, "A new one"))

    assert texts(read(), "a:id") == texts(read(grown), "a:id")


def on_days(days: list[str]) -> Catalog:
    """Make a work for each of these days on which it was added."""
    papers = [
        hostile.paper(number, f"Work {number}").model_copy(update={"added": day})
        for number, day in enumerate(days)
    ]
    return Catalog(schema_version=1, papers=tuple(papers))


def test_a_long_list_gives_a_feed_of_bounded_length() -> None:
    days = [f"20{year}-01-01" for year in range(20, 20 + NEWEST + 9)]

    assert len(texts(read(on_days(days)), "a:entry/a:id")) == NEWEST


@pytest.mark.parametrize(
    ("listing", "home"),
    [
        (hostile.LISTING, "https://owner.example/papers/"),
        (WITHOUT_SITE, "https://github.com/owner/papers"),
        (WITHOUT_SITE.model_copy(update={"repository": None}), "index.html"),
    ],
    ids=["with site", "without", "without any address"],
)
def test_what_came_in_one_go_is_one_entry_that_leads_to_the_list(
    listing: Listing, home: str
) -> None:
    many = ["2026-02-01"] * (AT_ONCE + 1)
    feed = read(on_days(["2026-01-01", *many, "2026-03-01"]), listing)

    entry = feed.findall("a:entry", SPACE)[1]
    assert texts(feed, "a:entry/a:title") == [
        f"Work {AT_ONCE + 2}",
        f"{AT_ONCE + 1} works were added in one go",
        "Work 0",
    ]
    assert texts(entry, "a:summary") == [f"Top {hostile.MARKUP}: {AT_ONCE + 1}"]
    assert texts(entry, "a:updated") == ["2026-02-01T00:00:00Z"]
    assert [link.get("href") for link in entry.findall("a:link", SPACE)] == [home]
    assert len(set(texts(feed, ".//a:id"))) == 4


def test_as_many_as_people_suggest_in_a_day_stand_each_by_itself() -> None:
    feed = read(on_days(["2026-02-01"] * AT_ONCE))

    assert len(texts(feed, "a:entry/a:title")) == AT_ONCE


def test_entries_lead_to_their_pages_or_else_to_the_works() -> None:
    def first_link(listing: Listing) -> str | None:
        link = read(listing=listing).find("a:entry/a:link", SPACE)
        return link.get("href") if link is not None else None

    assert first_link(hostile.LISTING) == "https://owner.example/papers/paper/work-0.html"
    assert first_link(WITHOUT_SITE) == "https://example.org/?a=1&b='2'"
