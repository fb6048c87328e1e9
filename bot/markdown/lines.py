"""Which lines of a Markdown document are neither inside a code block nor inside a comment?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.markdown.fences import ends_in_item, opened

_RAW_START = re.compile(r" {0,3}<(pre|script|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_COMMENT_START = re.compile(r" {0,3}<!--")


# What every line holds that opens a block; the lines between are not looked at one by one.
_SUSPECT = re.compile(r"```|~~~|<(?:!--|pre|script|style|textarea)", re.IGNORECASE)


class Line(NamedTuple):
    """One line without its newline: where it begins, its number from 1, its text."""

    start: int
    number: int
    text: str


def visible_lines(document: str) -> Iterator[Line]:
    """Yield the lines outside of code fences, comments of several lines and raw HTML elements."""
    number, done = 1, 0
    for start, end in (*_hidden(document), (len(document) + 1, len(document) + 1)):
        if start > done:
            yield from _lines(document[done : start - 1], done, number)
        number += document.count("\n", done, end)
        done = end


def _lines(chunk: str, start: int, number: int) -> Iterator[Line]:
    """Yield the lines of a part of a document that begins at `start` with line `number`."""
    for at, line in enumerate(chunk.split("\n"), number):
        text = line.removesuffix("\r")
        yield Line(start, at, text.removeprefix("\ufeff") if start == 0 else text)
        start += len(line) + 1


def _hidden(document: str) -> Iterator[tuple[int, int]]:
    """Yield where each part that is hidden begins and ends, both at the beginning of a line."""
    at, in_item = 0, False
    while suspect := _SUSPECT.search(document, at):
        start = document.rfind("\n", 0, suspect.start()) + 1
        before, at = at, _after_line(document, suspect.start())
        in_item = ends_in_item(document[before:at], in_item=in_item)
        text = document[start : at - 1].removesuffix("\r")
        closing = _opened(text.removeprefix("\ufeff") if start == 0 else text, in_item=in_item)
        if closing is not None:
            closed = closing.search(document, at) if at <= len(document) else None
            at = _after_line(document, closed.end()) if closed else len(document) + 1
            yield start, at


def _after_line(document: str, at: int) -> int:
    """Give where the next line begins; after the last one, the place behind its end."""
    end = document.find("\n", at)
    return (end if end >= 0 else len(document)) + 1


def _opened(text: str, *, in_item: bool) -> re.Pattern[str] | None:
    """Give what closes the block that this line opens and does not close itself."""
    if fence := opened(text, in_item=in_item):
        # A fence inside a quotation ends with it; one inside a list item, at the latest, with a
        # line of its own.
        quoted = r"|^(?![ ]*>)" if ">" in fence.lead else ""
        return re.compile(fence.closing + quoted, re.MULTILINE)
    if _COMMENT_START.match(text) and "-->" not in text:
        return re.compile("-->")
    if (raw := _RAW_START.match(text)) and f"</{raw[1]}>".lower() not in text.lower():
        return re.compile(rf"</{raw[1]}>", re.IGNORECASE)
    return None
