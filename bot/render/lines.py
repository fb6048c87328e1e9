"""Which lines of a Markdown document are neither inside a code block nor inside a comment?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A fence may stand inside quotations and list items (GitHub Flavored Markdown, section 4.5).
_FENCE = re.compile(
    r"(?P<lead>[ >]*(?:(?:[-+*]|[0-9]{1,9}[.)]) +)*)(?P<fence>`{3,}+(?!.*`)|~{3,}+)"
)
_RAW_START = re.compile(r" {0,3}<(pre|script|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_COMMENT_START = re.compile(r" {0,3}<!--")


class Line(NamedTuple):
    """One line without its newline: where it begins, its number from 1, its text."""

    start: int
    number: int
    text: str


def visible_lines(document: str) -> Iterator[Line]:
    """Yield the lines outside of code fences, comments of several lines and raw HTML elements."""
    start = 0
    closing: re.Pattern[str] | None = None
    for number, whole in enumerate(document.split("\n"), start=1):
        text = whole.removesuffix("\r")
        if number == 1:
            text = text.removeprefix("\ufeff")
        if closing is not None:
            closing = None if closing.search(text) else closing
        else:
            closing = _opened(text)
            if closing is None:
                yield Line(start, number, text)
        start += len(whole) + 1


def _opened(text: str) -> re.Pattern[str] | None:
    """Give what closes the block that this line opens and does not close itself."""
    if "<" not in text and "```" not in text and "~~~" not in text:
        return None
    if fence := _FENCE.match(text):
        mark = fence["fence"]
        # A fence inside a quotation ends with it; one inside a list item, at the latest, with a
        # line of its own.
        quoted = r"|^(?![ ]*>)" if ">" in fence["lead"] else ""
        return re.compile(rf"^[ >]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$" + quoted)
    if _COMMENT_START.match(text) and "-->" not in text:
        return re.compile("-->")
    if (raw := _RAW_START.match(text)) and f"</{raw[1]}>".lower() not in text.lower():
        return re.compile(rf"</{raw[1]}>", re.IGNORECASE)
    return None
