"""What is changed in a list: its entries, its categories, what they were called, and its README?"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from bot.errors import UsageError
from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Catalog, Paper


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
    hint = f"; did you mean {near[0]}?" if near else ""
    raise UsageError(f"the list has no category {name!r}{hint}")


def papers_named(ids: Sequence[str], catalog: Catalog) -> list[Paper]:
    """Give the entries with these ids; raises UsageError that names all it does not find."""
    by_id = {paper.id: paper for paper in catalog.papers}
    missing = []
    for each in ids:
        if each not in by_id:
            near = get_close_matches(each, sorted(by_id), n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            missing.append(f"no entry has the id {each!r}{hint}")
    if missing:
        raise UsageError("\n".join(missing))
    return [by_id[each] for each in dict.fromkeys(ids)]


def with_papers(catalog: Catalog, changed: Iterable[Paper]) -> Catalog:
    """Give the catalog with these entries in place of those of the same ids."""
    news = {paper.id: paper for paper in changed}
    papers = tuple(news.get(paper.id, paper) for paper in catalog.papers)
    return catalog.model_copy(update={"papers": papers})
