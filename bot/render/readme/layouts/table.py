"""How do a category's works look as a table with the columns that the owner chose?

    | Title | Venue | &nbsp;&nbsp;&nbsp;Date&nbsp;&nbsp;&nbsp; | Code |
    | --- | --- | --- | --- |
    | **vLLM**: [Efficient Memory Management ...](...) | SOSP 2023 | 2023-09 | [code](...) |

Cells are not padded to a common width: a long title would change every other row. The heading of
the dates is as wide as a date, or browsers would break "2023-09" at its hyphen.
"""

from collections.abc import Sequence

from bot.model.lists.listing import Column, Readme
from bot.model.papers.paper import Link, Paper
from bot.render.work import FIELDS, bracketed, named_title, title_link, venue

HEADINGS: dict[Column, str] = {
    "title": "Title",
    "short_name": "Name",
    "kind": "Kind",
    "authors": "Authors",
    "affiliations": "Affiliations",
    "venue": "Venue",
    "date": "Date",
    "code": "Code",
    "links": "Links",
    "keywords": "Keywords",
    "citations": "Citations",
    "note": "Note",
}

_WIDE_DATE = f"{'&nbsp;' * 3}{HEADINGS['date']}{'&nbsp;' * 3}"


def row(paper: Paper, readme: Readme) -> str:
    """Write one work as a row."""
    columns = readme.columns
    cells = [
        _title(paper, columns) if column == "title" else FIELDS[column](paper) for column in columns
    ]
    return f"| {' | '.join(cells)} |"


def body(papers: Sequence[Paper], readme: Readme) -> str:
    """Write works as a table; one with citations says above when they were last counted."""
    headings = HEADINGS | {"date": _WIDE_DATE}
    lines = [
        f"| {' | '.join(headings[column] for column in readme.columns)} |",
        f"|{' --- |' * len(readme.columns)}",
        *(row(paper, readme) for paper in papers),
    ]
    if counted := _last_counted(papers) if "citations" in readme.columns else "":
        lines[:0] = [f"Last update of citations: {counted}", ""]
    return "\n".join(lines)


def _last_counted(papers: Sequence[Paper]) -> str:
    return max((paper.citations.as_of or "" for paper in papers if paper.citations), default="")


def _title(paper: Paper, columns: Sequence[Column]) -> str:
    """Write the title, and beside it what no column of its own shows: venue and links."""
    main = None if "links" in columns else title_link(paper)
    title = named_title(paper, main.url if main else None, name="short_name" not in columns)
    if paper.venue and "venue" not in columns:
        title += rf" \[{venue(paper)}\]"
    if main and (beside := _beside(paper, main, columns)):
        title += f" {bracketed(beside)}"
    return title


def _beside(paper: Paper, main: Link, columns: Sequence[Column]) -> list[Link]:
    """List the links that neither the title nor the code column shows for what they are."""
    shown = main if main.kind == "paper" else None
    code = "code" in columns
    return [
        link for link in paper.links if link is not shown and not (code and link.kind == "code")
    ]
