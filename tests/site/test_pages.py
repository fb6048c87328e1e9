"""Can everyone read the pages: without JavaScript, on a phone, in the dark, by keyboard and ear?"""

from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from bot.render.export.bibtex import record
from bot.render.export.bibtex_keys import keys
from bot.render.site.kinds.front_page import SHOWN_FIRST
from tests.render import hostile
from tests.site.conftest import Visit
from tests.site.library import CATALOG, LISTING, PAGED, TOOL

WORK = f"paper/{PAGED.id}.html"
HOSTILE = "paper/work-0.html"
KINDS = (
    *("index.html", "index.html?q=inference&code=1&picked=splitwise", "category/systems.html"),
    *("statistics.html", WORK, HOSTILE),
)
OTHERS = ("author/ion-stoica.html", "venues.html", "new.html")
# The package brings axe-core, https://github.com/dequelabs/axe-core, along.
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
PHONE: ViewportSize = {"width": 320, "height": 640}


@pytest.mark.parametrize("path", KINDS)
def test_on_a_desk_in_the_light_axe_finds_nothing_to_mend(path: str, visit: Visit) -> None:
    assert violations(visit(path)) == []


@pytest.mark.parametrize("path", [*KINDS, *OTHERS])
def test_on_a_phone_in_the_dark_axe_finds_nothing_to_mend_and_nothing_is_too_wide(
    path: str, visit: Visit
) -> None:
    page = visit(path, viewport=PHONE, color_scheme="dark")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    menu = page.get_by_role("navigation", name="Site")
    assert menu.evaluate("menu => menu.scrollWidth <= menu.clientWidth")


def violations(page: Page) -> list[tuple[str, str, str]]:
    """Name what axe-core finds wrong: the rule, how bad it is, and the first element."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    return [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in found]


def test_on_a_phone_the_filters_are_folded_until_they_are_used(visit: Visit) -> None:
    page = visit(viewport=PHONE)
    venue = page.locator(".facet[data-facet=venue] summary")
    expect(venue).to_be_hidden()

    page.get_by_text("Filters", exact=True).click()
    expect(venue).to_be_visible()

    shared = visit("index.html?venue=SOSP", viewport=PHONE)
    expect(shared.get_by_role("button", name="Take back the filter SOSP")).to_be_visible()


def test_the_page_is_dark_where_the_reader_wants_it_dark(visit: Visit) -> None:
    def brightness(scheme: str) -> int:
        page = visit(color_scheme=scheme)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))

    assert (brightness("light"), brightness("dark") < 100) == (3 * 255, True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_the_one_for_the_readers_setting(scheme: str, visit: Visit) -> None:
    page = visit("statistics.html", color_scheme=scheme)

    shown = page.url.replace("statistics.html", f"pictures/years-{scheme}.svg")
    expect(page.locator("img.years")).to_have_js_property("currentSrc", shown)


def test_without_javascript_every_work_is_reached_through_its_category(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Sort by", exact=True)).to_be_hidden()
    expect(page.locator("noscript p")).to_be_visible()
    assert page.locator(".works li").count() == SHOWN_FIRST

    found: set[str] = set()
    home = page.url.removesuffix("index.html")
    for slug in (category.slug for category in LISTING.categories if category.parent is None):
        page.goto(f"{home}category/{slug}.html")
        found |= set(page.locator(".works .title").all_text_contents())

    assert found == {paper.title for paper in CATALOG.papers}


def test_the_page_of_a_work_says_all_and_leads_on(visit: Visit) -> None:
    page = visit(WORK)

    said = page.locator("main").inner_text()
    for fact in (*PAGED.authors, "SOSP 2023", "2023-09", "UC Berkeley", "paging", "1,496"):
        assert fact in said
    assert page.locator("pre").inner_text() == record(PAGED, keys([PAGED])[PAGED.id]).strip()
    correction = page.get_by_role("link", name="Correct it").get_attribute("href")
    assert correction == (
        "https://github.com/owner/papers/issues/new?template=correction.yml&entry=paged-attention"
    )
    page.get_by_role("link", name="paging").click()
    expect(page.locator("#status")).to_have_text(f"1 of {len(CATALOG.papers)}")
    page.go_back()
    page.get_by_label("Where this is").get_by_role("link", name="Systems").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Systems")


def test_bibtex_is_copied_at_a_press(visit: Visit) -> None:
    page = visit(WORK, permissions=["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy BibTeX").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == record(PAGED, keys([PAGED])[PAGED.id]).strip()


def test_where_nothing_may_be_copied_the_text_is_selected(visit: Visit) -> None:
    page = visit(WORK)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")

    page.get_by_role("button", name="Copy BibTeX").click()

    expect(page.get_by_role("button", name="Selected")).to_be_visible()
    assert page.evaluate("getSelection().toString()").startswith("@inproceedings{")


@pytest.mark.parametrize("paper", hostile.CATALOG.papers, ids=lambda paper: paper.id)
def test_hostile_titles_and_notes_are_texts(paper: object, visit: Visit) -> None:
    work = next(each for each in hostile.CATALOG.papers if each is paper)
    page = visit(f"paper/{work.id}.html")

    assert page.get_by_role("heading", level=1).text_content() == work.title
    assert work.note in page.locator("dd").all_text_contents()
    assert page.locator("body img, body script").count() == 0


def test_the_policy_stops_a_script_that_slipped_in(visit: Visit, origin: str) -> None:
    page = visit().context.new_page()  # `visit` would take the refusal for a trouble
    page.goto(f"{origin}/index.html")

    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.ran = true'}))"
    )

    assert page.evaluate("window.ran") is None


def test_everything_can_be_done_by_keyboard(visit: Visit) -> None:
    page = visit()

    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "q"
    page.keyboard.type("zippy")
    expect(page.locator("#status")).to_contain_text("1 of")
    page.keyboard.press("Tab")
    assert focused(page) == "Category"
    for _ in range(8):
        page.keyboard.press("Tab")
    assert focused(page) == "Clear"
    page.keyboard.press("Tab")
    assert focused(page) == "sort"
    for _ in range(2):  # over the ways to take the BibTeX away
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == TOOL.title
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(TOOL.title)


def focused(page: Page) -> str:
    """Name what has the focus: a field by its name, all else by its text."""
    name: str = page.evaluate("document.activeElement.name || document.activeElement.textContent")
    return name


def test_the_front_page_says_how_much_there_is(visit: Visit) -> None:
    page = visit()

    assert page.title() == LISTING.title
    expect(page.locator(".counts")).to_contain_text(f"{len(CATALOG.papers)} works")
    expect(page.locator("#categories")).to_contain_text("Systems 3")


@pytest.mark.parametrize("width", [720, 1000])
def test_an_open_filter_stays_within_the_page(width: int, visit: Visit) -> None:
    page = visit(viewport={"width": width, "height": 800})

    for facet in page.locator(".facet").all():
        facet.locator("summary").click()
        expect(facet.locator("label").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
