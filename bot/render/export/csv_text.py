"""How is the list written as a CSV file that a spreadsheet opens without running anything?

RFC 4180: a header, CRLF, every cell in quotation marks. A cell that a spreadsheet would take for a
formula (https://owasp.org/www-community/attacks/CSV_Injection) begins with an apostrophe; blanks
and whatever nobody sees before the sign make no difference, since spreadsheets trim them. Several
values in one cell are parted by "; ". A byte-order mark tells Excel that it is UTF-8, and "arXiv:"
keeps an id from being taken for a number and losing its last zeros.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import dropwhile

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, LinkKind, Paper
from bot.render.export.scope import within
from bot.render.work import title_link
from bot.text.clean import visible

HEADER = (
    "id", "title", "short_name", "kind", "category", "also_in", "authors", "affiliations", "date",
    "venue", "year", "doi", "arxiv", "ids", "link", "code", "links", "keywords", "citations",
    "capabilities", "note", "status", "added", "license", "successor",
)  # fmt: skip
# In their compatibility forms: spreadsheets set to Japanese take full-width signs for the same.
BYTE_ORDER_MARK = "\ufeff"
FORMULA_SIGNS = frozenset("=+-@")


def csv_text(catalog: Catalog, listing: Listing, slug: str, works: Mapping[str, str]) -> str:
    """Write a header, and the rows of the works of the list, or of a category."""
    lines = [_line(HEADER), *(works[paper.id] for paper in within(catalog, listing, slug))]
    return BYTE_ORDER_MARK + "".join(lines)


def rows(catalog: Catalog, listing: Listing) -> dict[str, str]:
    """Write every work of a list, by its id, as one row.

    Categories are the paths of their titles; each row names the licence of the data, since the
    format has no other place for it.
    """
    return {paper.id: _line(map(safe, _cells(paper, listing))) for paper in catalog.papers}


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def safe(cell: str) -> str:
    """Give a cell that no spreadsheet runs: as it is, or with an apostrophe before it."""
    return f"'{cell}" if _may_run(cell) else cell


def _may_run(cell: str) -> bool:
    """Tell whether the first character that can be seen begins a formula."""
    shown = next(dropwhile(_is_unseen, cell), "")
    return unicodedata.normalize("NFKC", shown)[:1] in FORMULA_SIGNS


def _is_unseen(char: str) -> bool:
    """Tell separators, controls, format characters, marks without a letter, and empty letters."""
    return unicodedata.category(char)[0] in "ZCM" or not visible(char).strip()


def _cells(paper: Paper, listing: Listing) -> list[str]:
    main, arxiv = title_link(paper), _family("arxiv:", paper)
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
        "arxiv": f"arXiv:{arxiv}" if arxiv else "",
        "ids": _several(paper.ids),
        "link": main.url if main else "",
        "code": _several(_urls("code", paper)),
        "links": _several(link.url for link in paper.links),
        "keywords": _several(paper.keywords),
        "citations": str(paper.citations.count) if paper.citations else "",
        "capabilities": _several(paper.capabilities),
        "note": paper.note or "",
        "status": paper.status.what if paper.status else "",
        "added": paper.added or "",
        "license": listing.license or "",
        "successor": (paper.status.see if paper.status else None) or "",
    }
    return [cells[name] for name in HEADER]


def _category(slug: str, listing: Listing) -> str:
    return " / ".join(listing.path(slug))


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)


def _family(prefix: str, paper: Paper) -> str:
    return next((id_.removeprefix(prefix) for id_ in paper.ids if id_.startswith(prefix)), "")


def _urls(kind: LinkKind, paper: Paper) -> list[str]:
    return [link.url for link in paper.links if link.kind == kind]
