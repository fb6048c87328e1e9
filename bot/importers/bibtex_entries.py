"""Which entries does a BibTeX text hold, as written?

The grammar is that of BibTeX (https://ctan.org/pkg/btxdoc): entries in braces or parentheses,
values in braces, in quotes, bare, or joined by `#`, and names defined by `@string`. Real files
break it, so a missing comma, and a key or field given twice, are forgiven. An entry that is never
closed ends where the next one starts a line; it is reported, and reading goes on there.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from bot.errors import Problem

_START = re.compile(r"@[ \t]*([A-Za-z]{1,40})\s*([{(])")
_LINE_START = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]{1,40}[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*([^\s,{}=()\"#]*)\s*(?:,|(?=[})]))")
_FIELD = re.compile(r"[\s,]*([^\s=,{}()\"#]{1,100})\s*=\s*")
_END = re.compile(r"[\s,]*([})])")
_BARE = re.compile(r"[^\s,#{}()\"]+")
_JOIN = re.compile(r"\s*#\s*")
_BRACE_OR_QUOTE = re.compile(r'[{}"]')
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"


class Entry(NamedTuple):
    """One entry: its values without their braces or quotes, its names in lower case."""

    line: int
    kind: str
    key: str
    fields: dict[str, str]


class _FaultError(Exception):
    """Why an entry cannot be read further."""


def entries(text: str) -> tuple[list[Entry], list[Problem]]:
    """Give the entries of a BibTeX text in its order, and a problem for each broken one."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    starts = [match.start() for match in _LINE_START.finditer(text)]
    macros = {month: month.capitalize() for month in _MONTHS.split()}
    found: list[Entry] = []
    problems: list[Problem] = []
    line, counted, at = 1, 0, 0
    while match := _START.search(text, at):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        following = bisect_right(starts, match.start())
        limit = starts[following] if following < len(starts) else len(text)
        try:
            kind, at = match[1].lower(), match.end()
            if kind in {"comment", "preamble"}:
                continue
            key, fields, at = _body(text, at, limit, macros, named=kind != "string")
            if kind == "string":
                macros.update(fields)
            else:
                found.append(Entry(line, kind, key, fields))
        except _FaultError as fault:
            problems.append(_problem(line, text[match.start() : limit], fault))
            at = limit
    return found, problems


def _problem(line: int, raw: str, fault: _FaultError) -> Problem:
    """Say what is wrong with an entry, and where it begins."""
    return Problem(f"line {line}", " ".join(raw[:300].split())[:100], f"{fault}; mend the entry")


def _body(
    text: str, at: int, limit: int, macros: dict[str, str], *, named: bool
) -> tuple[str, dict[str, str], int]:
    """Read from behind the opening brace: the key, the fields, and the position behind the end."""
    key = ""
    if named and (match := _KEY.match(text, at, limit)):
        key, at = match[1], match.end()
    fields: dict[str, str] = {}
    while not (end := _END.match(text, at, limit)):
        match = _FIELD.match(text, at, limit)
        if not match:
            raise _FaultError(_what_is_wrong(text[at:limit]))
        value, at = _value(text, match.end(), limit, macros)
        fields.setdefault(match[1].lower(), " ".join(value.split()))
    return key, fields, end.end()


def _what_is_wrong(rest: str) -> str:
    """Say why neither a field nor the end of the entry stands here."""
    if not rest.strip(" \n\t,"):
        return "the entry is never closed"
    return f"“{' '.join(rest.split())[:30]}” is no field"


def _value(text: str, at: int, limit: int, macros: dict[str, str]) -> tuple[str, int]:
    """Read a value, which may be joined from several; give it and the position behind it."""
    parts = []
    while True:
        part, at = _part(text, at, limit, macros)
        parts.append(part)
        join = _JOIN.match(text, at, limit)
        if not join:
            return "".join(parts), at
        at = join.end()


def _part(text: str, at: int, limit: int, macros: dict[str, str]) -> tuple[str, int]:
    """Read one part of a value: in braces, in quotes, a number or a macro's name."""
    if text.startswith(("{", '"'), at):
        end = _closing(text, at, limit)
        return text[at + 1 : end], end + 1
    word = _BARE.match(text, at, limit)
    if not word:
        raise _FaultError("a field has no value")
    return macros.get(word[0].lower(), word[0]), word.end()


def _closing(text: str, at: int, limit: int) -> int:
    """Give the position of the brace or quote that closes the one at `at`."""
    quoted = text[at] == '"'
    depth = 0
    for match in _BRACE_OR_QUOTE.finditer(text, at + 1, limit):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            if depth == 0 and not quoted:
                return match.start()
            depth -= 1
        elif quoted and depth <= 0:
            return match.start()
    raise _FaultError("a quote is never closed" if quoted else "a brace is never closed")
