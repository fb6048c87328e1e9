"""Which works does Semantic Scholar recommend, which cite listed ones, which are of a venue?

`POST /recommendations/v1/papers/`, `GET /graph/v1/paper/{id}/citations` and
`GET /graph/v1/paper/search/bulk` (https://api.semanticscholar.org/api-docs/). Recommendations know
no dates, and may hold what was asked for; a search without a hit has no `data`, and of a new work
among the listed ones Semantic Scholar may not know yet (404).
"""

from collections.abc import Iterable, Iterator

from bot.links.identifier import arxiv_id, doi_id
from bot.lookup.parse import payload
from bot.lookup.services.semantic_scholar_api import their_id
from bot.lookup.services.service import GONE, OK, Connection
from bot.lookup.sources.bounds import LONGEST_ABSTRACT, MOST_OFFERS, in_time
from bot.lookup.wire.reply import Reply
from bot.model.upkeep.candidate import OfferedWork, Question

FIELDS = "title,abstract,externalIds,publicationDate,authors.name"
MOST_EXAMPLES = 100
MOST_CITED = 50
MOST_RECOMMENDED = 500
PAGE = 1_000


def recommended(connection: Connection, question: Question) -> Iterator[OfferedWork]:
    """Yield what is recommended for the listed works; raises NoAnswerError."""
    examples = [name for work, _ in question.works[:MOST_EXAMPLES] if (name := their_id(work))]
    if not question.asked.recommendations or not examples:
        return
    reply = connection.post(
        *("recommendations", "v1", "papers", ""),
        params={"fields": FIELDS, "limit": str(MOST_RECOMMENDED)},
        payload={"positivePaperIds": examples, "negativePaperIds": []},
    )
    yield from in_time(_offers(_records(reply, "recommendedPapers")), question)


def citing(connection: Connection, question: Question) -> Iterator[OfferedWork]:
    """Yield what cites the listed works that say most of the list; raises NoAnswerError."""
    if not question.asked.citations:
        return
    for work, entry in question.works[:MOST_CITED]:
        if name := their_id(work):
            reply = connection.get(
                *("graph", "v1", "paper", name, "citations"),
                params={
                    "fields": FIELDS,
                    "limit": str(PAGE),
                    "publicationDateOrYear": f"{question.since}:{question.until}",
                },
            )
            if reply.status in GONE:
                continue
            papers = (payload.at(record, "citingPaper") for record in _records(reply, "data"))
            for offer in in_time(_offers(papers), question):
                yield offer._replace(cites=frozenset((entry,)))


def of_venue(connection: Connection, venue: str, year: int, words: str) -> Iterator[OfferedWork]:
    """Yield the works of a venue that hold one of the words ("a | b"); raises NoAnswerError."""
    params = {"query": words, "venue": venue, "year": str(year), "fields": FIELDS}
    count, token = 0, ""
    while count < MOST_OFFERS:
        reply = connection.get(
            *("graph", "v1", "paper", "search", "bulk"),
            params=params | ({"token": token} if token else {}),
        )
        records = list(_records(reply, "data"))
        yield from _offers(records)
        count += len(records)
        token = payload.text(payload.at(reply.json(), "token"))
        if not token or not records:
            return


def _records(reply: Reply, name: str) -> Iterator[object]:
    """Give the records of an answer; none is an answer too, but only where it says so."""
    if reply.status != OK:
        raise reply.trouble()
    record = reply.json()
    if not isinstance(record, dict) or not (name in record or record.get("total") == 0):
        raise reply.trouble("without records")
    yield from payload.items(record.get(name))


def _offers(records: Iterable[object]) -> Iterator[OfferedWork]:
    for record in records:
        work, url = _named(record)
        title, day = (payload.at(record, key) for key in ("title", "publicationDate"))
        if work and payload.title(title) and len(payload.date(day)) == len("2026-01-01"):
            authors = payload.items(payload.at(record, "authors"))
            yield OfferedWork(
                work=work,
                url=url,
                title=payload.title(title),
                day=payload.date(day),
                abstract=payload.text(payload.at(record, "abstract"), LONGEST_ABSTRACT),
                authors=payload.names(payload.at(author, "name") for author in authors),
            )


def _named(record: object) -> tuple[str, str]:
    """Give the work id and its address, by arXiv where it can be: a preprint names no page wall."""
    external = payload.at(record, "externalIds")
    if work := arxiv_id(payload.text(payload.at(external, "ArXiv"))):
        return work, f"https://arxiv.org/abs/{work.removeprefix('arxiv:')}"
    work = doi_id(payload.text(payload.at(external, "DOI")))
    return work, f"https://doi.org/{work.removeprefix('doi:')}"
