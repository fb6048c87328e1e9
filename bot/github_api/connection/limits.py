"""How much may still be asked of GitHub, and how long does it want to be left alone?

Figures: 1,000 requests an hour for a job's own token (the headers tell what is left), 500 that
create content an hour and 80 a minute, and, for whoever writes much, a second between two that
write. A run that settles one submission does not write much, and somebody waits for its answer.
https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
Queries cost points instead, 1,000 an hour as well, and each answer tells what it cost and what is
left. https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
"""

from collections.abc import Callable, Mapping

from bot.errors import RateLimitError

AN_HOUR = 3_600.0
CREATIONS = 500
# What is kept back, so that a submission which was begun can be brought to its end.
RESERVE = 30
# With how many requests that write a run begins before it keeps the distance between them.
AT_ONCE = 20
# GitHub's advice where it does not say how long to wait.
REST = 60.0
_PHRASES = ("rate limit", "abuse detection", "please wait a few minutes", "try again later")


class RateLimits:
    """What was asked so far in this run, and what that leaves."""

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        budget: int,
        pause: float,
        patience: float,
    ) -> None:
        """Count from nothing; `budget` requests a run, `pause` seconds between two of many writes.

        `patience` is how many seconds in all a run waits where GitHub says so.
        """
        self._clock = clock
        self._sleep = sleep
        self._budget = budget
        self._pause = pause
        self._patience = patience
        self._asked = 0
        self._wrote_at = 0.0
        self._wrote = 0
        self._created: list[float] = []
        self._left: dict[str, int] = {}
        self.points = 0

    def before(self, *, writes: bool, creates: bool) -> None:
        """Keep the distance between two requests that write, and count this one."""
        now = self._clock()
        if writes and self._wrote >= AT_ONCE:
            wait = self._wrote_at + self._pause - now
            if wait > 0:
                self._sleep(wait)
        self._asked += 1
        if writes:
            self._wrote += 1
            self._wrote_at = self._clock()
        if creates:
            self._created.append(self._clock())

    def after(self, headers: Mapping[str, str]) -> None:
        """Note how many requests GitHub says are left."""
        left = headers.get("x-ratelimit-remaining", "")
        if left.isascii() and left.isdigit():
            self._left[headers.get("x-ratelimit-resource", "core")] = int(left[:9])

    def paid(self, rate: object) -> None:
        """Note what a query cost and how many points are left, by GraphQL's `rateLimit`."""
        fields = rate if isinstance(rate, dict) else {}
        cost, left = fields.get("cost"), fields.get("remaining")
        if isinstance(cost, int) and isinstance(left, int):
            self.points += cost
            self._left["graphql"] = left

    def wait_told(self, status: int, headers: Mapping[str, str], message: str) -> float | None:
        """Give the seconds GitHub wants to be left alone; None if this answer is about no limit."""
        spent = headers.get("x-ratelimit-remaining") == "0"
        retry_after = headers.get("retry-after", "")
        worded = any(phrase in message.lower() for phrase in _PHRASES)
        if status != 429 and not (status == 403 and (spent or retry_after or worded)):
            return None
        if retry_after.isascii() and retry_after.isdigit():
            return max(1.0, float(retry_after[:9]))
        reset = headers.get("x-ratelimit-reset", "")
        if spent and reset.isascii() and reset.isdigit():
            return max(1.0, float(reset[:12]) - self._clock() + 1.0)
        return REST

    def wait(self, seconds: float) -> None:
        """Leave GitHub alone for so long.

        Raises RateLimitError where that is more than the run has patience left for.
        """
        if seconds > self._patience:
            raise RateLimitError(
                f"GitHub wants to be left alone for {seconds:.0f} seconds; the next run goes on"
            )
        self._patience -= seconds
        self._wrote = AT_ONCE
        self._sleep(seconds)

    @property
    def near(self) -> str:
        """Say why to stop before the next submission; "" while there is no reason."""
        for resource, left in sorted(self._left.items()):
            if left <= RESERVE:
                return f"GitHub allows only {left} more requests ({resource}) in this hour"
        since = self._clock() - AN_HOUR
        recent = sum(moment > since for moment in self._created)
        if recent >= CREATIONS - RESERVE:
            return (
                f"this run has created {recent} things on GitHub, which allows {CREATIONS} an hour"
            )
        if self._asked >= self._budget:
            return f"this run has sent its {self._budget} requests"
        return ""
