"""Which other works are near to a work: by words of the titles, keywords, authors and category?

What few works share says much, what many share says little (inverse document frequency), a shared
author less than a shared word, and works that say much of all sorts are not near to everything
(cosine). Works are looked for by what at most
`MOST_SHARING` share, so that the time grows hardly faster than the list.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt

from bot.model.papers.paper import Paper
from bot.people.name import spoken
from bot.text.fold import fold
from bot.text.lexicon.acronyms import ACRONYMS
from bot.titles.words import STOP

SHOWN = 6
MOST_SHARING = 60
# A group of people writes on many things.
_AUTHOR = 0.3
_SHORT = {f" {long} ": f" {short} " for short, *longer in ACRONYMS for long in longer}


def related(papers: Sequence[Paper]) -> dict[str, list[Paper]]:
    """Give the nearest works of each of `papers`, which stand newest first; the nearest first.

    A work that shares nothing rare with others has the newest of its category.
    """
    traits = [frozenset(_traits(paper)) for paper in papers]
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(traits):
        for trait in own:
            sharing[trait].append(place)
    rare = {trait: _says(trait, len(nearest) / len(papers)) for trait, nearest in sharing.items()}
    lengths = [sqrt(sum(rare[trait] for trait in own)) for own in traits]
    newest = _by_category(papers)
    nearest = {}
    for place, paper in enumerate(papers):
        near = _nearest(place, traits[place], sharing, rare, lengths)
        rest = [at for at in newest[paper.category] if at != place and at not in near]
        nearest[paper.id] = [papers[at] for at in [*near, *rest][:SHOWN]]
    return nearest


def _nearest(
    place: int,
    own: frozenset[str],
    sharing: Mapping[str, Sequence[int]],
    rare: Mapping[str, float],
    lengths: Sequence[float],
) -> list[int]:
    """Give the places of the works that share most; among equals the newest stands first."""
    scores: defaultdict[int, float] = defaultdict(float)
    for trait in sorted(own):
        others = sharing[trait]
        if len(others) <= MOST_SHARING:
            weight = rare[trait]
            for other in others:
                scores[other] += weight
    scores.pop(place, None)
    return sorted(scores, key=lambda at: (-scores[at] / lengths[at], at))[:SHOWN]


def _says(trait: str, share: float) -> float:
    """Tell how much it says that works have this in common, as a share of all have it."""
    return log(1 + 1 / share) ** 2 * (_AUTHOR if trait.startswith("author ") else 1)


def _by_category(papers: Sequence[Paper]) -> dict[str, list[int]]:
    """Give the places of the newest works of each category, one more than are shown."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, paper in enumerate(papers):
        if len(places[paper.category]) <= SHOWN:
            places[paper.category].append(place)
    return places


def _traits(paper: Paper) -> Iterator[str]:
    """Yield what a work may have in common with others; the mark in front keeps kinds apart."""
    words = _words((paper.title, *paper.keywords))
    yield from (f"word {word}" for word in words if word not in STOP)
    for author in paper.people:
        yield f"author {fold(spoken(author))}"
    for slug in (paper.category, *paper.also_in):
        yield f"category {slug}"


def _words(texts: Iterable[str]) -> list[str]:
    """Give the folded words, the long form of an acronym as its short one, all in the singular."""
    # A line for each, over whose end no long form reaches.
    folded = "\n".join(f" {fold(text)} " for text in texts)
    for long, short in _SHORT.items():
        folded = folded.replace(long, short)
    return [word.removesuffix("s") if len(word) > 3 else word for word in folded.split()]
