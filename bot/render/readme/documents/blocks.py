"""Which parts of a document belong to the bot, and how are they filled without touching the rest?

A part stands between two lines of their own, `<!-- bot:NAME -->` and `<!-- /bot:NAME -->`. The
rows of one category may have parts of their own, `papers:SLUG`, right below and above their marks;
further ones begin at a place in the owner's order, `papers:SLUG:KEY`. Marks inside code fences and
inside longer comments are text. Everything outside is the owner's and is kept byte for byte;
inside, the newlines are those that the outside has most.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from bot.errors import InvalidError, Problem
from bot.markdown.lines import Line, visible_lines
from bot.model.paths import README

REQUIRED = ("papers",)
NAMES = (
    *("contents", "papers", "suggest", "summary", "recent", "published", "badges", "picture"),
    *("counts", "browse", "start", "search", "queue"),
)

OWN = "papers:"
_OWN = re.compile(r"papers:([a-z0-9-]{1,100})(?::([0-9a-z]{1,200}))?")
_MARK = re.compile(
    r"(?: {0,3}|[ \t]*(?=<!--[ \t]*/?bot:papers:))<!--[ \t]*(/?)bot:([^\s<>]*)[ \t]*-->[ \t]*"
)


class MarkedBlock(NamedTuple):
    """A part of the bot's: its text is `document[start:end]`, between the two marks' lines."""

    name: str
    start: int
    end: int


class Marked(NamedTuple):
    """A document, the bot's parts of it in order, and the newline that the rest has most."""

    text: str
    blocks: tuple[MarkedBlock, ...]
    newline: str

    def block(self, name: str) -> MarkedBlock:
        """Give the part of this name, which must be there."""
        return next(block for block in self.blocks if block.name == name)

    @property
    def own(self) -> dict[str, "Own"]:
        """The parts that hold a category's rows alone, by their names."""
        parts = [
            (block.name, match[1], match[2] or "")
            for block in self.blocks
            if (match := _OWN.fullmatch(block.name))
        ]
        return {
            name: Own(slug, key, _following(key, [k for _, other, k in parts if other == slug]))
            for name, slug, key in parts
        }


class Own(NamedTuple):
    """A stretch of a category's rows: from the key `start` on, up to `end`, if one is set."""

    slug: str
    start: str
    end: str | None


def _following(key: str, keys: list[str]) -> str | None:
    return min((other for other in keys if other > key), default=None)


class _Mark(NamedTuple):
    line: Line
    closes: bool
    name: str


def marked(document: str, path: str = README) -> Marked:
    """Find the bot's parts of a document, which stands at `path`.

    Raises InvalidError with everything that is wrong with the marks.
    """
    marks = _marks(document)
    problems = [*_unknown(marks), *_pairing(marks), *_missing(document, marks)]
    if problems:
        problems.sort(key=_line_number)
        raise InvalidError(replace(problem, field=path + problem.field) for problem in problems)
    blocks = tuple(
        MarkedBlock(opening.name, document.index("\n", opening.line.start) + 1, closing.line.start)
        for opening, closing in zip(marks[::2], marks[1::2], strict=True)
    )
    return Marked(document, blocks, _newline(document, blocks))


def filled(document: Marked, contents: Mapping[str, str]) -> str:
    """Give the document with these texts (without newline at the end) in its parts of that name.

    Parts that `contents` does not name stay as they are.
    """
    pieces: list[str] = []
    done = 0
    for block in document.blocks:
        if block.name in contents:
            inside = _set(block.name, contents[block.name]).replace("\n", document.newline)
            pieces += [document.text[done : block.start], inside]
            done = block.end
    return "".join([*pieces, document.text[done:]])


def _set(name: str, text: str) -> str:
    """Set a text between its marks; an owner's own rows stand right there."""
    if name.startswith(OWN):
        return f"{text}\n" if text else ""
    return f"\n{text}\n\n"


def _newline(document: str, blocks: tuple[MarkedBlock, ...]) -> str:
    starts = (0, *(block.end for block in blocks))
    ends = (*(block.start for block in blocks), len(document))
    owned = [document[start:end] for start, end in zip(starts, ends, strict=True)]
    windows = sum(text.count("\r\n") for text in owned)
    return "\r\n" if windows * 2 > sum(text.count("\n") for text in owned) else "\n"


def _marks(document: str) -> list[_Mark]:
    return [
        _Mark(line, bool(match[1]), match[2])
        for line in visible_lines(document)
        if (match := _MARK.fullmatch(line.text))
    ]


def _problem(mark: _Mark, message: str) -> Problem:
    return Problem(f":{mark.line.number}", mark.line.text.strip(), message)


def _line_number(problem: Problem) -> int:
    return int(problem.field.partition(":")[2] or "0")


def _unknown(marks: list[_Mark]) -> list[Problem]:
    problems = []
    opened: set[str] = set()
    for mark in marks:
        is_block = mark.name in NAMES or _OWN.fullmatch(mark.name)
        if not is_block and mark.name not in opened:
            near = get_close_matches(mark.name[:50], NAMES, n=1)
            hint = f"did you mean bot:{near[0]}?" if near else f"known are {', '.join(NAMES)}"
            problems.append(_problem(mark, f"there is no block of this name; {hint}"))
        opened.add(mark.name)
    return problems


def _pairing(marks: list[_Mark]) -> list[Problem]:
    """Find blocks that are not closed, opened twice, or opened inside another."""
    problems: list[Problem] = []
    names: set[str] = set()
    opening: _Mark | None = None
    for mark in marks:
        if mark.closes:
            if opening is None or opening.name != mark.name:
                message = (
                    f"nothing is open here that this closes; put <!-- bot:{mark.name} --> above"
                )
                problems.append(_problem(mark, f"{message} it, or delete this line"))
            else:
                opening = None
        elif opening is not None:
            problems.append(_problem(opening, _unclosed(opening, mark)))
            opening = mark
        else:
            opening = mark
        if not mark.closes:
            if mark.name in names:
                problems.append(_problem(mark, "this block stands here a second time; keep one"))
            names.add(mark.name)
    if opening is not None:
        problems.append(_problem(opening, _unclosed(opening, None)))
    return problems


def _unclosed(opening: _Mark, before: _Mark | None) -> str:
    where = f"before line {before.line.number}" if before else "below it"
    return (
        f"this block is not closed; put <!-- /bot:{opening.name} --> on a line of its own {where}"
    )


def _missing(document: str, marks: list[_Mark]) -> list[Problem]:
    here = {mark.name for mark in marks if not mark.closes}
    return [_not_found(document, name) for name in REQUIRED if name not in here]


def _not_found(document: str, name: str) -> Problem:
    if hidden := re.search(rf"<!--[ \t]*bot:{name}[ \t]*-->", document):
        line = document.count("\n", 0, hidden.start()) + 1
        message = "this stands in code, in a comment or beside other text, where it opens no block"
        return Problem(f":{line}", hidden[0], f"{message}; put it on a line of its own")
    message = (
        f"the block {name} is missing; put <!-- bot:{name} --> and, on the next line,"
        f" <!-- /bot:{name} --> where it shall stand"
    )
    return Problem("", "", message)
