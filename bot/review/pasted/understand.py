"""Which works does this form ask for, and what in it cannot be understood?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bot.model.base import LONGEST_KEYWORD, MOST_KEYWORDS, MOST_LINKS
from bot.model.form import NOT_SURE, PAPER_LABELS, RawSubmission, in_order_of
from bot.model.lists.listing import Listing
from bot.model.quotation import quoted
from bot.model.submissions.submission import RequestedPaper, Statement, Submission
from bot.review.pasted.answers import Answers, kind_of_answer, read_answers, statement
from bot.review.pasted.problems import (
    ATTACHED,
    LONGEST_LINKS,
    MOST_WORKS,
    problems,
    size_of,
    too_many,
)
from bot.review.pasted.works.asked import COMMENT, RequestedWorks, ids_of
from bot.review.pasted.works.lines import is_attachment


def understand(raw: RawSubmission, listing: Listing, more: str = "") -> Submission:
    """Turn the answers to the paper form into works; every problem is reported, in form order.

    `more` is a text that asks for works beside those, of which the form's own fields say nothing.
    """
    submission = _understood(raw, listing)
    if not more:
        return submission
    if not submission.papers:
        values = raw.values | {"links": more}
        return _understood(replace(raw, values=values, leftovers=()), listing)
    added = _understood(RawSubmission(leftovers=(more,)), listing)
    works = {work for paper in submission.papers for work in paper.ids}
    new = [paper for paper in added.papers if works.isdisjoint(paper.ids)]
    papers = (*submission.papers, *new)
    return replace(
        submission,
        papers=papers[:MOST_WORKS],
        problems=(*submission.problems, *too_many(papers)),
        notes=(*submission.notes, *added.notes),
        leftovers=(*submission.leftovers, *added.leftovers),
    )


def _understood(raw: RawSubmission, listing: Listing) -> Submission:
    """Turn the answers alone into works."""
    answers = read_answers(raw)
    stated = statement(answers)
    papers = tuple(_held(answers.works.papers))
    kind = kind_of_answer(answers.text("kind"))
    one = len(papers) == 1
    keywords = (word for word in answers.keywords if len(word) <= LONGEST_KEYWORD)
    return Submission(
        papers=tuple(replace(stated.on(paper) if one else paper, kind=kind) for paper in papers),
        statement=Statement() if one else stated,
        category=listing.category_of(raw.values.get("category", NOT_SURE)),
        keywords=tuple(islice(keywords, MOST_KEYWORDS)),
        why=answers.text("why"),
        problems=in_order_of(PAPER_LABELS, problems(answers, listing)),
        notes=tuple(_notes(answers.works)),
        leftovers=tuple(_leftovers(answers)),
    )


def _leftovers(answers: Answers) -> Iterator[str]:
    """Give every text that was not understood; an answer without any link is reported whole."""
    if not (answers.has_links and answers.is_without_link):
        yield from answers.works.unread
    yield from answers.further.unread
    if answers.has_links:
        yield from filter(str.strip, (COMMENT.sub("", text) for text in answers.raw.leftovers))


def _notes(asked: RequestedWorks) -> Iterator[str]:
    """Say why a file that stands beside a link is left out."""
    for line in asked.lines if asked.papers else ():
        for ref in line.refs:
            if is_attachment(ref.url) and not line.is_picture:
                yield f"left out: {ATTACHED.format(quoted(ref.url))}"


def _held(papers: Sequence[RequestedPaper]) -> Iterator[RequestedPaper]:
    """Give what is looked up and remembered of the works; the rest has been reported."""
    room = LONGEST_LINKS
    for requested in papers[:MOST_WORKS]:
        links = requested.links[:MOST_LINKS]
        also = requested.also[: MOST_LINKS - len(links)]
        held = replace(requested, links=links, also=also)
        room -= size_of(held)
        if room >= 0:
            yield replace(held, ids=ids_of(links, also))
