"""Which works does a CSV file list?

RFC 4180 as people use it: comma, semicolon or tab, a byte-order mark, quoted line breaks, columns
in any order under the names that bibliographic tools give them. The only column needed is a title.
Where several columns hold one thing ("journal" and "booktitle"), the first that is filled counts.
"""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.errors import InvalidError, Problem
from bot.identify import links_in
from bot.importers.records.record_fields import first_year, works_and_pages
from bot.model.papers.record import Record
from bot.people.listed import listed
from bot.text.clean import clean
from bot.text.fold import fold

LONGEST_HEADER = 20_000  # characters that are looked at; csv takes 131,072 for a cell at most
LONGEST_ROW = 100  # lines; a quote that is open for longer was never closed
DELIMITERS = ",;\t|"

# For each field the names of its column, folded; where several are there, the first one counts.
COLUMNS = {
    "key": "id|key|record id|citation key|citekey|unique id|pmid|accession number|rec number|eid"
    "|ut|ut unique wos id|bibtex key|item id",
    "title": "title|article title|paper title|document title|primary title|work title|paper"
    "|title of paper|original title|display name|publication|ti|t1",
    "short_name": "short name|short title|name|acronym",
    "authors": "authors|author|author s|author names|author full names|author list|creators"
    "|creator|au|a1",
    "venue": "venue|journal|journal book|journal title|journal name|booktitle|book title"
    "|conference|conference name|source title|publication title|publication name|publication venue"
    "|container title|published in|proceedings|secondary title|source|so|t2|jt|journal abbreviation"
    "|abbreviated journal|abbreviated source title|journal abbrev|alternate title|series|jo|jf|ja"
    "|ta",
    "year": "year|publication year|pub year|pubyear|published year|year of publication"
    "|publication date|published|date|cover date|issued|py|y1|dp|yr",
    "doi": "doi|doi link|digital object identifier|di|do",
    "arxiv": "arxiv|arxiv id|arxiv number|eprint",
    "url": "url|urls|link|links|paper link|paper url|href|ur",
    "pages": "pages|page|page range|page start|start page|first page|beginning page|pg|sp",
    "volume": "volume|vol|vl",
    "kind": "kind|type|document type|item type|publication type|entry type|reference type|ty",
}
FIELD_OF = {name: field for field, names in COLUMNS.items() for name in names.split("|")}
# A column that only says whose ids it holds: "idDBLP", "Entity Id", "ltable_id".
SOME_ID = re.compile(r"(?:[a-z]+ )?id|id [a-z]+")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class CsvRow(NamedTuple):
    """A row, the number of its first line, and why it cannot be read, if so."""

    line: int
    cells: list[str]
    fault: str = ""


def read(text: str) -> tuple[list[Record], list[Problem]]:
    """Give the records of a CSV text, and a problem for each row that could not be read.

    Raises InvalidError where there is no column of titles.
    """
    header, columns, rows = opened(text)
    return read_rows(rows, columns, len(header))


def opened(text: str) -> tuple[list[str], dict[str, list[int]], Iterator[CsvRow]]:
    """Give the header's cells, the places of the fields that it names, and the rows below it.

    Raises InvalidError where there is no column of titles.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    rows = split_rows(lines, start, sniffed(lines[start]))
    header = next(rows, CsvRow(1, [])).cells
    columns = columns_of(header)
    if "title" not in columns:
        raise InvalidError([no_title_column(start + 1, header)])
    return header, columns, rows


def sniffed(header: str) -> str:
    """Give the delimiter that makes the most known columns of the first line."""

    def columns_with(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header[:LONGEST_HEADER]], delimiter=delimiter), [])
        return sum(column_name(cell) in FIELD_OF for cell in cells), len(cells)

    return max(DELIMITERS, key=columns_with)


def split_rows(lines: list[str], start: int, delimiter: str) -> Iterator[CsvRow]:
    """Yield every row that is not blank.

    A quote that is never closed would swallow the rest of the file: reading goes on after the line
    that opened it.
    """
    width = 0
    while start < len(lines):
        near = (f"{line}\n" for line in lines[start : start + LONGEST_ROW])
        rows = csv.reader(near, delimiter=delimiter, strict=True)
        try:
            cells = next(rows, [])
        except csv.Error:
            yield forgiven(start, lines[start], delimiter, width)
            start += 1
            continue
        width = width or len(cells)
        if any(map(str.strip, cells)):
            yield CsvRow(start + 1, cells)
        start += rows.line_num


def forgiven(at: int, line: str, delimiter: str, width: int) -> CsvRow:
    """Read a line against the rules of quoting, if that gives as many cells as the header has."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error as error:
        return CsvRow(at + 1, [line], f"the row cannot be read ({error})")
    if len(cells) == width:
        return CsvRow(at + 1, cells)
    return CsvRow(at + 1, [line], "a quote is never closed, or stands inside a cell; mend the row")


def columns_of(header: list[str]) -> dict[str, list[int]]:
    """Give the positions of each field that the header names, the most telling name first."""
    names = [column_name(cell) for cell in header]
    ranked = {name: rank for rank, name in enumerate(FIELD_OF)}
    columns: dict[str, list[int]] = {}
    for _, at in sorted((ranked[name], at) for at, name in enumerate(names) if name in ranked):
        columns.setdefault(FIELD_OF[names[at]], []).append(at)
    if "key" not in columns:
        ids = [
            at for at, name in enumerate(names) if name not in ranked and SOME_ID.fullmatch(name)
        ]
        columns["key"] = ids[:1]
    return columns


def column_name(cell: str) -> str:
    """Give a column's name in the form in which names are compared: "PaperTitle", "paper_title"."""
    name = fold(cell.replace("_", " "))
    return name if name in FIELD_OF else fold(HUMP.sub(" ", cell.replace("_", " ")))


def no_title_column(line: int, header: list[str]) -> Problem:
    """Say what was found where the columns' names should be."""
    cells = ", ".join(cell.strip() for cell in header)
    return Problem(f"line {line}", cells[:300], "no column is called “title”; name one so")


def read_rows(
    rows: Iterator[CsvRow], columns: dict[str, list[int]], width: int
) -> tuple[list[Record], list[Problem]]:
    """Read every row that holds a title and not more cells than the header."""
    records, problems = [], []
    for row in rows:
        count = len(row.cells)
        cells = {field: filled(row.cells, places) for field, places in columns.items()}
        fault = row.fault
        if any(map(str.strip, row.cells[width:])):
            fault = f"{count} cells under {width} columns; quote cells that hold commas"
        elif not fault and not clean(cells.get("title", "")):
            fault = "the title is missing; add it"
        if fault:
            written = " | ".join(cell for cell in row.cells if cell)[:300]
            problems.append(Problem(f"line {row.line}", written, fault))
        else:
            records.append(record_of_cells(cells, row.line))
    return records, problems


def filled(cells: list[str], places: list[int]) -> str:
    """Give the first cell at these places that holds something."""
    return next((text for at in places if at < len(cells) and (text := cells[at].strip())), "")


def record_of_cells(cells: dict[str, str], line: int) -> Record:
    """Make a record of a row's cells."""
    cell = cells.get
    links = links_in(cell("url", ""))
    works, pages = works_and_pages(cell("arxiv", ""), cell("doi", ""), links)
    return Record(
        key=cell("key") or f"line {line}",
        title=clean(cells["title"]),
        short_name=clean(cell("short_name", "")),
        authors=listed(clean(cell("authors", ""))),
        venue=clean(cell("venue", "")),
        year=first_year(cell("year", "")),
        ids=works,
        urls=pages,
        kind=cell("kind", "").lower(),
        volume=cell("volume", ""),
        pages=cell("pages", ""),
    )
