"""Which values are there to browse by, and how many works has each?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.markdown.escape import linked, text
from bot.model.papers.listing import Listing
from bot.model.papers.paper import Kind, Paper

_MOST_YEARS = 8
_MOST_VENUES = 12
_KINDS: dict[Kind, str] = {
    "paper": "papers",
    "survey": "surveys",
    "software": "software",
    "blog": "blog posts",
    "book": "books",
    "dataset": "datasets",
}


def counts(papers: Sequence[Paper], listing: Listing) -> str:
    """Count the works in a sentence, and say when the last of them came."""
    code, published = _with_code(papers), sum(paper.venue is not None for paper in papers)
    tops = len(listing.children(None))
    last = max((paper.added or "" for paper in papers), default="")
    return (
        f"**{len(papers):,} works** in {tops} categories: {code:,} with code,"
        f" {published:,} published at a venue." + (f" Last addition: {last}." if last else "")
    )


def browse(papers: Sequence[Paper], listing: Listing, links: Mapping[str, str]) -> str:
    """Write a line for each field that readers look by, each value with its number of works."""
    code = _with_code(papers)
    lines = {
        "Category": _categories(papers, listing, links),
        "Year": _years(papers),
        "Venue": _venues(papers),
        "Kind": _kinds(papers),
        "Code": [f"with code ({code:,})", f"without ({len(papers) - code:,})"],
    }
    return "\n".join(
        f"- **{name}**: {' · '.join(values)}" for name, values in lines.items() if values
    )


def _with_code(papers: Sequence[Paper]) -> int:
    return sum(any(link.kind == "code" for link in paper.links) for paper in papers)


def _categories(papers: Sequence[Paper], listing: Listing, links: Mapping[str, str]) -> list[str]:
    """Count each work once in a top-level category, in however many below it stands."""
    tops = {top.slug: top for top in listing.children(None)}
    above = {
        slug: top
        for top in tops
        for slug in (top, *(category.slug for category, _ in listing.tree(top)))
    }
    found = Counter(
        top
        for paper in papers
        for top in {above[slug] for slug in (paper.category, *paper.also_in)}
    )
    return [
        f"{linked(text(category.title), links[slug])} ({found[slug]:,})"
        for slug, category in tops.items()
    ]


def _years(papers: Sequence[Paper]) -> list[str]:
    """Count by year, the last years each, those before together."""
    found = Counter(int(paper.date[:4]) for paper in papers if paper.date)
    years = sorted(found, reverse=True)
    values = [f"{year} ({found[year]:,})" for year in years[:_MOST_YEARS]]
    if rest := sum(found[year] for year in years[_MOST_YEARS:]):
        values.append(f"earlier ({rest:,})")
    return values


def _venues(papers: Sequence[Paper]) -> list[str]:
    """Count by venue, of all years; those that stand most often, and the others together."""
    found = Counter(paper.venue.name for paper in papers if paper.venue)
    ordered = sorted(found, key=lambda name: (-found[name], name.casefold(), name))
    values = [f"{text(name)} ({found[name]:,})" for name in ordered[:_MOST_VENUES]]
    if rest := ordered[_MOST_VENUES:]:
        values.append(f"{len(rest):,} others ({sum(found[name] for name in rest):,})")
    return values


def _kinds(papers: Sequence[Paper]) -> list[str]:
    found = Counter(paper.kind for paper in papers)
    return [f"{name} ({found[kind]:,})" for kind, name in _KINDS.items() if found[kind]]
