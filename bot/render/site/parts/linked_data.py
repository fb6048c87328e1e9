"""What do search engines read of a work: which kind of thing it is, by whom, published where?

JSON-LD (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents) in the terms of
https://schema.org/ScholarlyArticle.
"""

from typing import Any

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.people.name import is_group, spoken
from bot.render.addresses import absolute, paper_path
from bot.render.export.scope import license_address
from bot.venues.names import JOURNAL_NAMES

_TYPES: dict[str, str] = {
    "paper": "ScholarlyArticle",
    "survey": "ScholarlyArticle",
    "software": "SoftwareSourceCode",
    "blog": "BlogPosting",
    "book": "Book",
    "dataset": "Dataset",
    "model": "CreativeWork",
    "talk": "CreativeWork",
    "thesis": "Thesis",
}
# What schema.org calls the link to the code: software is it, an article only leads to it.
_CODE = {"SoftwareSourceCode": "codeRepository"}


def linked_data(paper: Paper, listing: Listing) -> dict[str, Any]:
    """Give what is known of the work, to stand as JSON in the head of its page."""
    kind = _TYPES[paper.kind]
    code = [link.url for link in paper.links if link.kind == "code"]
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": paper.title,
        "headline": paper.title,
        "alternateName": paper.short_name,
        "author": [_author(author) for author in paper.people],
        "datePublished": paper.date,
        "isPartOf": _place(paper),
        "about": listing.by_slug[paper.category].title,
        "keywords": list(paper.keywords),
        "identifier": list(paper.ids),
        "sameAs": [link.url for link in paper.links if link.kind == "paper"],
        _CODE.get(kind, "workExample"): code,
        "url": absolute(listing, paper_path(paper.id)) if listing.site.url else None,
        "sdLicense": license_address(listing),
    }
    return {name: value for name, value in facts.items() if value}


def _author(name: str) -> dict[str, str]:
    """Tell a group from a person."""
    return {"@type": "Organization" if is_group(name) else "Person", "name": spoken(name)}


def _place(paper: Paper) -> dict[str, str] | None:
    if paper.venue is None:
        return None
    if paper.venue.name in JOURNAL_NAMES:
        return {"@type": "Periodical", "name": paper.venue.name}
    return {"@type": "CreativeWork", "name": str(paper.venue)}
