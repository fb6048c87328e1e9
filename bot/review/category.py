"""In which category would this work stand, judging by what stands there already?

Each word of the new title that an entry's title, name or keywords hold too speaks for the entry's
category: log(1 + share in the category / (5 * share in the list)). So a word says much where it is
common in one category and rare elsewhere, and nothing against those that lack it. Two neighbouring
words found side by side count half as much again. A category's own title and description count as
one entry of it, so that a list can answer before it has entries.

A word is looked for by its stem at the beginning of words, so "caching" finds "KV cache".
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from bot.model.papers.listing import Category, Listing
from bot.model.papers.paper import Paper

MOST_PROPOSALS = 3
MOST_NEAREST = 3
# A title has fewer words; what follows in a longer text costs time and tells little.
MOST_WORDS = 30

# How much more frequent than in the list a word must be in a category to speak up.
_TELLING = 5.0
# Every category is judged as if it had this many more entries: one entry alone proves little.
_MORE_ENTRIES = 3.0
_PAIR = 0.5
_ALSO_IN = 0.5

_COMMON = frozenset(
    "a an and are as at based be by can do for from how in into is it its no not of on or s than "
    "that the their to toward towards under using via we what when with without you your".split()
)
_WORD = re.compile(r"[^\W_]+")
_STEM = re.compile(
    r"(.{4,}?|.{3}(?=s$))(?:i[sz]ations?|i[sz]ed|i[sz]ing|ations?|ings?|ions?|ives?|ies|ed|es|er"
    r"|al|ly|e|y|(?<!s)s)?"
)


class Proposal(NamedTuple):
    """A category that may fit, and the entries in it that speak for it, nearest first."""

    slug: str
    nearest: tuple[str, ...]


class Row(NamedTuple):
    """What a title is compared with: an entry, or a category by its own words."""

    title: str
    words: str
    category: str
    also_in: tuple[str, ...] = ()


def propose(
    text: str, papers: Sequence[Paper], listing: Listing, *, but: str = ""
) -> list[Proposal]:
    """Rank up to three categories for a work of which `text` (title, keywords) is known.

    `but` is the id of an entry to leave out of account: the work itself, when measuring.
    """
    return propose_among(text, rows_of([each for each in papers if each.id != but]), listing)


def rows_of(papers: Iterable[Paper]) -> list[Row]:
    """Read the entries once, for `propose_among` to compare many works with."""
    return [_row(paper) for paper in papers]


def propose_among(text: str, entries: Sequence[Row], listing: Listing) -> list[Proposal]:
    """Rank up to three categories for a work, as `propose` does, among entries read already."""
    rows = [*entries, *(_row_of_category(each) for each in listing.categories)]
    sizes = _counted(rows)
    votes: dict[str, float] = defaultdict(float)
    nearness: dict[int, float] = defaultdict(float)
    for piece, weight in _weighted(text):
        places = [place for place, row in enumerate(rows) if piece in row.words]
        share = (sum(place < len(entries) for place in places) + 1) / (len(entries) + 1)
        for place in places:
            nearness[place] -= weight * math.log(share)
        for slug, count in _counted([rows[place] for place in places]).items():
            ratio = count / (sizes[slug] + _MORE_ENTRIES) / share
            votes[slug] += weight * math.log(1 + ratio / _TELLING)
    order = {category.slug: place for place, category in enumerate(listing.categories)}
    ranked = sorted(votes, key=lambda slug: (-votes[slug], order[slug]))[:MOST_PROPOSALS]
    near = sorted(nearness, key=lambda place: (-nearness[place], place))
    nearest = [rows[place] for place in near if place < len(entries)]
    return [
        Proposal(slug, tuple(row.title for row in nearest if row.category == slug)[:MOST_NEAREST])
        for slug in ranked
    ]


def _row(paper: Paper) -> Row:
    words = _plain(f"{paper.title} {paper.short_name or ''} {' '.join(paper.keywords)}")
    return Row(paper.title, words, paper.category, paper.also_in)


def _row_of_category(category: Category) -> Row:
    words = _plain(f"{category.title} {category.description or ''}")
    return Row(category.title, words, category.slug)


def _plain(text: str) -> str:
    """Give the words in lower case, each with a space before it."""
    return "".join(f" {word}" for word in _WORD.findall(text.lower()))


def _stem(word: str) -> str:
    """Cut an ending off a word that is long enough without it."""
    match = _STEM.fullmatch(word)
    return match[1] if match else word


def _weighted(text: str) -> Iterator[tuple[str, float]]:
    """Yield what to look for, with its weight: each telling word once, and each two neighbours."""
    words = _WORD.findall(text.lower())[:MOST_WORDS]
    telling = [word not in _COMMON for word in words]
    ones = [f" {_stem(word)}" for word, tells in zip(words, telling, strict=True) if tells]
    pairs = [
        f" {one} {_stem(two)}"
        for (one, two), tells in zip(pairwise(words), pairwise(telling), strict=True)
        if all(tells)
    ]
    yield from ((piece, 1.0) for piece in dict.fromkeys(ones))
    yield from ((piece, _PAIR) for piece in dict.fromkeys(pairs))


def _counted(rows: Sequence[Row]) -> dict[str, float]:
    """Count the rows of each category; one that also stands in it counts half."""
    counts: dict[str, float] = defaultdict(float)
    counts.update(Counter(row.category for row in rows))
    for slug, count in Counter(chain.from_iterable(row.also_in for row in rows)).items():
        counts[slug] += count * _ALSO_IN
    return counts
