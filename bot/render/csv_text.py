"""How is the list written as a CSV file that a spreadsheet opens without running anything?

RFC 4180: a header, CRLF, every cell in quotation marks. A cell that a spreadsheet would take for a
formula (https://owasp.org/www-community/attacks/CSV_Injection) begins with an apostrophe. Several
values in one cell are parted by "; ".
"""

import csv
import io
from collections.abc import Iterable

from bot.model.listing import Listing
from bot.model.paper import Catalog, LinkKind, Paper
from bot.render.work import title_link

HEADER = (
    "id", "title", "short_name", "kind", "category", "also_in", "authors", "affiliations", "date",
    "venue", "year", "doi", "arxiv", "ids", "link", "code", "links", "keywords", "citations",
    "capabilities", "note", "added",
)  # fmt: skip
# Also the full-width forms, which spreadsheets set to Japanese take for the same.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(catalog: Catalog, listing: Listing) -> str:
    """Write every work of the list as one row; categories are the paths of their titles."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(map(_safe, _row(paper, listing)) for paper in catalog.papers)
    return text.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell


def _row(paper: Paper, listing: Listing) -> list[str]:
    main = title_link(paper)
    cells = {
        "id": paper.id,
        "title": paper.title,
        "short_name": paper.short_name or "",
        "kind": paper.kind,
        "category": _category(paper.category, listing),
        "also_in": _several(_category(slug, listing) for slug in paper.also_in),
        "authors": _several(paper.authors),
        "affiliations": _several(paper.affiliations),
        "date": paper.date or "",
        "venue": paper.venue.name if paper.venue else "",
        "year": str(paper.venue.year or "") if paper.venue else "",
        "doi": _family("doi:", paper),
        "arxiv": _family("arxiv:", paper),
        "ids": _several(paper.ids),
        "link": main.url if main else "",
        "code": _several(_urls("code", paper)),
        "links": _several(link.url for link in paper.links),
        "keywords": _several(paper.keywords),
        "citations": str(paper.citations.count) if paper.citations else "",
        "capabilities": _several(paper.capabilities),
        "note": paper.note or "",
        "added": paper.added or "",
    }
    return [cells[name] for name in HEADER]


def _category(slug: str, listing: Listing) -> str:
    return " / ".join(listing.path(slug))


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)


def _family(prefix: str, paper: Paper) -> str:
    return next((each.removeprefix(prefix) for each in paper.ids if each.startswith(prefix)), "")


def _urls(kind: LinkKind, paper: Paper) -> list[str]:
    return [link.url for link in paper.links if link.kind == kind]
