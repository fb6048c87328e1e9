"""What does a list of works show of one?

The template `works.html` writes it, once for all lists that hold the work. The same markup, empty,
is the template from which the search fills its results, so that pages made here and results made in
a browser never look different.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from bot.model.papers.paper import LinkKind, Paper
from bot.render.addresses import paper_path
from bot.render.site.parts.page import macro
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


def row_writer(papers: Iterable[Paper]) -> Callable[[str, str], str]:
    """Give what writes a work's row, once for all pages from which one way leads up.

    It takes the work's id, and the way from the page to the site's folder.
    """
    write = macro("works.html", "row")
    shown = {paper.id: _row(paper) for paper in papers}
    return cache(lambda paper_id, up: write(shown[paper_id], up))


def _row(paper: Paper) -> WorkRow:
    main = title_link(paper)
    return WorkRow(
        page=paper_path(paper.id),
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
