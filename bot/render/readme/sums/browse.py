"""Which values are there to browse by, and how many works has each?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from bot.markdown.escape import linked, text
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Kind, Paper
from bot.render.arrivals import last_day
from bot.render.work import has_code

_MOST_YEARS = 8
_MOST_VENUES = 12
_KINDS: dict[Kind, str] = {
    "paper": "papers",
    "survey": "surveys",
    "software": "software",
    "blog": "blog posts",
    "book": "books",
    "dataset": "datasets",
    "model": "models",
    "thesis": "theses",
    "talk": "talks",
}


def counts(papers: Sequence[Paper], listing: Listing, checked: str = "") -> str:
    """Count the works in a sentence, and say when the last came and when links were looked at."""
    code, published = sum(map(has_code, papers)), sum(paper.venue is not None for paper in papers)
    tops = len(listing.children(None))
    last = last_day(papers)
    works = f"**{len(papers):,} works** in {tops} categories"
    sentences = [
        f"{works}: {code:,} with code, {published:,} published at a venue.",
        f"Last addition: {last}." if last else "",
        f"Links last checked: {checked}." if checked else "",
    ]
    return " ".join(filter(None, sentences))


def browse(
    papers: Sequence[Paper], listing: Listing, links: Mapping[str, str], site: str = ""
) -> str:
    """Write a line for each field that readers look by, each value with its number of works.

    Values lead to the search on the pages at the address `site`, where there are pages.
    """
    lines = {
        "Category": _categories(papers, listing, links),
        "Year": [_value(year, site) for year in _years(papers)],
        "Venue": [_value(venue, site) for venue in _venues(papers)],
        "Kind": [_value(kind, site) for kind in _kinds(papers)],
        "Code": [_value(code, site) for code in _code(papers)],
    }
    return "\n".join(
        f"- **{name}**: {' · '.join(values)}" for name, values in lines.items() if values
    )


class _CountedValue(NamedTuple):
    """A value as it is called, its number of works, and the question that finds them."""

    name: str
    size: int
    question: Mapping[str, str | int]


def _value(value: _CountedValue, site: str) -> str:
    name = text(value.name)
    if site and value.question:
        name = linked(name, f"{site.rstrip('/')}/?{urlencode(value.question)}")
    return f"{name} ({value.size:,})"


def _categories(papers: Sequence[Paper], listing: Listing, links: Mapping[str, str]) -> list[str]:
    """Count each work once in a top-level category, in however many below it stands."""
    counts = Counter(
        top
        for paper in papers
        for top in {listing.top(slug).slug for slug in (paper.category, *paper.also_in)}
    )
    return [
        f"{linked(text(top.title), links[top.slug])} ({counts[top.slug]:,})"
        for top in listing.children(None)
    ]


def _years(papers: Sequence[Paper]) -> Iterator[_CountedValue]:
    """Count by year, the last years each, those before together."""
    counts = Counter(int(paper.date[:4]) for paper in papers if paper.date)
    years = sorted(counts, reverse=True)
    for year in years[:_MOST_YEARS]:
        yield _CountedValue(str(year), counts[year], {"from": year, "to": year})
    if before := years[_MOST_YEARS:]:
        yield _CountedValue("earlier", sum(counts[year] for year in before), {"to": before[0]})


def _venues(papers: Sequence[Paper]) -> Iterator[_CountedValue]:
    """Count by venue, of all years; those that stand most often, and the others together."""
    counts = Counter(paper.venue.name for paper in papers if paper.venue)
    ordered = sorted(counts, key=lambda name: (-counts[name], name.casefold(), name))
    for name in ordered[:_MOST_VENUES]:
        yield _CountedValue(name, counts[name], {"venue": name})
    if rest := ordered[_MOST_VENUES:]:
        yield _CountedValue(f"{len(rest):,} others", sum(counts[name] for name in rest), {})


def _kinds(papers: Sequence[Paper]) -> Iterator[_CountedValue]:
    counts = Counter(paper.kind for paper in papers)
    for kind, name in _KINDS.items():
        if counts[kind]:
            yield _CountedValue(name, counts[kind], {"kind": kind})


def _code(papers: Sequence[Paper]) -> Iterator[_CountedValue]:
    with_code = sum(map(has_code, papers))
    yield _CountedValue("with code", with_code, {"code": 1})
    yield _CountedValue("without", len(papers) - with_code, {"code": 0})
