"""What does Hugging Face know of an arXiv paper: where is its code, where its page?

`GET /api/papers/{arXiv id}` (https://huggingface.co/docs/hub/api); a paper that nobody has opened
there is a 404. `githubRepo` and `projectPage` are set by its authors.
"""

from collections.abc import Sequence

from bot.lookup.parse import payload
from bot.lookup.services.service import Connection, Facts, Service, one_by_one, record_of, sourced
from bot.model.papers.metadata import Found, LookupReply

NAME = "huggingface"


def ask(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    """Ask for each paper by itself."""
    return one_by_one(connection, ids, _ask_one)


def _ask_one(connection: Connection, work_id: str) -> Found:
    record = record_of(connection.get("api", "papers", work_id.removeprefix("arxiv:")))
    authors = payload.items(payload.at(record, "authors"))
    return sourced(
        NAME,
        Facts(
            title=payload.title(payload.at(record, "title")),
            authors=payload.names(payload.at(author, "name") for author in authors),
            date=payload.date(payload.at(record, "publishedAt")),
            ids=(work_id,),
            abstract=payload.abstract(payload.at(record, "summary")),
            links=(
                payload.repository(payload.at(record, "githubRepo")),
                payload.link("project", payload.at(record, "projectPage")),
            ),
        ),
    )


SERVICE = Service(
    name=NAME,
    address="https://huggingface.co",
    delay=1.0,
    gives=("title", "authors", "date", "links"),
    asks=lambda work_id: work_id.startswith("arxiv:") and "/" not in work_id,
    ask=ask,
    credentials=lambda key: {"Authorization": f"Bearer {key}"},
)
