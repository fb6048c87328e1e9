"""Has a maintainer approved exactly what would land now, and if not, what has changed since?

An approval counts for what the bot had shown before it was written. The bot's own comment
remembers that, with GitHub's times, so that it does not matter when a run comes, nor what was
edited before it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bot.lifecycle.orders import Orders
from bot.model.github.world import Issue, PullReview
from bot.model.submissions.approval import Approval, ApprovalWord, Form, Shown
from bot.model.submissions.review import Change, Review

NOTHING = "nothing that could be approved had been shown by then"
OTHER_COMMIT = "it was of another commit than the one that would be merged"
EDITED = "the issue has been edited since"
BY_HAND = "somebody has changed the branch by hand, so that it may not have shown this"
ORDERED = "a command, or what a service says by now, has changed the entry since"
# Of so many reviews that approve the last are looked at; all that is read has to be remembered.
MOST_REVIEWS = 10
CHANGED = "a commit, or the list itself, has changed the entry since"


def form_of(issue: Issue, review: Review, orders: str) -> Form:
    """Give the digests of a submission as it stands; `orders` is that of issue and commands."""
    entries = "\n".join(map(_announced, review.changes))
    return Form(issue=issue_digest(issue), orders=orders, entries=_digest(entries))


def issue_digest(issue: Issue) -> str:
    """Give the digest of an issue's text, or of what a pull request offers."""
    return _digest(issue.head or issue.body)


def _announced(change: Change) -> str:
    """Write down what a change announces: the entry as it will stand, and what it replaces."""
    before, after = change.before, change.after
    text = (change.removed or change.paper).model_dump_json(exclude_defaults=True)
    if before is None:
        return text
    names = set(type(before).model_fields)
    if after:
        names = {name for name in names if getattr(before, name) != getattr(after, name)}
    return f"{before.model_dump_json(include=names)}\n{text}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words(
    orders: Orders, reviews: Iterable[PullReview], may: Callable[[str], bool]
) -> Iterator[ApprovalWord]:
    """Give the approvals that stand: the last command, and what reviews decide together.

    Of each person the last review that decides counts, of many people's the last ones; who asks
    for changes outweighs whoever approves. `may` tells whether a person has the right to write.
    """
    if orders.approval:
        yield orders.approval
    last = {
        review.author: review
        for review in sorted(reviews, key=lambda review: (review.created_at, review.id))
        if review.state != "COMMENTED"
    }
    standing = [review for review in last.values() if review.state != "DISMISSED"]
    deciding = [review for review in standing if may(review.author)]
    if all(review.state == "APPROVED" for review in deciding):
        for review in deciding[-MOST_REVIEWS:]:
            if review.created_at > orders.spent_at:
                id_ = f"review {review.id}"
                yield ApprovalWord(id_, review.author, review.created_at, review.commit)


def bound(word: ApprovalWord, shown: Shown | None, now: Shown | None, *, by_hand: bool) -> Approval:
    """Bind an approval to what had been shown when it was given.

    `shown` is what has been shown, with the time since when; `now` what the head of the pull
    request shows, if that is all that would land; `by_hand` says that the branch is not as the
    bot left it, and nobody knows since when.
    """
    lapsed = ""
    if word.commit:
        both = (form for form in (now, shown) if form and form.commit == word.commit)
        shown = next(both, None)
        lapsed = "" if shown else OTHER_COMMIT
    elif shown is None or shown.since >= word.at:
        shown, lapsed = None, NOTHING
    elif by_hand:
        lapsed = BY_HAND
    return Approval(word=word.id, by=word.by, at=word.at, shown=shown, lapsed=lapsed)


def weighed(approval: Approval, now: Form, without: Callable[[Approval], Form]) -> Approval:
    """Say whether an approval counts for what would land `now`.

    `without` gives what would land without what the same person has ordered between seeing and
    approving: they have seen all but the change that they ordered themselves.
    """
    if approval.lapsed or approval.shown is None:
        return approval
    then = approval.shown.form
    if then.issue != now.issue:
        return replace(approval, lapsed=EDITED)
    if then.entries == now.entries or then.entries == without(approval).entries:
        return approval
    return replace(approval, lapsed=CHANGED if then.orders == now.orders else ORDERED)
