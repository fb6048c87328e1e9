"""What does Crossref know of a DOI?

`GET /works/{doi}` (https://api.crossref.org/swagger-ui/index.html). A User-Agent with a mail
address gets the polite pool. An unknown DOI is a 404 in plain text; arXiv's DOIs are unknown here,
they are registered with DataCite. `relation` links a preprint and its published version, and
`updated-by` what was said of a work later: corrections and retractions alike
(https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from bot.links.identifier import arxiv_id, doi_id
from bot.links.preprints import registered
from bot.lookup.parse import payload
from bot.lookup.services.service import Connection, Facts, Service, one_by_one, record_of, sourced
from bot.model.papers.metadata import Found, LookupReply, Warned
from bot.model.papers.paper import Kind, Venue
from bot.text.fold import fold

NAME = "crossref"
# The ACL Anthology's ids are the ends of its DOIs; those of volumes before 2015 begin otherwise.
ACL_PREFIX, OLD_ACL_PREFIX = "10.18653/v1/", "10.3115/v1/"
OLD_ACL = re.compile(r"[A-Z](?:[6-9][0-9]|0[0-9]|1[0-4])-[0-9]{4}")
# The types of books and of what else is no paper.
_KINDS: dict[str, Kind] = {
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "dissertation": "thesis",
    "dataset": "dataset",
}
_AGAINST: dict[str, Literal["withdrawn", "retracted", "concern"]] = {
    "retraction": "retracted",
    "partial_retraction": "retracted",
    "removal": "retracted",
    "withdrawal": "withdrawn",
    "expression_of_concern": "concern",
}
# What publishers put before a title.
_NOTICE = re.compile(
    r"(?:retracted(?: article| paper| chapter)?|withdrawn(?: article| paper)?)\s*[:.]\s+",
    re.IGNORECASE,
)
SAME_WORK = ("is-preprint-of", "has-preprint", "is-version-of", "has-version")


def doi_of(work_id: str) -> str:
    """Give the DOI to ask for, "" for an id that has none."""
    family, _, value = work_id.partition(":")
    if family == "acl":
        return (OLD_ACL_PREFIX if OLD_ACL.fullmatch(value) else ACL_PREFIX) + value
    return registered(value) if family == "doi" else ""


def ask(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    """Ask for each DOI by itself."""
    return one_by_one(connection, ids, _ask_one)


def _ask_one(connection: Connection, work_id: str) -> Found:
    doi = doi_of(work_id)
    record = payload.at(record_of(connection.get("works", doi)), "message")
    issued = payload.date_of_parts(payload.at(record, "issued"))
    return sourced(
        NAME,
        Facts(
            title=_NOTICE.sub("", _title(record)),
            authors=payload.names(_authors(record)),
            affiliations=payload.names(_affiliations(record)),
            date=issued,
            venue=_venue(record, _year_of_issue(record) or payload.year(issued[:4])),
            ids=(work_id, doi_id(doi), *_related(record)),
            kind=_KINDS.get(payload.text(payload.at(record, "type"))),
            warnings=tuple(_warnings(record)),
            abstract=payload.abstract(payload.at(record, "abstract")),
        ),
    )


def _title(record: object) -> str:
    title, subtitle = (
        payload.title(next(iter(payload.items(payload.at(record, key))), None))
        for key in ("title", "subtitle")
    )
    repeated = fold(subtitle) in fold(title) if subtitle else True
    return payload.title(f"{title.rstrip(' :')}: {subtitle}") if title and not repeated else title


def _authors(record: object) -> Iterator[str]:
    for author in payload.items(payload.at(record, "author")):
        parts = [payload.text(payload.at(author, key)) for key in ("given", "family", "suffix")]
        named = parts[0] or parts[1]
        yield " ".join(filter(None, parts)) if named else payload.text(payload.at(author, "name"))


def _affiliations(record: object) -> Iterator[object]:
    for author in payload.items(payload.at(record, "author")):
        for affiliation in payload.items(payload.at(author, "affiliation")):
            yield payload.at(affiliation, "name")


def _year_of_issue(record: object) -> int | None:
    """Give the year by which a work is cited: its issue's, which may follow a year after."""
    issue = payload.at(record, "journal-issue")
    printed = (payload.at(issue, "published-print"), payload.at(record, "published-print"))
    years = (payload.year(payload.date_of_parts(date)[:4]) for date in printed)
    return next(filter(None, years), None)


def _warnings(record: object) -> Iterator[Warned]:
    """Tell retractions and concerns from corrections, which speak against no work."""
    warned: dict[str, Warned] = {}
    for update in payload.items(payload.at(record, "updated-by")):
        what = _AGAINST.get(payload.text(payload.at(update, "type")).lower().replace("-", "_"))
        if what:
            day = payload.date_of_parts(payload.at(update, "updated"))
            label = payload.text(payload.at(update, "label"), 100)
            doi = payload.text(payload.at(update, "DOI"), 200)
            reason = ", ".join(filter(None, (label, day, doi)))
            warned.setdefault(what, Warned(what, payload.reason(reason)))
    if not warned and (notice := _NOTICE.match(_title(record))):
        what = "withdrawn" if notice[0].lower().startswith("withdr") else "retracted"
        warned[what] = Warned(what, "its title says so")
    yield from warned.values()


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
    gives=("title", "authors", "affiliations", "date", "venue", "warnings"),
    asks=lambda work_id: bool(doi_of(work_id)),
    ask=ask,
    registers=("doi",),
)
