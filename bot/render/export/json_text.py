"""How is the whole list written as one JSON document that explains itself?

Unlike data/papers.json it carries the list's title and its categories, so that a program needs no
second file. The works have the same fields there and here,
but for how the README shows them. Each fact of the list, and each work, stands on a line.
"""

import json
from collections.abc import Mapping
from typing import Any

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.addresses import absolute
from bot.render.export.scope import heading, introduction, license_address, page_of, within


def json_text(catalog: Catalog, listing: Listing, slug: str, works: Mapping[str, str]) -> str:
    """Write list, categories (in reading order, with the path of titles) and works.

    For a category, `url` is that of its page and only its works are there.
    """
    page = absolute(listing, page_of(slug)) if listing.site.url and slug else listing.site.url
    facts: dict[str, Any] = {
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
    }
    lines = [f'"{name}": {json.dumps(fact, ensure_ascii=False)},' for name, fact in facts.items()]
    papers = ",\n".join(works[paper.id] for paper in within(catalog, listing, slug))
    return "\n".join(["{", *lines, '"papers": [', papers, "]", "}", ""])


def objects(catalog: Catalog, _: Listing) -> dict[str, str]:
    """Write every work of a list, by its id, as one object."""
    return {
        paper.id: paper.model_dump_json(exclude_defaults=True, exclude={"printed"})
        for paper in catalog.papers
    }
