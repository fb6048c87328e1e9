"""Where does each category stand whole, and how does a link from a document lead there?"""

from collections.abc import Iterable, Mapping

from bot.markdown.anchors import anchors
from bot.markdown.headings import headings
from bot.render.readme.documents.blocks import Marked
from bot.render.readme.documents.documents import Document

# By the category's slug, the document's path and the anchor of the heading in it.
Places = Mapping[str, tuple[str, str]]


def places(shown: Iterable[tuple[Document, Marked]]) -> Places:
    """Find each category: below which heading of the owner's, or below which of ours."""
    where: dict[str, tuple[str, str]] = {}
    for document, text in shown:
        owned = _owned(text)
        where |= {slug: (document.path, anchor) for slug, anchor in owned.items()}
        above = headings(text.text[: text.block("papers").start])
        left = [each.category for each in document.sections if each.category.slug not in owned]
        given = anchors([*above, *(category.title for category in left)])[len(above) :]
        where |= {
            category.slug: (document.path, anchor)
            for category, anchor in zip(left, given, strict=True)
        }
    return where


def _owned(text: Marked) -> dict[str, str]:
    """Give the anchor of the heading above each part that holds a category's rows."""
    above: list[str] = []
    counts: dict[str, int] = {}
    done = 0
    own = text.own
    for block in text.blocks:
        if part := own.get(block.name):
            above += headings(text.text[done : block.start])
            done = block.end
            counts.setdefault(part.slug, len(above))
    given = anchors(above)
    return {slug: given[count - 1] if count else "" for slug, count in counts.items()}


def links_from(path: str, where: Places) -> dict[str, str]:
    """Give, by the category's slug, the link that leads from the document at `path` there."""
    return {slug: f"{relative(other, path)}#{anchor}" for slug, (other, anchor) in where.items()}


def relative(path: str, page: str) -> str:
    """Give the link to `path` as it must stand in `page`; both are paths in the repository."""
    return "" if path == page else "../" * page.count("/") + path
