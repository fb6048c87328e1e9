"""Which entries contradict each other, or the list's configuration?

What one value can be is the types' business; here stands what only the whole can tell. Each
problem names the path of the value inside its file, so that the store can add the line.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper, is_day

# Where a value stands in a file, for example ("papers", 3, "category").
KeyPath = tuple[str | int, ...]


class ProblemAt(NamedTuple):
    """A problem at `path` inside a file."""

    path: KeyPath
    value: str
    message: str


def listing_problems(listing: Listing, *, may_be_empty: bool = False) -> list[ProblemAt]:
    """List what is wrong between the categories: slugs and titles used twice, lost parents.

    A list needs a category, unless it `may_be_empty` because an import is about to make them.
    """
    problems: list[ProblemAt] = []
    if not listing.categories and not may_be_empty:
        message = "the list has no category; add one with [[categories]], slug and title"
        problems.append(ProblemAt(("categories",), "", message))
    slugs: set[str] = set()
    titles: set[tuple[str | None, str]] = set()
    for number, category in enumerate(listing.categories):
        here = ("categories", number)
        if category.slug in slugs:
            message = "this slug is used twice; give each category a slug of its own"
            problems.append(ProblemAt((*here, "slug"), category.slug, message))
        if (category.parent, category.title) in titles:
            message = "two categories beside each other have this title; rename one"
            problems.append(ProblemAt((*here, "title"), category.title, message))
        if category.parent is not None and category.parent not in slugs:
            message = "no category above this one has that slug; parents come before their children"
            problems.append(ProblemAt((*here, "parent"), category.parent, message))
        slugs.add(category.slug)
        titles.add((category.parent, category.title))
    columns = listing.readme.columns
    if len(set(columns)) < len(columns):
        message = "a column is named twice; name each once"
        problems.append(ProblemAt(("readme", "columns"), ", ".join(columns), message))
    return problems


def catalog_problems(catalog: Catalog, listing: Listing) -> list[ProblemAt]:
    """List what is wrong between entries, and between entries and categories, in file order."""
    papers = catalog.papers
    of_papers = (
        *_repeated_ids(papers),
        *_wrong_places(papers, set(listing.by_slug)),
        *_impossible_days(papers),
        *_repeated_works(catalog),
    )
    problems = sorted(of_papers, key=lambda problem: int(problem.path[1]))
    listed = {paper.id for paper in papers}
    for number, removed in enumerate(catalog.removed):
        if removed.id in listed:
            message = "this work is both listed and removed; delete one of the two"
            problems.append(ProblemAt(("removed", number, "id"), removed.id, message))
    return problems


def _repeated_ids(papers: Sequence[Paper]) -> Iterator[ProblemAt]:
    ids: set[str] = set()
    for number, paper in enumerate(papers):
        if paper.id in ids:
            message = "two entries have this id; an id names one work for ever"
            yield ProblemAt(("papers", number, "id"), paper.id, message)
        ids.add(paper.id)


def _wrong_places(papers: Sequence[Paper], slugs: set[str]) -> Iterator[ProblemAt]:
    for number, paper in enumerate(papers):
        if paper.category not in slugs:
            yield _lost(("papers", number, "category"), paper.category, slugs)
        for at, slug in enumerate(paper.also_in):
            path = ("papers", number, "also_in", at)
            if slug not in slugs:
                yield _lost(path, slug, slugs)
            elif slug in (paper.category, *paper.also_in[:at]):
                message = "the entry already stands in this category; delete this one"
                yield ProblemAt(path, slug, message)


def _lost(path: KeyPath, slug: str, slugs: set[str]) -> ProblemAt:
    near = get_close_matches(slug, sorted(slugs), n=1)
    advice = f"did you mean {near[0]!r}?" if near else "use one that it has"
    return ProblemAt(path, slug, f"data/list.toml has no category with this slug; {advice}")


def _impossible_days(papers: Sequence[Paper]) -> Iterator[ProblemAt]:
    for number, paper in enumerate(papers):
        if paper.date and len(paper.date) == 10 and not is_day(paper.date):
            message = "no such day; write a day that exists"
            yield ProblemAt(("papers", number, "date"), paper.date, message)


def _repeated_works(catalog: Catalog) -> Iterator[ProblemAt]:
    for number, paper in enumerate(catalog.papers):
        for at, work in enumerate(paper.ids):
            owner = catalog.papers[catalog.index.by_id[work][0]].id
            if owner != paper.id or work in paper.ids[:at]:
                message = f"{owner} already has this id; one work has one entry"
                yield ProblemAt(("papers", number, "ids", at), work, message)
