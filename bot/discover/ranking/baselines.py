"""How do plain rankers order the candidates, that a list's own measurement can be held against?"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from bot.discover.ranking.odds import smoothed
from bot.discover.ranking.words import counted, only_frequent, with_pairs

_NEAREST = 5


def log_odds(listed: Sequence[str], candidates: Sequence[str]) -> list[float]:
    """Score by the log-odds of words and word pairs, with the candidates as background."""
    texts = only_frequent([with_pairs(text) for text in (*listed, *candidates)], 2)
    ours, theirs = texts[: len(listed)], texts[len(listed) :]
    wanted, others = counted(ours), counted(theirs)
    return [
        sum(smoothed(wanted[word], len(ours), others[word], len(theirs)) for word in sorted(text))
        for text in theirs
    ]


def nearest(listed: Sequence[str], candidates: Sequence[str]) -> list[float]:
    """Score by how near the five nearest listed works are in the mean (cosine of TF-IDF)."""
    ours, theirs = _tf_idf(listed, candidates)
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, own in enumerate(ours):
        for word, value in own.items():
            holders[word].append((at, value))
    return [
        sum(nlargest(_NEAREST, _cosines(text, holders, len(ours)))) / _NEAREST for text in theirs
    ]


def centroid(listed: Sequence[str], candidates: Sequence[str]) -> list[float]:
    """Score by how near the mean of the listed works is (cosine of TF-IDF)."""
    ours, theirs = _tf_idf(listed, candidates)
    mean: dict[str, float] = defaultdict(float)
    for text in ours:
        for word, value in text.items():
            mean[word] += value
    return [_cosine(text, mean) for text in theirs]


def _tf_idf(
    listed: Sequence[str], candidates: Sequence[str]
) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    texts = [with_pairs(text) for text in (*listed, *candidates)]
    often = counted(texts)
    vectors = []
    for text in texts:
        raw = {word: math.log(len(texts) / often[word]) for word in sorted(text)}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        vectors.append({word: value / length for word, value in raw.items()})
    return vectors[: len(listed)], vectors[len(listed) :]


def _cosines(
    text: Mapping[str, float], holders: Mapping[str, Sequence[tuple[int, float]]], size: int
) -> list[float]:
    """Give the cosine with each of so many texts, which are known by the words that they hold."""
    cosines = [0.0] * size
    for word, value in text.items():
        for at, other in holders.get(word, ()):
            cosines[at] += value * other
    return cosines


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other.get(word, 0.0) for word, value in one.items())
