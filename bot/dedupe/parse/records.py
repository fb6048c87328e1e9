"""What of a record is compared, and in which form?"""

from typing import NamedTuple

from bot.dedupe.parse.citations import cited_title, front_of
from bot.dedupe.parse.names import ComparedName, read_names
from bot.dedupe.parse.pages import PrintedPages, parse_pages
from bot.links.identifier import is_repository
from bot.links.preprints import names_preprint_id
from bot.links.second_ids import with_second
from bot.model.papers.record import Record
from bot.titles.read import ParsedTitle, read_title
from bot.titles.words import RECURRING
from bot.venues.parse import ParsedVenue, parse_venue

DOI = "doi:"
# Most records of a file have no ids or links; one empty set for all of them spares memory.
NOTHING: frozenset[str] = frozenset()


class ParsedRecord(NamedTuple):
    """A record read once for many comparisons.

    `ids` leaves out the code repository, which two papers may share; `printed` is the place in
    print, if it can only be one article's: year, volume and pages; `front` tells where names of
    authors may stand in front of the title.
    """

    record: Record
    title: ParsedTitle
    names: tuple[ComparedName, ...]
    venue: ParsedVenue
    place: PrintedPages
    printed: str
    preprint: bool
    ids: frozenset[str]
    repositories: frozenset[str]
    urls: frozenset[str]
    front: frozenset[str]


def printed_together(a: ParsedRecord, b: ParsedRecord) -> bool:
    """Tell whether two records have a place in print in common that can only be one article's."""
    return a.printed != "" and a.printed == b.printed


def names_column(title: ParsedTitle, venue: ParsedVenue) -> bool:
    """Tell whether a title is a column's but for the name of the venue: "Cache Letters Report"."""
    if RECURRING.isdisjoint(title.bag):
        return False
    # A year or number in the title makes it that of one issue.
    left = title.bag - RECURRING
    return bool(left) and left.issubset(venue.words)


def parse_record(record: Record) -> ParsedRecord:
    """Read a record once, for many comparisons."""
    text = cited_title(record.title, record.venue)
    title, venue = read_title(text, record.short_name), parse_venue(record.venue)
    place = parse_pages(record)
    address = place.address if record.year else ""
    repositories = frozenset(filter(is_repository, record.ids)) or NOTHING
    return ParsedRecord(
        record=record,
        title=title._replace(recurring=True) if names_column(title, venue) else title,
        names=read_names(record.authors),
        venue=venue,
        place=place,
        printed=f"{record.year}:{address}" if address else "",
        preprint=venue.kind == "preprint" or any(map(names_preprint_id, record.ids)),
        ids=frozenset(with_second(record.ids)) - repositories or NOTHING,
        repositories=repositories,
        urls=frozenset(record.urls) or NOTHING,
        front=front_of(record.title),
    )
