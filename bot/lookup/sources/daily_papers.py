"""Which papers did Hugging Face show as daily papers in these months?

`GET /api/daily_papers?month=YYYY-MM&p=N&limit=100` (https://huggingface.co/docs/hub/api): a list,
which may be empty, and is shorter than the limit on its last page.
"""

from collections.abc import Iterator

from bot.links.identifier import arxiv_id
from bot.lookup.parse import payload
from bot.lookup.services.service import OK, Connection
from bot.lookup.sources.bounds import LONGEST_ABSTRACT, in_time
from bot.lookup.wire.reply import NoAnswerError
from bot.model.upkeep.candidate import OfferedWork, Question

PAGE = 100
MOST_PAGES = 20


def ask(connection: Connection, question: Question) -> Iterator[OfferedWork]:
    """Yield what was shown, month by month; raises NoAnswerError."""
    if not question.asked.daily_papers:
        return
    for month in _months(question.since, question.until):
        for page in range(MOST_PAGES):
            records = _page(connection, month, page)
            offers = (_offer(payload.at(record, "paper")) for record in records)
            yield from in_time(filter(None, offers), question)
            if len(records) < PAGE:
                break


def _months(since: str, until: str) -> Iterator[str]:
    year, month = int(since[:4]), int(since[5:7])
    while f"{year}-{month:02}" <= until[:7]:
        yield f"{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _page(connection: Connection, month: str, page: int) -> list[object]:
    params = {"month": month, "p": str(page), "limit": str(PAGE)}
    reply = connection.get("api", "daily_papers", params=params)
    if reply.status != OK:
        raise reply.trouble()
    records = reply.json()
    if not isinstance(records, list):
        raise NoAnswerError("answered without a list of papers")
    return records


def _offer(record: object) -> OfferedWork | None:
    work = arxiv_id(payload.text(payload.at(record, "id")))
    title, day = (payload.at(record, key) for key in ("title", "publishedAt"))
    if not work or not payload.title(title) or len(payload.date(day)) < len("2026-01-01"):
        return None
    authors = payload.items(payload.at(record, "authors"))
    return OfferedWork(
        work=work,
        url=f"https://arxiv.org/abs/{work.removeprefix('arxiv:')}",
        title=payload.title(title),
        day=payload.date(day),
        abstract=payload.text(payload.at(record, "summary"), LONGEST_ABSTRACT),
        authors=payload.names(payload.at(author, "name") for author in authors),
    )
