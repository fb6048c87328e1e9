"""Which function answers which path?"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from tests.github_server.people import Actor
from tests.github_server.show import Show
from tests.github_server.state import Issue, State
from tests.github_server.wire import Json, Request, Response

REPO = "/repos/{owner}/{repo}"


class Call(NamedTuple):
    """One request with what it takes to answer it."""

    state: State
    actor: Actor
    request: Request
    show: Show
    values: dict[str, str]

    @property
    def asked(self) -> Json:
        """Give the request's body as an object."""
        return self.request.json()

    def issue(self) -> Issue:
        """Give the issue or pull request that the path names."""
        return self.state.issue(int(self.values["number"]))


Answering = Callable[[Call], Response]


class Route(NamedTuple):
    """A method and a path, and the function that answers them."""

    method: str
    path: str
    pattern: re.Pattern[str]
    function: Answering


def route(method: str, path: str, function: Answering) -> Route:
    """Make a route: `{name}` is one part of the path, `{name*}` several, `{number}` digits."""
    pattern = re.escape(path).replace(r"\{", "{").replace(r"\}", "}").replace(r"\*", "*")
    pattern = re.sub(r"\{(\w+)\*\}", r"(?P<\1>.+)", pattern)
    pattern = pattern.replace("{number}", r"(?P<number>\d{1,19})")
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", pattern)
    return Route(method, path, re.compile(pattern), function)


def match(
    routes: tuple[Route, ...], method: str, path: str
) -> tuple[Answering, dict[str, str]] | None:
    """Find the first route for a path, and the values in it."""
    for candidate in routes:
        if candidate.method == method and (found := candidate.pattern.fullmatch(path)):
            values = {name: unquote(value) for name, value in found.groupdict().items()}
            return candidate.function, values
    return None


def ok(body: Json, status: int = 200) -> Response:
    """Answer with one object."""
    return Response(status, body)


def done() -> Response:
    """Answer that it was done, with nothing more to say."""
    return Response(204)
