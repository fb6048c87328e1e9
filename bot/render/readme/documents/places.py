"""Where does each category stand whole, and how does a link from a document lead there?"""

from collections.abc import Iterable, Mapping

from bot.markdown.anchors import anchors
from bot.markdown.headings import headings
from bot.render.readme.documents.blocks import Marked
from bot.render.readme.documents.documents import Document

# By the category's slug, the document's path and the anchor of the heading in it.
Places = Mapping[str, tuple[str, str]]


def places(shown: Iterable[tuple[Document, Marked]]) -> Places:
    """Find each category, counting the owner's headings above the works."""
    found: dict[str, tuple[str, str]] = {}
    for document, text in shown:
        above = headings(text.text[: text.block("papers").start])
        slugs = [section.category.slug for section in document.sections]
        titles = [section.category.title for section in document.sections]
        given = anchors([*above, *titles])[len(above) :]
        found |= {slug: (document.path, anchor) for slug, anchor in zip(slugs, given, strict=True)}
    return found


def links_from(path: str, where: Places) -> dict[str, str]:
    """Give, by the category's slug, the link that leads from the document at `path` there."""
    return {slug: f"{relative(other, path)}#{anchor}" for slug, (other, anchor) in where.items()}


def relative(path: str, page: str) -> str:
    """Give the link to `path` as it must stand in `page`; both are paths in the repository."""
    return "" if path == page else "../" * page.count("/") + path
