"""What do search engines read of a work: which kind of thing it is, by whom, published where?

JSON-LD (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents) in the terms of
https://schema.org/ScholarlyArticle. A block of data is no script to a browser and nothing in it
runs; `<`, `>` and `&` are written as JSON's escapes, so that nothing in it can end it either.
"""

import json
from typing import Any

from bot.model.papers.listing import Listing
from bot.model.papers.paper import Paper
from bot.people.name import spoken
from bot.render.addresses import absolute, paper_path

TYPES = {
    "paper": "ScholarlyArticle",
    "survey": "ScholarlyArticle",
    "software": "SoftwareSourceCode",
    "blog": "BlogPosting",
    "book": "Book",
    "dataset": "Dataset",
}
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def linked_data(paper: Paper, listing: Listing) -> str:
    """Write the work's block of data for the head of its page."""
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES[paper.kind],
        "name": paper.title,
        "headline": paper.title,
        "alternateName": paper.short_name,
        "author": [{"@type": "Person", "name": spoken(author)} for author in paper.authors],
        "datePublished": paper.date,
        "isPartOf": {"@type": "CreativeWork", "name": str(paper.venue)} if paper.venue else None,
        "about": listing.by_slug[paper.category].title,
        "keywords": list(paper.keywords),
        "identifier": list(paper.ids),
        "sameAs": [link.url for link in paper.links if link.kind == "paper"],
        "url": absolute(listing, paper_path(paper.id)) if listing.site.url else None,
    }
    known = {name: value for name, value in facts.items() if value}
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return f'<script type="application/ld+json">{text}</script>'
