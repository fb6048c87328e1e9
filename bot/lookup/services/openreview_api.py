"""What does OpenReview know of a submission, and was it accepted?

`GET /notes?id={id}` (https://docs.openreview.net/reference/api-v2). Version 2 holds venues since
2023 and wraps each value of `content` in {"value": ...}; version 1 holds those before, bare. The
note of a paper that was not accepted has a `venueid` that says so ("ICLR.cc/2026/Conference/
Rejected_Submission") and a `venue` such as "Submitted to ICLR 2026": neither may become a venue.
Since August 2026 it answers whoever has no account with 403 and ChallengeRequiredError, which says
nothing of the note: it is a refusal, and the service is unavailable.
"""

import re
from collections.abc import Iterator, Sequence

from bot.links.identifier import doi_id
from bot.lookup.parse import payload
from bot.lookup.services.service import (
    OK,
    Connection,
    Facts,
    NoSuchWorkError,
    Service,
    one_by_one,
    record_of,
    sourced,
)
from bot.lookup.wire.reply import NoAnswerError, Reply
from bot.model.papers.metadata import Found, LookupReply, Warned
from bot.model.papers.paper import Venue

NAME = "openreview"
NAME_V1 = "openreview-v1"
# Words in a `venueid` that stand for anything but a place in the proceedings.
NOT_ACCEPTED = re.compile(
    r"submi|reject|withdr|retract|review(?!\.net)|decline|blind|desk", re.IGNORECASE
)
# A record taken from there tells what DBLP says; OpenReview has decided nothing.
FROM_DBLP = "dblp.org/"
# In its `venueid`, its `venue` or its invitations, underscores read as spaces.
WITHDRAWN = re.compile(r"\bwithdrawn\b|/-/withdrawal\b", re.IGNORECASE)
REJECTED = re.compile(r"\brejected\b|\bdeclined\b", re.IGNORECASE)
# How a paper was presented says nothing of where.
PRESENTATION = re.compile(
    r"[ (-]+(?:poster|oral|spotlight|talk|oralposter|spotlightposter|notable[ -]top[ -]\d+%)\)?$",
    re.IGNORECASE,
)
# By these errors it says that there is nothing for everybody to see.
NOT_PUBLIC = ("NotFoundError", "ForbiddenError")


def ask(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    """Ask for each note by itself."""
    return one_by_one(connection, ids, _ask_one)


def _ask_one(connection: Connection, work_id: str) -> Found:
    note_id = work_id.removeprefix("openreview:")
    reply = connection.get("notes", params={"id": note_id})
    if reply.status != OK and _error(reply) in NOT_PUBLIC:
        raise NoSuchWorkError
    note = _note(record_of(reply), note_id)
    return sourced(
        connection.service,
        Facts(
            title=payload.title(content_of(note, "title")),
            authors=payload.names(map(author_of, payload.items(content_of(note, "authors")))),
            date=_date(note),
            venue=_venue(note),
            # The record of a paper published elsewhere keeps that place's address in `html`.
            ids=(
                work_id,
                *(doi_id(payload.text(content_of(note, key))) for key in ("doi", "html")),
            ),
            links=(payload.repository(content_of(note, "code")),),
            warnings=tuple(_warnings(note)),
            abstract=payload.abstract(content_of(note, "abstract")),
        ),
    )


def _error(reply: Reply) -> str:
    try:
        return payload.text(payload.at(reply.json(), "name"))
    except NoAnswerError:  # a page that asks whether we are human
        return ""


def _note(record: object, note_id: str) -> object:
    """Give the note itself; an empty list, another note or a deleted one is no such work."""
    notes = payload.at(record, "notes")
    if not isinstance(notes, list):
        raise NoAnswerError("answered without notes")
    for note in notes:
        if payload.at(note, "id") == note_id and not payload.at(note, "ddate"):
            return note
    raise NoSuchWorkError


def _dois(note: object) -> Iterator[str]:
    """Give its DOI; the record of a paper published elsewhere keeps that in `html`, as a link."""
    yield from (doi_id(payload.text(content_of(note, key))) for key in ("doi", "html"))


def content_of(note: object, field: str) -> object:
    """Give a field of the content, wrapped as in version 2 or bare as in version 1."""
    value = payload.at(note, "content", field)
    return payload.at(value, "value") if isinstance(value, dict) else value


def _date(note: object) -> str:
    """Give the day it was shown to all, else the day it was published, else the day it was made."""
    days = (
        payload.date_of_milliseconds(payload.at(note, key)) for key in ("odate", "pdate", "cdate")
    )
    return next(filter(None, days), "")


def author_of(author: object) -> object:
    """Give an author's name, which some venues wrap into an object, and its parts into another."""
    named = _named(author) if isinstance(author, dict) else author
    return _named(named) if isinstance(named, dict) else named


def _named(author: dict[str, object]) -> object:
    """Give what names an author in an object with a profile."""
    keys = ("fullname", "name", "value", "username")
    first, last = (payload.text(author.get(key)) for key in ("first", "last"))
    return next((author[key] for key in keys if author.get(key)), f"{first} {last}")


def _warnings(note: object) -> Iterator[Warned]:
    """Tell a submission that was taken back or turned down, by what kind of note it became."""
    kinds = [content_of(note, "venueid"), content_of(note, "venue"), payload.at(note, "invitation")]
    kinds += payload.items(payload.at(note, "invitations"))
    became = " ".join(payload.text(kind).replace("_", " ") for kind in kinds)
    reason = payload.reason(content_of(note, "venue"))
    if WITHDRAWN.search(became):
        yield Warned("withdrawn", reason)
    elif REJECTED.search(became):
        yield Warned("rejected", reason)


def _venue(note: object) -> Venue | None:
    venue_id = payload.text(content_of(note, "venueid"))
    if not venue_id or NOT_ACCEPTED.search(venue_id) or venue_id.startswith(FROM_DBLP):
        return None
    return venue_of(note)


def venue_of(note: object, year: int | None = None) -> Venue | None:
    """Read where a note was accepted; `year` is taken where the text tells none."""
    return payload.venue([PRESENTATION.sub("", payload.text(content_of(note, "venue")))], year)


SERVICE = Service(
    name=NAME,
    address="https://api2.openreview.net",
    delay=1.0,
    gives=("title", "authors", "date", "venue", "links", "warnings"),
    asks=lambda work_id: work_id.startswith("openreview:"),
    ask=ask,
    registers=("openreview",),
)
SERVICE_V1 = SERVICE._replace(
    name=NAME_V1, address="https://api.openreview.net", gives=("title", "authors", "date")
)
