"""What do the words of a text say for it, if wanted texts hold some more often than others do?

A candidate is scored as if it were none of the candidates. Else what it alone holds would speak
against it, and so would every rare word, the more so the fewer candidates there are.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence

from bot.discover.ranking.words import counted

_SMOOTHING = 0.5  # as if each word stood in half a text more

# The log of how much larger a share is than another: of counts, each with its size.
Ratio = Callable[[float, float, float, float], float]


def smoothed(count: float, size: float, other_count: float, other_size: float) -> float:
    """Compare two shares, as if each word stood in half a text more on both sides."""
    share = (count + _SMOOTHING) / (size + 2 * _SMOOTHING)
    return math.log(share) - math.log((other_count + _SMOOTHING) / (other_size + 2 * _SMOOTHING))


def shrunk(count: float, size: float, other_count: float, other_size: float) -> float:
    """Compare two shares, as if both sides had one text more, that is like all texts together.

    So a word that one side lacks says the same however much larger that side is.
    """
    together = (count + other_count) / (size + other_size)
    if together == 0:
        return 0.0
    share = (count + together) / (size + 1)
    return math.log(share) - math.log((other_count + together) / (other_size + 1))


def scores(
    listed: Sequence[frozenset[str]],
    candidates: Sequence[frozenset[str]],
    guess: Sequence[float],
    ratio: Ratio = smoothed,
) -> list[float]:
    """Sum for each candidate what its words say; `guess` is how probably each is wanted itself.

    So much of it counts among the wanted texts, the rest of it among the others.
    """
    wanted: dict[str, float] = defaultdict(float, counted(listed))
    others: dict[str, float] = defaultdict(float)
    for text, probability in zip(candidates, guess, strict=True):
        for word in text:
            wanted[word] += probability
            others[word] += 1 - probability
    size, rest = len(listed) + sum(guess), len(candidates) - sum(guess)

    def score(text: frozenset[str], own: float) -> float:
        return sum(
            ratio(
                max(0.0, wanted[word] - own),
                max(0.0, size - own),
                max(0.0, others[word] - (1 - own)),
                max(0.0, rest - (1 - own)),
            )
            for word in sorted(text)
        )

    return [score(text, own) for text, own in zip(candidates, guess, strict=True)]
