"""How is a lot asked of GitHub where a lot at once is too much for it?

A page of a hundred that GitHub answers with 502, in no time, or in part, is asked for as pages of
50, 25 and 10, and at last as mere numbers, each of which is then asked for by itself: so one issue
that GitHub cannot show keeps none of the others from being read.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from bot.errors import HeavyError
from bot.github_api.connection.repository import Repository
from bot.github_api.world import payload, queries
from bot.github_api.world.payload import Node
from bot.github_api.world.queries import LISTS, Listed, Named

SIZES = (100, 50, 25, 10)
MOST_PAGES = 50
# After so many that cannot be read, each by itself, it is no longer about them.
MOST_UNREAD = 5


class NamedNode(NamedTuple):
    """What was asked for, and what it is: None where GitHub does not tell.

    `gone` says that GitHub knows that there is none.
    """

    name: Named
    node: Node | None
    gone: bool = False


class Asker:
    """Asks in pages as large as GitHub can answer; what was too much once is not tried again."""

    def __init__(self, place: Repository) -> None:
        """Ask about the repository of `place`."""
        self._wire = place.wire
        self._place = {"owner": place.owner, "name": place.name}
        self._size = SIZES[0]
        self._unread = 0

    def facts_and_lists(self) -> tuple[Node, dict[str, list[Node]]]:
        """Give the facts, and every list as far as it is looked at.

        Raises as the wire does.
        """
        for size in SIZES:
            self._size = size
            try:
                answer = self._wire.query(queries.facts_and_lists(size), self._place, whole=True)
            except HeavyError:
                continue
            facts = answer.repository
            return facts, {name: self._rest(LISTS[name], facts[name]) for name in LISTS}
        facts = self._ask(queries.FACTS)
        return facts, {
            name: self._rest(query, self._page(query, None)) for name, query in LISTS.items()
        }

    def all_of(self, asked: Listed) -> list[Node]:
        """Give a whole list; of what cannot be read, only the number. Raises as the wire does."""
        return self._rest(asked, self._page(asked, None))

    def _rest(self, asked: Listed, page: Node | None) -> list[Node]:
        """Read the rest of a list whose first page is here."""
        nodes = payload.nodes(page)
        for _ in range(MOST_PAGES):
            after = payload.cursor(page)
            if not after or asked.most:
                break
            page = self._page(asked, after)
            nodes += payload.nodes(page)
        return nodes

    def _page(self, asked: Listed, after: str | None) -> Node | None:
        for size in SIZES[SIZES.index(self._size) :]:
            self._size = size
            try:
                text = queries.page(asked, size)
                answer = self._wire.query(text, self._place | {"after": after}, whole=True)
            except HeavyError:
                continue
            return cast("Node | None", answer.repository["page"])
        item = "number" if asked.field in {"issues", "pullRequests"} else asked.item
        text = queries.page(asked._replace(item=item), self._size)
        return cast("Node | None", self._ask(text, after=after)["page"])

    def thread(self, kind: str, number: int, node: Node) -> list[Node]:
        """Give all comments, reviews or closers of an issue or pull request, read in part."""
        page, nodes = node.get(kind), payload.nodes(node.get(kind))
        for _ in range(MOST_PAGES):
            after = payload.cursor(page)
            if not after:
                break
            answer = self._ask(queries.more(kind), number=number, after=after)
            page = (answer["thread"] or {}).get(kind)
            nodes += payload.nodes(page)
        return nodes

    def by_name(
        self, names: Sequence[Named], sizes: Sequence[int] = (*SIZES, 1)
    ) -> Iterator[NamedNode]:
        """Yield each of those asked for with what it is.

        Raises HeavyError where so much cannot be read that it is not about single ones.
        """
        for start in range(0, len(names), sizes[0]):
            part = names[start : start + sizes[0]]
            if len(part) <= sizes[-1] or len(sizes) == 1:
                yield from self._one_by_one(part)
                continue
            try:
                answer = self._wire.query(queries.by_name(part), self._place, whole=True)
            except HeavyError:
                smaller = [size for size in sizes if size < len(part)]
                yield from self.by_name(part, smaller)
                continue
            yield from _named(part, answer.repository, answer.gone)

    def _one_by_one(self, names: Sequence[Named]) -> Iterator[NamedNode]:
        for name in names:
            try:
                answer = self._wire.query(queries.by_name([name]), self._place)
            except HeavyError:
                self._unread += 1
                if self._unread > MOST_UNREAD:
                    raise
                yield NamedNode(name, None)
                continue
            yield from _named([name], answer.repository, answer.gone)

    def _ask(self, text: str, **variables: object) -> Node:
        return self._wire.query(text, self._place | variables).repository


def _named(names: Sequence[Named], repository: Node, gone: frozenset[str]) -> Iterator[NamedNode]:
    for at, name in enumerate(names):
        node = repository.get(f"n{at}")
        yield NamedNode(name, node, gone=node is None and f"n{at}" in gone)
