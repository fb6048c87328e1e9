"""Does the JSON document hold the whole list?"""

import json

from bot.model.papers.paper import Paper
from bot.render.export.exports import EXPORTS
from tests.render import hostile


def test_the_document_holds_list_categories_and_works() -> None:
    read = json.loads(EXPORTS["json"].text(hostile.CATALOG, hostile.LISTING))

    names = "title introduction repository url license license_url categories papers"
    assert list(read) == names.split()
    assert read["url"] == hostile.LISTING.site.url
    assert read["license_url"] == "https://spdx.org/licenses/CC-BY-4.0.html"
    assert read["categories"][1] == {
        "slug": "below",
        "path": [f"Top {hostile.MARKUP}", f"Below {hostile.MARKUP}"],
        "description": None,
    }
    again = tuple(Paper.model_validate_json(json.dumps(each)) for each in read["papers"])
    assert again == hostile.CATALOG.papers


def test_each_work_stands_on_a_line() -> None:
    lines = EXPORTS["json"].text(hostile.CATALOG, hostile.LISTING).splitlines()

    start, end = lines.index('"papers": ['), lines.index("]")
    read = [json.loads(line.removesuffix(",")) for line in lines[start + 1 : end]]
    assert [work["id"] for work in read] == [paper.id for paper in hostile.CATALOG.papers]


def test_the_document_of_a_category_holds_its_works_and_leads_to_its_page() -> None:
    whole = hostile.CATALOG.papers
    above = whole[0].model_copy(update={"category": "top", "also_in": ()})
    catalog = hostile.CATALOG.model_copy(update={"papers": (above, *whole[1:])})

    def ids(slug: str) -> list[str]:
        read = json.loads(EXPORTS["json"].text(catalog, hostile.LISTING, slug))
        return [paper["id"] for paper in read["papers"]]

    below = json.loads(EXPORTS["json"].text(catalog, hostile.LISTING, "below"))
    assert below["title"] == f"List {hostile.MARKUP}: Below {hostile.MARKUP}"
    assert below["url"] == "https://owner.example/papers/category/below.html"
    assert (ids("top"), ids("below")) == (ids(""), ids("")[1:])
