"""Which weight has each word, if the weights together are to tell wanted texts from others?

Logistic regression with a penalty on large weights, fitted by AdaGrad (Duchi, Hazan, Singer, 2011)
over all texts at once: no chance decides, and the same texts give the same weights.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.discover.ranking.share import sigmoid

_PENALTY = 1.0
_STEPS = 40
_STRIDE = 0.5


class Example(NamedTuple):
    """A text, and how much it counts as wanted and as unwanted."""

    words: frozenset[str]
    wanted: float
    unwanted: float


class Fit(NamedTuple):
    """The weight of each word, and what is added for every text."""

    weights: Mapping[str, float]
    constant: float

    def score(self, words: frozenset[str]) -> float:
        """Give the log-odds that a text of these words is wanted."""
        return self.constant + sum(self.weights.get(word, 0.0) for word in sorted(words))


def fitted(examples: Sequence[Example]) -> Fit:
    """Fit a weight to every word of the examples."""
    vocabulary = sorted({word for example in examples for word in example.words})
    place = {word: at for at, word in enumerate(vocabulary)}
    rows = [
        (sorted(place[word] for word in example.words), example.wanted, example.unwanted)
        for example in examples
    ]
    *weights, constant = _descended(rows, len(vocabulary))
    return Fit(dict(zip(vocabulary, weights, strict=True)), constant)


def _descended(rows: Sequence[tuple[list[int], float, float]], size: int) -> list[float]:
    """Fit the weights of so many words; the last place is the constant, which has no penalty."""
    weights = [0.0] * (size + 1)
    moved = [1e-8] * (size + 1)
    for _ in range(_STEPS):
        slopes = [_PENALTY * weight for weight in weights[:size]] + [0.0]
        for words, wanted, unwanted in rows:
            probability = sigmoid(weights[size] + sum(weights[at] for at in words))
            slope = (wanted + unwanted) * probability - wanted
            for at in (*words, size):
                slopes[at] += slope
        for at, slope in enumerate(slopes):
            moved[at] += slope * slope
            weights[at] -= _STRIDE * slope / math.sqrt(moved[at])
    return weights
