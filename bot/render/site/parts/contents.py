"""What do all pages draw from: the list, and what is found out about it once for all of them?"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.render.export.exports import EXPORTS
from bot.render.readme.documents.sections import by_category
from bot.render.site.parts.groups import Group, authors, venues, years
from bot.render.site.parts.related import related


class Contents(NamedTuple):
    """The list, its works by category, author, venue and year.

    By a work's id, what it is near to, and, for each export, how it stands there; `checked` is the
    day on which all links were last looked at, "" where nobody knows.
    """

    catalog: Catalog
    listing: Listing
    by_category: Mapping[str, Sequence[Paper]]
    authors: Mapping[str, Group]
    venues: Mapping[str, Group]
    years: Sequence[Group]
    related: Mapping[str, Sequence[Paper]]
    exported: Mapping[str, Mapping[str, str]]
    checked: str

    def below(self, slug: str) -> list[Paper]:
        """Give the works of a category and of those below it, each once."""
        slugs = [slug, *(category.slug for category, _ in self.listing.tree(slug))]
        by_id = {paper.id: paper for each in slugs for paper in self.by_category.get(each, ())}
        return list(by_id.values())


def contents(catalog: Catalog, listing: Listing, checked: str = "") -> Contents:
    """Read the list for its pages."""
    papers = catalog.papers
    return Contents(
        catalog=catalog,
        listing=listing,
        by_category=by_category(papers, listing.readme),
        authors=authors(papers),
        venues=venues(papers),
        years=years(papers),
        related=related(papers),
        exported={name: export.works(catalog, listing) for name, export in EXPORTS.items()},
        checked=checked,
    )
