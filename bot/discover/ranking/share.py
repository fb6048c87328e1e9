"""How many of the candidates may the list want, and how probably each of them?

What no list holds is not unwanted: nobody may have looked at it yet. A ranker that takes a list
and its candidates for examples of yes and no learns to part old from new. So the probabilities are
estimated in rounds (Nigam, McCallum, Thrun, Mitchell: Text Classification from Labeled and
Unlabeled Documents using EM, Machine Learning 39, 2000). Left alone, the rounds drift to any large
group among the candidates; hence how many are wanted is estimated first, and held.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence

from bot.discover.ranking.odds import scores, smoothed
from bot.discover.ranking.words import counted

ROUNDS = 5
_DAMPED = 0.5  # the words of a title are no independent witnesses
_STEPS = 50  # halvings until a sum is met
_FARTHEST = 200.0  # of any log-odds


def probabilities(
    listed: Sequence[frozenset[str]], candidates: Sequence[frozenset[str]]
) -> list[float]:
    """Estimate for each candidate how probably the list wants it; texts are sets of stems."""
    wanted = wanted_share(listed, candidates) * len(candidates)
    guess = [0.0] * len(candidates)
    for _ in range(ROUNDS):
        told = scores(listed, candidates, guess)
        guess = _summing_to(wanted, [_DAMPED * score for score in told])
    return guess


def wanted_share(listed: Sequence[frozenset[str]], candidates: Sequence[frozenset[str]]) -> float:
    """Estimate which share of the candidates the list wants, from 0 to 1.

    What is wanted should look like what is listed; so half of it scores as the upper half of the
    list does. A listed work is scored as if the list lacked it, a candidate as if it were none, and
    by words of candidates alone; else every old work would look better than every new one.
    """
    if not listed or not candidates:
        return 0.0
    ours, theirs = counted(listed), counted(candidates)
    size, pool = len(listed), len(candidates)
    repeated = {word for word, count in theirs.items() if count > 1}
    in_list = [
        sum(
            smoothed(ours[word] - 1, size - 1, theirs[word], pool)
            for word in sorted(text & repeated)
        )
        for text in listed
    ]
    offered = [
        sum(
            smoothed(ours[word], size, theirs[word] - 1, pool - 1)
            for word in sorted(text & repeated)
        )
        for text in candidates
    ]
    upper_half = sorted(in_list)[size // 2]
    above = pool - bisect_left(sorted(offered), upper_half)
    return min(1.0, 2 * above / pool)


def sigmoid(log_odds: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _summing_to(wanted: float, told: Sequence[float]) -> list[float]:
    """Turn scores into probabilities of that sum, by one number added to all of them."""
    low, high = -_FARTHEST, _FARTHEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if sum(sigmoid(score + middle) for score in told) < wanted:
            low = middle
        else:
            high = middle
    return [sigmoid(score + low) for score in told]
