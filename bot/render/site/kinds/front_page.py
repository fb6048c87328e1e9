"""What does the front page show: the search, the newest works, and the way to every category?"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.model.papers.paper import Paper
from bot.render.addresses import category_path, home_path
from bot.render.arrivals import last_day
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.groups import distinct
from bot.render.site.parts.page import Page
from bot.render.site.parts.rows import TEMPLATE
from bot.render.work import has_code

SHOWN_FIRST = 30
MOST_VENUES = 12
# Only this one is loaded with the page; it loads the others once somebody searches.
SCRIPTS = ("assets/start.js",)
SORTS = (("", "Best match"), ("date", "Newest"), ("cited", "Most cited"), ("title", "Title"))
# The filters; the search fills them when they are opened.
FACETS = {
    "category": "Category",
    "year": "Year",
    "venue": "Venue",
    "author": "Author",
    "institution": "Institution",
    "keyword": "Keyword",
    "kind": "Kind",
    "code": "Code",
}


class CategoryTree(NamedTuple):
    """A category with the number of its works, and what stands below it."""

    path: str
    title: str
    size: int
    below: Sequence["CategoryTree"]


def front_page(site: Contents) -> Page:
    """Give the front page."""
    listing, papers = site.listing, site.papers
    venues = sorted(distinct(site.venues), key=lambda venue: -len(venue.papers))
    values = {
        "counts": _counts(papers),
        "checked": site.checked,
        "facets": _facets(papers),
        "sorts": SORTS,
        "works": site.rows(papers[:SHOWN_FIRST], home_path),
        "template_row": TEMPLATE,
        "categories": _tree(site, None),
        "years": site.years,
        "venues": venues[:MOST_VENUES],
        "all_venues": len(venues),
    }
    return Page(home_path, listing.title, listing.introduction, "front", values, scripts=SCRIPTS)


def _counts(papers: Sequence[Paper]) -> dict[str, object]:
    return {
        "works": len(papers),
        "code": sum(map(has_code, papers)),
        "published": sum(paper.venue is not None for paper in papers),
        "last": last_day(papers),
    }


def _facets(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    """Name the filters that have values in this list."""
    lacking = {
        "venue": not any(paper.venue for paper in papers),
        "year": not any(paper.date for paper in papers),
        "author": not any(paper.authors for paper in papers),
        "institution": not any(paper.affiliations for paper in papers),
        "keyword": not any(paper.keywords for paper in papers),
    }
    return [(name, label) for name, label in FACETS.items() if not lacking.get(name)]


def _tree(site: Contents, parent: str | None) -> list[CategoryTree]:
    return [
        CategoryTree(
            category_path(category.slug),
            category.title,
            len(site.below(category.slug)),
            _tree(site, category.slug),
        )
        for category in site.listing.children(parent)
    ]
