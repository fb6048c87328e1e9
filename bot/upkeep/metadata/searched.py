"""Which works are searched by their title, which of those found is the entry, and what follows?

An entry is searched while its venue is not sure, by each service once a month. What a service said
stays, so that it seconds others in the weeks between, until the entry has another title.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.model.github.world import days_between
from bot.model.papers.metadata import Found, LookupResult, Metadata, Sourced
from bot.model.papers.paper import Paper
from bot.model.upkeep.kept import Searched
from bot.review.drafts.by_title import places_of
from bot.titles.compare import one_title
from bot.upkeep.metadata.statements import lacks_venue
from bot.upkeep.metadata.weigh import A_MONTH, Weighed


def is_unsettled(paper: Paper, weighed: Weighed) -> bool:
    """Tell whether nobody has said for sure where a work was published."""
    return lacks_venue(paper) and all(change.field != "venue" for change in weighed.sure)


def authors_of(paper: Paper, result: LookupResult) -> tuple[str, ...]:
    """Give the authors of an entry, else those that the services know under its title."""
    metadata = result.metadata
    if paper.authors or not (metadata.title and metadata.authors):
        return paper.authors
    return metadata.authors.value if one_title(paper.title, metadata.title.value) else ()


def is_due(paper: Paper, before: Searched | None, day: str) -> bool:
    """Tell whether a service is to be asked, by what it said before."""
    if before is None or before.title != paper.title:
        return True
    return days_between(before.on, day) >= A_MONTH


def updated(
    paper: Paper, authors: Sequence[str], hits: Iterable[Found], before: Searched | None, day: str
) -> Searched:
    """Give what is remembered of a search on a day.

    Where it found nothing, what was found before under this title stands: that is no news.
    """
    venues = places_of(paper.title, authors, hits)
    if not venues and before and before.title == paper.title:
        venues = before.venues
    return Searched(on=day, title=paper.title, venues=venues)


def with_searched(
    result: LookupResult, paper: Paper, searches: Mapping[str, Searched]
) -> LookupResult:
    """Put beside what the services answered what was found by the entry's title."""
    hits = tuple(
        Found(
            service,
            Metadata(title=Sourced(paper.title, service), venue=Sourced(venue, service)),
        )
        for service, search in sorted(searches.items())
        if search.title == paper.title
        for venue in search.venues
    )
    return LookupResult(result.ids, (*result.answers, *hits), result.metadata, result.unknown)
