"""Do the pages hold together, with every text a text, and nothing from elsewhere?"""

import json
import posixpath
import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.lists.listing import Listing, Site
from bot.model.papers.paper import Catalog, Paper
from bot.render.arrivals import newest_first
from bot.render.site.indexes import sitemaps
from bot.render.site.kinds.paper_page import paper_pages
from bot.render.site.pages import ASSETS, site_files
from bot.render.site.parts.contents import contents
from bot.render.site.parts.page import documents, web
from bot.render.site.search_data import search_data
from tests.render import hostile
from tests.render.examples import EXAMPLES, Example, example
from tests.render.site.html import Read

WITHOUT_SITE = hostile.LISTING.model_copy(update={"site": Site()})


def files_of(catalog: Catalog, listing: Listing) -> dict[str, str]:
    """Give every file of the site by its path."""
    return {file.path: file.text for file in site_files(catalog, listing)}


def pages_of(catalog: Catalog, listing: Listing) -> dict[str, Read]:
    """Read every page of the site."""
    return {
        path: Read(text)
        for path, text in files_of(catalog, listing).items()
        if path.endswith(".html")
    }


HOSTILE = pages_of(hostile.CATALOG, hostile.LISTING)


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.name)
def test_every_link_within_the_site_leads_to_a_file_of_the_site(case: Example) -> None:
    made = files_of(case.catalog, case.listing)
    there = {*made, *(f"assets/{name}" for name in ASSETS)}

    for path, page in pages_of(case.catalog, case.listing).items():
        for element in page.elements:
            for name in ("href", "src", "srcset"):
                target = urlsplit(element.attributes.get(name, ""))
                if not target.netloc and target.path:
                    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.path))
                    assert found in there, f"{path}: {element}"


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.name)
def test_every_work_and_every_category_has_a_page(case: Example) -> None:
    made = files_of(case.catalog, case.listing)

    for paper in case.catalog.papers:
        assert paper.title in Read(made[f"paper/{paper.id}.html"]).text
        assert paper.title in Read(made[f"category/{paper.category}.html"]).text
    for category in case.listing.categories:
        assert category.title in Read(made[f"category/{category.slug}.html"]).text


def test_the_page_of_a_category_also_shows_what_stands_below_it() -> None:
    for path in ("category/top.html", "category/below.html"):
        assert all(paper.title in HOSTILE[path].text for paper in hostile.CATALOG.papers)


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_page_loads_only_the_sites_own_files_and_runs_no_inline_script(page: Read) -> None:
    for element in page.elements:
        assert not [name for name in element.attributes if name.startswith("on")]
        assert "style" not in element.attributes
        assert element.tag not in {"style", "iframe", "object", "embed", "base"}
        if element.tag in {"img", "script", "source"}:
            source = element.attributes.get("src", "")
            assert not urlsplit(source).netloc
            assert source or element.tag == "source" or element.attributes["type"].endswith("json")
        if element.tag == "link" and element.attributes["rel"] != "canonical":
            assert not urlsplit(element.attributes["href"]).netloc
        if element.tag == "a":
            assert urlsplit(element.attributes["href"]).scheme in {"", "https", "http"}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_page_says_first_what_it_may_load(page: Read) -> None:
    charset, policy = page.all("meta")[:2]

    assert charset.attributes == {"charset": "utf-8"}
    assert policy.attributes["http-equiv"] == "Content-Security-Policy"
    assert policy.attributes["content"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy.attributes["content"]


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_headings_go_down_one_level_at_a_time(page: Read) -> None:
    levels = [int(tag[1]) for tag in page.tags() if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_hostile_texts_are_read_as_they_were_written() -> None:
    for paper in hostile.CATALOG.papers:
        page = HOSTILE[f"paper/{paper.id}.html"]
        assert page.text.count(paper.title) >= 6


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60))
def test_no_text_changes_which_elements_a_page_has(text: str) -> None:
    def read(words: str) -> Read:
        paper = hostile.paper(1, f"a{words}")
        site = contents(Catalog(schema_version=1, papers=(paper,)), hostile.LISTING)
        (page,) = documents(paper_pages(site), hostile.LISTING)
        return Read(page.text)

    assert read(text).tags() == read("plain").tags()


@given(st.text(max_size=30))
def test_only_web_addresses_become_links(url: str) -> None:
    assert web(f"javascript:{url}") == web(f" https:{url}") == web(f"data:{url}") == ""


def test_linked_data_is_json_that_nothing_in_it_can_end() -> None:
    text = files_of(hostile.CATALOG, hostile.LISTING)["paper/work-0.html"]

    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)

    assert "<" not in block
    data = json.loads(block)
    assert data["@type"] == "ScholarlyArticle"
    assert data["name"] == hostile.MARKUP
    assert data["url"] == "https://owner.example/papers/paper/work-0.html"
    assert data["author"][2] == {"@type": "Person", "name": "Grace Hopper"}


def test_absolute_addresses_stand_where_they_are_asked_for_and_only_with_a_site() -> None:
    def properties(listing: Listing) -> dict[str, str]:
        page = pages_of(hostile.CATALOG, listing)["index.html"]
        return {
            each.attributes["property"]: each.attributes["content"]
            for each in page.all("meta")
            if "property" in each.attributes
        }

    assert properties(hostile.LISTING)["og:url"] == "https://owner.example/papers/"
    assert "og:url" not in properties(WITHOUT_SITE)
    assert properties(WITHOUT_SITE)["og:title"] == hostile.LISTING.title
    assert "sitemap.xml" not in files_of(hostile.CATALOG, WITHOUT_SITE)
    assert files_of(hostile.CATALOG, WITHOUT_SITE)["robots.txt"] == "User-agent: *\nAllow: /\n"


def test_the_sitemap_names_every_page() -> None:
    made = files_of(hostile.CATALOG, hostile.LISTING)

    sitemap = fromstring(made["sitemap.xml"])  # noqa: S314  (we wrote it a moment ago)
    found = [each.text for each in sitemap.iter() if each.tag.endswith("loc")]

    home = "https://owner.example/papers/"
    pages = [path for path in made if path.endswith(".html")]
    assert found == [home + ("" if path == "index.html" else path) for path in pages]
    assert made["robots.txt"].endswith(f"Sitemap: {home}sitemap.xml\n")


def test_a_sitemap_of_many_pages_is_an_index_of_several() -> None:
    paths = ["index.html", "paper/a.html", "paper/b.html", "paper/c.html", "paper/d.html"]

    made = {file.path: file.text for file in sitemaps(paths, hostile.LISTING, most=2)}

    found = {}
    for path, text in made.items():
        root = fromstring(text)  # noqa: S314  (we wrote it a moment ago)
        addresses = [each.text for each in root.iter() if each.tag.endswith("}loc")]
        found[path] = (root.tag.rpartition("}")[2], addresses)
    home = "https://owner.example/papers/"
    assert found == {
        "sitemap.xml": ("sitemapindex", [f"{home}sitemap-{number}.xml" for number in (1, 2, 3)]),
        "sitemap-1.xml": ("urlset", [home, f"{home}paper/a.html"]),
        "sitemap-2.xml": ("urlset", [f"{home}paper/b.html", f"{home}paper/c.html"]),
        "sitemap-3.xml": ("urlset", [f"{home}paper/d.html"]),
    }
    assert [file.path for file in sitemaps(paths, hostile.LISTING, most=5)] == ["sitemap.xml"]


def test_forms_are_prefilled_with_what_the_page_knows() -> None:
    def query(path: str, template: str) -> dict[str, list[str]]:
        links = (each.attributes["href"] for each in HOSTILE[path].all("a"))
        found = [link for link in links if f"template={template}" in link]
        return parse_qs(urlsplit(found[-1]).query)

    assert query("paper/work-0.html", "correction.yml")["entry"] == ["work-0"]
    option = query("category/below.html", "paper.yml")["category"][0]
    assert hostile.LISTING.category_of(option) == "below"
    assert not [path for path, page in HOSTILE.items() if "labels=" in str(page.elements)]


def test_without_a_repository_nothing_leads_to_forms() -> None:
    listing = hostile.LISTING.model_copy(update={"repository": None})

    for page in pages_of(hostile.CATALOG, listing).values():
        assert not [each for each in page.all("a") if "issues/new" in each.attributes["href"]]


def test_the_data_of_the_search_is_one_text_of_json() -> None:
    text = search_data(newest_first(hostile.CATALOG.papers), hostile.LISTING)

    head, tail = "self.LIST = JSON.parse('", "');\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    inside = text.removeprefix(head).removesuffix(tail)
    assert not re.search(r"(?<!\\)(?:\\\\)*'", inside)
    data = json.loads(re.sub(r"\\(['\\])", r"\1", inside))
    names = "fields prefixes venues topics groups spelled greek acronyms works"
    assert list(data) == names.split()
    works = [dict(zip(data["fields"], work, strict=False)) for work in data["works"]]
    ordered = newest_first(hostile.CATALOG.papers)
    assert [work["title"] for work in works] == [paper.title for paper in ordered]
    assert data["topics"][1] == ["below", f"Below {hostile.MARKUP}", 0, ""]
    assert works[0]["topics"] == [1, 0]


def test_a_list_without_works_makes_a_site() -> None:
    case = example("table")
    made = files_of(Catalog(schema_version=1, papers=()), case.listing)

    assert "No entries yet." in made[f"category/{case.listing.tree()[-1][0].slug}.html"]
    assert Read(made["index.html"]).all("picture") == []


def test_a_work_that_is_only_a_title_has_a_page() -> None:
    bare = Paper(id="bare", title="Bare", category="below")
    made = files_of(Catalog(schema_version=1, papers=(bare,)), hostile.LISTING)

    assert Read(made["paper/bare.html"]).all("h1") != []
