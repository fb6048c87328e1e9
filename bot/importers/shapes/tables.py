"""Which works does a table list, whatever its columns are called?"""

import re
from dataclasses import replace

from bot.importers.line.builder import CAPABILITIES
from bot.importers.line.title_text import QUOTED
from bot.importers.phrases.names import is_byline
from bot.importers.phrases.roles import Role, role_of
from bot.importers.phrases.segments import decorations_off, is_label
from bot.importers.works.importer import Importer
from bot.importers.works.sections import Section, classify_heading
from bot.importers.works.side_by_side import split_works
from bot.importers.works.works import Part, build, has_work_link, names_list, outward
from bot.markdown.tree.blocks import Table
from bot.markdown.tree.pieces import BOLD, Piece, words

Row = list[list[Piece]]
_BESIDE = frozenset(("", "keywords", "note", "index"))
_QUALIFIED = re.compile(r"\s*[(\[（][^()\[\]（）]{0,40}[)\]）]\s*$")  # "Institute (first)"
_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)[-+±~<>≈\s]{0,4}\d[\d.,:/%±+×xkKMBTs\s()-]{0,20}")
_NO_TITLES = frozenset(("note", "code", "keywords", "venue", "date"))
LONGEST_HEAD = 3  # words of a heading among the rows
_MARKS = frozenset("✅❌✔✓✗✘☑√×xX-–—●○ 🟢🔴")


def read_table(table: Table, section: Section, importer: Importer) -> None:
    """Add the works of a table's rows; a table that lists none is put away."""
    linked = [importer.scan(cell) for cell in table.header if "http" in cell]
    worked = any(
        has_work_link(cell) or any(outward(piece) and not is_label(piece.text) for piece in cell)
        for cell in linked
    )
    if worked or not table.rows:
        table = Table((), (table.header, *table.rows))  # a work where the header belongs
    if not table.header and len(table.rows) > 1 and _names_columns(table.rows[0], importer):
        table = Table(table.rows[0], table.rows[1:])
    rows = [[importer.scan(cell) for cell in row] for row in table.rows]
    header = [words(importer.scan(cell)) for cell in table.header]
    roles = _roles(header, rows)
    if section.closed or not _lists_works(header, roles, rows):
        importer.skip_block(table, section)
        return
    labels = ["" if _role_of(text) else decorations_off(text).strip() for text in header]
    importer.headings += [cell for cell in header if cell]
    for row, raw in zip(rows, table.rows, strict=True):
        section = _read_row(row, raw, (roles, labels), section, importer)


def _names_columns(row: tuple[str, ...], importer: Importer) -> bool:
    """Tell a first row that names the columns, though nothing marks it as the header."""
    cells = [words(importer.scan(cell)) for cell in row]
    return len(cells) > 1 and all(map(_role_of, cells))


def _lists_works(header: list[str], roles: list[Role], rows: list[Row]) -> bool:
    """Tell a table of works from one of numbers, badges or people."""
    linked = sum(any(map(has_work_link, row)) for row in rows)
    announced = set(map(_role_of, header))
    if header and announced <= _BESIDE:
        titled = sum(any(map(_is_titled, row)) for row in rows)
        if 0 < titled * 2 <= len(rows) or (linked and not titled):
            return False
    if (not linked and _lists_people(roles, rows)) or _lists_numbers(header, roles, rows):
        return False
    outside = any(outward(piece) for row in rows for cell in row for piece in cell)
    named = "title" in roles and len(roles) > 1
    if named and not linked and _role_of(header[roles.index("title")]) in _NO_TITLES:
        return False
    told = {
        "venue",
        "year",
        "date",
        "authors",
        "code",
        "links",
        "paper",
        *CAPABILITIES,
    } & announced
    return linked > 0 or (named and bool(told)) or (outside and named)


def _is_titled(cell: list[Piece]) -> bool:
    """Tell a cell that names a work of which it has a link: in the link's words, or beside it."""
    return has_work_link(cell) and any(
        not is_label(piece.text) and len(piece.text.split()) > 1
        for piece in cell
        if piece.kind in {"text", "link"}
    )


def _lists_people(roles: list[Role], rows: list[Row]) -> bool:
    """Tell a table whose rows are people, by their names where titles would stand."""
    column = roles.index("title") if "title" in roles else 0
    cells = [words(row[column]) for row in rows if column < len(row) and words(row[column])]
    return len(cells) > 0 and sum(map(is_byline, cells)) * 3 > len(cells) * 2


def _titles(roles: list[Role]) -> list[int]:
    return [index for index, role in enumerate(roles) if role == "title"]


def _lists_numbers(header: list[str], roles: list[Role], rows: list[Row]) -> bool:
    """Tell results: names, and columns of numbers that say nothing of a work."""
    if not header or not set(map(_role_of, header)) <= {"name", *_BESIDE}:
        return False
    named = [words(row[i]).split() for row in rows for i in _titles(roles) if i < len(row)]
    if 2 * sum(len(name) > LONGEST_HEAD for name in named) > len(named):
        return False
    columns = [i for i, role in enumerate(roles) if role != "title" and _role_of(header[i]) == ""]
    filled = [[words(row[i]) for row in rows if i < len(row) and words(row[i])] for i in columns]
    numbers = sum(2 * sum(map(bool, map(_NUMBER.fullmatch, each))) > len(each) for each in filled)
    return numbers > 0 and numbers * 2 >= len(columns)


def _roles(header: list[str], rows: list[Row]) -> list[Role]:
    """Give each column its role; one of them is the title."""
    if not header:
        return []
    roles = [_role_of(text) for text in header]
    marked = [i for i, role in enumerate(roles) if role in CAPABILITIES]
    if len(marked) < 2 or not any(_is_mark(row, i) for row in rows[:20] for i in marked):
        roles = ["note" if role in CAPABILITIES else role for role in roles]
    column = _title_column(roles, rows)
    return [_role(role, index, column, roles) for index, role in enumerate(roles)]


def _role_of(header: str) -> Role:
    """Give the role that a column's header announces, whatever stands in brackets behind it."""
    text = decorations_off(header)
    if text.strip()[:1] == "#" and text.strip() != "#":
        return ""  # "#Tasks" counts them
    return "index" if text.strip() == "#" else role_of(text) or role_of(_QUALIFIED.sub("", text))


def _role(role: Role, index: int, title: int, roles: list[Role]) -> Role:
    """Give one column's role, once it is known which column is the title."""
    if index == title:
        return "title"
    if role in {"title", "paper", ""}:
        return "links"
    if role == "name" and "name" in roles[:index]:
        return "note"
    return role


def _is_mark(row: Row, index: int) -> bool:
    text = words(row[index]) if index < len(row) else ""
    return bool(text) and set(text) <= _MARKS


def _title_column(roles: list[Role], rows: list[Row]) -> int:
    """Find the column that holds the titles, by its name and by what stands in it."""
    if not {"title", "paper"} & set(roles):
        shares = [_share_quoted(rows, i) for i in range(len(roles))]
        if max(shares) > 0.5:
            return shares.index(max(shares))
    for wanted in ("title", "paper", "name", "links", "", "note", "code", "keywords"):
        columns = [i for i, role in enumerate(roles) if role == wanted]
        if wanted == "title" and len(columns) == 1:
            return columns[0]
        named = [i for i in columns if _share_named(rows, i) > 0.4]
        if wanted == "title" and columns:
            return named[0] if named else columns[0]
        if named:
            return (
                max(named, key=lambda i: (_share_linked(rows, i), -i)) if wanted == "" else named[0]
            )
    return 0


def _share_named(rows: list[Row], column: int) -> float:
    """Tell how many of a column's cells hold words of their own, not just "[Paper](...)"."""
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    named = sum(
        any(not is_label(p.text) for p in cell if p.kind in {"text", "link"}) for cell in cells
    )
    return named / len(cells) if cells else 0.0


def _share_quoted(rows: list[Row], column: int) -> float:
    """Tell how many of a column's cells begin with words in quotation marks."""
    cells = [words(row[column]) for row in rows if column < len(row) and row[column]]
    return sum(map(bool, map(QUOTED.match, cells))) / len(cells) if cells else 0.0


def _share_linked(rows: list[Row], column: int) -> float:
    cells = [row[column] for row in rows if column < len(row)]
    return sum(map(has_work_link, cells)) / len(cells) if cells else 0.0


def _read_row(
    row: Row,
    raw: tuple[str, ...],
    columns: tuple[list[Role], list[str]],
    section: Section,
    importer: Importer,
) -> Section:
    """Add a row's work; give the section that holds for the next row.

    `columns` are the roles, and what the columns without a field of ours are called.
    """
    roles, labels = columns
    filled = [cell for cell in row if words(cell) or any(p.kind == "link" for p in cell)]
    links = [piece for cell in row for piece in cell if piece.kind == "link"]
    if not filled or all(set(words(cell)) <= {"-", ":", " "} for cell in filled):
        return section
    if len(filled) == 1 and not links and len(roles) > 2 and _heads(filled[0]):
        return _under(words(filled[0]), section, importer)
    if links and (all(p.url.startswith("#") for p in links) or names_list(links)):
        importer.skip(" | ".join(raw), section)
        return section
    if not roles:
        _read_grid(row, raw, section, importer)
        return section
    parts = [
        Part(roles[i], cell, labels[i]) if i < len(roles) else Part("links", cell)
        for i, cell in enumerate(row)
    ]
    parts.sort(key=lambda part: part.role != "title")
    title = parts[0].pieces
    several = (
        split_works(title) if not any(p.kind == "link" for c in parts[1:] for p in c.pieces) else []
    )
    if len(several) > 1:
        for line in several:
            _add([Part("title", line), *parts[1:]], section, raw, importer)
    else:
        _add(parts, section, raw, importer)
    return section


def _heads(cell: list[Piece]) -> bool:
    """Tell a row's only cell that is a heading to those below from a title all alone."""
    said = words(cell)
    bold = all(piece.style & BOLD for piece in cell if piece.text.strip())
    return bold or len(said.split()) <= LONGEST_HEAD or any(classify_heading(said))


def _under(text: str, section: Section, importer: Importer) -> Section:
    """Go under a row that is a heading: it may say the date or venue of the rows below it."""
    importer.headings.append(text)
    date, venue, year = classify_heading(decorations_off(text))
    return replace(section, date=date or section.date, venue=venue, year=year or section.year)


def _add(parts: list[Part], section: Section, raw: tuple[str, ...], importer: Importer) -> None:
    entry = build(parts, section, importer.outline.as_of)
    if entry:
        importer.entries.append(entry)
    else:
        importer.skip(" | ".join(raw), section)


def _read_grid(row: Row, raw: tuple[str, ...], section: Section, importer: Importer) -> None:
    """Read a row without a header: its cells are one work's, or each is a work."""
    works = [cell for cell in row if has_work_link(cell)]
    if not works:
        if any(map(outward, (p for cell in row for p in cell))) and section.path and len(row) < 8:
            text = [c for c in row if any(not is_label(p.text) for p in c if p.kind != "image")]
            if text and any(p.kind == "link" and not p.badge for cell in row for p in cell):
                _add_grid(row, section, raw, importer)
                return
        importer.skip(" | ".join(raw), section)
        return
    titled = [c for c in works if any(p.kind == "link" and not is_label(p.text) for p in c)]
    if len(titled) > 1:
        for cell in row:
            for line in split_works(cell):
                if words(line):
                    _add([Part("", line)], section, (words(line),), importer)
        return
    _add_grid(row, section, raw, importer)


def _add_grid(row: Row, section: Section, raw: tuple[str, ...], importer: Importer) -> None:
    """Read the cells of one work: the one with the most words of its own holds the title."""

    def weight(cell: list[Piece]) -> tuple[bool, int]:
        linked = any(
            p.kind == "link" and not p.badge and not is_label(p.text) and " " in p.text.strip()
            for p in cell
        )
        return linked, len(words([p for p in cell if not is_label(p.text)]))

    title = max(range(len(row)), key=lambda i: weight(row[i]))
    parts = [Part("" if i == title else "links", cell) for i, cell in enumerate(row)]
    parts.sort(key=lambda part: part.role != "")
    _add(parts, section, raw, importer)
