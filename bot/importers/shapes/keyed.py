"""Which lines of a paragraph are references, each behind its key: "[BK14]" or "[3]"?"""

import re
from dataclasses import replace
from typing import NamedTuple

from bot.importers.works.importer import Importer
from bot.importers.works.sections import Section
from bot.importers.works.works import LabelledPart, build
from bot.markdown.tree.pieces import Piece

_KEY = re.compile(r"\[(\^?\d{1,4}|[A-Z][A-Za-z]{0,8}\+? ?\d{2,4}[a-z]?)\][.:]?\s+(?=\S)")
_ENOUGH = 2


class Reference(NamedTuple):
    """One reference of a bibliography: its key, what stands behind it, and both as they stand."""

    key: str
    text: str
    raw: str


def references(text: str) -> list[Reference]:
    """Give a paragraph's references; none unless it begins with one and holds another."""
    lines = text.split("\n")
    keys = [_KEY.match(line) for line in lines] if text.startswith("[") else []
    starts = [index for index, key in enumerate(keys) if key]
    if len(starts) < _ENOUGH or starts[0]:
        return []
    read = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        key = keys[start]
        raw = "\n".join(lines[start:end])
        if key:
            read.append(Reference(key[1], " ".join(raw[key.end() :].split()), raw))
    return read


def read_reference(reference: Reference, section: Section, importer: Importer) -> None:
    """Add the work that a reference cites; one that cites nobody and leads nowhere is prose."""
    pieces: list[Piece] = importer.scan(reference.text)
    entry = build([LabelledPart("", pieces)], section, importer.outline.as_of)
    footnote = reference.key[0] == "^"
    if entry and (entry.authors or (not footnote and (entry.links or entry.venue))):
        key = "" if footnote or reference.key.isdigit() else reference.key
        note = " ".join(filter(None, (key, entry.note)))
        importer.entries.append(replace(entry, note=note))
    else:
        importer.skip_paragraph(reference.raw, section)
