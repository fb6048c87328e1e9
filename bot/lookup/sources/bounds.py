"""How much of a source is read?"""

from collections.abc import Iterable, Iterator

from bot.model.upkeep.candidate import OfferedWork, Question

# Works of one source in one run; more than a thousand are no selection any more.
MOST_OFFERS = 2_000
LONGEST_ABSTRACT = 5_000  # characters; a longer one is not read


def in_time(offers: Iterable[OfferedWork], question: Question) -> Iterator[OfferedWork]:
    """Keep the works of the days that are asked for; not every source knows days."""
    return (offer for offer in offers if question.since <= offer.day <= question.until)
