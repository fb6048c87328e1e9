"""What do all papers of a list say in one field, and which of them say a certain thing?

Whoever asks one thing of every paper visits each, which in a long list takes most of the time. So
the fields that are asked for often are fetched once, and stand beside each other, a column each.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from bot.model.written import has_escaped_addresses, ids_above

if TYPE_CHECKING:
    from bot.model.paper import Paper

_FIELDS = ("id", "title", "category", "also_in", "date", "ids")
_URL, _LINKS = attrgetter("url"), attrgetter("links")
# Lower-cases ASCII and drops its punctuation, keeping line ends and the bytes of other letters.
_LOWER = bytes(range(256)).lower()
_DROPPED = bytes(code for code in range(128) if chr(code) != "\n" and not chr(code).isalnum())


class Index:
    """The papers by columns: the value of one field of each, in the order of the papers.

    What only some questions need is made with the first of them. `text` is the file that the papers
    were read from, put here by whoever read it, or nothing.
    """

    def __init__(self, papers: Sequence["Paper"]) -> None:
        self.papers = papers
        self.text = ""
        # A model's own dictionary answers sooner than its attributes do.
        columns: Iterable[tuple[Any, ...]] = zip(
            *map(itemgetter(*_FIELDS), map(vars, papers)), strict=True
        )
        ids, titles, categories, also_in, dates, works = [*columns] or [()] * len(_FIELDS)
        self.ids: tuple[str, ...] = ids
        self.titles: tuple[str, ...] = titles
        self.categories: tuple[str, ...] = categories
        self.also_in: tuple[tuple[str, ...], ...] = also_in
        self.dates: tuple[str | None, ...] = dates
        self.works: tuple[tuple[str, ...], ...] = works

    @cached_property
    def links(self) -> list[tuple[str, ...]]:
        """The addresses of each paper."""
        return [tuple(map(_URL, paper.links)) for paper in self.papers]

    @cached_property
    def letters(self) -> bytes:
        """All titles, squeezed to letters and digits, each between two line ends."""
        return squeezed("\n".join(("", *self.titles, "")))

    @cached_property
    def owners(self) -> dict[str, int]:
        """The first position that has each canonical id; the check of a list needs it anyway."""
        found: dict[str, int] = {}
        for position, works in enumerate(self.works):
            for work in works:
                found.setdefault(work, position)
        return found

    @cached_property
    def _known_links(self) -> frozenset[str]:
        # Not of `links`, which takes longer to make and is needed only where a link is known.
        return frozenset(map(_URL, chain.from_iterable(map(_LINKS, self.papers))))

    @cached_property
    def _is_telling(self) -> bool:
        return bool(self.text) and not has_escaped_addresses(self.text)

    def owner(self, work: str) -> "Paper | None":
        """Give the paper that has this canonical id."""
        return self.papers[self.owners[work]] if work in self.owners else None

    def with_work(self, wanted: Iterable[str]) -> list[int]:
        """Give the positions of the papers that have one of these canonical ids."""
        sought = frozenset(filter(self.owners.__contains__, wanted))
        return _holding(sought, self.works) if sought else []

    def with_link(self, wanted: Sequence[str]) -> list[int]:
        """Give the positions of the papers that have one of these addresses."""
        told = [self._told(url) for url in wanted]
        if None in told:
            sought = self._known_links.intersection(wanted)
            return _holding(sought, self.links) if sought else []
        return sorted({at for places in told for at in places or ()})

    def lacks(self, part: str) -> bool:
        """Tell that no address holds this part; False, too, where the text of the list does not."""
        return self._is_telling and part not in self.text

    def _told(self, url: str) -> list[int] | None:
        """Give the positions of the papers with an address, if the text of the list tells."""
        if not self._is_telling:
            return None
        ids = ids_above(self.text, url)
        places = [bisect_left(self.ids, slug) for slug in ids]
        right = all(
            self.ids[at : at + 1] == (slug,) and url in map(_URL, self.papers[at].links)
            for at, slug in zip(places, ids, strict=True)
        )
        return places if right and len(set(places)) == len(places) else None


def _holding(sought: frozenset[str], values: Iterable[tuple[str, ...]]) -> list[int]:
    return [at for at, value in enumerate(values) if not sought.isdisjoint(value)]


def squeezed(text: str) -> bytes:
    """Give only letters, digits and line ends, in lower case as far as they are ASCII."""
    return text.encode(errors="replace").translate(_LOWER, _DROPPED)
