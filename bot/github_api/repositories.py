"""What has become of these repositories, wherever they are?

One query asks for a hundred of them by aliases, for one point. What GitHub does not find is null
in the answer, with an error of the type NOT_FOUND at its alias, and keeps none of the others from
being answered; a rename is followed and shows as another `nameWithOwner`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.errors import HeavyError
from bot.github_api.connection.wire import Wire
from bot.model.upkeep.link import Repo

SIZES = (100, 25, 5)
_FIELDS = "nameWithOwner databaseId isArchived isEmpty isDisabled"


def repositories(wire: Wire, names: Sequence[str]) -> Iterator[tuple[str, Repo | None]]:
    """Yield what each name ("owner/name") leads to, None where GitHub knows of nothing there.

    What GitHub could not tell is left out. Raises as the wire does.
    """
    for start in range(0, len(names), SIZES[0]):
        yield from _of(wire, names[start : start + SIZES[0]], SIZES)


def _of(
    wire: Wire, names: Sequence[str], sizes: Sequence[int]
) -> Iterator[tuple[str, Repo | None]]:
    for start in range(0, len(names), sizes[0]):
        part = names[start : start + sizes[0]]
        try:
            answer = wire.query_aliases(_document(part), _variables(part))
        except HeavyError:
            if len(sizes) > 1:
                yield from _of(wire, part, sizes[1:])
            continue
        for at, name in enumerate(part):
            node = answer.repository.get(f"n{at}")
            if node is not None or f"n{at}" in answer.gone:
                yield name, _repo(node)


def _document(names: Sequence[str]) -> str:
    places = range(len(names))
    parameters = ", ".join(f"$o{at}: String!, $n{at}: String!" for at in places)
    asked = " ".join(
        f"n{at}: repository(owner: $o{at}, name: $n{at}) {{ {_FIELDS} }}" for at in places
    )
    return f"query({parameters}) {{ rateLimit {{ cost remaining resetAt }} {asked} }}"


def _variables(names: Sequence[str]) -> dict[str, object]:
    variables: dict[str, object] = {}
    for at, name in enumerate(names):
        variables[f"o{at}"], _, variables[f"n{at}"] = name.partition("/")
    return variables


def _repo(node: dict[str, Any] | None) -> Repo | None:
    if node is None:
        return None
    return Repo(
        name=str(node["nameWithOwner"]),
        identity=int(node["databaseId"] or 0),
        archived=bool(node["isArchived"]),
        empty=bool(node["isEmpty"]),
        disabled=bool(node["isDisabled"]),
    )
