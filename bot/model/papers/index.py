"""At which places of a list stand the works with this id, this address, a title of such words?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from bot.links.second_ids import second_id, with_second
from bot.text.pieces import pieces


class Indexed(NamedTuple):
    """What of an entry it is looked for by."""

    texts: tuple[str, ...]
    ids: tuple[str, ...]
    urls: tuple[str, ...]


class Index:
    """The places of entries, each table made with the first question that needs it."""

    def __init__(self, entries: Sequence[Indexed]) -> None:
        self._entries = entries

    @cached_property
    def by_id(self) -> dict[str, list[int]]:
        """The places of each canonical id."""
        return _places(entry.ids for entry in self._entries)

    @cached_property
    def _by_second_id(self) -> dict[str, list[int]]:
        return _places(map(second_id, entry.ids) for entry in self._entries)

    @cached_property
    def by_url(self) -> dict[str, list[int]]:
        """The places of each address, as it is written."""
        return _places(entry.urls for entry in self._entries)

    @cached_property
    def by_piece(self) -> dict[str, list[int]]:
        """The places of each piece of a title or name."""
        return _places(frozenset().union(*map(pieces, entry.texts)) for entry in self._entries)

    def with_id(self, wanted: Iterable[str]) -> list[int]:
        """Give the places that have one of these canonical ids, or one that tells it."""
        asked = with_second(wanted)
        own, by_second = (
            _of_any(self.by_id, asked),
            _of_any(self._by_second_id, filter(None, asked)),
        )
        return sorted({*own, *by_second}) if by_second else own

    def with_url(self, wanted: Iterable[str]) -> list[int]:
        """Give the places that have one of these addresses."""
        return _of_any(self.by_url, wanted)


def _places(keyed: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    table: defaultdict[str, list[int]] = defaultdict(list)
    for place, keys in enumerate(keyed):
        for key in dict.fromkeys(keys):
            table[key].append(place)
    return dict(table)


def _of_any(table: dict[str, list[int]], wanted: Iterable[str]) -> list[int]:
    return sorted({place for key in wanted for place in table.get(key, ())})
