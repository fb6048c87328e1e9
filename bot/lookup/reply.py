"""What is an answer over HTTP, and what is the lack of one?"""

import json
from typing import NamedTuple

from bot.errors import UnavailableError

# A record with three thousand authors has some fifty thousand; each takes about a hundred bytes.
MOST_VALUES = 100_000


class NoAnswerError(UnavailableError):
    """A service gave no usable answer; the reason is a phrase, without the service's name.

    `again` says that the same question may succeed in a moment, `down` that other questions to
    this service would fail as well, `retry_after` in how many seconds it wants to be asked again.
    """

    def __init__(
        self,
        reason: str,
        retry_after: float | None = None,
        *,
        again: bool = False,
        down: bool = False,
    ) -> None:
        """Keep the reason and what it means for further requests."""
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.again = again
        self.down = down


class Reply(NamedTuple):
    """What a service answered: the status, and the body with its content coding undone."""

    status: int
    body: bytes

    def json(self) -> object:
        """Read the body as JSON; NoAnswerError if it is something else, nothing, or very much.

        Python also reads NaN and Infinity, which are no JSON (RFC 8259, section 6).
        """
        if sum(map(self.body.count, (b"{", b"[", b","))) > MOST_VALUES:
            raise NoAnswerError(f"answered {self.status} with more than can be read")
        try:
            return json.loads(self.body, parse_constant=_refuse)
        except (ValueError, RecursionError):
            raise NoAnswerError(f"answered {self.status} without readable JSON") from None


def _refuse(constant: str) -> None:
    raise ValueError(constant)
