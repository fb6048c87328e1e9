"""What do entries say of categories that are called otherwise by now?"""

from collections.abc import Mapping

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper, Printed


def settled(catalog: Catalog, listing: Listing) -> Catalog:
    """Give the catalog with the present slugs of categories that were renamed.

    A suggestion that was made before may bring an old one; what is no category's stays.
    """
    used = {slug for paper in catalog.papers for slug in places(paper)}
    old = used - listing.by_slug.keys() if listing.renamed else set()
    now = {slug: new for slug in old if (new := listing.slug_now(slug))}
    return renamed_in(catalog, now) if now else catalog


def places(paper: Paper) -> tuple[str, ...]:
    """Give the slugs of the categories that an entry stands in, its own first."""
    return (paper.category, *paper.also_in)


def renamed_in(catalog: Catalog, now: Mapping[str, str]) -> Catalog:
    """Give the catalog with other names of categories."""
    kept_lines = tuple(
        kept.model_copy(update={"category": now.get(kept.category, kept.category)})
        for kept in catalog.kept
    )
    papers = tuple(
        renamed(paper, now) if not now.keys().isdisjoint(places(paper)) else paper
        for paper in catalog.papers
    )
    return catalog.model_copy(update={"papers": papers, "kept": kept_lines})


def renamed(paper: Paper, now: Mapping[str, str]) -> Paper:
    """Give an entry with other names of its categories; each once."""
    first, *others = dict.fromkeys(now.get(slug, slug) for slug in places(paper))
    printed: dict[str, Printed] = {}
    for place in paper.printed:
        slug = now.get(place.category, place.category)
        printed.setdefault(slug, place.model_copy(update={"category": slug}))
    stands = {"category": first, "also_in": tuple(others), "printed": tuple(printed.values())}
    return paper.model_copy(update=stands)
