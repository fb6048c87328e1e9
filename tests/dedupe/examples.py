"""How are the labelled pairs in `tests/examples/dedupe` written?"""

from pathlib import Path
from typing import NamedTuple

from bot.model.papers.match import Match
from bot.model.papers.record import Record

FOLDER = Path(__file__).parents[1] / "examples" / "dedupe"


class Case(NamedTuple):
    """Two records and what is expected of them, as one line."""

    name: str
    a: Record
    b: Record
    expected: str


def cases() -> list[Case]:
    """Read every case of every file, in order."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for text in f"\n{path.read_text('utf-8')}".split("\n# ")[1:]:
            name, body = text.split("\n", 1)
            records, expected = body.split("\n=>", 1)
            a, b = records.split("\n---\n")
            found.append(Case(f"{path.stem}: {name}", record("a", a), record("b", b), expected))
    return [case._replace(expected=case.expected.strip()) for case in found]


def record(key: str, text: str) -> Record:
    """Read the fields of one record."""
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    year = fields.pop("year", None)
    made = Record(
        key,
        title=fields.pop("title"),
        short_name=fields.pop("name", ""),
        authors=tuple(filter(None, fields.pop("authors", "").split("; "))),
        venue=fields.pop("venue", ""),
        year=int(year) if year else None,
        ids=tuple(fields.pop("ids", "").split()),
        urls=tuple(fields.pop("urls", "").split()),
        kind=fields.pop("kind", ""),
        volume=fields.pop("volume", ""),
        pages=fields.pop("pages", ""),
    )
    assert not fields, f"unknown fields: {list(fields)}"
    return made


def shown(match: Match | None) -> str:
    """Write a judgement as the examples do."""
    return f"{match.verdict}: {'; '.join(match.reasons)}" if match else "two works"
