"""Which entries does a BibTeX text hold, as written?

The grammar is that of BibTeX (https://ctan.org/pkg/btxdoc): entries in braces or parentheses,
values in braces, in quotes, bare, or joined by `#`, and names defined by `@string`. Real files
break it, so a missing comma, a key with blanks, and a key or field given twice, are forgiven. An
entry that is never closed ends where the next one starts a line; it is reported, and reading goes
on there. Names that stand for names that stand for names can make gigabytes of a few lines: no more
is spelled out than the file is long, and a million characters.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from bot.errors import Problem
from bot.text.months import MONTHS

_START = re.compile(r"@[ \t]*([A-Za-z]{1,40})\s*([{(])")
_LINE_START = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]{1,40}[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*([^\s,{}=()\"#]*(?: [^\s,{}=()\"#]+){0,9})[ \t]*(?:\s*,|(?=\s*[})])|(?=\n))")
MOST_SPELLED = 1_000_000  # characters beyond the file's own
_FIELD = re.compile(r"[\s,]*([^\s=,{}()\"#]{1,100})\s*=\s*")
_END = re.compile(r"[\s,]*([})])")
_BARE = re.compile(r"[^\s,#{}()\"]+")
_JOIN = re.compile(r"\s*#\s*")
# A value in which the next field begins: a brace in it is never closed.
_RUNS_ON = re.compile(
    r"(?<=[}\w.])\s*,\s*(?:author|editor|title|journal|booktitle|publisher|year|volume|pages|doi|url)"
    r"\s*=\s*[{\"\d]",
    re.IGNORECASE,
)
_BRACE_OR_QUOTE = re.compile(r'[{}"]')


class BibEntry(NamedTuple):
    """One entry: its values without their braces or quotes, its names in lower case."""

    line: int
    kind: str
    key: str
    fields: dict[str, str]


class BrokenBibEntry(NamedTuple):
    """An entry with a fault: what stands before it, its whole text, and what stands from it on."""

    entry: BibEntry
    text: str
    rest: str
    fault: str

    @property
    def problem(self) -> Problem:
        """Say what is wrong with the entry, and where it begins."""
        shown = " ".join(self.text[:300].split())[:100]
        return Problem(f"line {self.entry.line}", shown, f"{self.fault}; mend the entry")


class _FaultError(Exception):
    """Why a value cannot be read."""


class _Macros:
    """The names that `@string` defines, and how many characters may still be spelled out."""

    def __init__(self, left: int) -> None:
        self.named = {month: month.capitalize() for month in MONTHS}
        self.left = left

    def spelled(self, word: str) -> str:
        """Give what a name stands for: itself, if it stands for nothing, or for too much."""
        value = self.named.get(word.lower(), word)
        self.left -= len(value)
        return value if self.left >= 0 else word


def entries(text: str) -> tuple[list[BibEntry], list[BrokenBibEntry]]:
    """Give the entries of a BibTeX text, and the broken ones, both in its order."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    starts = [match.start() for match in _LINE_START.finditer(text)]
    macros = _Macros(len(text) + MOST_SPELLED)
    whole: list[BibEntry] = []
    broken: list[BrokenBibEntry] = []
    line, counted, at = 1, 0, 0
    while match := _START.search(text, at):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        following = bisect_right(starts, match.start())
        limit = starts[following] if following < len(starts) else len(text)
        kind, at = match[1].lower(), match.end()
        if kind in {"comment", "preamble"}:
            continue
        key = ""
        if kind != "string" and (named := _KEY.match(text, at, limit)):
            key, at = named[1], named.end()
        entry = BibEntry(line, kind, key, {})
        at, fault = _read_fields(text, at, limit, macros, entry.fields)
        if fault:
            broken.append(BrokenBibEntry(entry, text[match.start() : limit], text[at:limit], fault))
            at = limit
        elif kind == "string":
            macros.named.update(entry.fields)
        else:
            whole.append(entry)
    return whole, broken


def _read_fields(
    text: str, at: int, limit: int, macros: _Macros, fields: dict[str, str]
) -> tuple[int, str]:
    """Read an entry into `fields`; gives the position behind it, or that of a fault, and which."""
    while not (end := _END.match(text, at, limit)):
        match = _FIELD.match(text, at, limit)
        if not match:
            return at, _what_is_wrong(text[at:limit])
        try:
            value, at = _value(text, match.end(), limit, macros)
        except _FaultError as fault:
            return match.start(), str(fault)
        fields.setdefault(match[1].lower(), " ".join(value.split()))
    return end.end(), ""


def _what_is_wrong(rest: str) -> str:
    """Say why neither a field nor the end of the entry stands here."""
    if not rest.strip(" \n\t,"):
        return "the entry is never closed"
    return f"“{' '.join(rest.split())[:30]}” is no field"


def _value(text: str, at: int, limit: int, macros: _Macros) -> tuple[str, int]:
    """Read a value, which may be joined from several; give it and the position behind it."""
    parts = []
    while True:
        part, at = _part(text, at, limit, macros)
        parts.append(part)
        join = _JOIN.match(text, at, limit)
        if not join:
            return "".join(parts), at
        at = join.end()


def _part(text: str, at: int, limit: int, macros: _Macros) -> tuple[str, int]:
    """Read one part of a value: in braces, in quotes, a number or a macro's name."""
    if text.startswith(("{", '"'), at):
        end = _closing(text, at, limit)
        if run := _RUNS_ON.search(text, at, end):
            return text[at + 1 : run.start()], run.start()
        return text[at + 1 : end], end + 1
    word = _BARE.match(text, at, limit)
    if not word:
        raise _FaultError("a field has no value")
    return macros.spelled(word[0]), word.end()


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
