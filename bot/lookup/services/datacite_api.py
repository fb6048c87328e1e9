"""What does DataCite know of a DOI?

`GET /dois/{doi}` (https://support.datacite.org/docs/api-get-doi). arXiv registers every preprint
here as `10.48550/arXiv.{id}`, so this is where to look while arXiv itself is overloaded; Zenodo's
software and data sets are here, too. `IsVersionOf` and the like link a preprint to what was
published of it.
"""

from collections.abc import Iterator, Sequence

from bot.links.identifier import arxiv_id, doi_id
from bot.lookup.parse import payload
from bot.lookup.services.service import Connection, Facts, Service, one_by_one, record_of, sourced
from bot.model.papers.metadata import Found, LookupReply
from bot.model.papers.paper import Kind

NAME = "datacite"
ARXIV_PREFIX = "10.48550/arXiv."
SAME_WORK = {"IsVersionOf", "HasVersion", "IsIdenticalTo", "IsPreviousVersionOf"}
# From when the work was first public, to what only says when the record was made.
DATES = ("Submitted", "Available", "Issued", "Created")


_KINDS: dict[str, Kind] = {
    "Audiovisual": "talk",
    "Book": "book",
    "ComputationalNotebook": "software",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Model": "model",
    "Presentation": "talk",
    "Software": "software",
}


def doi_of(work_id: str) -> str:
    """Give the DOI to ask for, "" for an id that has none here."""
    family, _, value = work_id.partition(":")
    return ARXIV_PREFIX + value if family == "arxiv" else value if family == "doi" else ""


def ask(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    """Ask for each DOI by itself."""
    return one_by_one(connection, ids, _ask_one)


def _ask_one(connection: Connection, work_id: str) -> Found:
    record = payload.at(record_of(connection.get("dois", doi_of(work_id))), "data", "attributes")
    creators = payload.items(payload.at(record, "creators"))
    return sourced(
        NAME,
        Facts(
            title=_title(record),
            authors=payload.names(map(_author, creators)),
            affiliations=payload.names(_affiliations(creators)),
            date=_date(record),
            ids=(work_id, *_related(record)),
            kind=_KINDS.get(payload.text(payload.at(record, "types", "resourceTypeGeneral"))),
        ),
    )


def _title(record: object) -> str:
    """Give the main title: translated and alternative ones, and subtitles, have a type."""
    titles = payload.items(payload.at(record, "titles"))
    main = (one for one in titles if not payload.at(one, "titleType"))
    return payload.title(payload.at(next(main, None), "title"))


def _author(creator: object) -> str:
    """Give "Woosuk Kwon" for the name "Kwon, Woosuk"; an organisation's name stays as it is."""
    first = payload.text(payload.at(creator, "givenName"))
    last = payload.text(payload.at(creator, "familyName"))
    if first and last:
        return f"{first} {last}"
    name = payload.text(payload.at(creator, "name"))
    last, comma, first = name.partition(", ")
    person = comma and payload.at(creator, "nameType") != "Organizational"
    return f"{first} {last}" if person else name


def _affiliations(creators: Sequence[object]) -> Iterator[object]:
    for creator in creators:
        for affiliation in payload.items(payload.at(creator, "affiliation")):
            yield payload.at(affiliation, "name") or affiliation


def _date(record: object) -> str:
    dates = payload.items(payload.at(record, "dates"))
    for kind in DATES:
        for one in dates:
            if payload.at(one, "dateType") == kind:
                return payload.date(payload.at(one, "date"))
    return payload.date(payload.at(record, "publicationYear"))


def _related(record: object) -> Iterator[str]:
    for other in payload.items(payload.at(record, "relatedIdentifiers")):
        if payload.text(payload.at(other, "relationType")) in SAME_WORK:
            value = payload.text(payload.at(other, "relatedIdentifier"))
            yield doi_id(value) or arxiv_id(value)


SERVICE = Service(
    name=NAME,
    address="https://api.datacite.org",
    delay=0.5,
    gives=("title", "authors", "date"),
    asks=lambda work_id: bool(doi_of(work_id)),
    ask=ask,
    registers=("doi",),
)
