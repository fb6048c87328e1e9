"""What does GitHub's answer to a request mean, and may the request be sent again?

A request that only reads, or that names the state it leads to (PUT, PATCH), is sent again after
an outage. One that creates something is not, unless a look has shown that the first had no effect.
A request that a rate limit turned away had none, and is sent again after the wait it was told.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from bot.errors import (
    ForbiddenError,
    HeavyError,
    MissingError,
    OutageError,
    RateLimitError,
    RejectedError,
)
from bot.github_api.connection.limits import RateLimits
from bot.github_api.connection.transport import Response

PAUSES = (1.0, 4.0)  # seconds before the second and the third try
LONGEST_MESSAGE = 300
# The answers of a gateway that has waited for too long.
_TIMED_OUT = {408, 502, 504}
# A query that was too much for GitHub; the words are those of its time-out, which has no kind.
_HEAVY = {"RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED"}
_HEAVY_WORDS = ("timeout", "timed out", "in time")
_UNREADABLE = object()


class LoggedRequest(NamedTuple):
    """One line of the request log; status 0 is no answer at all."""

    method: str
    path: str
    status: int


class RepositoryData(NamedTuple):
    """The `repository` of an answer, and those of its fields that ask for what is not there."""

    repository: dict[str, Any]
    gone: frozenset[str]


class Carrier(Protocol):
    """What brings a request to GitHub: `transport`, or, in the tests of this room, a script."""

    graphql_url: str

    def send(self, method: str, url: str, payload: object = None) -> Response:
        """Send once; raises OutageError."""


class Wire:
    """All requests of a run."""

    def __init__(
        self, carrier: Carrier, limits: RateLimits, sleep: Callable[[float], None]
    ) -> None:
        """Send by `carrier`, within `limits`."""
        self._carrier = carrier
        self._limits = limits
        self.sleep = sleep
        self.sent: list[LoggedRequest] = []

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
            made = find()
            if made is not None:
                return made
        return self.ask("POST", path, payload, again=False)

    def query(
        self, text: str, variables: Mapping[str, object], *, whole: bool = False
    ) -> RepositoryData:
        """Give what a GraphQL answer says of the repository; what it could not say is None.

        With `whole`, a query that is too much for GitHub is not sent again, and a part of the
        answer is not taken for it: HeavyError is raised, so that less can be asked for. Raises as
        `ask` does otherwise, also for an error that concerns the repository itself.
        """
        payload = {"query": text, "variables": dict(variables)}
        repository: RepositoryData = self._trying(
            lambda: _repository_data(self._answer(payload), whole=whole), again=True, whole=whole
        )
        return repository

    def query_aliases(self, text: str, variables: Mapping[str, object]) -> RepositoryData:
        """Give what a GraphQL answer says of several things, by the aliases they were asked by.

        What could not be said is None; HeavyError where so much is too much. Raises as `ask` does
        otherwise.
        """
        payload = {"query": text, "variables": dict(variables)}
        aliases: RepositoryData = self._trying(
            lambda: _aliased(self._answer(payload)), again=True, whole=True
        )
        return aliases

    def _answer(self, payload: object) -> object:
        answer = self._once("POST", self._carrier.graphql_url, payload, reads=True)
        if isinstance(answer, dict) and isinstance(answer.get("data"), dict):
            self._limits.paid(answer["data"].get("rateLimit"))
        return answer

    def _trying(self, ask: Callable[[], Any], *, again: bool, whole: bool = False) -> Any:  # noqa: ANN401 - likewise
        for pause in PAUSES if again else ():
            try:
                return ask()
            except OutageError as error:
                if whole and isinstance(error, HeavyError):
                    raise
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

    def _send(self, method: str, path: str, payload: object, *, writes: bool) -> Response:
        self._limits.before(writes=writes, creates=writes and method == "POST")
        status = 0
        try:
            reply = self._carrier.send(method, path, payload)
            status = reply.status
        finally:
            self.sent.append(LoggedRequest(method, path, status))
        self._limits.after(reply.headers)
        return reply


def _meaning(reply: Response, asked: str) -> Any:  # noqa: ANN401 - likewise
    """Give the JSON of an answer, or raise what it means.

    What is no JSON does not come from GitHub's API, or not whole, whatever its status says.
    """
    status = reply.status
    if status >= 500 or status == 408:
        kind = HeavyError if status in _TIMED_OUT else OutageError
        raise kind(f"GitHub answered {asked} with {status}")
    value = _json(reply.text)
    if value is _UNREADABLE:
        raise OutageError(f"GitHub answered {asked} with {status} and no readable JSON")
    if 200 <= status < 300:
        return value
    message = _message(value)
    reason = f"{message or 'no reason given'} ({status} for {asked})"
    if status in {401, 403}:
        raise ForbiddenError(f"GitHub does not allow it: {reason}")
    if status in {404, 410}:
        raise MissingError(f"GitHub does not find it: {reason}")
    raise RejectedError(message or f"no reason given, status {status}", status)


def _json(text: str) -> Any:  # noqa: ANN401 - likewise
    """Read an answer; an empty one is None."""
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return _UNREADABLE


def _message(answer: object) -> str:
    """Give GitHub's words in an answer that is a refusal, on one line; "" if there are none."""
    if not isinstance(answer, dict):
        return ""
    errors = answer.get("errors")
    details = map(_detail, errors[:5] if isinstance(errors, list) else ())
    return _line(": ".join(filter(None, (str(answer.get("message") or ""), *details))))


def _detail(error: object) -> str:
    """Give an error's message, or which field it is about and how that is wrong."""
    if not isinstance(error, dict):
        return str(error)
    detail = error.get("message") or " ".join(
        str(error[key]) for key in ("field", "code") if error.get(key)
    )
    return str(detail)


def _line(text: str) -> str:
    return " ".join(text[: 10 * LONGEST_MESSAGE].split())[:LONGEST_MESSAGE]


def _repository_data(answer: object, *, whole: bool) -> RepositoryData:
    """Give the repository of a GraphQL answer, or raise what its errors mean.

    An error with a path within the repository has left a hole there, and concerns no more.
    Kinds of errors: https://docs.github.com/en/graphql/guides/using-graphql-clients
    """
    if not isinstance(answer, dict):
        raise OutageError("GitHub answered a query with something else than an object")
    errors = [error for error in answer.get("errors") or () if isinstance(error, dict)]
    data = answer.get("data")
    repository = data.get("repository") if isinstance(data, dict) else None
    gone = set()
    for error in errors:
        kind, path = str(error.get("type") or ""), error.get("path")
        field = str(path[1]) if isinstance(path, list) and len(path) > 1 else ""
        if kind == "NOT_FOUND":
            gone.add(field)
        if (whole and _is_heavy(error)) or not (field and isinstance(repository, dict)):
            _raise_query_error(error)
    if not isinstance(repository, dict):
        raise OutageError("GitHub answered a query without the repository")
    return RepositoryData(repository, frozenset(gone))


def _aliased(answer: object) -> RepositoryData:
    """Give what an answer says by alias; an error at an alias concerns no more than that."""
    if not isinstance(answer, dict):
        raise OutageError("GitHub answered a query with something else than an object")
    data = answer.get("data")
    gone = set()
    for error in (fault for fault in answer.get("errors") or () if isinstance(fault, dict)):
        path = error.get("path")
        at = str(path[0]) if isinstance(path, list) and path else ""
        if _is_heavy(error) or not (at and isinstance(data, dict)):
            _raise_query_error(error)
        if error.get("type") == "NOT_FOUND":
            gone.add(at)
    if not isinstance(data, dict):
        raise OutageError("GitHub answered a query without any data")
    return RepositoryData(data, frozenset(gone))


def _is_heavy(error: dict[str, Any]) -> bool:
    kind, message = str(error.get("type") or ""), str(error.get("message") or "").lower()
    return kind in _HEAVY or (not kind and any(words in message for words in _HEAVY_WORDS))


def _raise_query_error(error: dict[str, Any]) -> None:
    kind = str(error.get("type") or "")
    message = _line(str(error.get("message") or ""))
    if _is_heavy(error):
        raise HeavyError(f"GitHub could not answer a query: {message}")
    if kind == "NOT_FOUND":
        raise MissingError(f"GitHub does not find it: {message}")
    if kind in {"RATE_LIMITED", "RATE_LIMIT"}:
        raise RateLimitError(f"GitHub allows no more queries for now: {message}")
    if kind in {"FORBIDDEN", "INSUFFICIENT_SCOPES"}:
        raise ForbiddenError(f"GitHub does not allow it: {message}")
    if kind or not ("extensions" in error or "locations" in error):
        raise OutageError(f"GitHub could not answer a query: {message}")
    raise RejectedError(message, 200)
