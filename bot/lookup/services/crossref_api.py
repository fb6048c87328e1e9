"""What does Crossref know of a DOI?

`GET /works/{doi}` (https://api.crossref.org/swagger-ui/index.html). A User-Agent with a mail
address gets the polite pool. An unknown DOI is a 404 in plain text; arXiv's DOIs are unknown here,
they are registered with DataCite. `relation` links a preprint and its published version.
"""

import re
from collections.abc import Iterator, Sequence

from bot.links.identifier import arxiv_id, doi_id
from bot.lookup.parse import payload
from bot.lookup.services.service import Connection, Facts, Service, found, one_by_one, record_of
from bot.model.papers.metadata import Found, LookupReply
from bot.model.papers.paper import Venue

NAME = "crossref"
# The ACL Anthology's ids are the ends of its DOIs; those of volumes before 2015 begin otherwise.
ACL_PREFIX, OLD_ACL_PREFIX = "10.18653/v1/", "10.3115/v1/"
OLD_ACL = re.compile(r"[A-Z](?:[6-9][0-9]|0[0-9]|1[0-4])-[0-9]{4}")
SAME_WORK = ("is-preprint-of", "has-preprint", "is-version-of", "has-version")


def doi_of(work_id: str) -> str:
    """Give the DOI to ask for, "" for an id that has none."""
    family, _, value = work_id.partition(":")
    if family == "acl":
        return (OLD_ACL_PREFIX if OLD_ACL.fullmatch(value) else ACL_PREFIX) + value
    return value if family == "doi" else ""


def ask(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    """Ask for each DOI by itself."""
    return one_by_one(connection, ids, _ask_one)


def _ask_one(connection: Connection, work_id: str) -> Found:
    doi = doi_of(work_id)
    record = payload.at(record_of(connection.get("works", doi)), "message")
    issued = payload.date_of_parts(payload.at(record, "issued"))
    return found(
        NAME,
        Facts(
            title=_title(record),
            authors=payload.names(_authors(record)),
            affiliations=payload.names(_affiliations(record)),
            date=issued,
            venue=_venue(record, payload.year(issued[:4])),
            ids=(work_id, doi_id(doi), *_related(record)),
        ),
    )


def _title(record: object) -> str:
    title, subtitle = (
        payload.title(next(iter(payload.items(payload.at(record, key))), None))
        for key in ("title", "subtitle")
    )
    return payload.title(f"{title}: {subtitle}") if title and subtitle else title


def _authors(record: object) -> Iterator[str]:
    for author in payload.items(payload.at(record, "author")):
        parts = (payload.text(payload.at(author, key)) for key in ("given", "family"))
        yield " ".join(filter(None, parts)) or payload.text(payload.at(author, "name"))


def _affiliations(record: object) -> Iterator[object]:
    for author in payload.items(payload.at(record, "author")):
        for affiliation in payload.items(payload.at(author, "affiliation")):
            yield payload.at(affiliation, "name")


def _venue(record: object, year: int | None) -> Venue | None:
    """Read the event, else the last container: the first of two is the series (LNCS)."""
    if payload.at(record, "type") == "posted-content":
        return None
    containers = payload.items(payload.at(record, "container-title"))
    event = payload.at(record, "event")
    names = (payload.at(event, "acronym"), payload.at(event, "name"), *reversed(containers))
    return payload.venue(names, year)


def _related(record: object) -> Iterator[str]:
    for relation in SAME_WORK:
        for other in payload.items(payload.at(record, "relation", relation)):
            value = payload.text(payload.at(other, "id"))
            yield doi_id(value) or arxiv_id(value)


SERVICE = Service(
    name=NAME,
    address="https://api.crossref.org",
    delay=0.2,
    gives=("title", "authors", "affiliations", "date", "venue"),
    asks=lambda work_id: bool(doi_of(work_id)),
    ask=ask,
    registers=("doi",),
)
