"""Which of the works that a service has under a title is this one, and where did it appear?"""

from collections.abc import Iterable, Sequence

from bot.dedupe.parse.names import compare_names, read_names
from bot.model.papers.metadata import Found, Metadata
from bot.model.papers.paper import Venue
from bot.titles.compare import one_title
from bot.venues.compare import one_venue


def places_of(title: str, authors: Sequence[str], hits: Iterable[Found]) -> tuple[Venue, ...]:
    """Give where the work appeared that has this title and these authors, each place once.

    A title alone is borne by several works.
    """
    places: list[Venue] = []
    for metadata in (hit.metadata for hit in hits):
        if metadata.venue and _is_work(title, authors, metadata):
            venue = metadata.venue.value
            if not any(one_venue(str(venue), str(place)) for place in places):
                places.append(venue)
    return tuple(places)


def _is_work(title: str, authors: Sequence[str], metadata: Metadata) -> bool:
    if not (metadata.title and metadata.authors):
        return False
    agreement = compare_names(read_names(tuple(authors)), read_names(metadata.authors.value))
    return one_title(title, metadata.title.value) and agreement.level in {"all", "most"}
