"""Which works has OpenReview accepted under this title?

`GET /notes/search?term=...` (https://docs.openreview.net/reference/api-v2) answers callers without
an account, too; its `count` says nothing. Among the notes are submissions, rejected ones, and
records taken from DBLP, which are DBLP's word. What decides is the `venueid` alone, and of these
only the ones that stand for a place in the proceedings, since those of what was not accepted have
other names at every venue.
"""

import re
from collections.abc import Iterator

from bot.lookup.by_title.search import MOST_HITS, TitleSearch, words_of
from bot.lookup.parse import payload
from bot.lookup.services import openreview_api
from bot.lookup.services.openreview_api import author_of, content_of, venue_of
from bot.lookup.services.service import OK, Connection, Facts, sourced
from bot.lookup.wire.reply import NoAnswerError
from bot.model.papers.metadata import Found
from bot.model.papers.paper import Venue

_JOURNAL = "TMLR"
_MEETING = re.compile(
    r"(?!.*workshop)(?!dblp\.org/)[\w.-]+/(?:[\w.-]+/)*(20[0-9]{2})/"
    r"(?:Conference|Datasets_and_Benchmarks_Track|Track/Datasets_and_Benchmarks(?:/Round[12])?)",
    re.IGNORECASE,
)


def ask(connection: Connection, title: str) -> list[Found]:
    """Ask for the accepted works under a title; raises NoAnswerError."""
    reply = connection.get(
        *("notes", "search"),
        params={
            "term": words_of(title),
            "type": "terms",
            "content": "all",
            "group": "all",
            "source": "forum",
            "limit": str(MOST_HITS),
            "offset": "0",
        },
    )
    if reply.status != OK:
        raise reply.trouble()
    record = reply.json()
    notes = payload.at(record, "notes")
    if not isinstance(notes, list) or payload.at(record, "searchUnavailable"):
        raise NoAnswerError("answered without notes")
    return [hit for note in notes[:MOST_HITS] for hit in _read(note)]


def _read(note: object) -> Iterator[Found]:
    """Yield a note of an accepted work that tells all by which it is known."""
    title = payload.title(content_of(note, "title"))
    authors = payload.names(map(author_of, payload.items(content_of(note, "authors"))))
    venue = _accepted(note)
    if title and authors and venue and not payload.at(note, "ddate"):
        yield sourced(openreview_api.NAME, Facts(title=title, authors=authors, venue=venue))


def _accepted(note: object) -> Venue | None:
    """Give the venue that accepted a work, with its year; of the journal the year it came out."""
    venue_id = payload.text(content_of(note, "venueid"))
    if venue_id == _JOURNAL:
        published = payload.date_of_milliseconds(payload.at(note, "pdate"))
        return venue_of(note, payload.year(published[:4]))
    meeting = _MEETING.fullmatch(venue_id)
    return venue_of(note, payload.year(meeting[1])) if meeting else None


SEARCH = TitleSearch(
    name=openreview_api.NAME,
    address=openreview_api.SERVICE.address,
    delay=openreview_api.SERVICE.delay,
    ask=ask,
)
