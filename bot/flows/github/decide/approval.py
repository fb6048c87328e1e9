"""What is a submission's approval held against: what the bot remembers, and what would land?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from bot.flows.github.decide.review_issue import Aids, Reviewed, digest_of, review_issue
from bot.flows.github.facts.base import Base
from bot.flows.github.facts.branch import Branch, with_adopted
from bot.flows.github.facts.claims import dated
from bot.flows.github.facts.submissions import memory_of, own_comment
from bot.lifecycle.approval import bound, form_of, weighed, words
from bot.lifecycle.orders import Orders, orders_of
from bot.model.github.account import Account
from bot.model.github.world import Comment, Issue, writer_of, written_at
from bot.model.submissions.approval import Approval, Form, Shown
from bot.model.submissions.memory import Memory, kept_offer
from bot.model.submissions.status import SubmissionStatus


class People(NamedTuple):
    """Who said what on a submission's threads, who may, and which of them is the bot."""

    thread: tuple[Comment, ...]
    may: Callable[[str], bool]
    bot: Account


class Ground(NamedTuple):
    """What a submission stands on: the list, its branch, the day.

    `fresh` says that this run has pushed the branch, so that it holds what it should; `known` are
    the approvals that this run has read already.
    """

    base: Base
    branch: Branch | None
    fresh: bool
    today: str
    known: Mapping[str, Approval]


def considered(
    status: SubmissionStatus, orders: Orders, people: People, reviewed: Reviewed, ground: Ground
) -> SubmissionStatus:
    """Add what is shown of a submission, and of each approval whether it counts.

    While it waits for something, no approval lapses by that.
    """
    issue = status.issue
    if issue is None:
        return status
    status = replace(status, shown=_seen(status, issue, reviewed, ground))
    status = replace(status, approvals=tuple(_read(status, issue, orders, people, ground)))
    if reviewed.review.verdict == "waiting":
        return status
    now = form_of(issue, reviewed.review, reviewed.memory.digest)

    def without(approval: Approval) -> Form:
        return _without(approval, issue, people, reviewed, ground)

    return replace(
        status, approvals=tuple(weighed(approval, now, without) for approval in status.approvals)
    )


def _seen(
    status: SubmissionStatus, issue: Issue, reviewed: Reviewed, ground: Ground
) -> Shown | None:
    """Give what the head of the pull request shows, if that is exactly what would land."""
    pull, branch = status.pull, ground.branch
    if pull is None or branch is None or branch.foreign or pull.head != branch.head:
        return None
    if not ground.fresh and not branch.holds(reviewed.review, reviewed.memory.digest):
        return None
    form = form_of(issue, reviewed.review, reviewed.memory.digest)
    return Shown(form=form, commit=pull.head if ground.base.listing.bot.reviews_approve else "")


def _read(
    status: SubmissionStatus, issue: Issue, orders: Orders, people: People, ground: Ground
) -> Iterator[Approval]:
    """Read the approvals that stand, and bind each to what had been shown by then."""
    counted = ground.base.listing.bot.reviews_approve and status.pull
    reviews = status.pull.reviews if status.pull and counted else ()
    memory, shown = memory_of(issue, people.bot), _shown(status, issue, people.bot)
    approvals = {approval.word: approval for approval in memory.approvals} if memory else {}
    branch = ground.branch
    by_hand = branch is not None and bool(branch.foreign or branch.returned)
    for word in words(orders, reviews, people.may):
        new = bound(word, shown, status.shown, by_hand=by_hand)
        yield approvals.get(word.id) or ground.known.get(word.id) or new


def _shown(status: SubmissionStatus, issue: Issue, bot: Account) -> Shown | None:
    """Give what has been shown, and since when, before this run.

    By the bot's comment and an open pull request; where it cannot write a comment, or that was
    deleted, by the pull request alone.
    """
    own, pull, memory = own_comment(issue, bot), status.pull, memory_of(issue, bot)
    if pull is None:
        return None
    if own and not issue.locked:
        shown = memory.shown if memory else None
        return replace(shown, since=shown.since or written_at(own)) if shown else None
    if status.shown and pull.checked == "success":
        return replace(status.shown, since=pull.checked_at)
    return None


def _without(
    approval: Approval, issue: Issue, people: People, reviewed: Reviewed, ground: Ground
) -> Form:
    """Judge an issue again as if the approver's own orders had not been given.

    A category that the bot proposes by now counts, but for one that they have chosen themselves.
    """
    thread = [word for word in people.thread if not _is_own_order(word, approval)]
    orders = orders_of(issue, thread, people.may, people.bot)
    digest, old = digest_of(issue, orders), memory_of(issue, people.bot)
    before = old.proposals if old and old.digest == digest else ()
    both = zip_longest(reviewed.memory.proposals, before)
    proposals = tuple(now or then for now, then in both)
    memory = replace(reviewed.memory, digest=digest, proposals=proposals)
    other = review_issue(issue, orders, ground.base, Aids(memory, (), None, ground.today))
    review = with_adopted(other.review, ground.branch) if ground.branch else other.review
    return form_of(issue, review, digest)


def _is_own_order(comment: Comment, approval: Approval) -> bool:
    """Tell whether an approver wrote this after what they saw, and with or before their word."""
    since = approval.shown.since if approval.shown else ""
    return writer_of(comment) == approval.by and since < written_at(comment) <= approval.at


def kept(status: SubmissionStatus, memory: Memory | None, issue: Issue, bot: Account) -> Memory:
    """Give what is to be remembered, with what is shown and what was approved.

    While nothing is decided, that stays as it was, but for when a reopened issue asked for its
    works: the label that tells that it had ended is about to go. One that was merged keeps it.
    """
    old = memory_of(issue, bot) or Memory(digest="")
    now = replace(memory or old, offer=kept_offer(issue.head, issue.offer))
    if status.review is None:
        merged = any(pull.merged for pull in status.pulls)
        works = now.works if merged else dated(now.works, issue, old)
        return replace(now, works=works, shown=old.shown, approvals=old.approvals)
    shown = status.shown
    if shown and old.shown and old.shown.form == shown.form:
        shown = replace(shown, since=old.shown.since)
    return replace(now, shown=shown, approvals=status.approvals)
