"""How does an entry stand in a category, as the list's owner wrote it there, and does it still?

What its owner printed is shown as long as the values that it was read from are the entry's, and as
long as the list's template shows none that has come since.
"""

import hashlib
from collections.abc import Collection, Iterable

from bot.model.papers.paper import Paper, Printed

# What a line can show of an entry.
SHOWN = (
    *("title", "short_name", "authors", "affiliations", "date", "venue", "links", "keywords"),
    *("citations", "note", "status", "capabilities"),
)


def values_of(paper: Paper) -> str:
    """Name the values that an entry has, with what they are now, for `Printed.of`."""
    return _said(paper, [name for name in SHOWN if getattr(paper, name)])


def printed_in(paper: Paper, slug: str) -> Printed | None:
    """Tell how an entry stands in a category, if its owner placed it."""
    return next((printed for printed in paper.printed if printed.category == slug), None)


def moved(paper: Paper, slug: str) -> Paper:
    """Give an entry in another category, where its owner has given it no place yet."""
    if slug == paper.category:
        return paper
    also_in = tuple(other for other in paper.also_in if other != slug)
    printed = tuple(place for place in paper.printed if place.category != paper.category)
    return paper.model_copy(update={"category": slug, "also_in": also_in, "printed": printed})


def holds(printed: Printed, paper: Paper, shown: Collection[str]) -> bool:
    """Tell whether what was printed is still true; `shown` are the fields that a template shows."""
    names = (printed.of or "").split()[:-1]
    come = (
        name
        for name in (*shown, "status")
        if name in SHOWN and name not in names and getattr(paper, name)
    )
    return printed.of == _said(paper, names) and not any(come)


def _said(paper: Paper, names: Iterable[str]) -> str:
    fields = [name for name in names if name in SHOWN]
    dumped = paper.model_dump_json(include=set(fields), exclude_defaults=True)
    return " ".join([*fields, hashlib.sha256(dumped.encode()).hexdigest()[:12]])
