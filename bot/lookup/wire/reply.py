"""What is an answer over HTTP, and what is the lack of one?"""

import json
from typing import NamedTuple

from bot.errors import UnavailableError

# A record with three thousand authors has some fifty thousand; each takes about a hundred bytes.
MOST_VALUES = 100_000

# 401, 403 and 451 stay until somebody changes something: a key, a rule, a law.
REFUSALS = {401, 403, 451}
# What the pages hold that try to tell people from programs: Anubis, Cloudflare, and OpenReview's
# own error for callers without an account.
WALLS = (
    b"anubis_challenge",
    b"/.within.website/",
    b"Making sure you&#39;re not a bot",
    b"Making sure you're not a bot",
    b"/cdn-cgi/challenge-platform/",
    b"challenges.cloudflare.com",
    b"ChallengeRequiredError",
)
BEGINNING = 64 * 1024


class NoAnswerError(UnavailableError):
    """A service gave no usable answer; the reason is a phrase, without the service's name.

    `again` says that the same question may succeed in a moment, `down` that other questions to
    this service would fail as well, `retry_after` in how many seconds it wants to be asked again,
    `refused` that it turns us away, and will do so tomorrow.
    """

    def __init__(
        self,
        reason: str,
        retry_after: float | None = None,
        *,
        again: bool = False,
        down: bool = False,
        refused: bool = False,
    ) -> None:
        """Keep the reason and what it means for further requests."""
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.again = again
        self.down = down
        self.refused = refused


class Reply(NamedTuple):
    """What a service answered: the status, and the body with its content coding undone."""

    status: int
    body: bytes

    def json(self) -> object:
        """Read the body as JSON; NoAnswerError if it is something else, nothing, or very much.

        Python also reads NaN and Infinity, which are no JSON (RFC 8259, section 6).
        """
        if sum(map(self.body.count, (b"{", b"[", b","))) > MOST_VALUES:
            raise self.trouble("with more than can be read")
        try:
            return json.loads(self.body, parse_constant=_refuse)
        except (ValueError, RecursionError):
            raise self.trouble("without readable JSON") from None

    def trouble(self, more: str = "") -> NoAnswerError:
        """Say that this is none of the answers that were looked for.

        A wall that lets only people in is a refusal whatever its status: some are a 200.
        """
        wall = any(mark in self.body[:BEGINNING] for mark in WALLS)
        addition = "and lets only people in" if wall else more
        reason = f"answered {self.status} {addition}".rstrip()
        return NoAnswerError(reason, refused=wall or self.status in REFUSALS)


def _refuse(constant: str) -> None:
    raise ValueError(constant)
