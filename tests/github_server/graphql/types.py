"""How is a type of GitHub's GraphQL schema written down here?"""

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tests.github_server.people import Actor
from tests.github_server.show import Show
from tests.github_server.state import State
from tests.github_server.wire import Json

LARGEST_PAGE = 100
BOUNDS = {"first": "Int", "last": "Int", "after": "String", "before": "String"}


class GraphError(Exception):
    """One field can't be answered; the others can."""

    def __init__(self, message: str, kind: str = "") -> None:
        """Keep the message and GitHub's word for the kind of error."""
        super().__init__(message)
        self.kind = kind


class Context(NamedTuple):
    """What the fields are answered from."""

    state: State
    actor: Actor
    show: Show


Getter = Callable[[Any, Json, Context], Any]


class Spec(NamedTuple):
    """One field of a type: what it gives, how it is found, which arguments it takes."""

    type: str
    get: Getter
    arguments: Mapping[str, str]

    @property
    def is_connection(self) -> bool:
        """Say whether this is a list that is read in pages."""
        return self.type.rstrip("!").endswith("Connection")


def spec(type_: str, get: Getter, **arguments: str) -> Spec:
    """Describe a field; a connection takes the four bounds of a page besides its own arguments."""
    found = Spec(type_, get, arguments)
    return found._replace(arguments={**BOUNDS, **arguments}) if found.is_connection else found


def attribute(type_: str, name: str) -> Spec:
    """Describe a field that is an attribute of the object."""
    return Spec(type_, lambda found, _, __: getattr(found, name), {})


class Connection(NamedTuple):
    """One page of a list."""

    items: Sequence[Any]
    start: int
    stop: int

    @property
    def nodes(self) -> list[Any]:
        """Give what is on the page."""
        return list(self.items[self.start : self.stop])

    @property
    def page_info(self) -> Json:
        """Tell what is before and after, and the cursors to get there."""
        some = self.stop > self.start
        return {
            "hasNextPage": self.stop < len(self.items),
            "hasPreviousPage": self.start > 0,
            "startCursor": cursor(self.start) if some else None,
            "endCursor": cursor(self.stop - 1) if some else None,
        }


def cursor(at: int) -> str:
    """Name a place in a list."""
    return base64.b64encode(f"cursor:{at}".encode()).decode()


def _place(text: str) -> int:
    """Read a cursor.

    Raises GraphError for what is none.
    """
    try:
        return int(base64.b64decode(text).decode().removeprefix("cursor:"))
    except ValueError as error:
        raise GraphError(
            f"`{text}` does not appear to be a valid cursor.", "INVALID_CURSOR_ARGUMENTS"
        ) from error


def connect(name: str, items: Sequence[Any], arguments: Json) -> Connection:
    """Cut one page out of a list.

    Raises GraphError without `first` or `last`, or beyond a hundred.
    """
    first, last = arguments.get("first"), arguments.get("last")
    if first is None and last is None:
        words = "You must provide a `first` or `last` value to properly paginate the "
        words += f"`{name}` connection."
        raise GraphError(words, "MISSING_PAGINATION_BOUNDARIES")
    for bound, size in (("first", first), ("last", last)):
        if size is not None and not 0 <= size <= LARGEST_PAGE:
            words = f"Requesting {size} records on the `{name}` connection exceeds the "
            words += f"`{bound}` limit of {LARGEST_PAGE} records."
            raise GraphError(words, "EXCESSIVE_PAGINATION")
    after, before = arguments.get("after"), arguments.get("before")
    start = min(_place(after) + 1, len(items)) if after else 0
    stop = min(_place(before), len(items)) if before else len(items)
    if first is not None:
        stop = min(stop, start + first)
    if last is not None:
        start = max(start, stop - last)
    return Connection(items, start, max(start, stop))
