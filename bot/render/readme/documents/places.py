"""Where does each category stand whole, and how does a link from a document lead there?"""

from collections.abc import Iterable, Mapping, Sequence

from bot.markdown.anchors import anchors
from bot.markdown.headings import headings
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.model.paths import README
from bot.render.readme.documents.blocks import Marked
from bot.render.readme.documents.documents import Document
from bot.render.readme.documents.owned import unowned

# By the category's slug, the document's path and the anchor of the heading in it.
Places = Mapping[str, tuple[str, str]]


def places(
    shown: Iterable[tuple[Document, Marked]], works: Mapping[str, Sequence[Paper]], listing: Listing
) -> Places:
    """Find each category: below which heading of the owner's, or below which of ours.

    `works` are those of each category. One without a heading is found where those below it are.
    """
    where: dict[str, tuple[str, str]] = {}
    for document, text in shown:
        owned = _owned(text, listing)
        where |= {slug: (document.path, anchor) for slug, anchor in owned.items()}
        above = headings(text.text[: text.block("papers").start])
        ours = [
            section.category for section in unowned(document.sections, text.own, works, listing)
        ]
        own_anchors = anchors([*above, *(category.title for category in ours)])[len(above) :]
        where |= {
            category.slug: (document.path, anchor)
            for category, anchor in zip(ours, own_anchors, strict=True)
        }
    return {slug: _place(slug, where, listing) for slug in listing.by_slug}


def _place(slug: str, where: Places, listing: Listing) -> tuple[str, str]:
    """Give where a category stands, else where the first below it does, else the beginning."""
    nearest = (slug, *(category.slug for category, _ in listing.tree(slug)))
    return next((where[near] for near in nearest if near in where), (README, ""))


def _owned(text: Marked, listing: Listing) -> dict[str, str]:
    """Give the anchor of the heading above each part that holds a category's rows."""
    above: list[str] = []
    counts: dict[str, int] = {}
    done = 0
    own = text.own
    for block in text.blocks:
        if part := own.get(block.name):
            above += headings(text.text[done : block.start])
            done = block.end
            counts.setdefault(listing.slug_now(part.slug) or part.slug, len(above))
    every = anchors(above)
    return {slug: every[count - 1] if count else "" for slug, count in counts.items()}


def links_from(path: str, where: Places) -> dict[str, str]:
    """Give, by the category's slug, the link that leads from the document at `path` there."""
    return {slug: f"{relative(other, path)}#{anchor}" for slug, (other, anchor) in where.items()}


def relative(path: str, page: str) -> str:
    """Give the link to `path` as it must stand in `page`; both are paths in the repository."""
    return "" if path == page else "../" * page.count("/") + path
