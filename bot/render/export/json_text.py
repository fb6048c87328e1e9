"""How is the whole list written as one JSON document that explains itself?

Unlike data/papers.json it carries the list's title and its categories, so that a program needs no
second file. The works have the same fields there and here,
but for how the README shows them.
"""

import json
from typing import Any

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.addresses import absolute
from bot.render.export.scope import heading, introduction, license_address, page_of, within


def json_text(catalog: Catalog, listing: Listing, slug: str = "") -> str:
    """Write list, categories (in reading order, with the path of titles) and works.

    For a category, `url` is that of its page and only its works are there.
    """
    page = absolute(listing, page_of(slug)) if listing.site.url and slug else listing.site.url
    whole: dict[str, Any] = {
        "title": heading(listing, slug),
        "introduction": introduction(listing, slug),
        "repository": listing.repository,
        "url": page,
        "license": listing.license,
        "license_url": license_address(listing) or None,
        "categories": [
            {
                "slug": category.slug,
                "path": list(listing.path(category.slug)),
                "description": category.description,
            }
            for category, _ in listing.tree()
        ],
        "papers": [
            paper.model_dump(mode="json", exclude_defaults=True, exclude={"printed"})
            for paper in within(catalog, listing, slug)
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
