"""In which category would this work stand, judging by what stands there already?

Each word of the new title that an entry's title, name or keywords hold too speaks for the entry's
category: log(1 + share in the category / (2 * share in the list)). So a word says much where it is
common in one category and rare elsewhere, and nothing against those that lack it. Two neighbouring
words count half as much again, and what speaks for a category's whole branch speaks for it too. A
category's own title and description count as one entry of it, so that a list can answer before it
has entries. Words of an abstract, where a service gives one, say less than those of the title.

Words are compared by their stems: "caching" finds "KV cache".
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper

MOST_PROPOSALS = 3
MOST_NEAREST = 3
# A title has fewer words; what follows in a longer text costs time and tells little.
MOST_WORDS = 30
MOST_OF_ABSTRACT = 150

# How much more frequent than in the list a word must be in a category to speak up.
_TELLING = 2.0
# Every category is judged as if it had this many more entries: one entry alone proves little.
_MORE_ENTRIES = 3.0
_PAIR = 0.5
_BRANCH = 0.7
_ABSTRACT = 0.25
_ALSO_IN = 0.5

_COMMON = frozenset(
    "a an and are as at based be by can do for from how in into is it its no not of on or s than "
    "that the their to toward towards under using via we what when with without you your".split()
)
_WORD = re.compile(r"[^\W_]+")
_PLURAL = re.compile(r"(?<=.{3})(?<![su])s$")
_STEM = re.compile(r"(.{4,}?)(?:i[sz]ation|i[sz]ed|i[sz]ing|ation|ing|ion|ive|ie|ed|er|al|ly|e|y)?")

Shares = dict[str, float]
"""How many entries there are by category; one that also stands in it counts half."""


class FittingCategory(NamedTuple):
    """A category that may fit, and the entries in it that speak for it, nearest first."""

    slug: str
    nearest: tuple[str, ...]


class CategoryIndex(NamedTuple):
    """What a list's entries and categories say, read once to compare many works with.

    `titles` and `places` are each entry's title and categories; `by_piece` holds the numbers of the
    entries with a stem, or two neighbouring ones, `by_own` the categories that say it of
    themselves; `sizes` is how many entries each category has, `branches` the top one over each.
    """

    titles: tuple[str, ...]
    places: tuple[Shares, ...]
    by_piece: Mapping[str, list[int]]
    by_own: Mapping[str, list[str]]
    sizes: Shares
    branches: dict[str, str]


def index_of(papers: Iterable[Paper], listing: Listing) -> CategoryIndex:
    """Read the entries and the categories of a list."""
    entries = tuple(papers)
    by_piece: defaultdict[str, list[int]] = defaultdict(list)
    by_own: defaultdict[str, list[str]] = defaultdict(list)
    for number, paper in enumerate(entries):
        for piece in _pieces(f"{paper.title} {paper.short_name or ''} {' '.join(paper.keywords)}"):
            by_piece[piece].append(number)
    for category in listing.categories:
        for piece in _pieces(f"{category.title} {category.description or ''}"):
            by_own[piece].append(category.slug)
    places = tuple(_places(paper) for paper in entries)
    sizes = _summed(({category.slug: 1.0} for category in listing.categories), places)
    branches = {category.slug: _top(category.slug, listing) for category in listing.categories}
    titles = tuple(paper.title for paper in entries)
    return CategoryIndex(titles, places, by_piece, by_own, sizes, branches)


class _Evidence(NamedTuple):
    """What a piece of the new title tells: the numbers of the entries that have it too.

    `counts` are these by category, with the categories that say it of themselves; `share` is
    theirs in the whole list.
    """

    weight: float
    numbers: tuple[int, ...]
    counts: Shares
    share: float


def propose(
    text: str, index: CategoryIndex, *, abstract: str = "", but: int | None = None
) -> list[FittingCategory]:
    """Rank up to three categories for a work of which `text` (title, keywords) is known.

    `but` is the number of an entry to leave out of account: the work itself, when measuring.
    """
    asked = _asked(text, abstract)
    evidence = [_evidence(piece, weight, index, but) for piece, weight in asked.items()]
    left_out = index.places[but] if but is not None else {}
    sizes = {slug: size - left_out.get(slug, 0) for slug, size in index.sizes.items()}
    branch_sizes = _by_branch(sizes, index)
    votes = _summed(_votes(piece.counts, sizes, piece) for piece in evidence)
    branch_votes = _summed(
        _votes(_by_branch(piece.counts, index), branch_sizes, piece) for piece in evidence
    )
    score = {
        slug: vote + _BRANCH * branch_votes[index.branches[slug]] for slug, vote in votes.items()
    }
    order = {slug: place for place, slug in enumerate(index.branches)}
    ranked = sorted(score, key=lambda slug: (-score[slug], order[slug]))[:MOST_PROPOSALS]
    near = _near(evidence)
    return [FittingCategory(slug, _nearest(slug, near, index)) for slug in ranked]


def _evidence(piece: str, weight: float, index: CategoryIndex, but: int | None) -> _Evidence:
    numbers = tuple(number for number in index.by_piece.get(piece, ()) if number != but)
    own = ({slug: 1.0} for slug in index.by_own.get(piece, ()))
    counts = _summed(own, (index.places[number] for number in numbers))
    return _Evidence(weight, numbers, counts, (len(numbers) + 1) / (len(index.titles) + 1))


def _votes(counts: Shares, sizes: Shares, evidence: _Evidence) -> Shares:
    """Tell how much a piece speaks for each place that has it, by its share there and at all."""
    telling = evidence.share * _TELLING
    return {
        slug: evidence.weight * math.log(1 + count / (sizes[slug] + _MORE_ENTRIES) / telling)
        for slug, count in counts.items()
    }


def _near(evidence: Iterable[_Evidence]) -> list[int]:
    """Give the numbers of the entries that share a piece, those that share most first."""
    nearness: defaultdict[int, float] = defaultdict(float)
    for piece in evidence:
        for number in piece.numbers:
            nearness[number] -= piece.weight * math.log(piece.share)
    return sorted(nearness, key=lambda number: (-nearness[number], number))


def _nearest(slug: str, near: Iterable[int], index: CategoryIndex) -> tuple[str, ...]:
    standing = (index.titles[number] for number in near if index.places[number].get(slug) == 1)
    return tuple(islice(standing, MOST_NEAREST))


def _places(paper: Paper) -> Shares:
    return dict.fromkeys(paper.also_in, _ALSO_IN) | {paper.category: 1.0}


def _summed(*counted: Iterable[Shares]) -> Shares:
    """Add up what several entries count in their categories."""
    total: defaultdict[str, float] = defaultdict(float)
    for shares in counted:
        for share in shares:
            for slug, count in share.items():
                total[slug] += count
    return dict(total)


def _by_branch(counts: Shares, index: CategoryIndex) -> Shares:
    return _summed({index.branches[slug]: count} for slug, count in counts.items())


def _top(slug: str, listing: Listing) -> str:
    """Give the category at the top over one."""
    while parent := listing.by_slug[slug].parent:
        slug = parent
    return slug


def _asked(text: str, abstract: str) -> dict[str, float]:
    """Give what to look for, with its weight."""
    title = _pieces(text, MOST_WORDS)
    further = _pieces(abstract, MOST_OF_ABSTRACT)
    return {piece: weight * _ABSTRACT for piece, weight in further.items()} | title


def _pieces(text: str, most: int | None = None) -> dict[str, float]:
    """Give the telling stems of a text, and each two neighbouring ones, with their weight."""
    return dict(_weighted(_WORD.findall(text.lower())[:most]))


def _weighted(words: list[str]) -> Iterator[tuple[str, float]]:
    stems = [None if word in _COMMON else _stem(word) for word in words]
    yield from ((stem, 1.0) for stem in stems if stem)
    yield from ((f"{one} {two}", _PAIR) for one, two in pairwise(stems) if one and two)


def _stem(word: str) -> str:
    """Cut the plural and one ending off a word that is long enough without: "surveys", "survey"."""
    singular = _PLURAL.sub("", word)
    match = _STEM.fullmatch(singular)
    return match[1] if match else singular
