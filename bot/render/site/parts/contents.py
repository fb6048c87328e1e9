"""What do all pages draw from: the list, and what is found out about it once for all of them?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.render.addresses import relative
from bot.render.arrivals import newest_first
from bot.render.export.exports import EXPORTS
from bot.render.export.scope import within
from bot.render.site.parts.groups import Group, authors, by_category, venues, years
from bot.render.site.parts.related import related
from bot.render.site.parts.rows import row_writer


class Contents(NamedTuple):
    """The list, its works, newest first, and these by category, author, venue and year.

    By a work's id, what it is near to, and, for each export, how it stands there; `row` writes how
    lists show it. `checked` is the day on which links were last looked at, "" where nobody knows.
    """

    catalog: Catalog
    listing: Listing
    papers: Sequence[Paper]
    by_category: Mapping[str, Sequence[Paper]]
    authors: Mapping[str, Group]
    venues: Mapping[str, Group]
    years: Sequence[Group]
    related: Mapping[str, Sequence[Paper]]
    row: Callable[[str, str], str]
    exported: Mapping[str, Mapping[str, str]]
    checked: str

    def rows(self, papers: Iterable[Paper], page: str) -> list[str]:
        """Give the rows of works, as a list on the page at this path shows them."""
        up = relative("", page)
        return [self.row(paper.id, up) for paper in papers]

    def below(self, slug: str) -> Sequence[Paper]:
        """Give the works of a category and of those below it, each once."""
        return within(self.catalog, self.listing, slug)


def contents(catalog: Catalog, listing: Listing, checked: str = "") -> Contents:
    """Read the list for its pages."""
    papers = newest_first(catalog.papers)
    return Contents(
        catalog=catalog,
        listing=listing,
        papers=papers,
        by_category=by_category(papers),
        authors=authors(papers),
        venues=venues(papers),
        years=years(papers),
        related=related(papers),
        row=row_writer(papers),
        exported={name: export.works(catalog, listing) for name, export in EXPORTS.items()},
        checked=checked,
    )
