"""Which lines of a paragraph are references, each behind its key: "[BK14]" or "[3]"?"""

import re
from dataclasses import replace
from typing import NamedTuple

from bot.importers.pieces import Piece
from bot.importers.result import Result
from bot.importers.sections import Section
from bot.importers.works import Part, build

_KEY = re.compile(r"\[(\^?\d{1,4}|[A-Z][A-Za-z]{0,8}\+? ?\d{2,4}[a-z]?)\][.:]?\s+(?=\S)")
_ENOUGH = 2


class Reference(NamedTuple):
    """One reference of a bibliography: its key, what stands behind it, and both as they stand."""

    key: str
    text: str
    raw: str


def references(text: str) -> list[Reference]:
    """Give a paragraph's references; none unless it begins with one and holds another."""
    found: list[Reference] = []
    for line in text.split("\n"):
        key = _KEY.match(line)
        if key:
            found.append(Reference(key[1], line[key.end() :], line))
        elif not found:
            return []
        else:
            last = found[-1]
            found[-1] = Reference(last.key, f"{last.text} {line.strip()}", f"{last.raw}\n{line}")
    return found if len(found) >= _ENOUGH else []


def read_reference(reference: Reference, section: Section, result: Result) -> None:
    """Add the work that a reference cites; one that cites nobody and leads nowhere is prose."""
    pieces: list[Piece] = result.scan(reference.text)
    entry = build([Part("", pieces)], section, result.outline.as_of)
    footnote = reference.key[0] == "^"
    if entry and (entry.authors or (not footnote and (entry.links or entry.venue))):
        key = "" if footnote or reference.key.isdigit() else reference.key
        note = " ".join(filter(None, (key, entry.note)))
        result.entries.append(replace(entry, note=note))
    else:
        result.skip(reference.raw)
