"""What does the page of a category show: its works, and those of the categories below it?"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from bot.model.papers.listing import Category, Listing
from bot.model.papers.paper import Paper
from bot.render.addresses import category_path, home_path, relative
from bot.render.form_link import empty_link, on_github
from bot.render.site.page import Page, esc, href
from bot.render.site.paper_page import breadcrumbs
from bot.render.site.rows import works

EMPTY = '<p class="none">No entries yet.</p>'
_DEEPEST_HEADING = 6


def category_page(
    category: Category, papers: Mapping[str, Sequence[Paper]], listing: Listing
) -> Page:
    """Give the page of a category; `papers` holds the works of each category by its slug."""
    path = category_path(category.slug)
    below = listing.tree(category.slug)
    own = papers.get(category.slug, ())
    parts = [
        breadcrumbs(category.slug, path, listing),
        f'<h1 dir="auto">{esc(category.title)}</h1>',
    ]
    if category.description:
        parts.append(f'<p class="lead">{esc(category.description)}</p>')
    parts.append(f'<p class="aside">{_ways_on(category, listing)}</p>')
    if own or not below:
        parts.append(works(own, path) if own else EMPTY)
    for child, depth in below:
        parts.append(_section(child, depth, papers.get(child.slug, ()), path))
    description = category.description or f"{category.title}, from {listing.title}"
    return Page(path, category.title, description, "\n".join(parts))


def _section(category: Category, depth: int, own: Sequence[Paper], page: str) -> str:
    level = min(depth + 2, _DEEPEST_HEADING)
    link = f'<a href="{relative(category_path(category.slug), page)}">{esc(category.title)}</a>'
    parts = [f"<h{level}>{link}</h{level}>"]
    if category.description:
        parts.append(f"<p>{esc(category.description)}</p>")
    if own:
        parts.append(works(own, page))
    return "\n".join(parts)


def _ways_on(category: Category, listing: Listing) -> str:
    """Link to the search in this category, and to the form that adds to it."""
    home = relative(home_path, category_path(category.slug))
    links = [f'<a href="{home}?{urlencode({"category": category.slug})}">Search these</a>']
    if listing.repository:
        option = {slug: text for text, slug in listing.options()}[category.slug]
        address = empty_link(on_github(listing.repository), option)
        links.append(f'<a href="{href(address)}">Suggest a paper for this category</a>')
    return " · ".join(links)
