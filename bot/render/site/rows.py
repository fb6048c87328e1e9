"""How does one work stand in a list of works?

The same markup, empty, is the template from which the search fills its results, so that pages made
here and results made in a browser never look different.
"""

from collections.abc import Iterable
from typing import NamedTuple

from bot.model.papers.paper import LinkKind, Paper
from bot.render.addresses import paper_path, relative
from bot.render.arrivals import newest_first
from bot.render.site.page import esc, href
from bot.render.work import credited, title_link

MOST_AUTHORS = 4


class Row(NamedTuple):
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


TEMPLATE = Row(*[""] * len(Row._fields))


def works(papers: Iterable[Paper], page: str) -> str:
    """Write works as the list that stands in the page at this path."""
    rows = "\n".join(row(shown(paper, page)) for paper in newest_first(papers))
    # Safari takes a list without numbers for no list, unless it is told.
    return f'<ol class="works" role="list">\n{rows}\n</ol>'


def shown(paper: Paper, page: str) -> Row:
    """Gather what a list in the page at this path shows of a work."""
    main = title_link(paper)
    return Row(
        page=relative(paper_path(paper.id), page),
        name=name(paper),
        title=paper.title,
        authors=authors(paper),
        kind=paper.kind if paper.kind != "paper" else "",
        cited=f"{paper.citations.count:,}" if paper.citations else "",
        venue=str(paper.venue or ""),
        date=(paper.date or "")[:7],
        paper=main.url if main and main.kind != "code" else "",
        code=first_url(paper, "code"),
    )


def row(work: Row, *, template: bool = False) -> str:
    """Write one work; a template has every part, empty, for a script to fill or take away."""
    parts = [
        ("name", work.name, f'<b class="name"><bdi>{esc(work.name)}</bdi></b>'),
        ("kind", work.kind, f'<span class="kind">{work.kind}</span>'),
        ("authors", work.authors, f'<bdi class="authors">{esc(work.authors)}</bdi>'),
        ("cited", work.cited, f'<span class="cited">cited {work.cited}</span>'),
        ("venue", work.venue, f'<bdi class="venue">{esc(work.venue)}</bdi>'),
        ("date", work.date, f'<time class="date">{work.date}</time>'),
        ("paper", work.paper, f'<a class="paper" href="{href(work.paper)}">paper</a>'),
        ("code", work.code, f'<a class="code" href="{href(work.code)}">code</a>'),
    ]
    part = {key: html if value or template else "" for key, value, html in parts}
    title = f'<a class="title" href="{esc(work.page)}"><bdi>{esc(work.title)}</bdi></a>'
    return (
        f'<li><div class="what">{part["name"]}{title}{part["kind"]}'
        f'<p class="by">{part["authors"]}{part["cited"]}</p></div>'
        f'<div class="where">{part["venue"]}{part["date"]}</div>'
        f'<div class="go">{part["paper"]}{part["code"]}</div></li>'
    )


def name(paper: Paper) -> str:
    """Give the work's short name where its title does not begin with it."""
    short = paper.short_name or ""
    return "" if paper.title.startswith(short) else short


def authors(paper: Paper) -> str:
    """Give the authors; of many, the first three."""
    return credited(paper, MOST_AUTHORS)


def first_url(paper: Paper, kind: LinkKind) -> str:
    """Give the first link of this kind, or ""."""
    return next((link.url for link in paper.links if link.kind == kind), "")
