"""Which entries contradict each other, or the list's configuration?

What one value can be is the types' business; here stands what only the whole can tell. Each
finding names the path of the value inside its file, so that the store can add the line.
"""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from bot.model.listing import Listing
from bot.model.paper import Catalog, Paper


class Finding(NamedTuple):
    """Something wrong at `path` inside a file, for example ("papers", 3, "category")."""

    path: tuple[str | int, ...]
    value: str
    message: str


def listing_findings(listing: Listing) -> list[Finding]:
    """List what is wrong between the categories: slugs and titles used twice, lost parents."""
    found: list[Finding] = []
    if not listing.categories:
        message = "the list has no category; add one with [[categories]], slug and title"
        found.append(Finding(("categories",), "", message))
    slugs: set[str] = set()
    titles: set[tuple[str | None, str]] = set()
    for number, category in enumerate(listing.categories):
        here = ("categories", number)
        if category.slug in slugs:
            message = "this slug is used twice; give each category a slug of its own"
            found.append(Finding((*here, "slug"), category.slug, message))
        if (category.parent, category.title) in titles:
            message = "two categories beside each other have this title; rename one"
            found.append(Finding((*here, "title"), category.title, message))
        if category.parent is not None and category.parent not in slugs:
            message = "no category above this one has that slug; parents come before their children"
            found.append(Finding((*here, "parent"), category.parent, message))
        slugs.add(category.slug)
        titles.add((category.parent, category.title))
    columns = listing.readme.columns
    if len(set(columns)) < len(columns):
        message = "a column is named twice; name each once"
        found.append(Finding(("readme", "columns"), ", ".join(columns), message))
    return found


def catalog_findings(catalog: Catalog, listing: Listing) -> list[Finding]:
    """List what is wrong between entries, and between entries and categories, in file order."""
    slugs = set(listing.by_slug)
    ids: dict[str, int] = {}
    works: dict[str, str] = {}
    found: list[Finding] = []
    for number, paper in enumerate(catalog.papers):
        if paper.id in ids:
            message = "two entries have this id; an id names one work for ever"
            found.append(Finding(("papers", number, "id"), paper.id, message))
        ids[paper.id] = number
        for path, value, message in _paper_findings(paper, slugs, works):
            found.append(Finding(("papers", number, *path), value, message))
    for number, removed in enumerate(catalog.removed):
        if removed.id in ids:
            message = "this work is both listed and removed; delete one of the two"
            found.append(Finding(("removed", number, "id"), removed.id, message))
    return found


def _paper_findings(paper: Paper, slugs: set[str], works: dict[str, str]) -> Iterator[Finding]:
    for number, slug in enumerate((paper.category, *paper.also_in)):
        path = ("also_in", number - 1) if number else ("category",)
        if slug not in slugs:
            near = get_close_matches(slug, sorted(slugs), n=1)
            advice = f"did you mean {near[0]!r}?" if near else "use one that it has"
            yield Finding(path, slug, f"data/list.toml has no category with this slug; {advice}")
        elif number and slug in (paper.category, *paper.also_in[: number - 1]):
            yield Finding(path, slug, "the entry already stands in this category; delete this one")
    if paper.date and len(paper.date) == 10 and not _is_day(paper.date):
        yield Finding(("date",), paper.date, "no such day; write a day that exists")
    for number, work in enumerate(paper.ids):
        other = works.setdefault(work, paper.id)
        if other != paper.id or work in paper.ids[:number]:
            message = f"{other} already has this id; one work has one entry"
            yield Finding(("ids", number), work, message)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
