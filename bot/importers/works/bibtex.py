"""Which works does a block of BibTeX in a README hold, or a file of it?"""

import re

from bot.identify import landing_url, links_in
from bot.importers.records.bibtex_entries import BibEntry, BrokenBibEntry, entries
from bot.importers.records.bibtex_fields import (
    doi_of,
    is_cut,
    people_of,
    preprint,
    venue_text,
    verbatim,
    year_of,
)
from bot.importers.records.record_fields import works_and_pages
from bot.importers.works.sections import Section
from bot.links.identifier import without_repositories
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import OTHERS
from bot.people.name import stored
from bot.text.clean import clean, clean_note
from bot.text.months import month_number
from bot.venues.parse import parse_venue

_LINKS = ("url", "pdf", "doi", "eprint", "journal", "code", "howpublished")
_PLACES = ("school", "institution")  # of a thesis, of a report
_DATE = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_YEAR = re.compile(r"[12][0-9]{3}")
# What an entry takes over from the volume that its `crossref` names; that is no work of its own.
_SHARED = frozenset(("year", "month", "date", "publisher", "eventtitle"))
_VOLUMES = frozenset(("proceedings", "collection", "mvproceedings", "mvcollection"))
# What an entry's type says of the kind of work; `entrysubtype` may say more (biblatex, 2.3.5).
_KINDS = {
    "book": "book",
    "software": "software",
    "dataset": "dataset",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
}
# A note of ours, or a style's, that says what another field says.
_SAID = re.compile(
    r"(?:(?:authors not recorded|arxiv:\s?[\w./-]{5,30}|(?:\\url\{)?https?://\S+)[.;\s]*)+",
    re.IGNORECASE,
)


def is_bibtex(text: str) -> bool:
    """Tell whether a block holds at least one entry."""
    return bool(_works(text)[0])


def read_bibtex(text: str, section: Section) -> tuple[list[ImportedPaper], list[str]]:
    """Give the works of a block, in order, and what of it is no work or could not be read."""
    works, rest = _works(text)
    return [_entry(work, section) for work in works], rest


def _works(text: str) -> tuple[list[BibEntry], list[str]]:
    """Give each entry with a title, whether or not it is whole, and the rest."""
    whole, broken = entries(text)
    read: list[tuple[BibEntry, BrokenBibEntry | None]]
    read = [*((entry, None) for entry in whole), *((entry.entry, entry) for entry in broken)]
    works, rest = [], []
    volumes = {entry.key.lower(): entry for entry, _ in read}
    named = {entry.fields.get("crossref", "").strip().lower() for entry, _ in read}
    for own, fault in sorted(read, key=lambda pair: pair[0].line):
        volume = volumes.get(own.fields.get("crossref", "").strip().lower())
        entry = own._replace(fields=_inherited(own, volume)) if volume else own
        if entry.kind in _VOLUMES and entry.key.lower() in named:
            rest.append(_written(entry))
        elif clean(entry.fields.get("title", "")):
            works.append(entry)
            rest += [fault.rest.strip(", \n")] if fault else []
        else:
            rest.append(fault.text if fault else _written(entry))
    return works, [text for text in rest if text]


def _inherited(entry: BibEntry, volume: BibEntry) -> dict[str, str]:
    """Give an entry's fields with those of the volume that it is in, as BibTeX has them."""
    own = {name: value for name, value in volume.fields.items() if name in _SHARED}
    if title := volume.fields.get("booktitle") or volume.fields.get("title"):
        own["booktitle"] = title
    return own | entry.fields


def _written(entry: BibEntry) -> str:
    fields = ", ".join(f"{name} = {{{value}}}" for name, value in entry.fields.items())
    return f"@{entry.kind}{{{entry.key}, {fields}}}"


def _entry(entry: BibEntry, section: Section) -> ImportedPaper:
    """Make an entry of the fields that are facts about the work."""
    fields = entry.fields
    venue = parse_venue(venue_text(fields))
    year = year_of(fields) or venue.year
    links, ids = _links(fields)
    return ImportedPaper(
        title=clean(fields["title"]),
        name=clean(fields.get("shorttitle", "")),
        kind=fields.get("entrysubtype", "").lower() or _KINDS.get(entry.kind, ""),
        section=section.path,
        links=links,
        ids=ids,
        venue=venue.name,
        year=year,
        date=_date(fields, year),
        authors=(*map(stored, people_of(fields)), *([OTHERS] if is_cut(fields) else [])),
        affiliations=tuple(filter(None, (clean(fields.get(name, "")) for name in _PLACES))),
        keywords=tuple(
            filter(None, (clean(k) for k in re.split("[,;]", fields.get("keywords", ""))))
        ),
        note=_note(fields),
    )


def _note(fields: dict[str, str]) -> str:
    """Give what the entry remarks, without what its other fields say as well."""
    notes = (fields.get(name, "").strip() for name in ("annote", "annotation", "note"))
    return " ".join(clean_note(note) for note in notes if note and not _SAID.fullmatch(note))


def _date(fields: dict[str, str], year: int | None) -> str:
    """Give the day or the month, whichever is told; a year alone is no date."""
    for name in ("origdate", "date"):
        value = fields.get(name, "")
        if _DATE.fullmatch(value) or (name == "origdate" and _YEAR.fullmatch(value)):
            return value
    text = fields.get("month", "").strip()
    month = int(text) if _MONTH.fullmatch(text) else month_number(text)
    return f"{year}-{month:02}" if year and month else ""


def _links(fields: dict[str, str]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Give the addresses and the canonical ids that an entry names; an id alone gives a link."""
    links = tuple((name, url) for name in _LINKS for url in _addresses(name, fields))
    arxiv, doi = preprint(fields), doi_of(fields)
    ids, _ = works_and_pages(arxiv, doi, [url for _, url in links])
    papers = without_repositories(ids)
    if not links and papers:
        links = tuple(("paper", url) for url in map(landing_url, papers[:1]) if url)
    return links, papers or ids[:1]


def _addresses(name: str, fields: dict[str, str]) -> list[str]:
    """Give the first address in a field; of code, there may be several."""
    value = fields.get(name, "")
    urls = links_in(verbatim(value)) if "://" in value else []
    return urls if name == "code" else urls[:1]
