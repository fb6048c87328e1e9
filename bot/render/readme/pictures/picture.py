"""What does the field look like: how many works came in each year, in each top-level category?

A table whose cells are the darker the more works they stand for (on a dark page: the lighter), by
one scale for all, with the number in each: exact to read, and a picture from afar. Drawn narrow,
with large letters, so that a phone shows it legibly. SVG 1.1 without style sheet or script: GitHub
shows README pictures as images, where neither counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.render.xml_text import xml
from bot.text.cut import clipped

MOST_YEARS = 8
MOST_ROWS = 14
OTHERS = "Other categories"

WIDTH = 456
_LABELS = 136  # the width of the column of names
_ROW = 38
_TOP = 26
_GAP = 2
_LINE = 16
_FONT = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"
_LONGEST_LINE = 15


class Shade(NamedTuple):
    """The colour of a cell, and that of the number on it."""

    cell: str
    number: str


class Theme(NamedTuple):
    """The colours of a picture, readable (WCAG 2.2, 1.4.3) on GitHub's page and on the site's."""

    text: str
    faint: str
    shades: tuple[Shade, ...]


LIGHT = Theme(
    text="#1f2328",
    faint="#59636e",
    shades=(
        Shade("#e8f1fc", "#1f2328"),
        Shade("#c4dcf7", "#1f2328"),
        Shade("#8dbbee", "#1f2328"),
        Shade("#2c71c7", "#ffffff"),
        Shade("#0b4a96", "#ffffff"),
    ),
)
DARK = Theme(
    text="#e6edf3",
    faint="#9198a1",
    shades=(
        Shade("#15233a", "#e6edf3"),
        Shade("#183a66", "#e6edf3"),
        Shade("#1f5499", "#ffffff"),
        Shade("#76acf0", "#0d1117"),
        Shade("#b5d6ff", "#0d1117"),
    ),
)


class Picture(NamedTuple):
    """Counts by name of category, one number per year; `years` are the columns' names."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    totals: tuple[int, ...]
    undated: int

    @property
    def width(self) -> int:
        """The width in pixels at full size."""
        return WIDTH

    @property
    def height(self) -> int:
        """The height in pixels at full size."""
        return _TOP + _ROW * (len(self.rows) + 1)

    @property
    def description(self) -> str:
        """The picture in words."""
        years = ", ".join(
            f"{year}: {total}" for year, total in zip(self.years, self.totals, strict=True)
        )
        sizes = "; ".join(f"{name}: {sum(counts)}" for name, counts in self.rows)
        undated = f" {self.undated} without a date are not shown." if self.undated else ""
        return f"Works per year, by category. {years}. By category: {sizes}.{undated}"

    def svg(self, theme: Theme) -> str:
        """Draw the picture in these colours."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"'
            f' width="{self.width}" height="{self.height}" role="img"'
            f' font-family="{_FONT}" font-size="14.5">'
        )
        lines = [head, f"<title>{xml(self.description)}</title>", *self._years(theme)]
        most = max((count for _, counts in self.rows for count in counts), default=0)
        for number, (name, counts) in enumerate(self.rows):
            top = _TOP + _ROW * number
            lines += _label(name, top, theme)
            lines += self._cells(counts, top, _steps(most, theme), theme)
        return "\n".join([*lines, *self._sums(theme), "</svg>", ""])

    @property
    def _wide(self) -> float:
        return round((WIDTH - _LABELS) / max(len(self.years), 4), 1)

    def _middle(self, column: int) -> float:
        """Give the middle of a column."""
        return round(_LABELS + self._wide * (column + 0.5), 1)

    def _years(self, theme: Theme) -> Iterator[str]:
        yield f'<g font-size="12" fill="{theme.faint}" text-anchor="middle">'
        for column, year in enumerate(self.years):
            yield f'<text x="{self._middle(column):g}" y="{_TOP - 9}">{year}</text>'
        yield "</g>"

    def _cells(
        self, counts: Sequence[int], top: int, steps: Sequence[int], theme: Theme
    ) -> Iterator[str]:
        wide, high = self._wide - _GAP, _ROW - _GAP
        yield '<g text-anchor="middle">'
        for column, count in enumerate(counts):
            if count == 0:
                continue
            shade = theme.shades[sum(count > step for step in steps)]
            middle = self._middle(column)
            at = f'x="{middle - wide / 2:g}" y="{top}" width="{wide:g}" height="{high}"'
            yield f'<rect {at} rx="3" fill="{shade.cell}"/>'
            yield _number(count, middle, top + 23, f' fill="{shade.number}"')
        yield "</g>"

    def _sums(self, theme: Theme) -> Iterator[str]:
        """Write the sums of the columns below them."""
        line = _TOP + _ROW * len(self.rows) + 23
        yield f'<g font-weight="600" fill="{theme.text}"><text x="0" y="{line}">All</text>'
        yield '<g text-anchor="middle">'
        for column, total in enumerate(self.totals):
            yield _number(total, self._middle(column), line)
        yield "</g></g>"


def picture_of(papers: Sequence[Paper], listing: Listing) -> Picture:
    """Count the works; one that stands in several categories of one top-level one counts once."""
    dated = [paper for paper in papers if paper.date]
    spans = _columns({int(paper.date[:4]) for paper in dated if paper.date})
    first = int(spans[0].strip("≤")) if spans else 0
    counted: Counter[tuple[str, int]] = Counter()
    totals: Counter[int] = Counter()
    for paper in dated:
        column = max(int((paper.date or "")[:4]) - first, 0)
        totals[column] += 1
        for top in {listing.top(slug).slug for slug in (paper.category, *paper.also_in)}:
            counted[top, column] += 1
    rows = [
        (top.title, tuple(counted[top.slug, column] for column in range(len(spans))))
        for top in listing.children(None)
    ]
    sums = tuple(totals[column] for column in range(len(spans)))
    return Picture(spans, _merged(rows), sums, len(papers) - len(dated))


def _columns(years: set[int]) -> tuple[str, ...]:
    """Name the columns from the first year to the last, none left out; the first may be several."""
    if not years:
        return ()
    first, last = min(years), max(years)
    if last - first < MOST_YEARS:
        return tuple(map(str, range(first, last + 1)))
    first = last - MOST_YEARS + 1
    return (f"≤{first}", *map(str, range(first + 1, last + 1)))


def _merged(rows: list[tuple[str, tuple[int, ...]]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Keep the largest rows, in their order, and add up the others in one."""
    if len(rows) <= MOST_ROWS:
        return tuple(rows)
    largest = sorted(range(len(rows)), key=lambda number: -sum(rows[number][1]))[: MOST_ROWS - 1]
    kept = [row for number, row in enumerate(rows) if number in largest]
    others = [row[1] for number, row in enumerate(rows) if number not in largest]
    return (*kept, (OTHERS, tuple(map(sum, zip(*others, strict=True)))))


def _steps(most: int, theme: Theme) -> list[int]:
    """Give the counts beyond which the next shade begins; they grow, for most cells are small."""
    return [most * number**2 // len(theme.shades) ** 2 for number in range(1, len(theme.shades))]


def _number(count: int, middle: float, line: float, fill: str = "") -> str:
    return f'<text x="{middle:g}" y="{line}"{fill}>{count}</text>'


def _label(name: str, top: int, theme: Theme) -> Iterator[str]:
    """Write a name on one line or two, in the middle of its row."""
    lines = _wrapped(name)
    start = top + 23 - _LINE / 2 * (len(lines) - 1)
    for number, line in enumerate(lines):
        yield f'<text x="0" y="{start + _LINE * number:g}" fill="{theme.text}">{xml(line)}</text>'


def _wrapped(name: str) -> list[str]:
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= _LONGEST_LINE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines = [lines[0], " ".join(lines[1:])]
    return [clipped(line, _LONGEST_LINE) for line in lines]
