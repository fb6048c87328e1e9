"""Of which works is an export made: those of the whole list, or of a category and all below it?"""

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.render.addresses import category_path, home_path

# https://spdx.org/licenses/: every licence that has an identifier has a page.
_LICENSES = "https://spdx.org/licenses/"


def within(catalog: Catalog, listing: Listing, slug: str) -> tuple[Paper, ...]:
    """Give the works of a category and of those below it, in the list's order; of "", all."""
    if not slug:
        return catalog.papers
    slugs = {slug, *(below.slug for below, _ in listing.tree(slug))}
    return tuple(
        paper for paper in catalog.papers if not slugs.isdisjoint((paper.category, *paper.also_in))
    )


def heading(listing: Listing, slug: str) -> str:
    """Give the title of the list, with that of the category."""
    return f"{listing.title}: {listing.by_slug[slug].title}" if slug else listing.title


def introduction(listing: Listing, slug: str) -> str:
    """Say what the works are about: as the category's description does, else the list's."""
    return (listing.by_slug[slug].description if slug else None) or listing.introduction


def page_of(slug: str) -> str:
    """Give the path of the page that shows the same works."""
    return category_path(slug) if slug else home_path


def license_address(listing: Listing) -> str:
    """Give the address of the licence of the list's data, or "" where the owner names none."""
    return f"{_LICENSES}{listing.license}.html" if listing.license else ""
