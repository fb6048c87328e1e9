"""Which works does a CSV file list?

Its columns are found by the names that bibliographic tools give them, and that our own export has.
Several values in one cell are parted by semicolons.
"""

import re
from collections.abc import Mapping

from bot.identify import links_in
from bot.importers.phrases.dates import read_date
from bot.importers.records.csv_records import (
    CsvRow,
    column_name,
    filled,
    opened,
)
from bot.importers.records.record_fields import first_year, works_and_pages
from bot.links.identifier import without_repositories
from bot.model.papers.imported import ImportedPaper
from bot.people.listed import listed
from bot.people.name import stored
from bot.text.clean import clean, clean_note
from bot.venues.parse import parse_venue

# Beside those that a search of duplicates reads.
_MORE = {
    "section": ("category", "section", "topic", "group"),
    "date": ("date", "publication date", "published", "issued"),
    "affiliations": ("affiliations", "affiliation", "institutions", "institution"),
    "keywords": ("keywords", "author keywords", "key words", "tags", "de"),
    "code": ("code", "github", "repository", "code link"),
    "links": ("links", "url", "urls", "link"),
    "citations": ("citations", "cited by", "times cited"),
    "note": ("note", "notes", "remark", "comment", "comments"),
}
# Before these an exporter puts an apostrophe, so that no spreadsheet runs the cell.
_PARTED = re.compile(r"[,，、&|]|\sand\s|et al")
_SIGNS = "=+-@"


def read_csv(text: str) -> tuple[list[ImportedPaper], list[str]]:
    """Give the works of a CSV text, in order, and the rows that could not be read.

    Raises InvalidError where there is no column of titles.
    """
    header, columns, rows = opened(text)
    names = [column_name(cell) for cell in header]
    for field, spellings in _MORE.items():
        columns[field] = [names.index(name) for name in spellings if name in names]
    papers, rest = [], []
    for row in rows:
        cells = {field: _plain(filled(row.cells, places)) for field, places in columns.items()}
        if _is_whole(row, len(header)) and clean(cells["title"]):
            papers.append(_entry(cells))
        else:
            rest.append(" | ".join(row.cells))
    return papers, rest


def _is_whole(row: CsvRow, width: int) -> bool:
    return not row.fault and not any(map(str.strip, row.cells[width:]))


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _SIGNS else cell


def _entry(cells: Mapping[str, str]) -> ImportedPaper:
    """Make an entry of a row's cells, by the names of their columns."""
    cell = cells.get
    venue = parse_venue(clean(cell("venue", "")))
    code = links_in(cell("code", ""))
    urls = dict.fromkeys(url for name in ("url", "links") for url in links_in(cell(name, "")))
    links = (*(("url", url) for url in urls if url not in code), *(("code", url) for url in code))
    works, _ = works_and_pages(cell("arxiv", ""), cell("doi", ""), [url for _, url in links])
    count = cell("citations", "")
    return ImportedPaper(
        title=clean(cells["title"]),
        name=clean(cell("short_name", "")),
        kind=cell("kind", "").lower(),
        section=tuple(filter(None, map(clean, cell("section", "").split(" / ")))),
        links=links,
        ids=without_repositories(works) or works[:1],
        venue=venue.name,
        year=first_year(cell("year", "")) or venue.year,
        date=read_date(cell("date", "")),
        authors=tuple(map(stored, _people(cell("authors", "")))),
        affiliations=_several(cell("affiliations", "")),
        keywords=_several(cell("keywords", "")),
        citations=int(count) if count.isdecimal() and len(count) < len("1000000000") else None,
        note=clean_note(cell("note", "")),
    )


def _people(cell: str) -> tuple[str, ...]:
    """Give the people of a cell: between semicolons or alone, a name is one as it stands."""
    if ";" in cell or not _PARTED.search(cell):
        return tuple(filter(None, map(clean, cell.split(";"))))
    return listed(clean(cell))


def _several(cell: str) -> tuple[str, ...]:
    parts = cell.split(";") if ";" in cell else cell.split(",")
    return tuple(dict.fromkeys(filter(None, map(clean, parts))))
