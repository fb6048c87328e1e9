"""How is the whole list written as one JSON document that explains itself?

Unlike data/papers.json it carries the list's title and its categories, so that a program needs no
second file. The works have the same fields there and here.
"""

import json
from typing import Any

from bot.model.papers.listing import Listing
from bot.model.papers.paper import Catalog


def json_text(catalog: Catalog, listing: Listing) -> str:
    """Write list, categories (in reading order, with the path of titles) and works."""
    whole: dict[str, Any] = {
        "title": listing.title,
        "introduction": listing.introduction,
        "repository": listing.repository,
        "url": listing.site.url,
        "categories": [
            {
                "slug": category.slug,
                "path": list(listing.path(category.slug)),
                "description": category.description,
            }
            for category, _ in listing.tree()
        ],
        "papers": [
            paper.model_dump(mode="json", exclude_defaults=True) for paper in catalog.papers
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
