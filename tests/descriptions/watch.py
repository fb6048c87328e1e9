"""Which requests and answers of this test break GitHub's own descriptions?

A list, and no exception: where they pass by, the bot would take one for a broken connection. The
end of each test looks whether anything was found (tests/conftest.py).
"""

import json
from collections.abc import Iterator
from typing import Any

from tests.descriptions import graph, rest
from tests.descriptions.rest import Asked

FOUND: list[str] = []
_GRAPHQL = "/graphql"
_MOST = 20


def watch(asked: Asked, status: int, body: object, *, by_bot: bool) -> None:
    """Note what is wrong with the stand-in's answer, and with a request if it is the bot's.

    Other requests are those of tests, which may want to see a wrong one refused.
    """
    problems = [f"answer ({status}): {problem}" for problem in _answer(asked, status, body)]
    if by_bot:
        problems += [f"request: {problem}" for problem in _request(asked)]
    for problem in problems:
        words = f"{asked.method} {asked.path}: {problem}"
        if words not in FOUND and len(FOUND) < _MOST:
            FOUND.append(words)


def _request(asked: Asked) -> list[str]:
    if asked.path != _GRAPHQL:
        return rest.wrong_request(asked)
    return [*_not_a_post(asked), *graph.wrong_request(_payload(asked.body))]


def _not_a_post(asked: Asked) -> Iterator[str]:
    if asked.method != "POST" or asked.query:
        yield "a query is sent by POST, without parameters"


def _answer(asked: Asked, status: int, body: object) -> list[str]:
    if asked.path != _GRAPHQL:
        return rest.wrong_answer(asked, status, body)
    return graph.wrong_answer(_payload(asked.body), body) if status == 200 else []


def _payload(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
