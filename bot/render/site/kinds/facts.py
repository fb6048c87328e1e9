"""Which facts of a work stand on its page, and where does each lead?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from bot.model.papers.paper import Paper
from bot.render.addresses import category_path, paper_path, relative, venue_path
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.ways import search

_ID_PAGES = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "github": "https://github.com/",
}


class ShownValue(NamedTuple):
    """One value as it is shown: a text, the link it is, and whether it is a time or a code."""

    text: str
    url: str = ""
    time: bool = False
    code: bool = False


Fact = tuple[str, Sequence[ShownValue]]


def facts(paper: Paper, site: Contents) -> list[Fact]:
    """Give what is known, each with its name."""
    all_facts = [*_published(paper), *_about(paper, site), *_recorded(paper)]
    return [(term, values) for term, values in all_facts if values]


def _published(paper: Paper) -> Iterator[Fact]:
    page = paper_path(paper.id)
    if paper.venue:
        path = venue_path(paper.venue.name, paper.venue.year)
        yield "Venue", [ShownValue(str(paper.venue), relative(path, page))]
    if paper.date:
        yield "First public", [ShownValue(paper.date, time=True)]
    if paper.kind != "paper":
        yield "Kind", [ShownValue(paper.kind, search({"kind": paper.kind}, page))]


def _about(paper: Paper, site: Contents) -> Iterator[Fact]:
    page = paper_path(paper.id)
    yield (
        "Category",
        [
            ShownValue(site.listing.by_slug[slug].title, relative(category_path(slug), page))
            for slug in (paper.category, *paper.also_in)
        ],
    )
    yield (
        "Institutions",
        [ShownValue(each, search({"institution": each}, page)) for each in paper.affiliations],
    )
    yield "Keywords", [ShownValue(each, search({"keyword": each}, page)) for each in paper.keywords]
    yield "Does", [ShownValue(each) for each in paper.capabilities]


def _recorded(paper: Paper) -> Iterator[Fact]:
    if paper.citations:
        parts = [f"as of {paper.citations.as_of}" if paper.citations.as_of else ""]
        parts.append(f"by {paper.citations.source}" if paper.citations.source else "")
        text = ", ".join([f"{paper.citations.count:,}", *filter(None, parts)])
        yield "Citations", [ShownValue(text)]
    if paper.note:
        yield "Note", [ShownValue(paper.note)]
    yield "Identifiers", [_identifier(each) for each in paper.ids]
    if paper.added:
        yield "Listed since", [ShownValue(paper.added, time=True)]


def _identifier(work_id: str) -> ShownValue:
    family, _, value = work_id.partition(":")
    home = _ID_PAGES.get(family, "")
    return ShownValue(work_id, home and home + quote(value, safe="/:;()._-"), code=True)
