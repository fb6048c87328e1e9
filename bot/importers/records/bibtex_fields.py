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
# What LaTeX writes for a character that an address holds as it is.
_GROUPED = re.compile(r"\{(\\(?:text[a-z]{5,16}|[%&#_$~{}-]))\}")
_ESCAPED = re.compile(
    r"\\(?:text(asciitilde|underscore|asciicircum|percent)|([%&#_$~{}-]))(?:\{\}|(?<=[a-z])\s)?"
)
_NAMED = {"asciitilde": "~", "underscore": "_", "asciicircum": "^", "percent": "%"}
_URL = re.compile(r"\\(?:url|href|path)\s*\{([^{}]{1,2000})\}(?:\{[^{}]{0,300}\})?")
_OTHERS = re.compile(r"\s+and\s+others\W*$", re.IGNORECASE)
_NOBODY = re.compile(r"[\W_]*")
_NUMBER = re.compile(r" 0\d{3}$")  # by which DBLP tells people of one name apart
_ARXIV = re.compile(r"\barxiv[:\s]\s*([0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})", re.IGNORECASE)


def verbatim(value: str) -> str:
    r"""Give an address or identifier as it is: `foo{\_}bar`, `a\%20b`, `\url{...}`, `\~{}user`."""
    value = value.replace("$\\sim$", "~").replace("\\sim ", "~")
    value = _ESCAPED.sub(lambda match: match[2] or _NAMED[match[1]], _GROUPED.sub(r"\1", value))
    return _URL.sub(r" \1 ", value.replace("{}", "")).strip()


def doi_of(fields: Mapping[str, str]) -> str:
    """Give the DOI as the field has it, without LaTeX."""
    return verbatim(fields.get("doi", ""))


def venue_text(fields: Mapping[str, str]) -> str:
    """Give where it appeared; `howpublished` often holds a link, which is no venue."""
    values = (fields.get(name, "") for name in _VENUES)
    texts = (value for value in values if value and "://" not in value and not _ARXIV.search(value))
    return clean(next(texts, ""))


def year_of(fields: Mapping[str, str]) -> int | None:
    """Give the year in which it appeared."""
    return first_year(fields.get("year") or fields.get("date", ""))


def people_of(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Give the authors, or the editors of what has none, as written; ":" is nobody."""
    people = bibtex_listed(fields.get("author") or fields.get("editor", ""))
    return tuple(_NUMBER.sub("", person) for person in people if not _NOBODY.fullmatch(person))


def is_cut(fields: Mapping[str, str]) -> bool:
    """Tell whether the list of people ends with "and others"."""
    people = fields.get("author") or fields.get("editor", "")
    return bool(_OTHERS.search(people))


def preprint(fields: Mapping[str, str]) -> str:
    """Give the arXiv identifier, wherever BibTeX files hold it."""
    registry = fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv"
    if fields.get("eprint") and registry.lower() == "arxiv":
        return verbatim(fields["eprint"])
    texts = (fields.get(field, "") for field in ("arxiv", "journal", "note", "number", "volume"))
    match = _ARXIV.search(" ".join(texts))
    return match[1] if match else ""
