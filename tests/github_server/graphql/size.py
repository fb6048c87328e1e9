"""How many nodes could this query touch, and how many points does it cost?

GitHub refuses more than half a million nodes.

https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
"""

from tests.github_server.graphql.syntax import Document, Field, Selection, Value, Variable
from tests.github_server.wire import Json

MOST_NODES = 500_000


def too_large(document: Document, selections: list[Selection], variables: Json) -> list[Json]:
    """Give the error for a query that could touch too many nodes, or nothing."""
    count = nodes(document, selections, variables)
    if count <= MOST_NODES:
        return []
    words = f"This query requests up to {count:,} possible nodes which exceeds the maximum limit"
    return [{"type": "MAX_NODE_LIMIT_EXCEEDED", "message": f"{words} of {MOST_NODES:,}."}]


def nodes(document: Document, selections: list[Selection], variables: Json) -> int:
    """Count the nodes of every list, each as often as what it stands in."""
    total = 0
    for found in selections:
        if isinstance(found, Field):
            size = _size(found, variables)
            below = nodes(document, found.selections, variables)
            total += below if size is None else size * (1 + below)
        else:
            named = document.fragments[found.spread] if found.spread else found
            total += nodes(document, named.selections, variables)
    return total


def cost(document: Document, selections: list[Selection], variables: Json) -> int:
    """Give the points of a query: a hundredth of the requests that its lists take, at least one.

    Each list takes as many requests as there may be objects that have it.
    """
    return max(1, (_requests(document, selections, variables) + 50) // 100)


def _requests(document: Document, selections: list[Selection], variables: Json) -> int:
    total = 0
    for found in selections:
        if isinstance(found, Field):
            size = _size(found, variables)
            below = _requests(document, found.selections, variables)
            total += below if size is None else 1 + size * below
        else:
            named = document.fragments[found.spread] if found.spread else found
            total += _requests(document, named.selections, variables)
    return total


def _size(field: Field, variables: Json) -> int | None:
    """Give how long a page was asked for, or None for what is no list."""
    bound: Value = field.arguments.get("first", field.arguments.get("last"))
    if isinstance(bound, Variable):
        bound = variables.get(bound.name)
    return bound if isinstance(bound, int) else None
