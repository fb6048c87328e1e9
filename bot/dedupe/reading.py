"""What of a record is compared, and in which form?"""

from typing import NamedTuple

from bot.dedupe.names import Name, read_names
from bot.dedupe.titles import Title, read_title
from bot.dedupe.venues import VenueName, read_venue_name
from bot.model.record import Record

REPOSITORY = "github:"
# Most records of a file have no ids or links; one empty set for all of them spares memory.
NOTHING: frozenset[str] = frozenset()


class Reading(NamedTuple):
    """A record read once for many comparisons.

    `ids` leaves out the code repository, which two papers may share.
    """

    record: Record
    title: Title
    names: tuple[Name, ...]
    surnames: frozenset[str]
    venue: VenueName
    ids: frozenset[str]
    repositories: frozenset[str]
    urls: frozenset[str]


def read(record: Record) -> Reading:
    """Read a record for comparison."""
    names = read_names(record.authors)
    return Reading(
        record=record,
        title=read_title(record.title, record.short_name),
        names=names,
        surnames=frozenset([name.last for name in names]) or NOTHING,
        venue=read_venue_name(record.venue),
        ids=frozenset(value for value in record.ids if not value.startswith(REPOSITORY)) or NOTHING,
        repositories=frozenset(value for value in record.ids if value.startswith(REPOSITORY))
        or NOTHING,
        urls=frozenset(record.urls) or NOTHING,
    )
