"""Does the search find, filter and sort, and can what it found be shared?"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from bot.model.papers.paper import Paper
from bot.render.arrivals import newest_first
from bot.render.export.bibtex import record
from bot.render.export.bibtex_keys import keys
from bot.render.site.kinds.front_page import SHOWN_FIRST
from bot.render.site.parts.page import Page as Written
from bot.render.site.parts.page import documents
from bot.render.site.parts.rows import row_writer
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
    assert list(filter(None, said)) == [f"{TOOL.title}software", TOOL.authors[0], "code", "pick"]


def facet(page: Page, name: str) -> Locator:
    """Open a filter and give its choices."""
    panel = page.locator(f".facet[data-facet={name}]")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    expect(panel.locator("label").first).to_be_visible()
    return panel


def choose(page: Page, name: str, *values: str) -> None:
    """Choose or take back values of a filter, and close it."""
    panel = facet(page, name)
    for value in values:
        box = panel.locator(f"input[value='{value}']")
        box.set_checked(not box.is_checked())
    panel.locator("summary").click()


def choices(page: Page, name: str) -> list[str]:
    """Give the choices of a filter as they are shown, each with its number of works."""
    shown = facet(page, name).locator("li").all_inner_texts()
    return [" ".join(each.split()) for each in shown]


def test_filters_narrow_what_is_found(visit: Visit) -> None:
    page = visit()

    choose(page, "category", "systems")
    shows(page, 3)
    choose(page, "code", "1")
    shows(page, 2)
    facet(page, "year").get_by_label("From year").select_option("2023")
    shows(page, 1)
    facet(page, "year").get_by_label("To year").select_option("2022")
    shows(page, 0)
    page.get_by_role("button", name="Clear").click()
    shows(page, ALL)


def test_of_one_filter_several_values_may_be_chosen_and_each_is_taken_back_alone(
    visit: Visit,
) -> None:
    page = visit("index.html?category=systems")
    shows(page, 3)

    choose(page, "venue", "SOSP", "ISCA")
    shows(page, 2)
    assert page.url.endswith("?category=systems&venue=SOSP&venue=ISCA")
    choose(page, "category", "caches")
    choose(page, "author", "Woosuk Kwon")
    shows(page, 1)
    page.get_by_role("button", name="Take back the filter Systems").click()
    page.get_by_role("button", name="Take back the filter Woosuk Kwon").click()
    shows(page, 2)
    choose(page, "venue", "ISCA")
    shows(page, 1)
    assert page.url.endswith("?category=caches&venue=SOSP")


def at(*venues: str) -> int:
    """Count the works that were published there."""
    return sum(bool(paper.venue and paper.venue.name in venues) for paper in CATALOG.papers)


def within(*categories: str) -> list[Paper]:
    """Give the works of these categories and of those below them."""
    slugs = {below.slug for slug in categories for below, _ in LISTING.tree(slug)} | {*categories}
    return [
        paper for paper in CATALOG.papers if not slugs.isdisjoint((paper.category, *paper.also_in))
    ]


ASKED = {
    "venue=ISCA": at("ISCA"),
    "venue=%40Top+venues": at("SOSP", "ISCA"),
    "venue=%40Top+venues&venue=A+Yearless+Venue": at("SOSP", "ISCA") + 1,
    "venue=*": sum(paper.venue is not None for paper in CATALOG.papers),
    "author=Ion+Stoica": 2,
    "author=Inigo+Goiri&author=Woosuk+Kwon": 3,
    "author=et+al.": ALL,  # nobody's name
    "institution=UC+Berkeley": 1,
    "keyword=paging&keyword=this%3B+that": 2,
    "kind=software&kind=blog": 2,
    "code=0&category=systems": 1,
    "category=systems&to=2025": 2,
    "category=caches": 2,
    "category=systems&category=topic-1": len(within("systems", "topic-1")),
}


def test_an_address_asks_for_values_of_each_filter(visit: Visit) -> None:
    counted = visit().evaluate(
        """(addresses) => Start.load().then(() => addresses.map((address) => {
          history.replaceState(null, "", `?${address}`);
          return Works.filter(Facets.passes(Address.read())).length;
        }))""",
        list(ASKED),
    )

    assert dict(zip(ASKED, counted, strict=True)) == ASKED


def test_a_work_without_a_date_is_of_no_year(visit: Visit) -> None:
    page = visit("index.html?category=systems&to=2025")
    shows(page, 2)

    assert TOOL.title not in titles(page)


def test_a_category_holds_what_is_also_in_it(visit: Visit) -> None:
    page = visit("index.html?category=caches")
    shows(page, 2)

    assert titles(page) == [SPLIT.title, PAGED.title]


def test_the_choices_are_those_that_the_list_has_with_the_works_of_each(visit: Visit) -> None:
    page = visit()

    def counted(values: Iterable[str]) -> list[str]:
        counts = Counter(values)
        ordered = sorted(counts, key=lambda value: (-counts[value], value.casefold()))
        return [f"{value} {counts[value]}" for value in ordered]

    topics = [
        f"{' '.join(category.title.split())} {len(within(category.slug))}"
        for category, _ in LISTING.tree()
        if within(category.slug)
    ]
    assert choices(page, "category") == topics
    venues = [paper.venue.name for paper in CATALOG.papers if paper.venue]
    every, top, others, *each = choices(page, "venue")
    assert [every, others, top] == [
        f"Any venue {len(venues)}",
        "Others 1",
        f"Top venues {at('SOSP', 'ISCA')}",
    ]
    assert sorted(each) == sorted(" ".join(name.split()) for name in counted(venues))
    kinds = [paper.kind.title() for paper in CATALOG.papers]
    assert choices(page, "kind") == counted(kinds)
    code = sum(any(link.kind == "code" for link in paper.links) for paper in CATALOG.papers)
    assert choices(page, "code") == [f"With code {code}", f"Without code {ALL - code}"]
    assert "UC Berkeley 1" in choices(page, "institution")
    years = [paper.date[:4] for paper in CATALOG.papers if paper.date]
    since = [
        f"{year} ({sum(other >= year for other in years)})"
        for year in sorted(set(years), reverse=True)
    ]
    offered = facet(page, "year").get_by_label("From year").locator("option")
    assert offered.all_text_contents() == ["Any", *since]


def test_a_choice_says_how_many_of_the_works_found_it_leaves_as_the_other_filters_are(
    visit: Visit,
) -> None:
    page = visit("index.html?category=systems&code=1")
    shows(page, 2)

    assert choices(page, "code") == ["With code 2", "Without code 1"]
    assert choices(page, "category")[:3] == ["Systems 2", "Engines 2", "Caches 1"]
    assert choices(page, "venue") == ["Any venue 1", "Top venues 1", "SOSP 1"]
    assert choices(page, "kind") == ["Paper 1", "Software 1"]

    choose(page, "code", "1")
    assert choices(page, "venue") == ["Any venue 2", "Top venues 2", "ISCA 1", "SOSP 1"]


def test_many_choices_are_narrowed_by_typing(visit: Visit) -> None:
    page = visit()
    panel = facet(page, "author")

    panel.get_by_role("searchbox").fill("inigo")

    expect(panel.locator("li")).to_have_count(1)
    panel.get_by_role("checkbox").check()
    shows(page, 2)
    page.keyboard.press("Escape")
    expect(panel).not_to_have_attribute("open", "")
    assert {SPLIT.title, TOOL.title} == set(titles(page))


def pick(page: Page, title: str) -> None:
    """Pick a work that is shown, or put it back."""
    page.get_by_role("button", name=f"Pick: {title}", exact=True).click()


def test_picked_works_are_kept_in_the_address_with_their_bibtex(visit: Visit) -> None:
    page = visit("index.html?category=systems", permissions=["clipboard-read", "clipboard-write"])
    shows(page, 3)
    for title in (PAGED.title, SPLIT.title, TOOL.title, SPLIT.title):
        pick(page, title)
    assert page.url.endswith(f"?category=systems&picked={PAGED.id}.{TOOL.id}")
    page.get_by_role("button", name="Show only these").click()
    shows(page, 2)

    page.goto(page.url.replace("category=systems&", ""))
    shows(page, 2)
    assert set(titles(page)) == {PAGED.title, TOOL.title}
    expect(page.get_by_role("button", name=f"Pick: {TOOL.title}")).to_have_attribute(
        "aria-pressed", "true"
    )
    named = keys(CATALOG.papers)
    records = "\n".join(record(paper, named[paper.id]) for paper in (PAGED, TOOL))
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == records
    with page.expect_download() as started:
        page.get_by_role("button", name="Download BibTeX").click()
    assert started.value.suggested_filename == "papers.bib"
    assert started.value.path().read_text("utf-8") == records
    page.get_by_role("button", name="Put all back").click()
    shows(page, ALL)
    expect(page.locator("#picked")).to_be_hidden()


def test_a_work_is_picked_before_anything_was_searched(visit: Visit) -> None:
    page = visit()
    first = titles(page)[0]

    pick(page, first)

    expect(page.locator("#picked")).to_contain_text("1 picked")
    assert titles(page)[0] == first
    assert "picked=" in page.url


def test_where_nothing_was_found_no_bibtex_is_offered(visit: Visit) -> None:
    page = visit("index.html?q=zzzzqq")
    shows(page, 0)
    expect(page.locator("#picked")).to_be_hidden()


def test_where_none_is_picked_the_bibtex_is_that_of_all_that_was_found(visit: Visit) -> None:
    page = visit("index.html?q=zippy")
    shows(page, 1)

    with page.expect_download() as started:
        page.get_by_role("button", name="Download BibTeX").click()

    assert started.value.path().read_text("utf-8") == record(TOOL, keys(CATALOG.papers)[TOOL.id])


def test_who_finds_nothing_is_led_to_the_form_filled_in_with_what_was_asked(visit: Visit) -> None:
    page = visit("index.html?q=zqxjw%26qzjxw")
    shows(page, 0)
    lacks = page.get_by_role("link", name="Suggest it")

    expect(lacks).to_have_attribute("href", re.compile("template=paper.yml&title=zqxjw%26qzjxw$"))
    page.get_by_role("searchbox").fill("https://arxiv.org/abs/9912.99999")
    shows(page, 0)
    expect(lacks).to_have_attribute(
        "href", re.compile("template=paper.yml&links=https%3A%2F%2Farxiv.org%2Fabs%2F9912.99999$")
    )


def test_the_front_page_loads_little_until_somebody_searches(visit: Visit) -> None:
    page = visit()
    asked = "performance.getEntriesByType('resource').map((entry) => entry.name)"

    assert [name for name in page.evaluate(asked) if "data.js" in name] == []
    page.get_by_role("searchbox").fill("zippy")
    shows(page, 1)
    assert [name for name in page.evaluate(asked) if "data.js" in name] != []


def test_what_is_typed_while_the_search_is_loaded_stays_as_it_was_typed(
    browser: Browser, origin: str
) -> None:
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/assets/show/search.js", lambda route: held.append(route))  # noqa: PLW0108  (it keeps a mark on it)
    page.goto(f"{origin}/index.html")
    box = page.get_by_role("searchbox")

    box.press_sequentially("inigo ")
    expect(page.locator("#status")).to_have_text("Loading the search …")
    held[0].continue_()
    expect(page.locator("#status")).to_contain_text("2 of")
    box.press_sequentially("rodola")
    shows(page, 1)
    assert box.input_value() == "inigo rodola"
    page.close()


def test_a_search_that_could_not_be_loaded_says_so_and_is_tried_again(
    browser: Browser, origin: str
) -> None:
    page = browser.new_page()  # `visit` would take the refusal for a trouble
    page.route("**/assets/find/index.js", lambda route: route.abort())
    page.goto(f"{origin}/index.html")

    page.get_by_role("searchbox").fill("zippy")
    expect(page.locator("#status")).to_contain_text("could not be loaded")
    page.unroute("**/assets/find/index.js")
    page.get_by_role("searchbox").fill("zippy tool")
    shows(page, 1)
    page.close()


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

    choose(page, "kind", "software")

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
    facet(page, "year").get_by_label("From year").select_option("2012")
    choose(page, "code", "1")
    page.get_by_role("combobox", name="Sort by", exact=True).select_option("title")
    found = titles(page)

    assert page.url.endswith("/index.html?q=inference&code=1&from=2012&sort=title")
    shared = visit(page.url)
    expect(shared.locator("#status")).to_have_text(page.locator("#status").inner_text())
    assert titles(shared) == found
    assert 1 < len(found) < ALL
    assert shared.get_by_role("searchbox").input_value() == "inference"
    assert facet(shared, "code").get_by_label("With code").is_checked()
    assert facet(shared, "year").get_by_label("From year").input_value() == "2012"


def test_an_address_that_asks_for_what_there_is_not_shows_everything(visit: Visit) -> None:
    page = visit("index.html?venue=nowhere&category=__proto__&sort=constructor&from=x&picked=a.b")

    expect(page.locator("body")).not_to_have_class("asking")
    expect(page.locator("#status")).to_have_text(f"The {SHOWN_FIRST} newest of {ALL}")
    expect(page.locator("#chosen")).to_be_hidden()


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
    expect(page.locator(".works .title")).to_have_count(2 * SHOWN_FIRST)
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
      const written = [...pages.content.querySelectorAll("ol.works > li")];
      for (const button of document.querySelectorAll(".pick")) button.remove();
      return [made.length, written.filter((item, at) => !item.isEqualNode(made[at]))
        .map((item) => item.outerHTML)];
    }"""

    row = row_writer(CATALOG.papers)
    works = [row(paper.id, "") for paper in newest_first(CATALOG.papers)]
    shown = {"works": works, "steps": (), "search": "", "parts": ()}
    (whole,) = documents([Written("index.html", "All", "", "group", shown)], LISTING)
    assert page.evaluate(differing, whole.text) == [ALL, []]


def test_hostile_texts_are_shown_as_texts_in_results(visit: Visit) -> None:
    page = visit("index.html?category=below")
    shows(page, 4)

    assert set(titles(page)) == {paper.title for paper in hostile.CATALOG.papers}
    assert page.locator("main img, main script").count() == 0


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
