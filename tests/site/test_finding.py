"""What does the search find for a question, and is what is meant on top?"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.flows.local.outputs.site import ASSETS, build
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.render.site import pages
from bot.store import files, folder
from tests.bench import search

ROOT = Path(__file__).parents[2]
AT_LEAST = 0.95

LISTING = Listing(
    schema_version=1,
    title="A list of papers",
    introduction="What the tests of the search read.",
    categories=(
        Category(slug="cache", title="Key-Value Cache"),
        Category(slug="evict", title="Choosing Tokens", parent="cache", description="By saliency."),
        Category(slug="other", title="Everything Else"),
    ),
)


def work(number: int, title: str, category: str = "other", **more: object) -> Paper:
    """Give a work of this number; the newest, with the highest number, comes first."""
    return Paper.model_validate(
        {
            "id": f"work-{number}",
            "title": title,
            "category": category,
            "date": f"2020-{number:02}",
            "added": "2026-01-02",
            **more,
        }
    )


CATALOG = Catalog(
    schema_version=1,
    papers=(
        work(1, "Keeping Heavy Hitters", "evict", authors=("Anna Weiß", "Łukasz Żak")),
        work(2, "FlashDecoding: Quantized Decoders in Parallel", short_name="FlashDecoding"),
        work(
            3,
            "Sparse Mixture-of-Experts Serving",
            ids=("arxiv:2309.06180",),
            venue=Venue(name="OSDI", year=2021),
        ),
        work(4, "GPT-4 and MoE, Measured", ids=("arxiv:2309.06181",)),
        work(5, "大语言模型的推理加速"),
        work(6, "A Scheduler for Fair Queues", links=(Link(kind="paper", url="https://e.org/q/"),)),
        work(7, "Queues without a Scheduler, for Flash Memory", authors=("Jo Ångström",)),
    ),
)
FOUND = [
    ("kv cache", [1]),
    ("KVCache", [1]),
    ("kv-cache hitter", [1]),
    ("saliency", [1]),
    ("WEISS", [1]),
    ("lukasz zak", [1]),
    ("flash decoding", [2]),
    ("flashdecod", [2]),
    ("quantization", [2]),
    ("quantizing the decoder", [2]),
    ("mixture of experts", [3, 4]),
    ("moes", [4, 3]),
    ("osdi 2021", [3]),
    ("gpt4", [4]),
    ("gpt 4", [4]),
    ("GPT-5", []),
    ("推理", [5]),
    ("语言模型 加速", [5]),
    ("schedulers", [6, 7]),
    ("shcedule", [6, 7]),
    ("fairly scheduling", [6]),
    ('"scheduler for fair"', [6]),
    ("“a scheduler” queue", [6, 7]),
    ("angstrom", [7]),
    ("2309.06180", [3]),
    ("2309.06182", []),
    ("arXiv: 2309.06181v2", [4]),
    ("https://www.arxiv.org/pdf/2309.06180v3.pdf#page=2", [3]),
    ("http://e.org/q?utm_source=x", [6]),
    ("sparse https://arxiv.org/abs/2309.06180", [3]),
]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Give the front page of the small list above."""
    target = tmp_path_factory.mktemp("found")
    assets = [FileText(f"assets/{name}", files.read(ASSETS, name)) for name in pages.ASSETS]
    folder.replace(target, [*assets, *pages.site_files(CATALOG, LISTING)])
    opened = browser.new_page()
    opened.goto((target / "index.html").as_uri())
    return opened


@pytest.mark.parametrize(("question", "works"), FOUND)
def test_a_question_finds_the_works_that_hold_all_its_words(
    question: str, works: list[int], page: Page
) -> None:
    page.get_by_role("searchbox").fill(question)

    expect(page.locator("#status")).to_contain_text(f"{len(works)} of {len(CATALOG.papers)}")
    links = page.locator(".works li.most").first.locator("xpath=preceding-sibling::li//a[1]")
    shown = links if page.locator(".works li.most").count() else page.locator("a.title")
    found = shown.evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert found == [f"paper/work-{number}.html" for number in works]


def test_works_with_most_of_the_words_stand_behind_those_with_all_and_are_said_to(
    page: Page,
) -> None:
    page.get_by_role("searchbox").fill("a scheduler for flash queues")

    expect(page.locator("#status")).to_have_text("1 of 7, and 1 with most of the words")
    assert page.locator(".works li").all_inner_texts()[1] == "With most of the words"


def test_where_no_work_has_all_words_the_nearest_are_shown_and_said_to_be(page: Page) -> None:
    page.get_by_role("searchbox").fill("flashdecoding vs gpt-4")

    expect(page.locator("#status")).to_have_text("0 of 7, and 2 with most of the words")
    first, *works = page.locator(".works li").all_inner_texts()
    assert first == "No work has all the words; these have most"
    assert len(works) == 2


def test_a_work_called_by_its_name_is_found_whatever_else_is_said(page: Page) -> None:
    page.get_by_role("searchbox").fill("flashdecoding heavy hitters")

    expect(page.locator("#status")).to_have_text("0 of 7, and 2 with most of the words")


@pytest.mark.parametrize("path", sorted(search.EXAMPLES.glob("*.tsv")), ids=lambda path: path.name)
def test_what_a_reader_means_is_among_the_first_three_works_of_the_shipped_list(
    path: Path, browser: Browser, tmp_path: Path
) -> None:
    build(ROOT, tmp_path / "site")
    shipped = browser.new_page()
    shipped.goto((tmp_path / "site/index.html").as_uri())

    answers = [search.answer(shipped, query) for query in search.read(path)]

    missed = [(each.query.text, each.titles) for each in answers if not each.place]
    assert len(missed) <= (1 - AT_LEAST) * len(answers), missed
