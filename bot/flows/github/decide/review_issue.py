"""What is the verdict on an issue, given the list, the commands and what the services said?"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot import form, free_text
from bot.flows.by_title import with_searched
from bot.flows.github.decide.taken_up import taken_up
from bot.flows.github.facts.base import Base
from bot.flows.github.facts.claims import behind, dated, works_of
from bot.flows.review_form import AskServices, FormReview, Offering, review_form, review_offer
from bot.lifecycle.orders import Orders
from bot.model.form import CORRECTION_FORM, CORRECTION_LABEL, PAPER_FORM, PAPER_LABEL, FilledForm
from bot.model.github.world import Issue, days_between
from bot.model.papers.metadata import LookUp, LookupResult, Search
from bot.model.papers.offer import Offer
from bot.model.submissions.memory import ClaimedWork, Memory, cached
from bot.model.submissions.review import Review
from bot.model.submissions.submission import Origin, Pending, RequestedPaper
from bot.review.bounded import bounded
from bot.review.offers import told
from bot.review.paper.enrich import outages
from bot.review.paper.vouched import Report
from bot.review.paper.work import ReviewContext


class Reviewed(NamedTuple):
    """The verdict, what is to be remembered of it, and the submitter's reasons."""

    review: Review
    memory: Memory
    why: str = ""


def digest_of(issue: Issue, orders: Orders) -> str:
    """Give the digest of all that a verdict and an entry are made from on the issue's side."""
    text = json.dumps(
        [
            issue.head or _text(issue),
            *([] if issue.head else filter(None, (taken_up(issue, _text(issue), orders),))),
            orders.category,
            [(setting.field, repr(setting.value)) for setting in orders.settings],
            orders.not_duplicate,
            orders.refreshed,
        ],
        ensure_ascii=True,
    )
    return hashlib.sha256(text.encode()).hexdigest()


def is_correction(issue: Issue) -> bool:
    """Tell whether an issue is a correction of an entry; else it is a suggestion."""
    if issue.head:
        return False
    fields = form.which(issue.body, (PAPER_FORM, CORRECTION_FORM))
    if fields is None:
        return CORRECTION_LABEL in issue.labels and PAPER_LABEL not in issue.labels
    return fields is CORRECTION_FORM


class Aids(NamedTuple):
    """What a review may lean on: an earlier one, older submissions, the services, the day.

    Without `look_up`, the submission has to wait until they may be asked. `today` is YYYY-MM-DD.
    `searches` are services that are asked by the title of what somebody reports.
    """

    memory: Memory | None
    pending: Sequence[Pending]
    look_up: LookUp | None
    today: str
    searches: Mapping[str, Search] = {}


def review_issue(issue: Issue, orders: Orders, base: Base, aids: Aids) -> Reviewed:
    """Review one issue; the services are asked only if the memory is of another text.

    An older submission that this one cannot be held against does it no harm.
    """
    try:
        return _reviewed(issue, orders, base, aids)
    except Exception:
        if not aids.pending:
            raise
    alone = _reviewed(issue, orders, base, aids._replace(pending=()))
    if alone.memory.digest:
        aids = aids._replace(memory=alone.memory)
    fit = [older for older in aids.pending if _stands_beside(older, issue, orders, base, aids)]
    return _reviewed(issue, orders, base, aids._replace(pending=fit))


def _stands_beside(older: Pending, issue: Issue, orders: Orders, base: Base, aids: Aids) -> bool:
    try:
        _reviewed(issue, orders, base, aids._replace(pending=(older,)))
    except Exception:  # noqa: BLE001 - whatever it is, it comes of the two together
        return False
    return True


def _reviewed(issue: Issue, orders: Orders, base: Base, aids: Aids) -> Reviewed:
    digest, memory = digest_of(issue, orders), aids.memory
    kept = memory if memory and memory.digest == digest else Memory(digest="")
    context = ReviewContext(base.catalog, base.listing, _origin(issue, aids.today), aids.pending)

    def ask(
        ids: Sequence[Sequence[str]], reports: Sequence[Report | None]
    ) -> list[LookupResult] | None:
        if kept.digest and len(kept.lookups) == len(ids):
            return [lookup.result(of) for of, lookup in zip(ids, kept.lookups, strict=True)]
        if aids.look_up is None:
            return None
        return bounded(with_searched(aids.look_up(ids), reports, aids.searches))

    review, alone, submission, lookups = _judged(issue, context, ask, orders, kept)
    # While it waits for another one it claims what it would ask for without that.
    works = dated(_works(alone), issue, memory)
    if submission is None:
        asked = tuple(map(cached, lookups or ()))
        remembered = Memory(digest=digest, works=works, lookups=asked)
        return Reviewed(behind(review, works, aids.pending), remembered)
    linked = dated(map(_linked, submission.papers), issue, memory)
    if lookups is None:
        # What it asks for by its links is claimed all the same: a younger one waits for it.
        return Reviewed(review, Memory(digest=digest, works=linked), submission.why)
    if review.verdict not in {"accepted", "duplicate"} and outages(submission, lookups):
        # Nothing is remembered of an outage but what is claimed, so that the next run asks again.
        # What goes on without the services does so for the text for which it was decided.
        return Reviewed(review, Memory(digest="", works=linked), submission.why)
    remembered = Memory(
        digest=digest,
        works=works,
        lookups=tuple(map(cached, lookups)),
        proposals=review.proposals,
    )
    return Reviewed(review, remembered, submission.why)


def _judged(
    issue: Issue, context: ReviewContext, ask: AskServices, orders: Orders, kept: Memory
) -> FormReview:
    if issue.head:
        offer, reasons = issue.offer or Offer(), told(issue.title, issue.body)
        return review_offer(Offering(offer, *reasons), context, ask, orders, kept.proposals)
    return review_form(_filled(issue, orders), context, ask, orders, kept.proposals)


def _filled(issue: Issue, orders: Orders) -> FilledForm:
    fields = CORRECTION_FORM if is_correction(issue) else PAPER_FORM
    own = _text(issue)
    return FilledForm(fields, form.read(own, fields), taken_up(issue, own, orders))


def _text(issue: Issue) -> str:
    """Give what an issue says: its body; perhaps its title alone holds the links of works."""
    fields = form.which(issue.body, (PAPER_FORM, CORRECTION_FORM))
    if fields is CORRECTION_FORM:
        return issue.body
    text = free_text.asked_text(issue.title, issue.body)
    return text if fields else free_text.with_report(issue.title, text)


def _linked(requested: RequestedPaper) -> ClaimedWork:
    """Give what a submission asks for by its links alone."""
    return ClaimedWork(title=requested.title, ids=requested.ids)


def _origin(issue: Issue, today: str) -> Origin:
    """Say when an issue was opened, and for how long its text has stood as it is now."""
    since = max(issue.created_at, issue.edited_at, issue.reopened_at)
    waited = days_between(since, today)
    return Origin(added=issue.created_at[:10], issue=issue.number, waited=waited)


def _works(review: Review) -> tuple[ClaimedWork, ...]:
    open_ = review.verdict in {"accepted", "waiting"}
    return tuple(works_of(review.changes)) if open_ else ()
