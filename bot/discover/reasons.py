"""Why might the list want this work: in a few phrases that a maintainer can check?"""

from collections import Counter
from collections.abc import Iterator

from bot.discover.ranking.rank import Score
from bot.model.papers.paper import Catalog
from bot.model.upkeep.candidate import OfferedWork
from bot.people.name import spoken
from bot.text.fold import fold

# An author of one listed work says little about the next one.
LEAST_WORKS = 2


def authors_of(catalog: Catalog) -> Counter[str]:
    """Count the listed works of each author, by folded name."""
    return Counter(fold(spoken(name)) for paper in catalog.papers for name in set(paper.people))


def reasons(offer: OfferedWork, score: Score, works_of: Counter[str]) -> Iterator[str]:
    """Yield the words that speak for it, how many works it cites, and the author known best."""
    if score.reasons:
        yield ", ".join(score.reasons)
    if offer.cites:
        yield (
            "cites 1 listed work"
            if len(offer.cites) == 1
            else f"cites {len(offer.cites)} listed works"
        )
    listed_authors = [(works_of[fold(name)], name) for name in offer.authors]
    most, name = max(listed_authors, key=lambda counted: counted[0], default=(0, ""))
    if most >= LEAST_WORKS:
        yield f"by {name}, of {most} listed works"
