"""Which parts of the README belong to the bot, and how are they filled without touching the rest?

A part stands between two lines of their own, `<!-- bot:NAME -->` and `<!-- /bot:NAME -->`. Marks
inside code fences and inside longer comments are text. Everything outside is the owner's and is
kept byte for byte; inside, the newlines are those that the outside has most.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from bot.errors import InvalidError, Problem
from bot.render.lines import Line, visible_lines

PATH = "README.md"
REQUIRED = ("papers",)
NAMES = ("contents", "papers", "summary", "recent")

_MARK = re.compile(r" {0,3}<!--[ \t]*(/?)bot:([^\s<>]*)[ \t]*-->[ \t]*")


class Block(NamedTuple):
    """A part of the bot's: its text is `document[start:end]`, between the two marks' lines."""

    name: str
    start: int
    end: int


class _Mark(NamedTuple):
    line: Line
    closes: bool
    name: str


def blocks(document: str) -> tuple[Block, ...]:
    """List the bot's parts of a document, in its order.

    Raises InvalidError with everything that is wrong with the marks.
    """
    marks = _marks(document)
    problems = [*_unknown(marks), *_pairing(marks), *_missing(marks)]
    if problems:
        raise InvalidError(sorted(problems, key=_line_number))
    return tuple(
        Block(opening.name, opening.line.start + _width(document, opening), closing.line.start)
        for opening, closing in zip(marks[::2], marks[1::2], strict=True)
    )


def filled(document: str, contents: Mapping[str, str]) -> str:
    """Give the document with these texts (without newline at the end) in its parts of that name.

    Parts that `contents` does not name stay as they are. Raises InvalidError, see `blocks`.
    """
    newline = newline_of(document)
    pieces: list[str] = []
    done = 0
    for block in blocks(document):
        if block.name in contents:
            inside = f"\n{contents[block.name]}\n\n" if contents[block.name] else ""
            pieces += [document[done : block.start], inside.replace("\n", newline)]
            done = block.end
    return "".join([*pieces, document[done:]])


def newline_of(document: str) -> str:
    """Give the newline that the owner's part of a document has most."""
    found = blocks(document)
    starts = [0, *(block.end for block in found)]
    ends = [*(block.start for block in found), len(document)]
    pairs = list(zip(starts, ends, strict=True))
    windows = sum(document.count("\r\n", start, end) for start, end in pairs)
    lines = sum(document.count("\n", start, end) for start, end in pairs)
    return "\r\n" if windows * 2 > lines else "\n"


def _marks(document: str) -> list[_Mark]:
    return [
        _Mark(line, bool(found[1]), found[2])
        for line in visible_lines(document)
        if (found := _MARK.fullmatch(line.text))
    ]


def _width(document: str, mark: _Mark) -> int:
    return document.index("\n", mark.line.start) + 1 - mark.line.start


def _problem(mark: _Mark | None, message: str) -> Problem:
    place = f"{PATH}:{mark.line.number}" if mark else PATH
    return Problem(place, mark.line.text.strip() if mark else "", message)


def _line_number(problem: Problem) -> int:
    return int(problem.field.partition(":")[2] or "0")


def _unknown(marks: list[_Mark]) -> list[Problem]:
    found = []
    for mark in marks:
        if mark.name not in NAMES:
            near = get_close_matches(mark.name[:50], NAMES, n=1)
            hint = f"did you mean bot:{near[0]}?" if near else f"known are {', '.join(NAMES)}"
            found.append(_problem(mark, f"there is no block of this name; {hint}"))
    return found


def _pairing(marks: list[_Mark]) -> list[Problem]:
    """Find blocks that are not closed, opened twice, or opened inside another."""
    found: list[Problem] = []
    seen: set[str] = set()
    opening: _Mark | None = None
    for mark in marks:
        if mark.closes:
            if opening is None or opening.name != mark.name:
                message = (
                    f"nothing is open here that this closes; put <!-- bot:{mark.name} --> above"
                )
                found.append(_problem(mark, f"{message} it, or delete this line"))
            else:
                opening = None
        elif opening is not None:
            found.append(_problem(opening, _unclosed(opening, mark)))
            opening = mark
        else:
            opening = mark
        if not mark.closes:
            if mark.name in seen:
                found.append(_problem(mark, "this block stands here a second time; keep one"))
            seen.add(mark.name)
    if opening is not None:
        found.append(_problem(opening, _unclosed(opening, None)))
    return found


def _unclosed(opening: _Mark, before: _Mark | None) -> str:
    where = f"before line {before.line.number}" if before else "below it"
    return (
        f"this block is not closed; put <!-- /bot:{opening.name} --> on a line of its own {where}"
    )


def _missing(marks: list[_Mark]) -> list[Problem]:
    here = {mark.name for mark in marks}
    return [
        _problem(
            None,
            f"the block {name} is missing; put <!-- bot:{name} --> and, on the next line,"
            f" <!-- /bot:{name} --> where it shall stand",
        )
        for name in REQUIRED
        if name not in here
    ]
