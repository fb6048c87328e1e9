"""What travels between a client and the stand-in: requests, answers, refusals and pages?

Shapes of errors and of the `Link` header: https://docs.github.com/en/rest/using-the-rest-api
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlencode

Json = dict[str, Any]
Answer = Json | list[Any] | bytes | None
T = TypeVar("T")

DOCUMENTATION = "https://docs.github.com/rest"
LONGEST_BODY = 65_536


class Request(NamedTuple):
    """One request, its path without the prefix under which the API is mounted."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    base: str  # scheme, host and prefix, for the addresses in the answer

    def json(self) -> Json:
        """Give the body as an object; an empty body is an empty object.

        A bare list is one of labels: only their endpoints take one.
        Raises ApiError 400 for anything else.
        """
        if not self.body:
            return {}
        try:
            found = json.loads(self.body)
        except ValueError as error:
            raise ApiError(400, "Problems parsing JSON") from error
        if isinstance(found, list):
            return {"labels": found}
        if not isinstance(found, dict):
            raise ApiError(400, "Body should be a JSON object")
        return found


@dataclass(slots=True)
class Response:
    """One answer; `delay` is for whoever carries it, the core itself never sleeps."""

    status: int
    body: Answer = None
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0

    def payload(self) -> bytes:
        """Give the bytes that travel."""
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class ApiError(Exception):
    """A refusal, as GitHub words it."""

    def __init__(self, status: int, message: str, errors: Sequence[Json | str] = ()) -> None:
        """Keep status, message and, for a 422, the list of what is wrong."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = list(errors)
        self.headers: dict[str, str] = {}

    def response(self) -> Response:
        """Turn into an answer."""
        body: Json = {"message": self.message, "documentation_url": DOCUMENTATION}
        if self.errors:
            body["errors"] = self.errors
        body["status"] = str(self.status)
        return Response(self.status, body, dict(self.headers))


class ConnectionDroppedError(Exception):
    """The connection closes without an answer."""


def not_found() -> ApiError:
    """Make the refusal for what is not there, or not to be seen."""
    return ApiError(404, "Not Found")


def invalid(resource: str, name: str, code: str, message: str = "") -> ApiError:
    """Make a 422 that names one field."""
    error = {"resource": resource, "code": code, "field": name}
    return ApiError(422, "Validation Failed", [error | ({"message": message} if message else {})])


def checked_body(resource: str, value: object) -> str:
    """Give a text that GitHub accepts as the body of an issue, a pull request or a comment."""
    if value is not None and not isinstance(value, str):
        raise invalid(resource, "body", "invalid", "body must be a string")
    text = value or ""
    if len(text) > LONGEST_BODY:
        message = f"body is too long (maximum is {LONGEST_BODY} characters)"
        raise invalid(resource, "body", "custom", message)
    return text


def number(query: Mapping[str, str], name: str, default: int) -> int:
    """Read a whole number of the query string; anything else counts as not given."""
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


def page(request: Request, items: Sequence[T], show: Callable[[T], Json]) -> Response:
    """Answer one page of items, with the `Link` header that leads to the others."""
    size = min(max(number(request.query, "per_page", 30), 1), 100)
    here = max(number(request.query, "page", 1), 1)
    last = max((len(items) + size - 1) // size, 1)
    links = {"prev": here - 1 if here > 1 else 0, "next": here + 1 if here < last else 0}
    links |= {"last": last if here < last else 0, "first": 1 if here > 1 else 0}
    found = [f'<{_address(request, to)}>; rel="{rel}"' for rel, to in links.items() if to]
    body = [show(item) for item in items[(here - 1) * size : here * size]]
    return Response(200, body, {"Link": ", ".join(found)} if found else {})


def _address(request: Request, to: int) -> str:
    """Give the address of another page of the same list."""
    query = {**request.query, "page": str(to)}
    return f"{request.base}{request.path}?{urlencode(query)}"
