"""Which candidates would the list's owner want most, and which words say so?

Measured by `python -m tests.bench discover`; why it is not the plain log-odds, `share` tells.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.discover.regression import Example, fitted
from bot.discover.share import probabilities
from bot.discover.words import counted, only_frequent, stems, words

_LEAST = 4  # texts that hold a word, or it tells nothing
MOST_REASONS = 3
# What more listed works than this share hold is no reason that says anything ("language", "with").
_COMMON = 0.2


class Score(NamedTuple):
    """How well a candidate fits the list, the higher the better, and which words say so."""

    value: float
    reasons: tuple[str, ...]


def ranked(listed: Sequence[str], candidates: Sequence[str]) -> list[Score]:
    """Score each candidate, in the order given, by the list's own works.

    Both hold titles, or titles with abstracts. The cost grows with their length together, a second
    for some two thousand titles. A score is the log-odds that the work is wanted rather than not,
    if both were as frequent; without listed works it is 0.
    """
    texts = only_frequent([stems(text) for text in (*listed, *candidates)], _LEAST)
    ours, theirs = texts[: len(listed)], texts[len(listed) :]
    if not ours:
        return [Score(0.0, ())] * len(theirs)
    fit = fitted(_examples(ours, theirs))
    often = counted(ours)
    telling = {
        word: weight
        for word, weight in fit.weights.items()
        if weight > 0 and often[word] <= _COMMON * len(ours)
    }
    return [
        Score(fit.score(text), _reasons(candidate, text, telling))
        for candidate, text in zip(candidates, theirs, strict=True)
    ]


def _examples(
    listed: Sequence[frozenset[str]], candidates: Sequence[frozenset[str]]
) -> list[Example]:
    """Take the listed ones as wanted, a candidate in part; both sides count the same in all."""
    guess = probabilities(listed, candidates)
    wanted = len(listed) + sum(guess)
    balance = (len(candidates) - sum(guess)) / wanted
    return [
        *(Example(text, balance, 0.0) for text in listed),
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
