"""What does a list of works show of one?

The template `works.html` writes it. The same markup, empty, is the template from which the search
fills its results, so that pages made here and results made in a browser never look different.
"""

from collections.abc import Iterable
from typing import NamedTuple

from bot.model.papers.paper import LinkKind, Paper
from bot.render.addresses import paper_path, relative
from bot.render.arrivals import newest_first
from bot.render.work import credited, title_link

MOST_AUTHORS = 4


class WorkRow(NamedTuple):
    """What a list shows of a work; texts as they are, "" for what is not known."""

    page: str
    name: str
    title: str
    authors: str
    kind: str
    cited: str
    venue: str
    date: str
    paper: str
    code: str


TEMPLATE = WorkRow(*[""] * len(WorkRow._fields))


def rows(papers: Iterable[Paper], page: str) -> list[WorkRow]:
    """Give the works for the page at this path, newest first."""
    return [shown(paper, page) for paper in newest_first(papers)]


def shown(paper: Paper, page: str) -> WorkRow:
    """Gather what a list in the page at this path shows of a work."""
    main = title_link(paper)
    return WorkRow(
        page=relative(paper_path(paper.id), page),
        name=name(paper),
        title=paper.title,
        authors=credited(paper, MOST_AUTHORS),
        kind=paper.status.what if paper.status else paper.kind if paper.kind != "paper" else "",
        cited=f"{paper.citations.count:,}" if paper.citations else "",
        venue=str(paper.venue or ""),
        date=(paper.date or "")[:7],
        paper=main.url if main and main.kind != "code" else "",
        code=first_url(paper, "code"),
    )


def name(paper: Paper) -> str:
    """Give the work's short name where its title does not begin with it."""
    short = paper.short_name or ""
    return "" if paper.title.startswith(short) else short


def first_url(paper: Paper, kind: LinkKind) -> str:
    """Give the first link of this kind, or ""."""
    return next((link.url for link in paper.links if link.kind == kind), "")
