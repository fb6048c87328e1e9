"""Are two records the same work, how sure are we, and why?"""

from dataclasses import dataclass, replace
from typing import Literal

MatchVerdict = Literal["duplicate", "possible"]


@dataclass(frozen=True, slots=True)
class Match:
    """Two records that are, or may be, one work.

    `score` is between 0 and 1; `reasons` are phrases for a person, strongest first
    ("same title", "same first author", "a year apart").
    """

    a: str
    b: str
    verdict: MatchVerdict
    score: float
    reasons: tuple[str, ...]

    def doubted(self, reason: str) -> "Match":
        """Give the match as one that is only possible, and the reason for it first."""
        score = round(self.score - 0.1, 3)
        return replace(self, verdict="possible", score=score, reasons=(reason, *self.reasons))
