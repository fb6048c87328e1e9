"""What is said of two records, and which of two sayings counts?"""

from typing import NamedTuple

from bot.model.papers.match import MatchVerdict


class Judgement(NamedTuple):
    """A verdict and the reasons for it."""

    verdict: MatchVerdict
    reasons: tuple[str, ...]


def stronger(first: Judgement | None, second: Judgement | None) -> Judgement | None:
    """Give the second judgement where it alone is certain, else the first there is."""
    if first and second and (first.verdict, second.verdict) == ("possible", "duplicate"):
        return second
    return first or second
