"""In which category would this work stand, judging by what stands there already?

The nearest entries vote: nearness is the cosine between the words of titles and keywords, each
weighted by how rare it is in this list. A category's own title and description vote too, so that
a new list can answer before it has entries.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.model.listing import Listing
from bot.model.paper import Paper

NEIGHBOURS = 9
MOST_PROPOSALS = 3

_WORD = re.compile(r"[^\W_]{2,}")
_COMMON = frozenset(
    "an and are as at based by can do for from how in into is it its large language llm llms model "
    "models of on or that the to toward towards under using via we what when with without".split()
)


class Proposal(NamedTuple):
    """A category that may fit, and the entries in it that speak for it, nearest first."""

    slug: str
    nearest: tuple[str, ...]


def propose(
    text: str, papers: Sequence[Paper], listing: Listing, *, but: str = ""
) -> list[Proposal]:
    """Rank up to three categories for a work of which `text` (title, keywords) is known.

    `but` is the id of an entry to leave out of account: the work itself, when measuring.
    """
    documents = [
        (_words(f"{paper.title} {' '.join(paper.keywords)}"), paper)
        for paper in papers
        if paper.id != but
    ]
    weights = _weights([words for words, _ in documents])
    wanted = _vector(_words(text), weights)
    near = _nearest(wanted, documents, weights)
    votes: dict[str, float] = defaultdict(float)
    for score, paper in near:
        votes[paper.category] += score
        for slug in paper.also_in:
            votes[slug] += score / 2
    for category in listing.categories:
        words = _words(f"{category.title} {category.description or ''}")
        votes[category.slug] += _cosine(wanted, _vector(words, weights))
    order = {category.slug: place for place, category in enumerate(listing.categories)}
    ranked = sorted(
        (slug for slug in votes if votes[slug] > 0), key=lambda slug: (-votes[slug], order[slug])
    )
    return [
        Proposal(slug, tuple(paper.title for _, paper in near if paper.category == slug))
        for slug in ranked[:MOST_PROPOSALS]
    ]


def _nearest(
    wanted: dict[str, float],
    documents: Iterable[tuple[frozenset[str], Paper]],
    weights: dict[str, float],
) -> list[tuple[float, Paper]]:
    asked = wanted.keys()
    scored = [
        (_cosine(wanted, _vector(words, weights)), paper)
        for words, paper in documents
        if not asked.isdisjoint(words)
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].id))
    return scored[:NEIGHBOURS]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _COMMON


def _weights(documents: list[frozenset[str]]) -> dict[str, float]:
    """Weigh a word by the logarithm of how rare it is (inverse document frequency)."""
    counts = Counter(word for words in documents for word in words)
    return {word: math.log(1 + len(documents) / count) for word, count in counts.items()}


def _vector(words: frozenset[str], weights: dict[str, float]) -> dict[str, float]:
    return {word: weights.get(word, 1.0) for word in sorted(words)}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    if not shared:
        return 0.0
    return shared / math.sqrt(_square(one) * _square(other))


def _square(vector: dict[str, float]) -> float:
    return sum(weight * weight for weight in vector.values())
