"""On which line does a value of a JSON text stand, and which keys stand there twice?

Used only once a text is known to be wrong, so that the usual reading stays fast. It expects
valid JSON (RFC 8259): the parser has complained about anything else before.
"""

import json
import re
from typing import NamedTuple

from bot.model.lists.check import KeyPath

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}:,]|[^\s][^][{}:,\s"]*')


class LineNumbers(NamedTuple):
    """Where each value stands: line numbers from 1 by path, and the keys that repeat."""

    line: dict[KeyPath, int]
    repeated: list[tuple[KeyPath, int]]

    def of(self, path: KeyPath) -> int:
        """Give the line of the value at `path`, or of the nearest value around it."""
        while path and path not in self.line:
            path = path[:-1]
        return self.line.get(path, 1)


def lines_of(text: str) -> LineNumbers:
    """Walk through a JSON text once and note the line of every key and every list item."""
    lines = LineNumbers({(): 1}, [])
    path: list[str | int] = []
    opened: list[str] = []
    line, counted, expects_key = 1, 0, False
    for token in _TOKEN.finditer(text):
        line += text.count("\n", counted, token.start())
        counted = token.start()
        mark = token.group()
        if mark in "{[":
            _note_item(lines, path, opened, line)
            opened.append(mark)
            path.append(-1 if mark == "[" else "")
            expects_key = mark == "{"
        elif mark in "}]":
            opened.pop()
            path.pop()
        elif mark == ",":
            expects_key = opened[-1] == "{"
        elif expects_key:
            path[-1] = json.loads(mark)
            _note(lines, tuple(path), line)
            expects_key = False
        elif mark != ":":
            _note_item(lines, path, opened, line)
    return lines


def _note_item(lines: LineNumbers, path: list[str | int], opened: list[str], line: int) -> None:
    last = path[-1] if path else None
    if opened and opened[-1] == "[" and isinstance(last, int):
        path[-1] = last + 1
        lines.line[tuple(path)] = line


def _note(lines: LineNumbers, path: KeyPath, line: int) -> None:
    if path in lines.line:
        lines.repeated.append((path, line))
    lines.line[path] = line
