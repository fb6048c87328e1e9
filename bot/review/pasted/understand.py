"""Which works does this form ask for, and what in it cannot be understood?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.model.base import LONGEST_KEYWORD, MOST_KEYWORDS, MOST_LINKS
from bot.model.form import NOT_SURE, PAPER_LABELS, RawSubmission, in_order_of
from bot.model.lists.listing import Listing
from bot.model.quotation import quoted
from bot.model.submissions.submission import RequestedPaper, Statement, Submission
from bot.review.pasted.answers import further, keywords_of, kind_of_answer, statement
from bot.review.pasted.problems import (
    LONGEST_LINKS,
    MOST_WORKS,
    is_reported_whole,
    problems,
    size_of,
    too_many,
)
from bot.review.pasted.works.asked import COMMENT, RequestedWorks, asked_for, ids_of
from bot.review.pasted.works.attached import ATTACHED, is_attachment


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
    """Turn the answers alone into works.

    A body in which the links have no heading (a phone dropped it, a person wrote by hand) is
    searched for links as a whole.
    """
    has_links = "links" in raw.values
    asked = asked_for(raw.values["links"] if has_links else "\n\n".join(raw.leftovers))
    keywords = keywords_of(raw.values.get("keywords", ""))
    faults = problems(raw, asked.lines, asked.papers, keywords, listing)
    stated = statement(raw)
    papers = tuple(_held(asked.papers))
    kind = kind_of_answer(raw.values.get("kind", ""))
    one = len(papers) == 1
    return Submission(
        papers=tuple(replace(stated.on(paper) if one else paper, kind=kind) for paper in papers),
        statement=Statement() if one else stated,
        category=listing.category_of(raw.values.get("category", NOT_SURE)),
        keywords=tuple(word for word in keywords if len(word) <= LONGEST_KEYWORD)[:MOST_KEYWORDS],
        why=raw.values.get("why", ""),
        problems=in_order_of(PAPER_LABELS, faults),
        notes=tuple(_notes(asked)),
        leftovers=tuple(_leftovers(raw, asked, has_links=has_links)),
    )


def _leftovers(raw: RawSubmission, asked: RequestedWorks, *, has_links: bool) -> Iterator[str]:
    """Give every text that was not understood; an answer without any link is reported whole."""
    if not (has_links and is_reported_whole(raw, asked.lines, asked.papers)):
        yield from asked.unread
    yield from further(raw.values.get("code", "")).unread
    if has_links:
        yield from filter(str.strip, (COMMENT.sub("", text) for text in raw.leftovers))


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
