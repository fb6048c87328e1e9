"""Which candidates would the list's owner want most, and which words say so?

Measured by `python -m tests.bench discover`; why it is not the plain log-odds, `share` tells.
"""

from collections.abc import Mapping, Sequence
from statistics import pstdev
from typing import NamedTuple

from bot.discover.ranking.baselines import log_odds
from bot.discover.ranking.regression import Example, fitted
from bot.discover.ranking.share import probabilities
from bot.discover.ranking.words import counted, only_frequent, stems, words

_LEAST = 3  # texts that hold a word, or it tells nothing
MOST_REASONS = 3
# An old list tells less of what is wanted now than a candidate that is surely wanted.
_LISTED = 0.2
# Where few are wanted, and of few listed works, there is little to learn from; the plain log-odds,
# spread as widely as what was learned, has so much of a say.
_PLAIN = 0.25
# What more listed works than this share hold is no reason that says anything ("language", "with").
_COMMON = 0.2


class Score(NamedTuple):
    """How well a candidate fits the list, the higher the better, and which words say so."""

    value: float
    reasons: tuple[str, ...]


def ranked(listed: Sequence[str], candidates: Sequence[str]) -> list[Score]:
    """Score each candidate, in the order given, by the list's own works.

    Both hold titles. The cost grows with their length together, a second for some two thousand
    titles. A score is the log-odds that the work is wanted rather than not, if both were as
    frequent; without listed works it is 0.
    """
    texts = only_frequent([stems(text) for text in (*listed, *candidates)], _LEAST)
    ours, theirs = texts[: len(listed)], texts[len(listed) :]
    if not ours:
        return [Score(0.0, ())] * len(theirs)
    fit = fitted(_examples(ours, theirs))
    values = _joined([fit.score(text) for text in theirs], log_odds(listed, candidates))
    often = counted(ours)
    telling = {
        word: weight
        for word, weight in fit.weights.items()
        if weight > 0 and often[word] <= _COMMON * len(ours)
    }
    return [
        Score(value, _reasons(candidate, text, telling))
        for value, candidate, text in zip(values, candidates, theirs, strict=True)
    ]


def _joined(learned: Sequence[float], plain: Sequence[float]) -> list[float]:
    """Add to each learned score the plain one in its share, spread as widely as those learned."""
    spread = pstdev(plain) if plain else 0.0
    weight = _PLAIN * pstdev(learned) / spread if spread else 0.0
    return [one + weight * other for one, other in zip(learned, plain, strict=True)]


def _examples(
    listed: Sequence[frozenset[str]], candidates: Sequence[frozenset[str]]
) -> list[Example]:
    """Take the listed ones as wanted, a candidate in part; both sides count the same in all."""
    guess = probabilities(listed, candidates)
    wanted = _LISTED * len(listed) + sum(guess)
    balance = (len(candidates) - sum(guess)) / wanted
    return [
        *(Example(text, _LISTED * balance, 0.0) for text in listed),
        *(
            Example(text, balance * probability, 1 - probability)
            for text, probability in zip(candidates, guess, strict=True)
        ),
    ]


def _reasons(candidate: str, text: frozenset[str], telling: Mapping[str, float]) -> tuple[str, ...]:
    """Give the words of a candidate that speak most for it, as it writes them."""
    written = {stem: word for word in words(candidate) for stem in stems(word)}
    known = sorted(text & telling.keys(), key=lambda stem: (-telling[stem], stem))
    return tuple(written[stem] for stem in known[:MOST_REASONS])
