"""What does GitHub's answer to a request mean, and may the request be sent again?

A request that only reads, or that names the state it leads to (PUT, PATCH), is sent again after
an outage. One that creates something is not, unless a look has shown that the first had no effect.
A request that a rate limit turned away had none, and is sent again after the wait it was told.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from bot.errors import ForbiddenError, MissingError, OutageError, RateLimitError, RejectedError
from bot.github_api.limits import Limits

PAUSES = (1.0, 4.0)  # seconds before the second and the third try
LONGEST_MESSAGE = 300
_UNREADABLE = object()


class Sent(NamedTuple):
    """One line of the request log; status 0 is no answer at all."""

    method: str
    path: str
    status: int


class Reply(Protocol):
    """An answer as it came."""

    @property
    def status(self) -> int:
        """The status of HTTP."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers by their names in lower case."""

    @property
    def text(self) -> str:
        """The body."""


class Carrier(Protocol):
    """What brings a request to GitHub; bot.github_api.transport is the one there is."""

    graphql_url: str

    def send(self, method: str, url: str, payload: object = None) -> Reply:
        """Send once; raises OutageError."""


class Wire:
    """All requests of a run."""

    def __init__(self, carrier: Carrier, limits: Limits, sleep: Callable[[float], None]) -> None:
        """Send by `carrier`, within `limits`."""
        self._carrier = carrier
        self._limits = limits
        self.sleep = sleep
        self.sent: list[Sent] = []

    def ask(self, method: str, path: str, payload: object = None, *, again: bool = True) -> Any:  # noqa: ANN401 - whatever JSON it is
        """Give GitHub's answer; with `again`, an outage is tried up to three times.

        Raises OutageError, RateLimitError, ForbiddenError, MissingError, RejectedError.
        """
        return self._trying(lambda: self._once(method, path, payload), again=again)

    def create(self, path: str, payload: object, find: Callable[[], Any]) -> Any:  # noqa: ANN401 - likewise
        """POST what must not be there twice: after an outage, `find` looks whether it is there.

        `find` gives what the POST would have given, or None. Raises as `ask` does.
        """
        for pause in PAUSES:
            try:
                return self.ask("POST", path, payload, again=False)
            except OutageError:
                self.sleep(pause)
            found = find()
            if found is not None:
                return found
        return self.ask("POST", path, payload, again=False)

    def query(self, text: str, variables: Mapping[str, object]) -> dict[str, Any]:
        """Give the `repository` of a GraphQL answer; what is not found in it is None.

        Raises as `ask` does. Any other error in the answer counts for all of it: a part of the
        truth is no ground to act on.
        """
        payload = {"query": text, "variables": dict(variables)}
        found: dict[str, Any] = self._trying(
            lambda: _repository(self._graphql(payload)), again=True
        )
        return found

    def _graphql(self, payload: object) -> Any:  # noqa: ANN401 - likewise
        return self._once("POST", self._carrier.graphql_url, payload, reads=True)

    def _trying(self, ask: Callable[[], Any], *, again: bool) -> Any:  # noqa: ANN401 - likewise
        for pause in PAUSES if again else ():
            try:
                return ask()
            except OutageError:
                self.sleep(pause)
        return ask()

    def _once(self, method: str, path: str, payload: object, *, reads: bool = False) -> Any:  # noqa: ANN401 - likewise
        """Send once, or as often as a limit turns it away."""
        while True:
            reply = self._send(method, path, payload, writes=method != "GET" and not reads)
            words = reply.text[:LONGEST_MESSAGE]
            wait = self._limits.wait_told(reply.status, reply.headers, words)
            if wait is None:
                return _meaning(reply, f"{method} {path}")
            self._limits.wait(wait)

    def _send(self, method: str, path: str, payload: object, *, writes: bool) -> Reply:
        self._limits.before(writes=writes, creates=writes and method == "POST")
        status = 0
        try:
            reply = self._carrier.send(method, path, payload)
            status = reply.status
        finally:
            self.sent.append(Sent(method, path, status))
        self._limits.after(reply.headers)
        return reply


def _meaning(reply: Reply, asked: str) -> Any:  # noqa: ANN401 - likewise
    """Give the JSON of an answer, or raise what it means.

    What is no JSON does not come from GitHub's API, or not whole, whatever its status says.
    """
    status = reply.status
    if status >= 500 or status == 408:
        raise OutageError(f"GitHub answered {asked} with {status}")
    found = _json(reply.text)
    if found is _UNREADABLE:
        raise OutageError(f"GitHub answered {asked} with {status} and no readable JSON")
    if 200 <= status < 300:
        return found
    message = _message(found)
    said = f"{message or 'no reason given'} ({status} for {asked})"
    if status in {401, 403}:
        raise ForbiddenError(f"GitHub does not allow it: {said}")
    if status in {404, 410}:
        raise MissingError(f"GitHub does not find it: {said}")
    raise RejectedError(message or f"no reason given, status {status}", status)


def _json(text: str) -> Any:  # noqa: ANN401 - likewise
    """Read an answer; an empty one is None."""
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return _UNREADABLE


def _message(found: object) -> str:
    """Give GitHub's words in an answer that is a refusal, on one line; "" if there are none."""
    if not isinstance(found, dict):
        return ""
    errors = found.get("errors")
    details = [
        str(error.get("message") or error.get("code") or "")
        if isinstance(error, dict)
        else str(error)
        for error in (errors[:5] if isinstance(errors, list) else ())
    ]
    return _line(": ".join(filter(None, (str(found.get("message") or ""), *details))))


def _line(text: str) -> str:
    return " ".join(text[: 10 * LONGEST_MESSAGE].split())[:LONGEST_MESSAGE]


def _repository(answer: object) -> dict[str, Any]:
    """Give the repository of a GraphQL answer, or raise what its errors mean.

    Kinds of errors: https://docs.github.com/en/graphql/guides/using-graphql-clients
    """
    if not isinstance(answer, dict):
        raise OutageError("GitHub answered a query with something else than an object")
    errors = [error for error in answer.get("errors") or () if isinstance(error, dict)]
    data = answer.get("data")
    repository = data.get("repository") if isinstance(data, dict) else None
    found = isinstance(repository, dict)
    for error in errors:
        kind = str(error.get("type") or "")
        said = _line(str(error.get("message") or ""))
        if kind == "NOT_FOUND" and found:
            continue
        _raise_query_error(kind, said, invalid="extensions" in error or "locations" in error)
    if not isinstance(repository, dict):
        raise OutageError("GitHub answered a query without the repository")
    return repository


def _raise_query_error(kind: str, said: str, *, invalid: bool) -> None:
    if kind == "NOT_FOUND":
        raise MissingError(f"GitHub does not find it: {said}")
    if kind in {"RATE_LIMITED", "RATE_LIMIT"}:
        raise RateLimitError(f"GitHub allows no more queries for now: {said}")
    if kind in {"FORBIDDEN", "INSUFFICIENT_SCOPES"}:
        raise ForbiddenError(f"GitHub does not allow it: {said}")
    if kind or not invalid:
        raise OutageError(f"GitHub could not answer a query: {said}")
    raise RejectedError(said, 200)
