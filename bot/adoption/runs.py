"""Which stretches of a README become parts of the bot's, and what stands in them?

A part holds the entries of one category, one below the other. Whatever stands between two of them
and is no entry parts them, and stays the owner's own; only inside a table, which nothing may part,
is it kept with the list. Blank lines belong to the entry above them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.adoption.match import EntryPlace

_LONGEST_GAP = 20  # lines between two tables of one category


class PartRow(NamedTuple):
    """Lines in a part: of an entry, by its position, or, without one, of nothing."""

    entry: int | None
    text: str


@dataclass(slots=True)
class Part:
    """Lines `start` to `end` (not included) of a README: a category's rows, below their `head`."""

    slug: str
    start: int
    end: int
    head: str = ""
    rows: list[PartRow] = field(default_factory=list)
    last: EntryPlace | None = None


def parts(
    places: Sequence[EntryPlace], slugs: Mapping[int, str], lines: Sequence[str]
) -> list[Part]:
    """Cut the document into parts; `slugs` tell the category of an entry by its position."""
    cut: list[Part] = []
    for place in places:
        slug = slugs[place.entry]
        part = cut[-1] if cut else None
        if part and part.last and part.last.unit.table == place.unit.table >= 0:
            slug = part.slug  # no mark can stand inside of a table
        if not place.first and part and part.slug == slug:
            part.rows.append(PartRow(place.entry, ""))
        elif part and part.slug == slug and _joins(part, place, lines):
            _fill(part, place, lines)
            _add(part, place, lines)
        elif place.first and (part is None or place.start >= part.end):
            cut.append(_begun(slug, place, lines))
    ends = [*(part.start for part in cut[1:]), len(lines)]
    for part, end in zip(cut, ends, strict=True) if cut else ():
        _close(part, lines, end)
    _keep_heads(cut)
    return cut


def _keep_heads(cut: Sequence[Part]) -> None:
    """Keep the heads of tables as rows, but of each category's first, which is its own."""
    headed = set[str]()
    for part in cut:
        if part.head and part.slug in headed:
            part.rows.insert(0, PartRow(None, part.head))
        headed.add(part.slug)


def _begun(slug: str, place: EntryPlace, lines: Sequence[str]) -> Part:
    """Begin a part; a table's begins with its head."""
    start, head = place.start, ""
    if place.unit.kind == "row":
        start = place.unit.table
        head = "\n".join(lines[start : start + 2])
    part = Part(slug, start, place.start, head)
    for at in range(start + 2 if head else start, place.start):
        part.rows.append(PartRow(None, lines[at]))
    _add(part, place, lines)
    return part


def _joins(part: Part, place: EntryPlace, lines: Sequence[str]) -> bool:
    """Tell whether nothing but blank lines, or the rest of a table, parts an entry from another."""
    between = lines[part.end : place.start]
    if place.start < part.end or part.last is None:
        return False
    if not any(line.strip() for line in between):
        return place.unit.kind == part.last.unit.kind or "row" not in (
            place.unit.kind,
            part.last.unit.kind,
        )
    if part.last.unit.table == place.unit.table >= 0:
        return True
    short = len(between) < _LONGEST_GAP and not any(map(_opens, between))
    return short and place.unit.kind == part.last.unit.kind == "row"


def _opens(line: str) -> bool:
    """Tell a line that a table cannot stand between the marks with: a heading, or HTML."""
    return line.lstrip().startswith(("#", "<"))


def _fill(part: Part, place: EntryPlace, lines: Sequence[str]) -> None:
    """Put what stands above an entry into the part: blank lines, or the rest of a table."""
    between = list(lines[part.end : place.start])
    while between and not between[0].strip():
        _lengthen(part, between.pop(0))
    part.rows += [PartRow(None, line) for line in between]


def _lengthen(part: Part, blank: str) -> None:
    at = max(place for place, row in enumerate(part.rows) if row.text or row.entry is None)
    row = part.rows[at]
    part.rows[at] = row._replace(text=f"{row.text}\n{blank}")


def _add(part: Part, place: EntryPlace, lines: Sequence[str]) -> None:
    text = "\n".join(lines[place.start : place.end])
    part.rows.append(PartRow(place.entry, text))
    part.end = place.end
    part.last = place


def _close(part: Part, lines: Sequence[str], limit: int) -> None:
    """End a part with the rest of its table, and where its entries stand apart with a blank line.

    So another entry fits below.
    """
    if part.last and part.last.unit.table >= 0:
        end = part.last.unit.table_end
        part.rows += [PartRow(None, line) for line in lines[part.end : end]]
        part.end = end
    apart = sum(row.text.endswith("\n") for row in part.rows[:-1])
    blank = part.end < min(limit, len(lines) - 1) and not lines[part.end].strip()
    if blank and apart * 2 >= max(1, len(part.rows) - 1):
        _lengthen(part, lines[part.end])
        part.end += 1


def rows_of(parts_: Sequence[Part]) -> Iterator[tuple[Part, PartRow]]:
    """Give every row of some parts, in order, each with its part."""
    for part in parts_:
        for row in part.rows:
            yield part, row
