"""Are two records the same work, how sure are we, and why?"""

from dataclasses import dataclass
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
