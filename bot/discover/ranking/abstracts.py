"""What do the abstracts of candidates add to what their titles say?

A list keeps titles alone, so no abstract can be held against it: whatever titles never say would
speak against whoever tells more. What speaks for a work is learned from the candidates themselves,
those whose titles look wanted (two views of one work: Blum and Mitchell, Combining Labeled and
Unlabeled Data with Co-Training, COLT 1998). Each abstract is judged as if it were not among them.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, pstdev
from typing import NamedTuple

from bot.discover.ranking.odds import scores
from bot.discover.ranking.words import only_frequent, stems

_LEAST = 3  # abstracts that hold a word, or it tells nothing
# From fewer abstracts of candidates nothing is learned.
LEAST_ABSTRACTS = 30


class Abstracts(NamedTuple):
    """The abstracts of listed works and of candidates, in their order, "" for none.

    Of either side there may be none at all.
    """

    listed: Sequence[str] = ()
    candidates: Sequence[str] = ()


def added(abstracts: Abstracts, guess: Sequence[float]) -> list[float]:
    """Score candidates by their abstracts; `guess` is how probably each is wanted by its title.

    Those without one have 0, and so have the others in the mean, with a spread of 1: to have an
    abstract speaks neither for nor against a work, nor does its length.
    """
    texts = only_frequent(
        [stems(text) for text in (*abstracts.listed, *abstracts.candidates)], _LEAST
    )
    ours = [text for text in texts[: len(abstracts.listed)] if text]
    theirs = texts[len(abstracts.listed) :]
    told = [at for at, text in enumerate(theirs) if text]
    values = [0.0] * len(guess)
    if len(told) < LEAST_ABSTRACTS:
        return values
    sums = scores(ours, [theirs[at] for at in told], [guess[at] for at in told])
    said = [value / sqrt(len(theirs[at])) for at, value in zip(told, sums, strict=True)]
    mean, spread = fmean(said), pstdev(said)
    for at, value in zip(told, said, strict=True):
        values[at] = (value - mean) / spread if spread else 0.0
    return values
