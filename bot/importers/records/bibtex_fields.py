"""Which people and which preprint do the fields of a BibTeX entry name?"""

import re
from collections.abc import Iterator, Mapping

from bot.importers.records.author_list import without_others
from bot.text.clean import clean

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_ARXIV = re.compile(r"\barxiv[:\s]\s*([0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})", re.IGNORECASE)


def preprint(fields: Mapping[str, str]) -> str:
    """Give the arXiv identifier, wherever BibTeX files hold it."""
    registry = fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv"
    if fields.get("eprint") and registry.lower() == "arxiv":
        return fields["eprint"]
    texts = (fields.get(field, "") for field in ("arxiv", "journal", "note", "number", "volume"))
    found = _ARXIV.search(" ".join(texts))
    return found[1] if found else ""


def people(value: str) -> Iterator[str]:
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
