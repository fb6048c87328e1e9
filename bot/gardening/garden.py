"""What is changed in a list: its entries, its categories, what they were called, and its README?"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from bot.errors import UsageError
from bot.identify import canonical
from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Catalog, Paper
from bot.text.fold import fold


class Garden(NamedTuple):
    """A list after gardening.

    `categories` in reading order, `renamed` what is to be remembered, `marks` the parts of the
    README that get other names.
    """

    catalog: Catalog
    categories: tuple[Category, ...]
    renamed: Mapping[str, str] = {}
    marks: Mapping[str, str] = {}


def category_named(name: str, listing: Listing) -> Category:
    """Give the category that a person names; raises UsageError with the nearest for none."""
    slug = listing.category_of(name)
    if slug:
        return listing.by_slug[slug]
    near = get_close_matches(name, sorted(listing.by_slug), n=1)
    hint = f"did you mean {near[0]}?" if near else "data/list.toml names them"
    raise UsageError(f"the list has no category {name!r}; {hint}")


def papers_named(names: Sequence[str], catalog: Catalog) -> list[Paper]:
    """Give the entries that a person names, by id, link, title or short name.

    Raises UsageError that names all it does not find.
    """
    by_id = {paper.id: paper for paper in catalog.papers}
    papers, missing = [], []
    for name in names:
        named = [by_id[name]] if name in by_id else _called(name, catalog)
        if len(named) == 1:
            papers.append(named[0])
        else:
            near = [paper.id for paper in named] or _near(name, sorted(by_id))
            hint = f"did you mean {' or '.join(near)}?" if near else "data/papers.json lists them"
            missing.append(f"no entry has the id {name!r}; {hint}")
    if missing:
        raise UsageError("\n".join(missing))
    return list({paper.id: paper for paper in papers}.values())


def _called(name: str, catalog: Catalog) -> list[Paper]:
    """Give the entries that a link leads to, or that have this title or short name."""
    if work := canonical(name):
        return [paper] if (paper := catalog.owner(work)) else []
    wanted = fold(name)
    return [
        paper
        for paper in catalog.papers
        if wanted in map(fold, (paper.title, *paper.other_titles, paper.short_name or ""))
    ]


def _near(name: str, ids: Sequence[str]) -> list[str]:
    """Give ids that are nearly so written, else up to three that begin so or hold the word."""
    if near := get_close_matches(name, ids, n=1):
        return near
    word = name.casefold()
    return [id_ for id_ in ids if word in id_][:3] if word.strip() else []


def with_papers(catalog: Catalog, changed: Iterable[Paper]) -> Catalog:
    """Give the catalog with these entries in place of those of the same ids."""
    news = {paper.id: paper for paper in changed}
    papers = tuple(news.get(paper.id, paper) for paper in catalog.papers)
    return catalog.model_copy(update={"papers": papers})
