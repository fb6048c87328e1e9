"""What does a new row take from the rows above it: which number, and a line of its own?"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

# A hard line break (CommonMark 6.7), or the HTML for it.
_BREAK = re.compile(r"(?: {2,}|\\|<br\s*/?>)\Z", re.IGNORECASE)
_ITEM = re.compile(r"([ \t]*)([0-9]{1,9})(?=[.)][ \t])")
_CELL = re.compile(r"(\|[ \t]*)([0-9]{1,9})(?=[ \t]*\|)")
_EMPTY_CELL = re.compile(r"\|[ \t]*\|")
_LAST = 999_999_999  # a list's item has nine digits at most (CommonMark 5.2)
_ENOUGH = 3  # numbers in a row by which a column is seen to count


class Row(NamedTuple):
    """The lines of a row, and whether the template wrote them."""

    text: str
    is_new: bool


def fitted(rows: Sequence[Row], template: str) -> Iterator[str]:
    """Give the lines of rows in order, the new ones counted on and each on a line of its own.

    What the list's owner wrote stays, but for the line break of one that has a new row below it.
    """
    ends = _BREAK.search(template)
    numbered = list(_counted(rows, template))
    for row, below in zip_longest(numbered, numbered[1:]):
        if ends and not below and row.is_new:
            yield row.text.removesuffix(ends[0])
        elif ends and below and below.is_new and row.text and not _is_ended(row.text):
            yield row.text + ends[0]
        else:
            yield row.text


def _is_ended(text: str) -> bool:
    return text.endswith("\n") or bool(_BREAK.search(text))


def _counted(rows: Sequence[Row], template: str) -> Iterator[Row]:
    """Count on new items as those above them, and new rows of a table whose first cells count."""
    is_item = bool(_ITEM.match(template))
    is_cell = bool(_EMPTY_CELL.match(template))
    numbers: list[int] = []
    for row in rows:
        text = row.text
        if row.is_new and is_item and numbers:
            text = _ITEM.sub(rf"\g<1>{_next_item(numbers)}", text, count=1)
        elif row.is_new and is_cell and _counts(numbers[-_ENOUGH:]):
            text = _EMPTY_CELL.sub(f"| {numbers[-1] + 1} |", text, count=1)
        number = _ITEM.match(text) if is_item else _CELL.match(text) if is_cell else None
        numbers += [int(number[2])] if number else []
        yield Row(text, row.is_new)


def _next_item(numbers: Sequence[int]) -> int:
    """Count on; a list whose items all have the same number leaves the counting to Markdown."""
    same = numbers[-2:-1] == numbers[-1:]
    return numbers[-1] if same else min(numbers[-1] + 1, _LAST)


def _counts(numbers: Sequence[int]) -> bool:
    return len(numbers) > 1 and all(low + 1 == high for low, high in pairwise(numbers))
