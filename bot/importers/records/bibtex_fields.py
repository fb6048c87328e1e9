"""What do the fields of a BibTeX or biblatex entry say: people, venue, year, preprint?

For a list (`bot.importers.works.bibtex`) and for a search of duplicates alike. The fields of
biblatex are those of its manual, section 2.2 (https://ctan.org/pkg/biblatex).
"""

import re
from collections.abc import Mapping

from bot.importers.records.record_fields import first_year
from bot.people.listed import bibtex_listed
from bot.text.clean import clean

_VENUES = (
    *("booktitle", "journal", "journaltitle", "eventtitle", "maintitle", "howpublished"),
    "publisher",
)
_ARXIV = re.compile(r"\barxiv[:\s]\s*([0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})", re.IGNORECASE)


def venue_text(fields: Mapping[str, str]) -> str:
    """Give where it appeared; `howpublished` often holds a link, which is no venue."""
    values = (fields.get(name, "") for name in _VENUES)
    return clean(next((value for value in values if value and "://" not in value), ""))


def year_of(fields: Mapping[str, str]) -> int | None:
    """Give the year in which it appeared."""
    return first_year(fields.get("year") or fields.get("date", ""))


def people_of(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Give the authors, or the editors of what has none, as written."""
    return tuple(bibtex_listed(fields.get("author") or fields.get("editor", "")))


def preprint(fields: Mapping[str, str]) -> str:
    """Give the arXiv identifier, wherever BibTeX files hold it."""
    registry = fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv"
    if fields.get("eprint") and registry.lower() == "arxiv":
        return fields["eprint"]
    texts = (fields.get(field, "") for field in ("arxiv", "journal", "note", "number", "volume"))
    found = _ARXIV.search(" ".join(texts))
    return found[1] if found else ""
