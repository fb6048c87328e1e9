"""Which calls go wrong, and how?"""

import re
from dataclasses import dataclass
from enum import StrEnum

from tests.github_server.wire import ApiError, Request, Response

SECONDARY = (
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
)


class Fault(StrEnum):
    """What can go wrong with a call; "after" means that its effect has taken place."""

    RESET_BEFORE = "reset before"
    RESET_AFTER = "reset after"
    ERROR_BEFORE = "500 before"
    ERROR_AFTER = "502 after"
    FORBIDDEN = "403"
    TOO_MANY = "429"
    SECONDARY_LIMIT = "secondary rate limit"
    SLOW = "slow"
    TRUNCATED = "truncated"
    REFUSED = "refused"


AFTER = {Fault.RESET_AFTER, Fault.ERROR_AFTER, Fault.SLOW, Fault.TRUNCATED}


@dataclass(slots=True)
class Plan:
    """One fault that waits for its call."""

    kind: Fault
    at: int  # the number of the first call it may meet, counted from the hub's first
    path: re.Pattern[str] | None = None
    method: str | None = None
    times: int = 1
    retry_after: int | None = None
    delay: float = 0.0
    status: int = 405
    message: str = "Base branch was modified. Review and try the merge again."

    def meets(self, count: int, request: Request) -> bool:
        """Say whether this call is the one."""
        if not self.times or count < self.at:
            return False
        if self.method and request.method != self.method:
            return False
        return not self.path or self.path.search(request.path) is not None

    def answer(self) -> Response:
        """Give the answer of a call without effect."""
        refusals = {
            Fault.ERROR_BEFORE: ApiError(500, "Server Error"),
            Fault.FORBIDDEN: ApiError(403, "Resource not accessible by integration"),
            Fault.TOO_MANY: ApiError(429, "Too Many Requests"),
            Fault.SECONDARY_LIMIT: ApiError(403, SECONDARY),
            Fault.REFUSED: ApiError(self.status, self.message),
        }
        refusal = refusals[self.kind]
        if self.retry_after is not None:
            refusal.headers["Retry-After"] = str(self.retry_after)
        return refusal.response()

    def spoil(self, answer: Response) -> Response:
        """Change the answer of a call that had its effect."""
        if self.kind is Fault.ERROR_AFTER:
            return Response(
                502, b"<html><h1>502 Bad Gateway</h1></html>", {"Content-Type": "text/html"}
            )
        if self.kind is Fault.TRUNCATED:
            payload = answer.payload()
            return Response(answer.status, payload[: len(payload) // 2], answer.headers)
        return Response(answer.status, answer.body, answer.headers, self.delay)
