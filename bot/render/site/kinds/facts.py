"""Which facts of a work stand on its page, and where does each lead?"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple
from urllib.parse import quote

from bot.model.papers.paper import Paper
from bot.render.site.kinds.leads import Leads

_ID_PAGES = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "github": "https://github.com/",
}


class Fact(NamedTuple):
    """What is known of one kind: what it is called, and the values.

    `form` is "lead" of markup, "time" of dates, "id" of work ids with the addresses of their pages,
    "text" of any other text.
    """

    term: str
    values: Sequence[str] | Sequence[tuple[str, str]]
    form: Literal["lead", "time", "id", "text"]


def facts(paper: Paper, named: Leads) -> list[Fact]:
    """Give what is known of the work; `named` is how the pages of works name what they lead to."""
    all_facts = (*_published(paper, named), *_about(paper, named), *_recorded(paper))
    return [fact for fact in all_facts if fact.values]


def _published(paper: Paper, named: Leads) -> Iterator[Fact]:
    if paper.venue:
        yield Fact("Venue", [named.venues[paper.venue.name, paper.venue.year]], "lead")
    if paper.date:
        yield Fact("First public", [paper.date], "time")
    if paper.kind != "paper":
        yield Fact("Kind", [named.kinds[paper.kind]], "lead")


def _about(paper: Paper, named: Leads) -> Iterator[Fact]:
    slugs = (paper.category, *paper.also_in)
    yield Fact("Category", [named.categories[slug] for slug in slugs], "lead")
    yield Fact("Institutions", [named.institutions[name] for name in paper.affiliations], "lead")
    yield Fact("Keywords", [named.keywords[word] for word in paper.keywords], "lead")
    yield Fact("Does", paper.capabilities, "text")


def _recorded(paper: Paper) -> Iterator[Fact]:
    if paper.citations:
        parts = [f"as of {paper.citations.as_of}" if paper.citations.as_of else ""]
        parts.append(f"by {paper.citations.source}" if paper.citations.source else "")
        text = ", ".join([f"{paper.citations.count:,}", *filter(None, parts)])
        yield Fact("Citations", [text], "text")
    if paper.note:
        yield Fact("Note", [paper.note], "text")
    yield Fact("Identifiers", [(work_id, _page_of(work_id)) for work_id in paper.ids], "id")
    if paper.added:
        yield Fact("Listed since", [paper.added], "time")


def _page_of(work_id: str) -> str:
    """Give the address of the page that shows a work with this id, "" where there is none."""
    family, _, value = work_id.partition(":")
    home = _ID_PAGES.get(family, "")
    return home and home + quote(value, safe="/:;()._-")
