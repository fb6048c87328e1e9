"""What is the verdict on an issue, given the list, the commands and what the services said?"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot import form
from bot.flows.github.facts.base import Base
from bot.flows.github.facts.claims import behind, dated, works_of
from bot.flows.verdict import verdict
from bot.lifecycle.orders import Orders
from bot.model.form import CORRECTION_FORM, CORRECTION_LABEL, PAPER_FORM, PAPER_LABEL
from bot.model.github.world import Issue, days_between
from bot.model.papers.metadata import LookUp, LookupResult
from bot.model.submissions.memory import Memory, Work, cached
from bot.model.submissions.review import Change, Removal, Review
from bot.model.submissions.submission import Origin, Pending, Submission
from bot.review.bounded import bounded
from bot.review.correct import correct
from bot.review.enrich import outages
from bot.review.understand import understand

_CATEGORY = next(field.label for field in PAPER_FORM if field.id == "category")


class Reviewed(NamedTuple):
    """The verdict, what is to be remembered of it, and the submitter's reasons."""

    review: Review
    memory: Memory
    why: str = ""


def digest_of(issue: Issue, orders: Orders) -> str:
    """Give the digest of all that a verdict and an entry are made from on the issue's side."""
    text = json.dumps(
        [
            issue.body,
            orders.category,
            [(each.field, repr(each.value)) for each in orders.settings],
            orders.not_duplicate,
            orders.refreshed,
        ],
        ensure_ascii=True,
    )
    return hashlib.sha256(text.encode()).hexdigest()


def is_correction(issue: Issue) -> bool:
    """Tell whether an issue is a correction of an entry; else it is a suggestion."""
    known = form.which(issue.body, (PAPER_FORM, CORRECTION_FORM))
    if known is None:
        return CORRECTION_LABEL in issue.labels and PAPER_LABEL not in issue.labels
    return known is CORRECTION_FORM


class Aids(NamedTuple):
    """What a judgement may lean on: an earlier one, older submissions, the services, the day.

    Without `look_up`, the submission has to wait until they may be asked. `today` is YYYY-MM-DD.
    """

    memory: Memory | None
    pending: Sequence[Pending]
    look_up: LookUp | None
    today: str


def judged(issue: Issue, orders: Orders, base: Base, aids: Aids) -> Reviewed:
    """Judge one issue; the services are asked only if the memory is of another text.

    An older submission that this one cannot be held against does it no harm.
    """
    try:
        return _judged(issue, orders, base, aids)
    except Exception:
        if not aids.pending:
            raise
    alone = _judged(issue, orders, base, aids._replace(pending=()))
    if alone.memory.digest:
        aids = aids._replace(memory=alone.memory)
    fit = [each for each in aids.pending if _stands_beside(each, issue, orders, base, aids)]
    return _judged(issue, orders, base, aids._replace(pending=fit))


def _stands_beside(older: Pending, issue: Issue, orders: Orders, base: Base, aids: Aids) -> bool:
    try:
        _judged(issue, orders, base, aids._replace(pending=(older,)))
    except Exception:  # noqa: BLE001 - whatever it is, it comes of the two together
        return False
    return True


def _judged(issue: Issue, orders: Orders, base: Base, aids: Aids) -> Reviewed:
    digest = digest_of(issue, orders)
    origin = _origin(issue, aids.today)
    if is_correction(issue):
        raw = form.read(issue.body, CORRECTION_FORM)
        review = _set(correct(raw, base.catalog, base.listing, origin), orders)
        works = dated(_works(review), issue, aids.memory)
        return Reviewed(behind(review, works, aids.pending), Memory(digest=digest, works=works))
    submission = understand(form.read(issue.body, PAPER_FORM), base.listing)
    submission = _recategorised(submission, orders, base)
    lookups = _lookups(submission, digest, aids)
    if lookups is None:
        # What it asks for by its links is claimed all the same: a younger one waits for it.
        memory = Memory(digest=digest, works=_linked(submission, issue, aids))
        return Reviewed(Review(verdict="waiting"), memory, submission.why)
    submission = _proposed(_titled(submission, lookups, orders), digest, aids.memory)
    submission = replace(submission, distinct=orders.not_duplicate)
    lists = (base.catalog, base.listing)
    review = verdict(submission, lookups, lists, origin, aids.pending)
    if review.verdict != "duplicate" and outages(submission, lookups):
        # Nothing is remembered of an outage but what is claimed, so that the next run asks again.
        memory = Memory(digest="", works=_linked(submission, issue, aids))
        return Reviewed(review, memory, submission.why)
    # While it waits for another one it claims what it would ask for without that.
    waits = review.waiting_for is not None
    claimed = verdict(submission, lookups, lists, origin, ()) if waits else review
    review = _set(review, orders)
    memory = Memory(
        digest=digest,
        works=dated(_works(_set(claimed, orders)), issue, aids.memory),
        lookups=tuple(map(cached, lookups)),
        proposals=review.proposals,
    )
    return Reviewed(review, memory, submission.why)


def _linked(submission: Submission, issue: Issue, aids: Aids) -> tuple[Work, ...]:
    """Give what a submission asks for by its links alone."""
    works = (Work(title=requested.title, ids=requested.ids) for requested in submission.papers)
    return dated(works, issue, aids.memory)


def _origin(issue: Issue, today: str) -> Origin:
    """Say when an issue was opened, and for how long its text has stood as it is now."""
    since = max(issue.created_at, issue.edited_at, issue.reopened_at)
    waited = days_between(since, today)
    return Origin(added=issue.created_at[:10], issue=issue.number, waited=waited)


def _lookups(submission: Submission, digest: str, aids: Aids) -> list[LookupResult] | None:
    """Give what the services said; None if they would have to be asked, and may not be."""
    asked = [requested.ids for requested in submission.papers]
    memory = aids.memory
    if memory and memory.digest == digest and len(memory.lookups) == len(asked):
        return [cached.result(ids) for ids, cached in zip(asked, memory.lookups, strict=True)]
    return bounded(aids.look_up(asked)) if aids.look_up else None


def _proposed(submission: Submission, digest: str, memory: Memory | None) -> Submission:
    """Let the categories that were proposed before stand."""
    if not memory or memory.digest != digest or len(memory.proposals) != len(submission.papers):
        return submission
    pairs = zip(submission.papers, memory.proposals, strict=True)
    return replace(
        submission, papers=tuple(replace(requested, proposal=kept) for requested, kept in pairs)
    )


def _recategorised(submission: Submission, orders: Orders, base: Base) -> Submission:
    slug = base.listing.category_of(orders.category) if orders.category else None
    if not slug:
        return submission
    problems = tuple(each for each in submission.problems if each.field != _CATEGORY)
    return replace(submission, category=slug, problems=problems)


def _titled(submission: Submission, lookups: Sequence[LookupResult], orders: Orders) -> Submission:
    """Let a title set by command stand where neither the person nor the services gave one."""
    title = next((str(each.value) for each in orders.settings if each.field == "title"), "")
    known = any(lookup.metadata.title for lookup in lookups)
    if not title or known or len(submission.papers) != 1 or submission.papers[0].title:
        return submission
    return replace(submission, papers=(replace(submission.papers[0], title=title),))


def _set(review: Review, orders: Orders) -> Review:
    """Let what maintainers set by command stand in every entry of the submission."""
    return replace(review, changes=tuple(_as_set(each, orders) for each in review.changes))


def _as_set(change: Change | Removal, orders: Orders) -> Change | Removal:
    if isinstance(change, Removal):
        return change
    after = change.after
    for setting in orders.settings:
        after = setting.on(after)
    return Change(after, change.before)


def _works(review: Review) -> tuple[Work, ...]:
    open_ = review.verdict in {"accepted", "waiting"}
    return tuple(works_of(review.changes)) if open_ else ()
