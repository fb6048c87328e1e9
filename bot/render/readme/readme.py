"""What does README.md say, given the owner's text around our blocks and the list's data?"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bot.markdown.anchors import anchors
from bot.markdown.escape import link
from bot.markdown.headings import headings
from bot.model.papers.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.render.readme.blocks import Marked, filled, marked
from bot.render.readme.layouts import LAYOUTS
from bot.render.readme.pictures import badges, picture
from bot.render.readme.sections import by_category, section_text, sections
from bot.render.readme.suggest import suggest
from bot.render.readme.sums import published, recent, summary

SHOWN_BY_GITHUB = 500 * 1024
_CONTENTS_DEPTH = 2

_SUMS: dict[str, Callable[[tuple[Paper, ...], Listing, Mapping[str, str]], str]] = {
    "summary": summary,
    "recent": recent,
    "published": published,
    "badges": badges,
    "picture": picture,
}


class Fresh(NamedTuple):
    """README.md as it should be: with its sums left as they stand, and with everything new."""

    local: str
    whole: str


def fresh(document: str, catalog: Catalog, listing: Listing) -> Fresh:
    """Work out what README.md should hold: a file unlike `local` is stale, `whole` may lag.

    Raises InvalidError if the blocks' marks are wrong.
    """
    readme = marked(document)
    places = _anchors(readme, listing)
    rows = _rows(catalog, listing, places)
    totals = {name: total(catalog.papers, listing, places) for name, total in _SUMS.items()}
    return Fresh(filled(readme, rows), filled(readme, rows | totals))


def readme(document: str, catalog: Catalog, listing: Listing, *, sums: bool = True) -> str:
    """Give README.md with its blocks filled; without `sums`, those over the whole list stay.

    Raises InvalidError if the blocks' marks are wrong.
    """
    if sums:
        return fresh(document, catalog, listing).whole
    found = marked(document)
    return filled(found, _rows(catalog, listing, _anchors(found, listing)))


def _rows(catalog: Catalog, listing: Listing, places: Mapping[str, str]) -> dict[str, str]:
    works = by_category(catalog.papers)
    papers = (
        section_text(each, works.get(each.category.slug, ()), listing) for each in sections(listing)
    )
    return {
        "contents": _contents(listing, places),
        "papers": "\n\n".join(papers),
        "suggest": suggest(listing),
    }


def patched(document: str, before: Catalog, after: Catalog, listing: Listing) -> str:
    """Give README.md with only the categories rewritten in which the two catalogs differ.

    On a README that is fresh for `before` this is what `readme` without sums gives for `after`;
    where the old text of a category is not found, it is what `readme` gives.
    Raises InvalidError if the blocks' marks are wrong.
    """
    gone, come = _apart(before, after), _apart(after, before)
    touched = _touched(gone, come)
    works = _standing(before, touched)
    old = by_category(works)
    new = by_category([*(work for work in works if work.id not in gone), *come.values()])
    found = marked(document)
    block = found.block("papers")
    papers = document[block.start : block.end]
    for section in sections(listing):
        slug = section.category.slug
        if slug not in touched:
            continue
        was, now = (
            section_text(section, works.get(slug, ()), listing).replace("\n", found.newline)
            for works in (old, new)
        )
        if papers.count(was) != 1:
            return readme(document, after, listing, sums=False)
        papers = papers.replace(was, now)
    return document[: block.start] + papers + document[block.end :]


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


def row(paper: Paper, listing: Listing) -> str:
    """Write one work as it will stand in README.md."""
    return LAYOUTS[listing.readme.layout].row(paper, listing.readme)


def size_warning(document: str) -> str | None:
    """Say what to do when README.md comes near the size beyond which GitHub cuts it."""
    size = len(document.encode())
    if size < SHOWN_BY_GITHUB * 0.8:
        return None
    return (
        f"README.md has {size // 1024} KiB, and GitHub shows no more than its first"
        f" {SHOWN_BY_GITHUB // 1024} KiB; name fewer columns under [readme] in data/list.toml,"
        " or split the list into two repositories"
    )


def _anchors(document: Marked, listing: Listing) -> dict[str, str]:
    """Give the anchor of each category, counting the owner's headings above the papers."""
    categories = [category for category, _ in listing.tree()]
    above = document.text[: document.block("papers").start]
    titles = [category.title for category in categories]
    given = anchors([*headings(above), *titles])[-len(titles) :]
    return {category.slug: anchor for category, anchor in zip(categories, given, strict=True)}


def _contents(listing: Listing, places: Mapping[str, str]) -> str:
    lines = []
    for category, depth in listing.tree():
        if depth < _CONTENTS_DEPTH:
            label = link(category.title, f"#{places[category.slug]}")
            lines.append(f"{'  ' * depth}- {label}")
    return "\n".join(lines)
