"""Which works does a table list, whatever its columns are called?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from bot.importers.phrases.segments import decorations_off, is_label
from bot.importers.shapes.columns import (
    LONGEST_NAME,
    Columns,
    columns_of,
    lists_works,
    role_announced,
)
from bot.importers.works.importer import Importer
from bot.importers.works.sections import Section, classify_heading
from bot.importers.works.side_by_side import split_works
from bot.importers.works.works import LabelledPart, has_work_link, names_list, outward
from bot.markdown.tree.blocks import Table
from bot.markdown.tree.pieces import BOLD, Piece, words

_MOST_CELLS = 7  # of a grid's row that is one work, though none of its links leads to one


class TableRow(NamedTuple):
    """A row: its cells, and what it says as it was written."""

    cells: list[list[Piece]]
    written: str

    @property
    def filled(self) -> list[list[Piece]]:
        """The cells that hold something."""
        return [c for c in self.cells if words(c) or any(p.kind == "link" for p in c)]

    @property
    def links(self) -> list[Piece]:
        """The links of all cells."""
        return [piece for cell in self.cells for piece in cell if piece.kind == "link"]

    @property
    def is_rule(self) -> bool:
        """Whether nothing stands in it but a line that parts others."""
        return all(set(words(cell)) <= {"-", ":", " "} for cell in self.filled)

    @property
    def leads_to_no_work(self) -> bool:
        """Whether its links only lead within the document, or are a list of something else."""
        links = self.links
        inside = all(piece.url.startswith("#") for piece in links)
        return bool(links) and (inside or names_list(links))


def read_table(table: Table, section: Section, importer: Importer) -> None:
    """Add the works of a table's rows; a table that lists none is put away."""
    table = _with_its_header(table, importer)
    cells = [[importer.scan(cell) for cell in row] for row in table.rows]
    columns = columns_of([words(importer.scan(cell)) for cell in table.header], cells)
    if section.closed or not lists_works(columns, cells):
        importer.skip_block(table, section)
        return
    importer.headings += [cell for cell in columns.header if cell]
    for line, texts in zip(cells, table.rows, strict=True):
        section = _read_row(TableRow(line, " | ".join(texts)), columns, section, importer)


def _with_its_header(table: Table, importer: Importer) -> Table:
    """Take a work in place of a header for a row, and a row that names the columns for a header."""
    linked = [importer.scan(cell) for cell in table.header if "http" in cell]
    if not table.rows or any(map(_shows_work, linked)):
        table = Table((), (table.header, *table.rows))
    if not table.header and len(table.rows) > 1 and _names_columns(table.rows[0], importer):
        return Table(table.rows[0], table.rows[1:])
    return table


def _shows_work(cell: list[Piece]) -> bool:
    return has_work_link(cell) or any(outward(p) and not is_label(p.text) for p in cell)


def _names_columns(row: tuple[str, ...], importer: Importer) -> bool:
    """Tell a first row that names the columns, though nothing marks it as the header."""
    cells = [words(importer.scan(cell)) for cell in row]
    return len(cells) > 1 and all(map(role_announced, cells))


def _read_row(row: TableRow, columns: Columns, section: Section, importer: Importer) -> Section:
    """Add a row's works; give the section that holds for the next row."""
    if row.is_rule:
        return section
    if _is_heading(row, columns):
        return _under(words(row.filled[0]), section, importer)
    if row.leads_to_no_work:
        importer.skip(row.written, section)
    elif columns.roles:
        for parts in _works(row, columns):
            importer.add(parts, section, row.written)
    else:
        _read_grid(row, section, importer)
    return section


def _works(row: TableRow, columns: Columns) -> Iterator[list[LabelledPart]]:
    """Yield the parts of each of the row's works, its title first.

    The cell of the titles may hold several, if no other holds a link.
    """
    named = len(columns.roles)
    parts = [
        LabelledPart(columns.roles[i], cell, columns.labels[i])
        if i < named
        else LabelledPart("links", cell)
        for i, cell in enumerate(row.cells)
    ]
    parts.sort(key=lambda part: part.role != "title")
    first, *others = parts
    alone = not any(piece.kind == "link" for part in others for piece in part.pieces)
    several = split_works(first.pieces) if alone else []
    if len(several) > 1:
        yield from ([LabelledPart("title", line), *others] for line in several)
    else:
        yield parts


def _is_heading(row: TableRow, columns: Columns) -> bool:
    """Tell a row whose only cell is a heading to those below from a title all alone."""
    if len(row.filled) > 1 or row.links or len(columns.roles) < 3:
        return False
    text = words(row.filled[0])
    bold = all(piece.style & BOLD for piece in row.filled[0] if piece.text.strip())
    return bold or len(text.split()) <= LONGEST_NAME or any(classify_heading(text))


def _under(text: str, section: Section, importer: Importer) -> Section:
    """Go under a row that is a heading: it may say the date or venue of the rows below it."""
    importer.headings.append(text)
    date, venue, year = classify_heading(decorations_off(text))
    return replace(section, date=date or section.date, venue=venue, year=year or section.year)


def _read_grid(row: TableRow, section: Section, importer: Importer) -> None:
    """Read a row without a header: its cells are one work's, or each is a work."""
    works = [cell for cell in row.cells if has_work_link(cell)]
    if sum(map(_bears_title, works)) > 1:
        lines = (line for cell in row.cells for line in split_works(cell) if words(line))
        for line in lines:
            importer.add([LabelledPart("", line)], section, words(line))
    elif works or (section.path and _may_be_work(row)):
        importer.add(_parts_of_grid(row), section, row.written)
    else:
        importer.skip(row.written, section)


def _bears_title(cell: list[Piece]) -> bool:
    return any(piece.kind == "link" and not is_label(piece.text) for piece in cell)


def _may_be_work(row: TableRow) -> bool:
    """Tell a short row with a link in words and with words of its own."""
    pieces = [piece for cell in row.cells for piece in cell]
    has_words = any(not is_label(piece.text) for piece in pieces if piece.kind != "image")
    linked = any(map(outward, pieces)) and any(not link.badge for link in row.links)
    return has_words and linked and len(row.cells) <= _MOST_CELLS


def _parts_of_grid(row: TableRow) -> list[LabelledPart]:
    """Give the cells of one work: the one with the most words of its own holds the title."""
    title = max(range(len(row.cells)), key=lambda i: _weight(row.cells[i]))
    parts = [LabelledPart("" if i == title else "links", cell) for i, cell in enumerate(row.cells)]
    return sorted(parts, key=lambda part: part.role != "")


def _weight(cell: list[Piece]) -> tuple[bool, int]:
    titled = (
        " " in p.text.strip() and not (p.badge or is_label(p.text))
        for p in cell
        if p.kind == "link"
    )
    return any(titled), len(words([piece for piece in cell if not is_label(piece.text)]))
