"""Which works does a block of BibTeX hold?

Only what lists use of the format (https://www.bibtex.com/g/bibtex-format/): entries with braced,
quoted or bare values. An entry that does not close ends with the block.
"""

import re
from collections.abc import Iterator

from bot.identify import canonical, clean_url
from bot.importers.names import authors
from bot.importers.sections import Section
from bot.model.entry import Entry
from bot.model.text import clean
from bot.model.venue import read_venue

_START = re.compile(r"@([a-z]+)\s*[{(]\s*([^,\s{}\"=]*)\s*,", re.IGNORECASE)
_FIELD = re.compile(r"\s*,?\s*([a-z][\w-]*)\s*=\s*", re.IGNORECASE)
_BARE = re.compile(r"[^,{}\"\s]+")
_NO_ENTRY = frozenset(("comment", "string", "preamble"))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def is_bibtex(text: str) -> bool:
    """Tell whether a block holds at least one entry."""
    return any(match[1].lower() not in _NO_ENTRY for match in _START.finditer(text))


def read_bibtex(text: str, section: Section) -> Iterator[Entry]:
    """Give the works of a block, in order; those without a title are left out."""
    starts = [match for match in _START.finditer(text) if match[1].lower() not in _NO_ENTRY]
    for match, following in zip(starts, [*starts[1:], None], strict=True):
        body = text[match.end() : following.start() if following else len(text)]
        entry = _entry(_fields(body), section)
        if entry.title:
            yield entry


def _fields(body: str) -> dict[str, str]:
    """Read `name = value` pairs up to the first thing that is none."""
    fields: dict[str, str] = {}
    position = 0
    while match := _FIELD.match(body, position):
        value, position = _value(body, match.end())
        fields.setdefault(match[1].lower(), value.strip())
    return fields


def _value(body: str, position: int) -> tuple[str, int]:
    """Read one value, and give the place behind it."""
    opened = body[position : position + 1]
    if opened not in {"{", '"'}:
        bare = _BARE.match(body, position)
        return (bare[0], bare.end()) if bare else ("", position + 1)
    depth = 0
    for index in range(position, len(body)):
        char = body[index]
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        closes = depth == 0 and (char == "}" if opened == "{" else char == '"' and index > position)
        if closes:
            return body[position + 1 : index], index + 1
    return body[position + 1 :], len(body)


def _entry(fields: dict[str, str], section: Section) -> Entry:
    """Make an entry of the fields that are facts about the work."""
    published = fields.get("booktitle") or fields.get("journal") or fields.get("publisher", "")
    venue, year = read_venue(clean(published))
    if fields.get("year", "").isdigit():
        year = int(fields["year"])
    links, ids = _links(fields)
    month = fields.get("month", "")[:3].lower()
    date = f"{year}-{_MONTHS.index(month) + 1:02}" if year and month in _MONTHS else ""
    return Entry(
        title=clean(fields.get("title", "")),
        section=section.path,
        links=links,
        ids=ids,
        venue=venue,
        year=year,
        date=date,
        authors=tuple(map(_person, _people(fields.get("author", "")))),
        keywords=tuple(
            filter(None, (clean(k) for k in re.split("[,;]", fields.get("keywords", ""))))
        ),
        note=clean(fields.get("note", "")),
    )


def _people(names: str) -> list[str]:
    """Take BibTeX's list of names apart."""
    return [name for name in re.split(r"\s+and\s+", clean(names)) if name not in {"", "others"}]


def _person(name: str) -> str:
    """Give "Vaswani, Ashish" as "Ashish Vaswani"."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else " ".join(authors(name)) or name.strip()


def _links(fields: dict[str, str]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Give the addresses and the canonical ids that an entry names."""
    links: list[tuple[str, str]] = []
    ids: list[str] = []
    for name in ("url", "pdf", "doi", "eprint", "journal", "code", "howpublished"):
        value = fields.get(name, "")
        found = re.search(r"https?://[^\s{}]+", value)
        url = clean_url(found[0]) if found else None
        if url:
            links.append((name, url))
        preprint = re.search(r"\d{4}\.\d{4,5}", value) if name in {"eprint", "journal"} else None
        work = (
            canonical(
                url
                or (f"arXiv:{preprint[0]}" if preprint else f"doi:{value}" if name == "doi" else "")
            )
            if value
            else None
        )
        if work and work not in ids:
            ids.append(work)
    papers = [work for work in ids if not work.startswith("github:")]
    return tuple(links), tuple(papers or ids[:1])
