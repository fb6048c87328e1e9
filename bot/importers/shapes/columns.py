"""What does each column of a table hold, and are the rows works at all?"""

import re
from functools import partial
from typing import NamedTuple

from bot.importers.line.builder import CAPABILITIES
from bot.importers.line.title_text import QUOTED
from bot.importers.phrases.names import is_byline
from bot.importers.phrases.roles import Role, role_of
from bot.importers.phrases.segments import decorations_off, is_label
from bot.importers.works.works import has_work_link, outward
from bot.markdown.tree.pieces import Piece, words

Cells = list[list[Piece]]
_BESIDE = frozenset(("", "keywords", "note", "index"))
_QUALIFIED = re.compile(r"\s*[(\[（][^()\[\]（）]{0,40}[)\]）]\s*$")  # "Institute (first)"
_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)[-+±~<>≈\s]{0,4}\d[\d.,:/%±+×xkKMBTs\s()-]{0,20}")
_NO_TITLES = frozenset(("note", "code", "keywords", "venue", "date"))
# What a column says of works that stand there, linked or not.
_TELLING = frozenset(("venue", "year", "date", "authors", "code", "links", "paper", *CAPABILITIES))
LONGEST_NAME = 3  # words
_MARKS = frozenset("✅❌✔✓✗✘☑√×xX-–—●○ 🟢🔴")


class Columns(NamedTuple):
    """The columns of a table: what their headers say, their roles, and what is called otherwise.

    `labels` are the headers of the columns without a field of ours. All are empty without a header.
    """

    header: list[str]
    roles: list[Role]
    labels: list[str]

    @property
    def announced(self) -> set[Role]:
        """The roles that the headers announce, whatever stands below."""
        return set(map(role_announced, self.header))

    @property
    def title(self) -> int | None:
        """The column that holds the titles; without a header there is none."""
        return self.roles.index("title") if "title" in self.roles else None


def columns_of(header: list[str], rows: list[Cells]) -> Columns:
    """Read the columns by their headers and by what stands in them."""
    labels = ["" if role_announced(text) else decorations_off(text).strip() for text in header]
    return Columns(header, _roles(header, rows), labels)


def lists_works(columns: Columns, rows: list[Cells]) -> bool:
    """Tell a table of works from one of numbers, badges or people."""
    linked = any(has_work_link(cell) for row in rows for cell in row)
    against = (_links_from_names, _lists_numbers, *(() if linked else _AGAINST_UNLINKED))
    if any(rule(columns, rows) for rule in against):
        return False
    return linked or (_has_titles(columns) and any(rule(columns, rows) for rule in _FOR_UNLINKED))


def _has_titles(columns: Columns) -> bool:
    return columns.title is not None and len(columns.roles) > 1


def _links_from_names(columns: Columns, rows: list[Cells]) -> bool:
    """Tell columns of which none is a work's, and links of which few bear a title."""
    if not columns.header or not columns.announced <= _BESIDE:
        return False
    titled = sum(any(map(_is_titled, row)) for row in rows)
    linked = any(has_work_link(cell) for row in rows for cell in row)
    return 0 < titled * 2 <= len(rows) or (linked and not titled)


def _is_titled(cell: list[Piece]) -> bool:
    """Tell a cell that names a work of which it has a link: in the link's words, or beside it."""
    return has_work_link(cell) and any(
        not is_label(piece.text) and len(piece.text.split()) > 1
        for piece in cell
        if piece.kind in {"text", "link"}
    )


def _lists_people(columns: Columns, rows: list[Cells]) -> bool:
    """Tell a table whose rows are people, by their names where titles would stand."""
    column = columns.title or 0
    cells = [words(row[column]) for row in rows if column < len(row) and words(row[column])]
    return len(cells) > 0 and sum(map(is_byline, cells)) * 3 > len(cells) * 2


def _titles_are_no_titles(columns: Columns, _rows: list[Cells]) -> bool:
    """Tell a table in which the nearest to a title is a remark, a date, a venue."""
    if columns.title is None or not _has_titles(columns):
        return False
    return role_announced(columns.header[columns.title]) in _NO_TITLES


def _lists_numbers(columns: Columns, rows: list[Cells]) -> bool:
    """Tell results: names, and columns of numbers that say nothing of a work."""
    if not columns.header or not columns.announced <= {"name", *_BESIDE}:
        return False
    titles = [i for i, role in enumerate(columns.roles) if role == "title"]
    named = [words(row[i]).split() for row in rows for i in titles if i < len(row)]
    if 2 * sum(len(name) > LONGEST_NAME for name in named) > len(named):
        return False
    others = [
        i
        for i, text in enumerate(columns.header)
        if columns.roles[i] != "title" and role_announced(text) == ""
    ]
    numbers = sum(map(partial(_holds_numbers, rows), others))
    return numbers > 0 and numbers * 2 >= len(others)


def _holds_numbers(rows: list[Cells], column: int) -> bool:
    filled = [words(row[column]) for row in rows if column < len(row) and words(row[column])]
    return 2 * sum(map(bool, map(_NUMBER.fullmatch, filled))) > len(filled)


def _tells_of_works(columns: Columns, _rows: list[Cells]) -> bool:
    return not columns.announced.isdisjoint(_TELLING)


def _leads_outside(_columns: Columns, rows: list[Cells]) -> bool:
    return any(outward(piece) for row in rows for cell in row for piece in cell)


# What speaks against works where no link leads to one, and of what one is enough for them.
_AGAINST_UNLINKED = (_lists_people, _titles_are_no_titles)
_FOR_UNLINKED = (_tells_of_works, _leads_outside)


def _roles(header: list[str], rows: list[Cells]) -> list[Role]:
    """Give each column its role; one of them is the title."""
    if not header:
        return []
    roles = [role_announced(text) for text in header]
    marked = [i for i, role in enumerate(roles) if role in CAPABILITIES]
    if len(marked) < 2 or not any(_is_mark(row, i) for row in rows[:20] for i in marked):
        roles = ["note" if role in CAPABILITIES else role for role in roles]
    column = _title_column(roles, rows)
    return [_role(role, index, column, roles) for index, role in enumerate(roles)]


def role_announced(header: str) -> Role:
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


def _is_mark(row: Cells, index: int) -> bool:
    text = words(row[index]) if index < len(row) else ""
    return bool(text) and set(text) <= _MARKS


def _title_column(roles: list[Role], rows: list[Cells]) -> int:
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


def _share_named(rows: list[Cells], column: int) -> float:
    """Tell how many of a column's cells hold words of their own, not just "[Paper](...)"."""
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    named = sum(
        any(not is_label(p.text) for p in cell if p.kind in {"text", "link"}) for cell in cells
    )
    return named / len(cells) if cells else 0.0


def _share_quoted(rows: list[Cells], column: int) -> float:
    """Tell how many of a column's cells begin with words in quotation marks."""
    cells = [words(row[column]) for row in rows if column < len(row) and row[column]]
    return sum(map(bool, map(QUOTED.match, cells))) / len(cells) if cells else 0.0


def _share_linked(rows: list[Cells], column: int) -> float:
    cells = [row[column] for row in rows if column < len(row)]
    return sum(map(has_work_link, cells)) / len(cells) if cells else 0.0
