"""What of a service's word can an entry hold, and how much of it is kept?

What no entry could hold is dropped, and the entry stands. All that is kept of one submission has
to fit into the bot's comment, which is its memory; so what lands is what was shown, also where a
service names thousands of authors.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pydantic import TypeAdapter, ValidationError

from bot.identify import is_canonical
from bot.links.url import clean_url
from bot.model.base import OneLine, PartialDate, Title
from bot.model.papers.metadata import LookupResult, Metadata, Sourced
from bot.model.papers.paper import Link
from bot.model.submissions.memory import length

# Characters for what is kept of all works of a submission; identifiers have a share of their own.
ROOM = 20_000
_SHARE_OF_IDS = 0.2

_TITLE = TypeAdapter[str](Title)
_LINE = TypeAdapter[str](OneLine)
_DATE = TypeAdapter[str](PartialDate)


def bounded(lookups: Sequence[LookupResult]) -> list[LookupResult]:
    """Give the reports with what can be kept of them; the works share the room evenly."""
    room = ROOM // max(len(lookups), 1)
    return [replace(lookup, metadata=_kept(lookup.metadata, room)) for lookup in lookups]


def _kept(metadata: Metadata, room: int) -> Metadata:
    """Give what an entry can hold, up to `room` characters, the longest lists last."""
    left, left_for_ids = _Room(room), _Room(int(room * _SHARE_OF_IDS))
    return Metadata(
        title=next(filter(left.holds, _valid(metadata.title, _TITLE)), None),
        date=next(filter(left.holds, _valid(metadata.date, _DATE)), None),
        venue=metadata.venue if metadata.venue and left.holds(metadata.venue) else None,
        citations=metadata.citations,
        kind=metadata.kind,
        warnings=tuple(filter(left.holds, metadata.warnings)),
        ids=tuple(filter(left_for_ids.holds, (i for i in metadata.ids if is_canonical(i.value)))),
        links=tuple(filter(left.holds, _public(metadata.links))),
        conflicts=tuple(filter(left.holds, metadata.conflicts)),
        authors=_first(metadata.authors, left),
        affiliations=_first(metadata.affiliations, left),
        abstract=metadata.abstract,  # which is not remembered, and so needs no room
    )


class _Room:
    """The characters that are left."""

    def __init__(self, left: int) -> None:
        self._left = left

    def holds(self, value: object) -> bool:
        """Tell whether there is room for a value, and give it that room."""
        size = length(value) + len(",")
        fits = size <= self._left
        self._left -= size if fits else 0
        return fits


def _valid(sourced: Sourced[str] | None, kind: TypeAdapter[str]) -> Iterator[Sourced[str]]:
    if sourced and _is_valid(sourced.value, kind):
        yield sourced


def _is_valid(value: str, kind: TypeAdapter[str]) -> bool:
    try:
        kind.validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


def _public(links: Sequence[Sourced[Link]]) -> Iterator[Sourced[Link]]:
    """Give the links as they are stored, without those that nobody may be sent to."""
    for link, source in links:
        if cleaned := clean_url(link.url):
            yield Sourced(Link(kind=link.kind, url=cleaned), source)


def _first(names: Sourced[tuple[str, ...]] | None, left: _Room) -> Sourced[tuple[str, ...]] | None:
    """Give the first names, as many as there is room for."""
    if not names:
        return None
    valid = (name for name in names.value if _is_valid(name, _LINE))
    held = tuple(takewhile(left.holds, valid))
    return Sourced(held, names.source) if held else None
