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
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from bot.model.listing import Listing
from bot.model.paper import Paper

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

# Fetching a field takes longer than all that is done with it, so each paper is visited once.
_FIELDS = attrgetter("title", "short_name", "keywords", "category", "also_in")
_Row: TypeAlias = tuple[str, str | None, tuple[str, ...], str, tuple[str, ...]]
_COMMON = frozenset(
    b"a an and are as at based be by can do for from how in into is it its no not of on or s than "
    b"that the their to toward towards under using via we what when with without you your".split()
)
_STEM = re.compile(
    rb"(.{4,}?|.{3}(?=s$))(?:i[sz]ations?|i[sz]ed|i[sz]ing|ations?|ings?|ions?|ives?|ies|ed|es|er"
    rb"|al|ly|e|y|(?<!s)s)?"
)
# Letters and digits stay, and so do line ends and the bytes of other alphabets.
_TO_SPACES = bytes(
    code if code > 127 or chr(code).isalnum() or chr(code) == "\n" else 32 for code in range(256)
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
    known = [paper for paper in papers if paper.id != but] if but else papers
    # Behind the entries stand the categories, each by its own words, as rows of the same shape.
    rows: list[_Row] = [*map(_FIELDS, known)]
    rows += ((each.title, each.description, (), each.slug, ()) for each in listing.categories)
    corpus = _plain("\n".join(f"{row[0]} {row[1] or ''} {' '.join(row[2])}" for row in rows))
    ends = [*accumulate(len(line) + 1 for line in corpus.split(b"\n"))]
    sizes = _counted(rows)
    votes: dict[str, float] = defaultdict(float)
    nearness: dict[int, float] = defaultdict(float)
    for piece, weight in _pieces(text):
        places = _places(piece, corpus, ends)
        share = (bisect_left(places, len(known)) + 1) / (len(known) + 1)
        for at in places:
            nearness[at] -= weight * math.log(share)
        for slug, count in _counted([rows[at] for at in places]).items():
            ratio = count / (sizes[slug] + _MORE_ENTRIES) / share
            votes[slug] += weight * math.log(1 + ratio / _TELLING)
    order = {category.slug: place for place, category in enumerate(listing.categories)}
    ranked = sorted(votes, key=lambda slug: (-votes[slug], order[slug]))[:MOST_PROPOSALS]
    near = sorted(nearness, key=lambda at: (-nearness[at], at))
    nearest = [(rows[at][0], rows[at][3]) for at in near if at < len(known)]
    return [
        Proposal(slug, tuple(title for title, place in nearest if place == slug)[:MOST_NEAREST])
        for slug in ranked
    ]


def _plain(text: str) -> bytes:
    """Give lower-case words, each with a space before it, and the line ends as they are."""
    spaced = " " + text.lower().replace("\n", "\n ")
    return spaced.encode(errors="replace").translate(_TO_SPACES)


def _pieces(text: str) -> Iterator[tuple[bytes, float]]:
    """Yield what to look for, with its weight: each telling word once, and each two neighbours."""
    words = _plain(text).split()[:MOST_WORDS]
    telling = [word not in _COMMON for word in words]
    ones = (b" " + _stem(word) for word, tells in zip(words, telling, strict=True) if tells)
    pairs = (
        b" %b %b" % (one, _stem(two))
        for (one, two), tells in zip(pairwise(words), pairwise(telling), strict=True)
        if all(tells)
    )
    yield from ((piece, 1.0) for piece in dict.fromkeys(ones))
    yield from ((piece, _PAIR) for piece in dict.fromkeys(pairs))


def _stem(word: bytes) -> bytes:
    """Cut an ending off a word that is long enough without it."""
    match = _STEM.fullmatch(word)
    return match[1] if match else word


def _places(piece: bytes, corpus: bytes, ends: Sequence[int]) -> list[int]:
    """Give the numbers of the lines that hold a piece, by the interpreter's own search."""
    found = []
    at = corpus.find(piece)
    while at >= 0:
        line = bisect_right(ends, at)
        found.append(line)
        at = corpus.find(piece, ends[line])
    return found


def _counted(rows: Sequence[_Row]) -> dict[str, float]:
    """Count the rows of each category; one that also stands in it counts half."""
    counts: dict[str, float] = defaultdict(float)
    counts.update(Counter(row[3] for row in rows))
    for slug, count in Counter(chain.from_iterable(row[4] for row in rows)).items():
        counts[slug] += count * _ALSO_IN
    return counts
