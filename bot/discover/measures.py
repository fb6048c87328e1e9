"""How good is an order of candidates of which some were wanted?"""

from collections.abc import Sequence
from typing import NamedTuple


class Quality(NamedTuple):
    """What an order is worth: AUC, average precision, and the share wanted among the first N."""

    auc: float
    average_precision: float
    first: tuple[float, ...]


def quality(scores: Sequence[float], wanted: Sequence[bool], depths: Sequence[int]) -> Quality:
    """Measure the order by falling score; ties stand as given, for AUC they count half.

    Raises ValueError where none or all are wanted: nothing can be told then.
    """
    right = sum(wanted)
    if right in (0, len(wanted)):
        raise ValueError(f"{right} of {len(wanted)} candidates are wanted: nothing can be measured")
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    hits = [wanted[at] for at in order]
    hit_count, precisions = 0, 0.0
    for place, hit in enumerate(hits, 1):
        hit_count += hit
        precisions += hit_count / place if hit else 0.0
    first = tuple(sum(hits[:depth]) / min(depth, len(hits)) for depth in depths)
    return Quality(_auc(scores, wanted), precisions / right, first)


def _auc(scores: Sequence[float], wanted: Sequence[bool]) -> float:
    """Give how often a wanted one stands before one that is not (Mann-Whitney)."""
    above: dict[float, list[int]] = {}
    for score, hit in zip(scores, wanted, strict=True):
        above.setdefault(score, [0, 0])[hit] += 1
    lower, pairs = 0, 0.0
    for score in sorted(above):
        misses, hits = above[score]
        pairs += hits * (lower + misses / 2)
        lower += misses
    right = sum(wanted)
    return pairs / (right * (len(wanted) - right))
