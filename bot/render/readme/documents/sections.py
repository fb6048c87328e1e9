"""What does README.md show of each category: its heading, its description, its works?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.markdown.escape import text
from bot.model.papers.listing import Category, Listing
from bot.model.papers.paper import Paper
from bot.render.readme.layouts import LAYOUTS

EMPTY = "No entries yet."
_DEEPEST_HEADING = 6


class Section(NamedTuple):
    """A category's place in the list: how deep it stands, and whether others stand below it."""

    category: Category
    depth: int
    is_parent: bool


def sections(listing: Listing) -> list[Section]:
    """List the categories in reading order."""
    parents = {category.parent for category in listing.categories}
    return [
        Section(category, depth, category.slug in parents) for category, depth in listing.tree()
    ]


def by_category(papers: Iterable[Paper]) -> dict[str, list[Paper]]:
    """Give the works of each category, those listed there also among them, newest first.

    Works of one date stand by title, then by id; undated ones come last.
    """
    found: dict[str, list[Paper]] = {}
    for paper in papers:
        for slug in (paper.category, *paper.also_in):
            found.setdefault(slug, []).append(paper)
    for works in found.values():
        works.sort(key=lambda paper: (paper.title.casefold(), paper.id))
        works.sort(key=lambda paper: paper.date or "", reverse=True)
    return found


def section_text(section: Section, papers: Sequence[Paper], listing: Listing) -> str:
    """Write one category: heading, description, and its works in the owner's layout."""
    category, depth, is_parent = section
    parts = [f"{'#' * min(depth + 2, _DEEPEST_HEADING)} {text(category.title)}"]
    if category.description:
        parts.append(text(category.description))
    if papers:
        parts.append(LAYOUTS[listing.readme.layout].body(papers, listing.readme))
    elif not is_parent:
        parts.append(EMPTY)
    return "\n\n".join(parts)
