"""What does the field look like: how many works came in each year, in each top-level category?

One row of bars per category, one column per year, one scale for all, so that rows can be compared;
the number stands on each bar. Drawn narrow, with large letters, so that a phone shows it legibly.
SVG 1.1 without style sheet or script: GitHub shows README pictures as images, where neither counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.model.listing import Listing
from bot.model.paper import Paper
from bot.render.xml_text import xml

MOST_YEARS = 8
MOST_ROWS = 14
OTHERS = "Other categories"

WIDTH = 440
_LABELS = 158  # the width of the column of names
_ROW = 42
_TOP = 10
_TALLEST = 22
_FONT = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"
_LONGEST_LINE = 22


class Theme(NamedTuple):
    """The colours of a picture, readable (WCAG 2.2, 1.4.3) on GitHub's page and on the site's."""

    text: str
    faint: str
    line: str
    bar: str


LIGHT = Theme(text="#1f2328", faint="#59636e", line="#d1d9e0", bar="#3b7dd8")
DARK = Theme(text="#e6edf3", faint="#9198a1", line="#3d444d", bar="#4c8dea")


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
        return _TOP + _ROW * len(self.rows) + 48

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
            f' font-family="{_FONT}" font-size="13">'
        )
        lines = [head, f"<title>{xml(self.description)}</title>"]
        tallest = max((count for _, counts in self.rows for count in counts), default=0) or 1
        for number, (name, counts) in enumerate(self.rows):
            floor = _TOP + _ROW * (number + 1) - 8
            lines += _label(name, floor, theme)
            lines += self._bars(counts, floor, tallest, theme)
        return "\n".join([*lines, *self._feet(theme), "</svg>", ""])

    def _middle(self, column: int) -> float:
        """Give the middle of a column of bars."""
        return round(_LABELS + (WIDTH - _LABELS) / len(self.years) * (column + 0.5), 1)

    def _bars(self, counts: Sequence[int], floor: int, tallest: int, theme: Theme) -> Iterator[str]:
        yield (
            f'<path d="M{_LABELS} {floor + 0.5}H{WIDTH}" stroke="{theme.line}" stroke-width="1"/>'
        )
        wide = round(min(20, (WIDTH - _LABELS) / len(self.years) - 8), 1)
        for column, count in enumerate(counts):
            if count == 0:
                continue
            middle, high = self._middle(column), max(1.5, round(_TALLEST * count / tallest, 1))
            left, top = round(middle - wide / 2, 1), round(floor - high, 1)
            yield f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" fill="{theme.bar}"/>'
            yield (
                f'<text x="{middle}" y="{round(top - 2.5, 1)}" text-anchor="middle"'
                f' font-size="10.5" fill="{theme.faint}">{count}</text>'
            )

    def _feet(self, theme: Theme) -> Iterator[str]:
        """Write years and totals below the columns."""
        line = _TOP + _ROW * len(self.rows) + 14
        yield f'<text x="0" y="{line + 20}" fill="{theme.text}" font-weight="600">All</text>'
        for column, (year, total) in enumerate(zip(self.years, self.totals, strict=True)):
            at = f'x="{self._middle(column)}" text-anchor="middle"'
            yield f'<text {at} y="{line}" font-size="11.5" fill="{theme.faint}">{year}</text>'
            yield (
                f'<text {at} y="{line + 20}" font-weight="600" fill="{theme.text}">{total}</text>'
            )


def picture_of(papers: Sequence[Paper], listing: Listing) -> Picture:
    """Count the works; one that stands in several categories of one top-level one counts once."""
    dated = [paper for paper in papers if paper.date]
    spans = _columns({int(paper.date[:4]) for paper in dated if paper.date})
    first = int(spans[0].strip("≤")) if spans else 0
    above = {
        slug: top.slug
        for top in listing.children(None)
        for slug in (top.slug, *(below.slug for below, _ in listing.tree(top.slug)))
    }
    counted: Counter[tuple[str, int]] = Counter()
    totals: Counter[int] = Counter()
    for paper in dated:
        column = max(int((paper.date or "")[:4]) - first, 0)
        totals[column] += 1
        for top in {above[slug] for slug in (paper.category, *paper.also_in)}:
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


def _label(name: str, floor: int, theme: Theme) -> Iterator[str]:
    """Write a name on one line or two."""
    lines = _wrapped(name)
    start = floor - 4 - 15 * (len(lines) - 1)
    for number, line in enumerate(lines):
        yield f'<text x="0" y="{start + 15 * number}" fill="{theme.text}">{xml(line)}</text>'


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
    return [_short(line) for line in lines]


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1].rstrip() + "…"
