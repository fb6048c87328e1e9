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

    decision: Review
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
    arrival = _arrival(issue, aids.today)
    if is_correction(issue):
        raw = form.read(issue.body, CORRECTION_FORM)
        decision = _set(correct(raw, base.catalog, base.listing, arrival), orders)
        works = dated(_works(decision), issue, aids.memory)
        return Reviewed(behind(decision, works, aids.pending), Memory(digest=digest, works=works))
    request = understand(form.read(issue.body, PAPER_FORM), base.listing)
    request = _recategorised(request, orders, base)
    reports = _reports(request, digest, aids)
    if reports is None:
        # What it asks for by its links is claimed all the same: a younger one waits for it.
        memory = Memory(digest=digest, works=_linked(request, issue, aids))
        return Reviewed(Review(verdict="waiting"), memory, request.why)
    request = _proposed(_titled(request, reports, orders), digest, aids.memory)
    request = replace(request, distinct=orders.not_duplicate)
    lists = (base.catalog, base.listing)
    decision = verdict(request, reports, lists, arrival, aids.pending)
    if decision.verdict != "duplicate" and outages(request, reports):
        # Nothing is remembered of an outage but what is claimed, so that the next run asks again.
        memory = Memory(digest="", works=_linked(request, issue, aids))
        return Reviewed(decision, memory, request.why)
    decision = _set(decision, orders)
    memory = Memory(
        digest=digest,
        works=dated(_works(decision), issue, aids.memory),
        found=tuple(map(cached, reports)),
        proposals=decision.proposals,
    )
    return Reviewed(decision, memory, request.why)


def _linked(request: Submission, issue: Issue, aids: Aids) -> tuple[Work, ...]:
    """Give what a submission asks for by its links alone."""
    works = (Work(title=wish.title, ids=wish.ids) for wish in request.wishes)
    return dated(works, issue, aids.memory)


def _arrival(issue: Issue, today: str) -> Origin:
    """Say when an issue was opened, and for how long its text has stood as it is now."""
    since = max(issue.created_at, issue.edited_at, issue.reopened_at)
    waited = days_between(since, today)
    return Origin(added=issue.created_at[:10], issue=issue.number, waited=waited)


def _reports(request: Submission, digest: str, aids: Aids) -> list[LookupResult] | None:
    """Give what the services said; None if they would have to be asked, and may not be."""
    asked = [wish.ids for wish in request.wishes]
    memory = aids.memory
    if memory and memory.digest == digest and len(memory.found) == len(asked):
        return [found.report(ids) for ids, found in zip(asked, memory.found, strict=True)]
    return bounded(aids.look_up(asked)) if aids.look_up else None


def _proposed(request: Submission, digest: str, memory: Memory | None) -> Submission:
    """Let the categories that were proposed before stand."""
    if not memory or memory.digest != digest or len(memory.proposals) != len(request.wishes):
        return request
    pairs = zip(request.wishes, memory.proposals, strict=True)
    return replace(request, wishes=tuple(replace(wish, proposal=kept) for wish, kept in pairs))


def _recategorised(request: Submission, orders: Orders, base: Base) -> Submission:
    slug = base.listing.category_of(orders.category) if orders.category else None
    if not slug:
        return request
    problems = tuple(each for each in request.problems if each.field != _CATEGORY)
    return replace(request, category=slug, problems=problems)


def _titled(request: Submission, reports: Sequence[LookupResult], orders: Orders) -> Submission:
    """Let a title set by command stand where neither the person nor the services gave one."""
    title = next((str(each.value) for each in orders.settings if each.field == "title"), "")
    known = any(report.metadata.title for report in reports)
    if not title or known or len(request.wishes) != 1 or request.wishes[0].title:
        return request
    return replace(request, wishes=(replace(request.wishes[0], title=title),))


def _set(decision: Review, orders: Orders) -> Review:
    """Let what maintainers set by command stand in every entry of the submission."""
    return replace(decision, changes=tuple(_as_set(each, orders) for each in decision.changes))


def _as_set(change: Change | Removal, orders: Orders) -> Change | Removal:
    if isinstance(change, Removal):
        return change
    after = change.after
    for setting in orders.settings:
        after = setting.on(after)
    return Change(after, change.before)


def _works(decision: Review) -> tuple[Work, ...]:
    open_ = decision.verdict in {"accepted", "waiting"}
    return tuple(works_of(decision.changes)) if open_ else ()
