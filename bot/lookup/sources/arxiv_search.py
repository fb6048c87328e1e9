"""Which works of these categories and words has arXiv had in these days?

`GET /api/query?search_query=...` (https://info.arxiv.org/help/api/user-manual.html). It finds
nothing of the last day or two, and a work that a moderator held appears late under its old date:
so windows overlap, and nothing is asked "since the last time". A page that is shorter than it
counts is an outage, never the end.
"""

from collections.abc import Iterator

import arxiv  # type: ignore[import-untyped]  # the package ships no type information

from bot.links.identifier import arxiv_id
from bot.lookup.parse import payload
from bot.lookup.services.arxiv_api import read_results
from bot.lookup.services.service import Connection
from bot.lookup.sources.bounds import LONGEST_ABSTRACT, MOST_OFFERS
from bot.lookup.wire.reply import NoAnswerError
from bot.model.upkeep.candidate import OfferedWork, Question

PAGE = 200


def ask(connection: Connection, question: Question) -> Iterator[OfferedWork]:
    """Yield what it has, newest first; raises NoAnswerError where a page is missing or short."""
    if not question.asked.arxiv_categories:
        return
    for start in range(0, MOST_OFFERS, PAGE):
        reply = connection.get("api", "query", params=_params(question, start))
        total, results = read_results(reply, PAGE)
        yield from map(_offer, results)
        if start + PAGE >= total:
            return
        if len(results) < PAGE:
            raise NoAnswerError("sent fewer works than it counted")
    raise NoAnswerError(f"has more than {MOST_OFFERS} works of these categories and words")


def _params(question: Question, start: int) -> dict[str, str]:
    return {
        "search_query": _query(question),
        "sortBy": "submittedDate",
        "sortOrder": "descending",
        "start": str(start),
        "max_results": str(PAGE),
    }


def _query(question: Question) -> str:
    since, until = (day.replace("-", "") for day in (question.since, question.until))
    parts = [
        " OR ".join(f"cat:{name}" for name in question.asked.arxiv_categories),
        " OR ".join(f'ti:"{word}" OR abs:"{word}"' for word in question.asked.words),
    ]
    return " AND ".join(
        (*(f"({part})" for part in parts if part), f"submittedDate:[{since}0000 TO {until}2359]")
    )


def _offer(result: arxiv.Result) -> OfferedWork:
    work = arxiv_id(result.get_short_id())
    return OfferedWork(
        work=work,
        url=f"https://arxiv.org/abs/{work.removeprefix('arxiv:')}",
        title=payload.title(result.title),
        day=payload.date(result.published.date().isoformat()),
        abstract=payload.text(result.summary, LONGEST_ABSTRACT),
        authors=payload.names(author.name for author in result.authors),
    )
