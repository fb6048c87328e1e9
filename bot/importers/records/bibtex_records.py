"""Which works does a BibTeX file list?"""

from bot.errors import Problem
from bot.identify import links_in
from bot.importers.records.bibtex_entries import BibEntry, entries
from bot.importers.records.bibtex_fields import (
    doi_of,
    people_of,
    preprint,
    venue_text,
    verbatim,
    year_of,
)
from bot.importers.records.record_fields import works_and_pages
from bot.model.papers.record import Record
from bot.text.clean import clean

_LINKS = ("url", "ee", "link", "pdf", "howpublished", "note")


def read(text: str) -> tuple[list[Record], list[Problem]]:
    """Give the records of a BibTeX text, and a problem for each entry that could not be read."""
    whole, broken = entries(text)
    problems = [entry.problem for entry in broken]
    records = []
    for entry in whole:
        if clean(entry.fields.get("title", "")):
            records.append(_record(entry))
        else:
            problems.append(Problem(f"line {entry.line}", entry.key, "the entry has no title"))
    return records, sorted(problems, key=lambda problem: int(problem.field.split()[1]))


def _record(entry: BibEntry) -> Record:
    """Make a record of an entry; the key of one without is its line."""
    fields = entry.fields
    links = links_in("\n".join(verbatim(fields.get(field, "")) for field in _LINKS))
    works, pages = works_and_pages(preprint(fields), doi_of(fields), links)
    return Record(
        key=entry.key or f"line {entry.line}",
        title=clean(fields["title"]),
        authors=people_of(fields),
        venue=venue_text(fields),
        year=year_of(fields),
        ids=works,
        urls=pages,
        kind=entry.kind,
        volume=clean(fields.get("volume", "")),
        pages=clean(fields.get("pages", "")),
    )
