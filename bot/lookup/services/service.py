"""What is a service to us: for which ids can it be asked, what may it know, how is it asked?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeVar
from urllib.parse import quote

from bot.lookup.wire.reply import NoAnswerError, Reply
from bot.lookup.wire.web import Call, Web
from bot.model.papers.metadata import (
    Found,
    LookupReply,
    Metadata,
    NotFound,
    Sourced,
    Unavailable,
    Warned,
)
from bot.model.papers.paper import Citations, Kind, Link, Venue

T = TypeVar("T")

GONE = {404, 410}
OK = 200


class NoSuchWorkError(Exception):
    """The service answered that it has no such work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """One service at its address, until a deadline."""

    web: Web
    service: str
    address: str
    delay: float
    deadline: float
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    def get(self, *path: str, params: Mapping[str, str] | None = None) -> Reply:
        """GET the path made of these parts, each quoted; see `Web.fetch` for what it raises."""
        return self._fetch(path, params or {}, None)

    def post(self, *path: str, params: Mapping[str, str], payload: object) -> Reply:
        """POST `payload` as JSON, likewise."""
        return self._fetch(path, params, payload)

    def _fetch(self, path: Sequence[str], params: Mapping[str, str], payload: object) -> Reply:
        call = Call(
            service=self.service,
            url="/".join((self.address, *(quote(part, safe="") for part in path))),
            delay=self.delay,
            params=params,
            headers=self.headers,
            payload=payload,
        )
        return self.web.fetch(call, self.deadline)


def no_credentials(_key: str) -> dict[str, str]:
    """Give the headers of a service that takes no key."""
    return {}


class Service(NamedTuple):
    """One row of the table.

    `asks(work_id)` says whether it can be asked for that id; `ask` gives, for each of these ids,
    its answer. It is left out when all that it `gives` is known already. What it does not know of
    the families it `registers` does not exist. `delay` is the distance between two requests, in
    seconds; `credentials` makes the headers that carry a key.
    """

    name: str
    address: str
    delay: float
    gives: tuple[str, ...]
    asks: Callable[[str], bool]
    ask: Callable[[Connection, Sequence[str]], dict[str, LookupReply]]
    registers: tuple[str, ...] = ()
    credentials: Callable[[str], dict[str, str]] = no_credentials


def attempt(service: str, make: Callable[[], Found]) -> LookupReply:
    """Give what `make` finds, or the answer that says why it finds nothing."""
    try:
        return make()
    except NoSuchWorkError:
        return NotFound(service)
    except NoAnswerError as trouble:
        return unavailable(service, trouble)


def unavailable(service: str, trouble: NoAnswerError) -> Unavailable:
    """Give the answer of a service that gave none."""
    return Unavailable(service, trouble.reason, trouble.retry_after, trouble.refused)


def one_by_one(
    connection: Connection, ids: Sequence[str], ask: Callable[[Connection, str], Found]
) -> dict[str, LookupReply]:
    """Ask for each id by a request of its own; one that fails does not spoil the others."""
    return {id_: attempt(connection.service, partial(ask, connection, id_)) for id_ in ids}


def in_batches(
    connection: Connection,
    ids: Sequence[str],
    size: int,
    ask: Callable[[Connection, Sequence[str]], dict[str, LookupReply]],
) -> dict[str, LookupReply]:
    """Ask for up to `size` ids at a time; a batch that fails is unavailable as a whole."""
    answers: dict[str, LookupReply] = {}
    for start in range(0, len(ids), size):
        batch = ids[start : start + size]
        try:
            answers |= ask(connection, batch)
        except NoAnswerError as trouble:
            lost = unavailable(connection.service, trouble)
            answers |= dict.fromkeys(batch, lost)
    return answers


def record_of(reply: Reply) -> object:
    """Give the JSON of an answer.

    Raises NoSuchWorkError if that is what it says, NoAnswerError for every other failure.
    """
    if reply.status in GONE:
        raise NoSuchWorkError
    if reply.status != OK:
        raise reply.trouble()
    return reply.json()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one service says of one work; empty fields are unknown."""

    title: str = ""
    authors: Sequence[str] = ()
    affiliations: Sequence[str] = ()
    date: str = ""
    venue: Venue | None = None
    ids: Sequence[str] = ()
    links: Sequence[Link | None] = ()
    citations: Citations | None = None
    kind: Kind | None = None
    warnings: Sequence[Warned] = ()
    abstract: str = ""


def sourced(service: str, facts: Facts) -> Found:
    """Mark every fact with the service's name.

    Raises NoAnswerError for a record that says nothing of the work but its id.
    """
    if not (facts.title or facts.authors or facts.date or facts.venue):
        raise NoAnswerError("answered without a title")
    return Found(
        service,
        Metadata(
            title=_sourced(facts.title, service),
            authors=_sourced(tuple(facts.authors), service),
            affiliations=_sourced(tuple(facts.affiliations), service),
            date=_sourced(facts.date, service),
            venue=_sourced(facts.venue, service),
            ids=tuple(Sourced(id_, service) for id_ in dict.fromkeys(facts.ids) if id_),
            links=tuple(Sourced(link, service) for link in facts.links if link),
            citations=_sourced(facts.citations, service),
            kind=_sourced(facts.kind, service),
            warnings=tuple(Sourced(warned, service) for warned in facts.warnings),
            abstract=_sourced(facts.abstract, service),
        ),
    )


def _sourced(value: T | None, service: str) -> Sourced[T] | None:
    return Sourced(value, service) if value else None
