"""What does README.md show of each category: its heading, its description, its works?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.markdown.escape import text
from bot.model.lists.listing import Category, Listing, Readme
from bot.model.papers.paper import Kept, Paper
from bot.render.readme.documents.blocks import Own
from bot.render.readme.layouts import LAYOUTS
from bot.render.readme.layouts.template import key_in, shown

EMPTY = "No entries yet."
_DEEPEST_HEADING = 6


class ListSection(NamedTuple):
    """A category's place in the list: how deep it stands, and whether others stand below it."""

    category: Category
    depth: int
    is_parent: bool


def sections(listing: Listing) -> list[ListSection]:
    """List the categories in reading order."""
    parents = {category.parent for category in listing.categories}
    return [
        ListSection(category, depth, category.slug in parents) for category, depth in listing.tree()
    ]


def by_category(papers: Iterable[Paper], readme: Readme) -> dict[str, list[Paper]]:
    """Give the works of each category in the owner's order, those listed there also among them."""
    by_slug: dict[str, list[Paper]] = {}
    for paper in papers:
        for slug in (paper.category, *paper.also_in):
            by_slug.setdefault(slug, []).append(paper)
    for slug, works in by_slug.items():
        works.sort(key=_by_title)
        if readme.order == "date":
            works.sort(key=lambda paper: paper.date or "", reverse=True)
        elif readme.order == "as is":
            works[:] = _as_is(works, slug, new_first=readme.new == "first")
    return by_slug


def kept_in(kept: Iterable[Kept]) -> dict[str, list[Kept]]:
    """Give, by category, what its owner wrote between the works."""
    by_slug: dict[str, list[Kept]] = {}
    for between in kept:
        by_slug.setdefault(between.category, []).append(between)
    return by_slug


def section_text(
    section: ListSection, papers: Sequence[Paper], listing: Listing, kept: Sequence[Kept] = ()
) -> str:
    """Write one category: heading, description, and its works in the owner's layout."""
    category, depth, is_parent = section
    parts = [f"{'#' * min(depth + 2, _DEEPEST_HEADING)} {text(category.title)}"]
    if category.description:
        parts.append(text(category.description))
    if papers:
        parts.append(rows_text(category.slug, papers, listing, kept).rstrip("\n"))
    elif not is_parent:
        parts.append(EMPTY)
    return "\n\n".join(parts)


def rows_text(
    slug: str,
    papers: Sequence[Paper],
    listing: Listing,
    kept: Sequence[Kept] = (),
    part: Own | None = None,
) -> str:
    """Write the works of one category, which stand in order, in the owner's layout.

    Of a category in several parts only those of one `part`; those without a place in the owner's
    order are in the one where new works come.
    """
    if part:
        last = part.end is None
        new = last if listing.readme.new == "last" else not part.start
        papers = [paper for paper in papers if _within(key_in(paper, slug), part, new=new)]
        kept = [between for between in kept if _within(between.key, part, new=new)]
    if listing.readme.layout == "template":
        return shown(slug, papers, kept, listing, headed=not (part and part.start))
    return LAYOUTS[listing.readme.layout].body(papers, listing.readme) if papers else ""


def _within(key: str, part: Own, *, new: bool) -> bool:
    return part.start <= key < (part.end or "~") if key else new


def _by_title(paper: Paper) -> tuple[str, str]:
    return (paper.title.casefold(), paper.id)


def _as_is(works: Sequence[Paper], slug: str, *, new_first: bool) -> list[Paper]:
    """Put works where their owner has them, and those without a place by the day they came."""
    old = sorted(
        (paper for paper in works if key_in(paper, slug)), key=lambda paper: key_in(paper, slug)
    )
    new = [paper for paper in works if not key_in(paper, slug)]
    new.sort(key=lambda paper: (paper.added or "", paper.issue or 0), reverse=new_first)
    return [*new, *old] if new_first else [*old, *new]
