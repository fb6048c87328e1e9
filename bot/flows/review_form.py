"""What is the review of a filled-in form, once services and maintainers have said what they know?

The one chain of a submission, on GitHub as at home: understand, look up, review.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.lifecycle.orders import Orders
from bot.model.form import CORRECTION_FORM, PAPER_FORM, FilledForm
from bot.model.lists.listing import Listing
from bot.model.papers.metadata import LookupResult
from bot.model.papers.offer import Offer
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import ProposedCategory, Submission
from bot.review.corrections.correct import correct
from bot.review.offers import offered, with_edits
from bot.review.paper.vouched import Report, report_of, reports, vouched
from bot.review.paper.work import ReviewContext, reported_by
from bot.review.pasted.understand import understand
from bot.review.review import review

# Gives what the services say of each paper, by its ids, and of a report by its title, too; nothing
# at all where nobody is to be asked, and None where somebody would have to be and may not be yet.
AskServices = Callable[
    [Sequence[Sequence[str]], Sequence[Report | None]], list[LookupResult] | None
]

_CATEGORY = next(field.label for field in PAPER_FORM if field.id == "category")
_NO_ORDERS = Orders()


class FormReview(NamedTuple):
    """The review, with the submission that was understood (None for a correction) and look-ups.

    Those of its papers come first, then those of listed works of which it reports where they
    appeared. `alone` is the review as it would be if no other submission had come first.
    """

    review: Review
    alone: Review
    submission: Submission | None = None
    lookups: Sequence[LookupResult] | None = ()


def review_form(
    filled: FilledForm,
    context: ReviewContext,
    ask: AskServices,
    orders: Orders = _NO_ORDERS,
    proposals: Sequence[ProposedCategory | None] = (),
) -> FormReview:
    """Review a form, with what maintainers set by command in place of what was worked out.

    `proposals` are the categories that were proposed for its papers before, which stand.
    """
    if filled.form is CORRECTION_FORM:
        return _checked(_set(correct(filled.raw, context), orders), ask)
    submission = understand(filled.raw, context.listing, filled.more)
    reported = [reported_by(requested, context.catalog) for requested in submission.papers]
    lookups = ask([requested.ids for requested in submission.papers], reported)
    return _reviewed(submission, context, lookups, orders, proposals)


def _checked(corrected: Review, ask: AskServices) -> FormReview:
    """Add to a correction what the services say of where a work was published, if it says so."""
    reported = reports(corrected)
    ids = [change.paper.ids for change in reported]
    lookups = (ask(ids, list(map(report_of, reported))) or ()) if reported else ()
    if lookups:
        corrected = _with_notes(corrected, vouched(reported, lookups))
    return FormReview(corrected, corrected, None, lookups)


def _with_notes(review: Review, notes: Sequence[str]) -> Review:
    return replace(review, notes=(*review.notes, *notes))


class Offering(NamedTuple):
    """What a pull request offers, why, and why an entry should go that it takes out."""

    offer: Offer
    why: str
    reason: str


def review_offer(
    offering: Offering,
    context: ReviewContext,
    ask: AskServices,
    orders: Orders = _NO_ORDERS,
    proposals: Sequence[ProposedCategory | None] = (),
) -> FormReview:
    """Review what a pull request offers."""
    offer, why, reason = offering

    def whole(review: Review) -> Review:
        return _set(with_edits(review, offer, context, reason), orders)

    submission, reported = offered(offer, why), reports(whole(Review(verdict="accepted")))
    new = len(submission.papers)
    listed = [change.paper.ids for change in reported]
    asked_about = [*(None for _ in submission.papers), *map(report_of, reported)]
    lookups = ask([*(requested.ids for requested in submission.papers), *listed], asked_about)
    of_new = lookups if lookups is None else lookups[:new]
    reviewed = _reviewed(submission, context, of_new, orders, proposals)
    if lookups is None:
        return reviewed
    notes = vouched(reported, lookups[new:]) if lookups else ()
    review, alone = (
        _with_notes(whole(judged), notes) for judged in (reviewed.review, reviewed.alone)
    )
    return reviewed._replace(review=review, alone=alone, lookups=lookups)


def _reviewed(
    submission: Submission,
    context: ReviewContext,
    lookups: Sequence[LookupResult] | None,
    orders: Orders,
    proposals: Sequence[ProposedCategory | None],
) -> FormReview:
    submission = _recategorised(submission, orders, context.listing)
    if lookups is None:
        waiting = Review(verdict="waiting")
        return FormReview(waiting, waiting, submission, None)
    submission = _proposed(_titled(submission, lookups, orders), proposals)
    submission = replace(submission, distinct=orders.not_duplicate)
    reviewed = alone = _set(review(submission, context, lookups), orders)
    if reviewed.waiting_for is not None:
        alone = _set(review(submission, context._replace(pending=()), lookups), orders)
    return FormReview(reviewed, alone, submission, lookups)


def _proposed(submission: Submission, proposals: Sequence[ProposedCategory | None]) -> Submission:
    """Let the categories that were proposed before stand."""
    if len(proposals) != len(submission.papers):
        return submission
    pairs = zip(submission.papers, proposals, strict=True)
    return replace(
        submission, papers=tuple(replace(requested, proposal=kept) for requested, kept in pairs)
    )


def _recategorised(submission: Submission, orders: Orders, listing: Listing) -> Submission:
    slug = listing.category_of(orders.category) if orders.category else None
    if not slug:
        return submission
    problems = tuple(problem for problem in submission.problems if problem.field != _CATEGORY)
    return replace(submission, category=slug, problems=problems)


def _titled(submission: Submission, lookups: Sequence[LookupResult], orders: Orders) -> Submission:
    """Let a title set by command stand where neither the person nor the services gave one."""
    title = next(
        (str(setting.value) for setting in orders.settings if setting.field == "title"), ""
    )
    has_title = any(lookup.metadata.title for lookup in lookups)
    if not title or has_title or len(submission.papers) != 1 or submission.papers[0].title:
        return submission
    return replace(submission, papers=(replace(submission.papers[0], title=title),))


def _set(review: Review, orders: Orders) -> Review:
    """Let what maintainers set by command stand in every entry of the submission."""
    return replace(review, changes=tuple(_as_set(change, orders) for change in review.changes))


def _as_set(change: Change, orders: Orders) -> Change:
    after = change.after
    if after is None:
        return change
    for setting in orders.settings:
        after = setting.on(after)
    return replace(change, after=after)
