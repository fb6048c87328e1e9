"""Which of the requested papers are one work, and what is it with all their links?

Two links may lead to one work, as the services tell: by an identifier that both have, or by one
title with agreeing authors. The form's own fields are about one work; where several are left, to
which they belong is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.errors import Problem
from bot.model.form import PAPER_LABELS
from bot.model.papers.metadata import Metadata
from bot.model.papers.paper import Link
from bot.model.papers.record import Record
from bot.model.quotation import quoted
from bot.model.submissions.submission import RequestedPaper, Statement, Submission
from bot.review.drafts.draft import is_software
from bot.review.paper.same import is_same

T = TypeVar("T")


def united(
    papers: Sequence[RequestedPaper], records: Sequence[Record]
) -> list[RequestedPaper | str]:
    """Give each work once, where it comes first; for the others a sentence that says so.

    `records` hold what can be compared of each paper.
    """
    answer: list[RequestedPaper | str] = []
    for at, paper in enumerate(papers):
        first = next((i for i in range(at) if is_same(records[at], records[i])), None)
        before = answer[first] if first is not None else None
        if first is None or isinstance(before, str) or before is None:
            answer.append(paper)
            continue
        answer[first] = _both(before, paper)
        name = quoted(records[first].title or before.line)
        answer.append(f"{quoted(paper.line)} is the same work as {name} above it")
    return _with_code(answer)


def _with_code(papers: list[RequestedPaper | str]) -> list[RequestedPaper | str]:
    """Put repositories that nobody named to the one paper that is left beside them."""
    works = [paper for paper in papers if isinstance(paper, RequestedPaper)]
    named = [work for work in works if work.guess or not is_software(work)]
    if len(named) != 1 or len(works) == 1:
        return papers
    paper = named[0]
    also = tuple(Link(kind="code", url=url) for w in works if w is not paper for url in w.links)
    whole = replace(paper, also=_each_once(paper.also, also))
    return [whole if answer is paper else _as_code(answer, paper) for answer in papers]


def _as_code(answer: RequestedPaper | str, paper: RequestedPaper) -> str:
    """Say that a repository is taken for a paper's code; a sentence stays as it is."""
    if isinstance(answer, str):
        return answer
    return f"{quoted(answer.line)} is taken for the code of {quoted(paper.line)}"


def _both(one: RequestedPaper, other: RequestedPaper) -> RequestedPaper:
    """Give a work with the links of both; where both know something, the first one is believed."""
    return replace(
        one,
        links=_each_once(one.links, other.links),
        also=_each_once(one.also, other.also),
        ids=_each_once(one.ids, other.ids),
        guess=one.guess or other.guess,
        metadata=_known(one.metadata, other.metadata),
    )


def _each_once(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _known(one: Metadata | None, other: Metadata | None) -> Metadata | None:
    if one is None or other is None:
        return one or other
    return replace(
        one,
        title=one.title or other.title,
        authors=one.authors or other.authors,
        affiliations=one.affiliations or other.affiliations,
        date=one.date or other.date,
        venue=one.venue or other.venue,
        ids=_each_once(one.ids, other.ids),
        links=_each_once(one.links, other.links),
        citations=one.citations or other.citations,
        kind=one.kind or other.kind,
        warnings=_each_once(one.warnings, other.warnings),
        conflicts=_each_once(one.conflicts, other.conflicts),
    )


def stated(
    papers: Sequence[RequestedPaper | str], submission: Submission
) -> list[RequestedPaper | str]:
    """Let what the form says of one work stand, if there is only one."""
    works = sum(isinstance(paper, RequestedPaper) for paper in papers)
    statement = submission.statement
    if works != 1 or statement == Statement():
        return [*papers]
    return [paper if isinstance(paper, str) else statement.on(paper) for paper in papers]


def unplaced(works: int, submission: Submission) -> Iterator[Problem]:
    """Refuse to guess to which of several works a title, a venue or a code link belongs."""
    if works < 2:
        return
    statement = submission.statement
    message = (
        f"this can only belong to one work, but there are {works}; leave it empty and write each "
        "title beside its link, or file one issue for each work"
    )
    answers = {
        "title": statement.title,
        "venue": statement.venue,
        "code": " ".join(link.url for link in statement.also),
    }
    for id_, answer in answers.items():
        if answer:
            yield Problem(PAPER_LABELS[id_], answer, message)
