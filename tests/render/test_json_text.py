"""Does the JSON document hold the whole list?"""

import json

from bot.model.papers.paper import Paper
from bot.render.export.json_text import json_text
from tests.render import hostile


def test_the_document_holds_list_categories_and_works() -> None:
    read = json.loads(json_text(hostile.CATALOG, hostile.LISTING))

    assert list(read) == ["title", "introduction", "repository", "url", "categories", "papers"]
    assert read["url"] == hostile.LISTING.site.url
    assert read["categories"][1] == {
        "slug": "below",
        "path": [f"Top {hostile.MARKUP}", f"Below {hostile.MARKUP}"],
        "description": None,
    }
    again = tuple(Paper.model_validate_json(json.dumps(each)) for each in read["papers"])
    assert again == hostile.CATALOG.papers
