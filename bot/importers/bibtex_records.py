"""Which works does a BibTeX file list?"""

import re
from collections.abc import Iterator

from bot.errors import Problem
from bot.identify import links_in
from bot.importers.author_list import without_others
from bot.importers.bibtex_entries import Entry, entries
from bot.importers.record_fields import first_year, unknown_addresses, work_ids
from bot.model.record import Record
from bot.model.text import clean

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_ARXIV = re.compile(r"\barxiv[:\s]\s*([0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})", re.IGNORECASE)
_VENUES = ("journal", "journaltitle", "booktitle", "eventtitle", "maintitle", "howpublished")
_LINKS = ("url", "ee", "link", "pdf", "howpublished", "note")


def read(text: str) -> tuple[list[Record], list[Problem]]:
    """Give the records of a BibTeX text, and a problem for each entry that could not be read."""
    found, problems = entries(text)
    records = []
    for entry in found:
        if clean(entry.fields.get("title", "")):
            records.append(_record(entry))
        else:
            problems.append(Problem(f"line {entry.line}", entry.key, "the entry has no title"))
    return records, sorted(problems, key=lambda problem: int(problem.field.split()[1]))


def _record(entry: Entry) -> Record:
    """Make a record of an entry; the key of one without is its line."""
    given = entry.fields
    links = links_in("\n".join(given.get(field, "") for field in _LINKS))
    return Record(
        key=entry.key or f"line {entry.line}",
        title=clean(given["title"]),
        authors=tuple(_authors(given.get("author") or given.get("editor", ""))),
        venue=clean(next(filter(_names_venue, map(given.get, _VENUES)), "") or ""),
        year=first_year(given.get("year") or given.get("date", "")),
        ids=work_ids(_preprint(given), given.get("doi", ""), links),
        urls=unknown_addresses(links),
        kind=entry.kind,
        volume=clean(given.get("volume", "")),
        pages=clean(given.get("pages", "")),
    )


def _names_venue(value: str | None) -> bool:
    """Tell whether a field holds a venue and not, as `howpublished` often does, a link."""
    return bool(value) and "://" not in str(value)


def _preprint(given: dict[str, str]) -> str:
    """Give the arXiv identifier, wherever BibTeX files hold it."""
    registry = given.get("archiveprefix") or given.get("eprinttype") or "arxiv"
    if given.get("eprint") and registry.lower() == "arxiv":
        return given["eprint"]
    texts = (given.get(field, "") for field in ("arxiv", "journal", "note", "number", "volume"))
    found = _ARXIV.search(" ".join(texts))
    return found[1] if found else ""


def _authors(value: str) -> Iterator[str]:
    """Yield the names; an "and" inside braces belongs to a name: "{Barnes and Noble}"."""
    name = ""
    for part in _AND.split(without_others(value)):
        name = f"{name} and {part}" if name else part
        if name.count("{") <= name.count("}"):
            if cleaned := clean(name):
                yield cleaned
            name = ""
    if cleaned := clean(name):
        yield cleaned
