"""What does the page of a category show: its works, and those of the categories below it?"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.model.lists.listing import Category, Listing
from bot.render.addresses import category_path, relative
from bot.render.form_link import empty_link, on_github
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.page import Page
from bot.render.site.parts.ways import search, steps

_DEEPEST_HEADING = 6


class Subcategory(NamedTuple):
    """A category below that of the page: where its own page is, and its works."""

    category: Category
    path: str
    level: int
    works: Sequence[str]


def category_page(category: Category, site: Contents) -> Page:
    """Give the page of a category."""
    path = category_path(category.slug)
    return Page(
        path,
        category.title,
        category.description or f"{category.title}, from {site.listing.title}",
        "category",
        {
            "category": category,
            "steps": steps(category.slug, path, site.listing),
            "search": search({"category": category.slug}, path),
            "suggest_here": suggest_link(category.slug, site.listing),
            "works": site.rows(site.by_category.get(category.slug, ()), path),
            "sections": [
                _section(below, depth, site, path)
                for below, depth in site.listing.tree(category.slug)
            ],
        },
        slug=category.slug,
    )


def suggest_link(slug: str, listing: Listing) -> str:
    """Give the form for papers with this category chosen, or "" without a repository."""
    if not listing.repository:
        return ""
    option = {slug: text for text, slug in listing.options()}[slug]
    return empty_link(on_github(listing.repository), option)


def _section(category: Category, depth: int, site: Contents, page: str) -> Subcategory:
    return Subcategory(
        category,
        relative(category_path(category.slug), page),
        min(depth + 2, _DEEPEST_HEADING),
        site.rows(site.by_category.get(category.slug, ()), page),
    )
