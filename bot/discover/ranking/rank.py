"""Which candidates would the list's owner want most, and which words say so?

Measured by `python -m tests.bench discover`; why it is not the plain log-odds, `share` tells.
"""

from collections.abc import Mapping, Sequence
from statistics import pstdev
from typing import NamedTuple

from bot.discover.ranking.abstracts import Abstracts, added
from bot.discover.ranking.odds import scores, shrunk
from bot.discover.ranking.regression import Example, Fit, fitted
from bot.discover.ranking.share import probabilities
from bot.discover.ranking.words import counted, only_frequent, stems, with_pairs, words

_LEAST = 3  # texts that hold a word, or it tells nothing
_LEAST_PAIRS = 2  # and where nothing is learned from it, but only counted
MOST_REASONS = 3
# An old list tells less of what is wanted now than a candidate that is surely wanted.
_LISTED = 0.2
# Where few are wanted there is little to learn from; what words and pairs of words say plainly,
# spread as widely as what was learned, has the more of a say, the fewer are wanted.
_PLAIN = 0.03  # of a say where all were wanted
_LEAST_PLAIN, _MOST_PLAIN = 0.1, 1.0
_ABSTRACT = 1.0  # what an abstract says is spread as widely as what titles say
# What more listed works than this share hold is no reason that says anything ("language", "with").
_COMMON = 0.2


NO_ABSTRACTS = Abstracts()


class Score(NamedTuple):
    """How well a candidate fits the list, the higher the better, and which words say so."""

    value: float
    reasons: tuple[str, ...]


def ranked(
    listed: Sequence[str], candidates: Sequence[str], abstracts: Abstracts = NO_ABSTRACTS
) -> list[Score]:
    """Score each candidate, in the order given, by the list's own works.

    Both hold titles; `abstracts` are theirs, where they are known. The cost grows with the length
    of all, a second for some two thousand titles, or as many abstracts. A score is the
    log-odds that the work is wanted rather than not, if both were as frequent; without listed
    works it is 0.
    """
    texts = only_frequent([stems(text) for text in (*listed, *candidates)], _LEAST)
    ours, theirs = texts[: len(listed)], texts[len(listed) :]
    if not ours or not theirs:
        return [Score(0.0, ())] * len(theirs)
    guess = probabilities(ours, theirs)
    fit = fitted(_examples(ours, theirs, guess))
    values = [fit.score(text) for text in theirs]
    values = _joined(values, _plain(listed, candidates), _say_of_plain(guess))
    values = _joined(values, added(abstracts, guess), _ABSTRACT)
    telling = _telling(ours, fit)
    described = abstracts.candidates or [""] * len(candidates)
    return [
        Score(value, _reasons(title, abstract, telling))
        for value, title, abstract in zip(values, candidates, described, strict=True)
    ]


def _say_of_plain(guess: Sequence[float]) -> float:
    share = sum(guess) / len(guess)
    return max(_LEAST_PLAIN, min(_MOST_PLAIN, _PLAIN / share if share else _MOST_PLAIN))


def _plain(listed: Sequence[str], candidates: Sequence[str]) -> list[float]:
    """Score by how much more often the list holds a candidate's words and pairs of words."""
    texts = only_frequent([with_pairs(text) for text in (*listed, *candidates)], _LEAST_PAIRS)
    ours, theirs = texts[: len(listed)], texts[len(listed) :]
    return scores(ours, theirs, [0.0] * len(theirs), shrunk)


def _joined(values: Sequence[float], more: Sequence[float], weight: float) -> list[float]:
    """Add to each score another one in its share, spread as widely as the first are."""
    spread = pstdev(more)
    scale = weight * pstdev(values) / spread if spread else 0.0
    return [one + scale * other for one, other in zip(values, more, strict=True)]


def _examples(
    listed: Sequence[frozenset[str]], candidates: Sequence[frozenset[str]], guess: Sequence[float]
) -> list[Example]:
    """Take the listed ones as wanted, a candidate in part; both sides count the same in all."""
    wanted = _LISTED * len(listed) + sum(guess)
    balance = (len(candidates) - sum(guess)) / wanted
    return [
        *(Example(text, _LISTED * balance, 0.0) for text in listed),
        *(
            Example(text, balance * probability, 1 - probability)
            for text, probability in zip(candidates, guess, strict=True)
        ),
    ]


def _telling(listed: Sequence[frozenset[str]], fit: Fit) -> Mapping[str, float]:
    """Give the words that speak for a text, but for those that much of the list holds."""
    often = counted(listed)
    return {
        word: weight
        for word, weight in fit.weights.items()
        if weight > 0 and often[word] <= _COMMON * len(listed)
    }


def _reasons(title: str, abstract: str, telling: Mapping[str, float]) -> tuple[str, ...]:
    """Give the words of a candidate that speak most for it, as it writes them, its title first."""
    strongest = dict.fromkeys((*_strongest(title, telling), *_strongest(abstract, telling)))
    written = {stem: word for word in words(f"{abstract} {title}") for stem in stems(word)}
    return tuple(written[stem] for stem in list(strongest)[:MOST_REASONS])


def _strongest(text: str, telling: Mapping[str, float]) -> list[str]:
    return sorted(stems(text) & telling.keys(), key=lambda stem: (-telling[stem], stem))
