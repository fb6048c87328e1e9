"""Does the search find, filter and sort, and can what it found be shared?"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.render.site.front_page import SHOWN_FIRST
from bot.render.site.rows import works
from tests.render import hostile
from tests.site.conftest import Visit
from tests.site.library import CATALOG, LISTING, PAGED, SPLIT, TOOL

ALL = len(CATALOG.papers)


def titles(page: Page) -> list[str]:
    """Give the titles shown."""
    return page.locator(".works .title").all_text_contents()


def shows(page: Page, count: int) -> None:
    """Wait until so many works of all are found."""
    expect(page.locator("#status")).to_have_text(
        f"{count} of {ALL}" if count < ALL else f"All {ALL}"
    )


@pytest.mark.parametrize(
    "query", ["pagedatention", "EFFICIENT paged attention mem", "kwon sosp 2023", "2309.06180"]
)
def test_a_work_is_found_by_whatever_a_reader_remembers(query: str, visit: Visit) -> None:
    page = visit()

    page.get_by_role("searchbox").press_sequentially(query)

    expect(page.locator(".works .title").first).to_have_text(PAGED.title)


def test_results_change_with_every_letter(visit: Visit) -> None:
    page = visit()
    box = page.get_by_role("searchbox")

    box.press_sequentially("splitw")
    shows(page, 1)
    box.press("Backspace")
    box.press_sequentially("xyz")
    shows(page, 0)
    expect(page.get_by_text("Nothing matches")).to_be_visible()
    box.fill("")
    shows(page, ALL)
    expect(page.get_by_text("Nothing matches")).to_be_hidden()


def test_accents_may_be_left_out(visit: Visit) -> None:
    page = visit()

    page.get_by_role("searchbox").press_sequentially("inigo rodola")

    shows(page, 1)
    assert titles(page) == [SPLIT.title]


def test_a_result_shows_what_the_list_knows(visit: Visit) -> None:
    page = visit("index.html?q=vllm")
    shows(page, 1)

    item = page.locator(".works li")

    assert item.locator(".name").text_content() == "vLLM"
    assert item.locator(".authors").text_content() == (
        "Woosuk Kwon, Zhuohan Li, Siyuan Zhuang, et al."
    )
    assert item.locator(".cited").text_content() == "cited 1,496"
    assert item.locator(".venue").text_content() == "SOSP 2023"
    assert item.locator(".date").text_content() == "2023-09"
    assert item.locator(".paper").get_attribute("href") == PAGED.links[0].url
    assert item.locator(".code").get_attribute("href") == PAGED.links[1].url


def test_a_work_without_much_shows_nothing_empty(visit: Visit) -> None:
    page = visit("index.html?q=zippy")
    shows(page, 1)

    said = page.locator(".works li").inner_text().split("\n")
    assert list(filter(None, said)) == [f"{TOOL.title}software", "code"]


def test_filters_narrow_what_is_found(visit: Visit) -> None:
    page = visit()

    page.get_by_role("combobox", name="Category", exact=True).select_option("systems")
    shows(page, 3)
    page.get_by_label("With code").check()
    shows(page, 2)
    page.get_by_role("combobox", name="From year", exact=True).select_option("2023")
    shows(page, 1)
    page.get_by_role("combobox", name="To year", exact=True).select_option("2022")
    shows(page, 0)
    page.get_by_role("button", name="Clear").click()
    shows(page, ALL)


def test_a_work_without_a_date_is_of_no_year(visit: Visit) -> None:
    page = visit("index.html?category=systems&to=2025")
    shows(page, 2)

    assert TOOL.title not in titles(page)


def test_a_category_holds_what_is_also_in_it(visit: Visit) -> None:
    page = visit("index.html?category=caches")
    shows(page, 2)

    assert titles(page) == [SPLIT.title, PAGED.title]


def test_a_venue_or_any_venue_can_be_asked_for(visit: Visit) -> None:
    page = visit("index.html?venue=ISCA")
    shows(page, 1)

    page.get_by_role("combobox", name="Venue", exact=True).select_option("*")
    shows(page, sum(paper.venue is not None for paper in CATALOG.papers))


def choices(page: Page, name: str) -> list[str]:
    """Give the choices of a filter once their works are counted, what leaves none left out."""
    expect(page.locator("#with-code")).to_contain_text("(")
    offered = page.locator(f"select[name={name}] option").all_text_contents()
    return [choice for choice in offered if not choice.endswith(" (0)")]


def test_the_choices_are_those_that_the_list_has_with_the_works_of_each(visit: Visit) -> None:
    page = visit()

    def counted(values: Iterable[str]) -> list[str]:
        counts = Counter(values)
        return [f"{value} ({counts[value]})" for value in sorted(counts)]

    def within(slug: str) -> int:
        slugs = {slug, *(below.slug for below, _ in LISTING.tree(slug))}
        return sum(not slugs.isdisjoint((p.category, *p.also_in)) for p in CATALOG.papers)

    topics = [
        f"{chr(0x2003) * depth}{category.title} ({count})"
        for category, depth in LISTING.tree()
        if (count := within(category.slug))
    ]
    assert choices(page, "category") == ["All", *topics]
    venues = [paper.venue.name for paper in CATALOG.papers if paper.venue]
    any_venue = f"Any venue ({len(venues)})"
    assert choices(page, "venue") == ["Any or none", any_venue, *counted(venues)]
    years = [paper.date[:4] for paper in CATALOG.papers if paper.date]
    each = sorted(set(years), reverse=True)
    since = [f"{year} ({sum(other >= year for other in years)})" for year in each]
    until = [f"{year} ({sum(other <= year for other in years)})" for year in each]
    assert choices(page, "from") == ["Any", *since]
    assert choices(page, "to") == ["Any", *until]
    kinds = Counter(paper.kind.title() for paper in CATALOG.papers)
    assert choices(page, "kind") == [
        "All",
        *(f"{kind} ({kinds[kind]})" for kind in ("Paper", "Blog", "Software")),
    ]


def test_a_choice_says_how_many_of_the_works_found_it_leaves_as_the_other_filters_are(
    visit: Visit,
) -> None:
    page = visit("index.html?category=systems&code=1")
    shows(page, 2)

    expect(page.locator("#with-code")).to_have_text("With code (2)")
    assert choices(page, "category")[1:4] == [
        "Systems (2)",
        "\u2003Engines (2)",
        "\u2003Caches (1)",
    ]
    assert choices(page, "venue") == ["Any or none", "Any venue (1)", "SOSP (1)"]
    assert choices(page, "kind") == ["All", "Paper (1)", "Software (1)"]

    page.get_by_label("With code").uncheck()
    expect(page.locator("select[name=venue] option[value=ISCA]")).to_have_text("ISCA (1)")
    expect(page.locator("#with-code")).to_have_text("With code (2)")


def test_on_a_phone_what_was_asked_for_is_seen_before_what_the_list_is_about(visit: Visit) -> None:
    page = visit("index.html?q=vllm", viewport={"width": 390, "height": 844})
    shows(page, 1)

    expect(page.locator(".lead")).to_be_hidden()
    place = page.locator(".works li").first.bounding_box()
    assert place is not None
    assert place["y"] + place["height"] < 844 / 2
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".lead")).to_be_visible()


def test_keys_lead_to_the_search_and_from_it_along_the_works(visit: Visit) -> None:
    page = visit("index.html?category=systems&sort=title")
    shows(page, 3)

    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("a/b")
    assert page.get_by_role("searchbox").input_value() == "a/b"
    page.get_by_role("searchbox").fill("")
    shows(page, 3)
    for title in (TOOL.title, PAGED.title, SPLIT.title, SPLIT.title):
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("link", name=title)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_one_kind_of_works_can_be_asked_for(visit: Visit) -> None:
    page = visit()

    page.get_by_role("combobox", name="Kind", exact=True).select_option("software")

    shows(page, 1)
    assert titles(page) == [TOOL.title]


def test_works_are_sorted_as_asked(visit: Visit) -> None:
    page = visit("index.html?category=systems")
    shows(page, 3)

    page.get_by_role("combobox", name="Sort by", exact=True).select_option("title")
    assert titles(page) == [TOOL.title, PAGED.title, SPLIT.title]
    page.get_by_role("combobox", name="Sort by", exact=True).select_option("cited")
    assert titles(page) == [PAGED.title, SPLIT.title, TOOL.title]
    page.get_by_role("combobox", name="Sort by", exact=True).select_option("date")
    assert titles(page) == [SPLIT.title, PAGED.title, TOOL.title]


def test_a_shared_address_shows_the_same_works(visit: Visit) -> None:
    page = visit()
    page.get_by_role("searchbox").press_sequentially("caches & paging")
    page.get_by_role("searchbox").fill("inference")
    page.get_by_role("combobox", name="From year", exact=True).select_option("2012")
    page.get_by_label("With code").check()
    page.get_by_role("combobox", name="Sort by", exact=True).select_option("title")
    found = titles(page)

    assert page.url.endswith("/index.html?q=inference&from=2012&code=1&sort=title")
    shared = visit(page.url)
    expect(shared.locator("#status")).to_have_text(page.locator("#status").inner_text())
    assert titles(shared) == found
    assert 1 < len(found) < ALL
    assert shared.get_by_role("searchbox").input_value() == "inference"
    assert shared.get_by_label("With code").is_checked()
    assert shared.get_by_role("combobox", name="From year", exact=True).input_value() == "2012"


def test_an_address_that_asks_for_what_there_is_not_shows_everything(visit: Visit) -> None:
    page = visit("index.html?venue=nowhere&category=__proto__&sort=constructor&from=x")

    expect(page.locator("#status")).to_have_text(f"The {SHOWN_FIRST} newest of {ALL}")
    venue = page.get_by_role("combobox", name="Venue", exact=True)
    expect(venue).to_have_js_property("selectedIndex", 0)


def test_going_back_from_a_work_shows_the_results_again(visit: Visit) -> None:
    page = visit()
    page.get_by_role("searchbox").press_sequentially("vllm")
    shows(page, 1)

    page.get_by_role("link", name=PAGED.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PAGED.title)
    page.go_back()

    shows(page, 1)
    assert titles(page) == [PAGED.title]


def test_more_works_are_shown_on_demand_and_the_keyboard_goes_on_there(visit: Visit) -> None:
    page = visit()
    more = page.get_by_role("button", name="Show more")
    assert len(titles(page)) == SHOWN_FIRST

    more.click()
    assert len(titles(page)) == 2 * SHOWN_FIRST
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == titles(page)[SHOWN_FIRST]
    while more.is_visible():
        more.click()

    assert len(titles(page)) == ALL
    assert len(set(titles(page))) == ALL


def test_results_look_exactly_as_the_works_of_the_pages_themselves(visit: Visit) -> None:
    page = visit("index.html?sort=date")
    shows(page, ALL)
    more = page.get_by_role("button", name="Show more")
    while more.is_visible():
        more.click()
    differing = """html => {
      const pages = document.createElement("template");
      pages.innerHTML = html;
      const made = [...document.querySelector("ol.works").children];
      const written = [...pages.content.firstElementChild.children];
      return [made.length, written.filter((item, at) => !item.isEqualNode(made[at]))
        .map((item) => item.outerHTML)];
    }"""

    assert page.evaluate(differing, works(CATALOG.papers, "index.html")) == [ALL, []]


def test_hostile_texts_are_shown_as_texts_in_results(visit: Visit) -> None:
    page = visit("index.html?category=below")
    shows(page, 4)

    assert set(titles(page)) == {paper.title for paper in hostile.CATALOG.papers}
    assert page.locator("main img:not(.years), main script").count() == 0


def test_a_hostile_question_in_an_address_is_only_a_question(visit: Visit) -> None:
    page = visit("index.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%00&from=%22%3E%3Cscript%3E")

    expect(page.locator("#status")).not_to_contain_text("newest")
    assert page.get_by_role("searchbox").input_value().startswith("<img src=x onerror=alert(1)>")


def test_the_search_works_from_a_disk_too(visit: Visit, site: Path) -> None:
    page = visit((site / "index.html").as_uri())

    page.get_by_role("searchbox").press_sequentially("vllm")

    shows(page, 1)
    page.get_by_role("link", name=PAGED.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PAGED.title)
