"""What does a suggestion change in the documents: which rows of which category?"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Kept, Paper
from bot.render.readme.documents.blocks import Marked, filled, marked
from bot.render.readme.documents.documents import Document, documents
from bot.render.readme.documents.sections import by_category, kept_in, rows_text, section_text
from bot.render.readme.readme import fresh

_Works = Mapping[str, Sequence[Paper]]


class _TwoTimes(NamedTuple):
    """The works of each category before and after."""

    old: _Works
    new: _Works


class _Frame(NamedTuple):
    """What tells how the works are shown: the configuration, and the owner's lines between them."""

    listing: Listing
    kept: Mapping[str, Sequence[Kept]]


def patched(
    texts: Mapping[str, str], before: Catalog, after: Catalog, listing: Listing
) -> dict[str, str]:
    """Give the documents of which the two catalogs want something else, by path.

    Only the categories are rewritten that differ: of documents that are fresh for `before` comes
    what `fresh` gives as `local` for `after`, and so it does where a category's old text is not
    found. Raises InvalidError if the blocks' marks are wrong.
    """
    gone, come = _apart(before, after), _apart(after, before)
    touched = _touched(gone, come)
    standing = _standing(before, touched)
    old = by_category(standing, listing.readme)
    left = (work for work in standing if work.id not in gone)
    new = by_category([*left, *come.values()], listing.readme)
    works, around = _TwoTimes(old, new), _Frame(listing, kept_in(after.kept))
    became = {}
    for document in documents(listing):
        if touched.isdisjoint(section.category.slug for section in document.sections):
            continue
        there = marked(texts.get(document.path, document.blank), document.path)
        text = _replaced(there, document, works, touched, around)
        became[document.path] = text or fresh(texts, after, listing).local[document.path]
    return became


def _replaced(
    there: Marked,
    document: Document,
    works: _TwoTimes,
    touched: set[str],
    around: _Frame,
) -> str:
    """Give the document with the touched categories' text replaced; "" if one is not found."""
    listing, kept = around
    if there.own:
        return _replaced_own(there, works.new, touched, around)
    block = there.block("papers")
    papers = there.text[block.start : block.end]
    for section in document.sections:
        slug = section.category.slug
        if slug in touched:
            was, now = (
                section_text(section, time.get(slug, ()), listing, kept.get(slug, ())).replace(
                    "\n", there.newline
                )
                for time in works
            )
            if papers.count(was) != 1:
                return ""
            papers = papers.replace(was, now)
    return there.text[: block.start] + papers + there.text[block.end :]


def _replaced_own(
    there: Marked,
    works: _Works,
    touched: set[str],
    around: _Frame,
) -> str:
    """Give the document with the rows that stand in parts of their own; "" if others do not."""
    listing, kept = around
    own = {name: (listing.slug_now(part.slug), part) for name, part in there.own.items()}
    if touched - {slug for slug, _ in own.values()}:
        return ""
    rows = {
        name: rows_text(slug, works.get(slug, ()), listing, kept.get(slug, ()), part)
        for name, (slug, part) in own.items()
        if slug in touched
    }
    return filled(there, rows)


def _touched(gone: Mapping[str, Paper], come: Mapping[str, Paper]) -> set[str]:
    """Name the categories that hold other works, or works that changed."""
    return {
        slug
        for paper in (*gone.values(), *come.values())
        if gone.get(paper.id) != come.get(paper.id)
        for slug in (paper.category, *paper.also_in)
    }


def _apart(catalog: Catalog, other: Catalog) -> dict[str, Paper]:
    """Give the works that are not the very same object in both: comparing all is slow."""
    same = set(map(id, other.papers))
    return {paper.id: paper for paper in catalog.papers if id(paper) not in same}


def _standing(catalog: Catalog, slugs: set[str]) -> list[Paper]:
    """Give the works that stand in one of these categories."""
    return [
        paper for paper in catalog.papers if not slugs.isdisjoint((paper.category, *paper.also_in))
    ]
