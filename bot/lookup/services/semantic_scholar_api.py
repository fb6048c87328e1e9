"""What does Semantic Scholar know of a work?

`POST /graph/v1/paper/batch` (https://api.semanticscholar.org/api-docs/graph): up to 500 ids in
one request, answered in their order, with `null` for an unknown one. It knows arXiv ids, DOIs and
those of the ACL Anthology, PubMed and PubMed Central; a `URL:` it reads only of sites that have
ids here anyway, so works of USENIX, PMLR, NeurIPS, MLSys, CVF and OpenReview are found once
another service tells an id.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from bot.links.identifier import acl_id, arxiv_id, doi_id
from bot.lookup.parse import payload
from bot.lookup.services.service import (
    OK,
    Connection,
    Facts,
    NoSuchWorkError,
    Service,
    attempt,
    in_batches,
    sourced,
)
from bot.lookup.wire.reply import NoAnswerError
from bot.model.papers.metadata import Found, LookupReply, NotFound
from bot.model.papers.paper import Citations

NAME = "semantic-scholar"
BATCH = 500
FIELDS = (
    "title,authors.name,authors.affiliations,externalIds,venue,publicationVenue,year,"
    "publicationDate,citationCount"
)
PREFIXES = {"arxiv": "ARXIV:", "doi": "DOI:", "acl": "ACL:", "pmid": "PMID:", "pmc": "PMCID:"}
# DBLP's key of a published version ends in its year ("conf/iclr/Dao24"); CoRR is the preprint.
DBLP_YEAR = re.compile(r"(?:conf|journals)/(?!corr/)[a-z0-9-]{1,50}/[\w-]{0,100}?([0-9]{2})[a-z]?")
OWN_ID = re.compile(r"[0-9a-f]{40}")
BAD_REQUEST = 400
NONE_VALID = "no valid paper ids given"


def their_id(work_id: str) -> str:
    """Give the id by which this service knows a work, "" for a family that it does not know."""
    family, _, value = work_id.partition(":")
    if family == "s2":
        return value.replace("CorpusID:", "CorpusId:")
    return PREFIXES[family] + value.removeprefix("PMC") if family in PREFIXES else ""


def ask(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    """Ask for all ids, as many in one request as the service takes."""
    return in_batches(connection, ids, BATCH, _ask_batch)


def _ask_batch(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    reply = connection.post(
        *("graph", "v1", "paper", "batch"),
        params={"fields": FIELDS},
        payload={"ids": [their_id(work_id) for work_id in ids]},
    )
    if reply.status == BAD_REQUEST and NONE_VALID in reply.body[:1_000].decode("latin-1").lower():
        return dict.fromkeys(ids, NotFound(NAME))
    if reply.status != OK:  # a 404 here is a wrong address: unknown ids are nulls
        raise reply.trouble()
    records = reply.json()
    if not isinstance(records, list) or len(records) != len(ids):
        raise NoAnswerError("answered with another number of works than asked for")
    pairs = zip(ids, records, strict=True)
    return {id_: attempt(NAME, partial(_read_record, id_, record)) for id_, record in pairs}


def _read_record(work_id: str, record: object) -> Found:
    if record is None:
        raise NoSuchWorkError
    year = payload.year(payload.at(record, "year"))
    count = payload.number(payload.at(record, "citationCount"))
    return sourced(
        NAME,
        Facts(
            title=payload.title(payload.at(record, "title")),
            authors=payload.names(_each_author(record, "name")),
            affiliations=payload.names(_each_author(record, "affiliations")),
            date=payload.date(payload.at(record, "publicationDate")) or payload.date(year),
            venue=payload.venue(_venues(record), _venue_year(record)),
            ids=(work_id, *_other_ids(record)),
            citations=None if count is None else Citations(count=count, source=NAME),
        ),
    )


def _each_author(record: object, field: str) -> Iterator[object]:
    for author in payload.items(payload.at(record, "authors")):
        yield from payload.items(payload.at(author, field))


def _venues(record: object) -> Iterator[object]:
    yield payload.at(record, "venue")
    yield payload.at(record, "publicationVenue", "name")


def _venue_year(record: object) -> int | None:
    """Give the year of the published version; the record's own year may be the preprint's."""
    key = payload.text(payload.at(record, "externalIds", "DBLP"))
    match = DBLP_YEAR.fullmatch(key)
    if not match:
        return None
    short = int(match[1])
    return short + (2000 if short < 60 else 1900)


def _other_ids(record: object) -> Iterator[str]:
    external = payload.at(record, "externalIds")
    yield arxiv_id(payload.text(payload.at(external, "ArXiv")))
    yield acl_id(payload.text(payload.at(external, "ACL")))
    yield doi_id(payload.text(payload.at(external, "DOI")))
    paper_id = payload.text(payload.at(record, "paperId"))
    yield f"s2:{paper_id}" if OWN_ID.fullmatch(paper_id) else ""


SERVICE = Service(
    name=NAME,
    address="https://api.semanticscholar.org",
    delay=1.0,
    gives=("title", "authors", "date", "venue", "citations"),
    asks=lambda work_id: bool(their_id(work_id)),
    ask=ask,
    credentials=lambda key: {"x-api-key": key},
)
