"""Accept, ask, wait, or point at what is listed already?

A certain duplicate is refused unless it brings something that the listed entry lacks; then it
becomes a proposed change of that entry. What another open submission asked for first waits for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.model.form import PAPER_FORM, PAPER_LABELS, in_order_of
from bot.model.papers.metadata import LookupResult
from bot.model.papers.paper import Paper
from bot.model.papers.record import Record
from bot.model.submissions.review import Review, ReviewVerdict
from bot.model.submissions.submission import Submission
from bot.review.paper.enrich import enriched, may_pass, outages, remarks, told, warnings
from bot.review.paper.pending import behind
from bot.review.paper.work import PaperReview, ReviewContext, compared, review_paper
from bot.review.unite import stated, united, unplaced

_OF_NEW_WORKS = {field.label for field in PAPER_FORM if field.id in {"category", "kind"}}


def review(
    submission: Submission, context: ReviewContext, lookups: Sequence[LookupResult] = ()
) -> Review:
    """Review a submission; one that lacks a title because a service is down waits for it, for days.

    If it lasts, or the service refuses, the title is asked for: that is all that is needed. What is
    listed under the same identifier is known without any title, and waits for nobody.
    `lookups` holds what was learnt of each paper, in order; it is empty where nobody was asked.
    """
    if not lookups:
        return _decided(submission, context)
    decided = _decided(enriched(submission, lookups), context)
    silent = outages(submission, lookups)
    if silent and not _is_of_listed(decided) and may_pass(silent, context.origin):
        return Review(verdict="waiting", notes=told(silent), leftovers=submission.leftovers)
    return replace(decided, notes=(*decided.notes, *remarks(lookups)))


def _decided(submission: Submission, context: ReviewContext) -> Review:
    """Judge a whole submission: one work that cannot be listed holds back all of it."""
    papers = united(
        submission.papers, [compared(p, submission, context) for p in submission.papers]
    )
    works = sum(not isinstance(paper, str) for paper in papers)
    submission = replace(submission, problems=(*submission.problems, *unplaced(works, submission)))
    reviews: list[PaperReview] = []
    listed = context.listed
    taken = {*listed, *(work.id for work in context.catalog.removed)}
    for requested in stated(papers, submission):
        if isinstance(requested, str):
            reviews.append(PaperReview(record=Record(key="", title=""), notes=(requested,)))
            continue
        review = review_paper(requested, submission, context._replace(taken=frozenset(taken)))
        review = replace(review, warnings=tuple(warnings(requested)))
        review = review if submission.distinct else behind(review, context.pending)
        if review.change:
            taken.add(review.change.paper.id)
        reviews.append(review)
    if reviews and all(map(_is_listed, reviews)):
        kept = (fault for fault in submission.problems if fault.field not in _OF_NEW_WORKS)
        submission = replace(submission, problems=tuple(kept))
    return _summed(submission, listed, reviews)


def _is_of_listed(review: Review) -> bool:
    """Tell whether all that was asked for has an entry, by which its title is known."""
    changes = review.verdict == "accepted" and all(change.before for change in review.changes)
    return review.verdict == "duplicate" or changes


def _is_listed(review: PaperReview) -> bool:
    """Tell a work that has an entry, which has its category and kind already."""
    new = review.change is not None and review.change.before is None
    return not (new or review.problems)


def _summed(
    submission: Submission, listed: Mapping[str, Paper], reviews: list[PaperReview]
) -> Review:
    problems = [*submission.problems, *(fault for review in reviews for fault in review.problems)]
    matches = tuple(match for review in reviews for match in review.matches)
    named = sorted({match.b for match in matches})
    waiting = [review.waiting_for for review in reviews if review.waiting_for]
    changes = tuple(review.change for review in reviews if review.change)
    proposals = tuple(review.proposal for review in reviews)
    return Review(
        verdict=_verdict(bool(problems), bool(waiting), bool(changes)),
        changes=changes,
        problems=in_order_of(PAPER_LABELS, problems),
        matches=matches,
        listed=tuple(listed[id_] for id_ in named),
        warnings=tuple(warning for review in reviews for warning in review.warnings),
        notes=(*submission.notes, *(note for review in reviews for note in review.notes)),
        leftovers=submission.leftovers,
        waiting_for=min(waiting, default=None),
        proposals=proposals if any(proposals) else (),
    )


def _verdict(problems: bool, waiting: bool, changes: bool) -> ReviewVerdict:  # noqa: FBT001  (three facts)
    if problems:
        return "needs-work"
    if waiting:
        return "waiting"
    return "accepted" if changes else "duplicate"
