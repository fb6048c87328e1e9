"""Has a maintainer approved what upkeep's pull request shows, and if not, why does it not count?

An approval counts for what the pull request showed when it was given: the bot's status on its
newest commit tells since when it shows that. Reviews count where they do for suggestions, and as
they do there: for a commit that showed it.
"""

from collections.abc import Iterator

from bot import commands
from bot.flows.github.facts.after import NOW
from bot.flows.github.facts.base import Base
from bot.flows.github.reconcile import Run
from bot.flows.github.rolling import is_the_bots
from bot.lifecycle.approval import OTHER_COMMIT, bound, words
from bot.lifecycle.orders import Orders
from bot.model.commands.command import Command
from bot.model.github.plan import EditPull
from bot.model.github.world import UPKEEP, Comment, Pull, writer_of, written_at
from bot.model.quotation import quoted
from bot.model.submissions.approval import Approval, ApprovalWord, Form, Shown
from bot.render.github.upkeep.pull import commit_message, mark, shown_in


def orders_on(run: Run, pull: Pull) -> Iterator[tuple[Comment, Command]]:
    """Give the commands on the pull request, by whomever, each with its comment."""
    for comment in pull.said:
        if not run.bot.wrote(comment):
            for order in commands.read(comment.body):
                if isinstance(order, Command):
                    yield comment, order


def may(run: Run, comment: Comment) -> bool:
    """Tell whether all who made a comment say what it says may write here."""
    return all(map(run.github.may_command, {comment.author, writer_of(comment)}))


def is_approved(run: Run, base: Base, pull: Pull) -> bool:
    """Tell whether a maintainer has approved what is shown, after it was shown."""
    return _shown(run, pull) is not None and any(
        not approval.lapsed for approval in _approvals(run, base, pull)
    )


def lapsed(run: Run, base: Base, pull: Pull) -> Iterator[str]:
    """Say of the last approval why it does not count, where none does."""
    approvals = _approvals(run, base, pull)
    if _shown(run, pull) and approvals and all(approval.lapsed for approval in approvals):
        last = max(approvals, key=lambda approval: (approval.at, approval.by))
        of_other = last.lapsed == OTHER_COMMIT
        why = OTHER_COMMIT if of_other else "the table has changed after it"
        fact = f"the approval by {quoted(last.by)} does not count, since {why}"
        yield f"{fact}; say “/approve” again if it is right"


def remembered(run: Run, base: Base, pull: Pull) -> EditPull | None:
    """Write down since when it has shown what it shows, and by which commit, before a push.

    So that an approval outlives a mere change of the base branch. The commit is the one that
    reviews approve, if they do.
    """
    marked, shown = shown_in(pull.body), _shown(run, pull)
    if not marked.digest or shown is None or shown.since == NOW:
        return None
    commit = ""
    if base.listing.bot.reviews_approve:
        counted = (_commit_of(approval) for approval in _approvals(run, base, pull))
        commit = next((commit for commit in counted if commit), pull.head)
    dated = marked._replace(since=shown.since, commit=commit)
    if dated == marked:
        return None
    return EditPull(pull.number, pull.body.replace(mark(marked), mark(dated)))


def _commit_of(approval: Approval) -> str:
    """Give the commit that a review has approved; "" for a comment, or where it does not count."""
    in_review = approval.word.startswith("review ")
    return approval.shown.commit if in_review and approval.shown else ""


def _shown(run: Run, pull: Pull) -> Shown | None:
    """Give what the pull request shows, and since when; None while that is not sure.

    What is written down holds as long as nobody has pushed since but the bot.
    """
    marked = shown_in(pull.body)
    form = Form(issue="", orders="", entries=marked.digest)
    if marked.since and is_the_bots(run, UPKEEP, commit_message("")):
        return Shown(form=form, since=marked.since, commit=marked.commit)
    checked = pull.checked_at if pull.checked == "success" else ""
    return Shown(form=form, since=checked) if checked else None


def _approvals(run: Run, base: Base, pull: Pull) -> list[Approval]:
    """Bind each approval that stands to what is shown."""
    shown = _shown(run, pull)
    now = Shown(form=shown.form, commit=pull.head) if shown else None
    return [bound(word, shown, now, by_hand=False) for word in _words(run, base, pull)]


def _words(run: Run, base: Base, pull: Pull) -> Iterator[ApprovalWord]:
    """Give each command that approves, and what reviews decide together, where they count."""
    for comment, order in orders_on(run, pull):
        if order.name == "approve" and may(run, comment):
            yield ApprovalWord(f"comment {comment.id}", writer_of(comment), written_at(comment))
    if base.listing.bot.reviews_approve:
        yield from words(Orders(), pull.reviews, run.github.may_command)
