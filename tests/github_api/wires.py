"""A carrier of requests that answers what a test says, and a wire over it."""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.errors import OutageError
from bot.github_api.connection.limits import RateLimits
from bot.github_api.connection.transport import Response
from bot.github_api.connection.wire import Wire
from tests.github_api.scene import Time


class Answer(NamedTuple):
    """One answer; status 0 is none at all."""

    status: int = 200
    text: str = "{}"
    headers: Mapping[str, str] = {}


def refusal(status: int, message: str, **headers: str) -> Answer:
    """Make a refusal as GitHub words it; in the headers' names `_` stands for `-`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, json.dumps({"message": message}), named)


class Script:
    """Gives its answers in turn, the last again and again."""

    graphql_url = "https://api.github.com/graphql"

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._answers = list(answers)

    def send(self, method: str, url: str, payload: object = None) -> Response:
        """Answer, whatever is asked."""
        del method, url, payload
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if not answer.status:
            raise OutageError("GitHub could not be reached")
        return Response(answer.status, dict(answer.headers), answer.text)


class Wired(NamedTuple):
    """A wire, its limits and its time."""

    wire: Wire
    limits: RateLimits
    time: Time


def wired(*answers: Answer, pause: float = 0.0, patience: float = 60.0, budget: int = 900) -> Wired:
    """Put a wire over these answers."""
    time = Time()
    limits = RateLimits(clock=time, sleep=time.sleep, budget=budget, pause=pause, patience=patience)
    return Wired(Wire(Script(answers), limits, time.sleep), limits, time)
