"""What is to be said of a submission that its state alone does not tell?"""

from collections.abc import Iterator

from bot import commands
from bot.flows.github.facts.base import Base
from bot.lifecycle.orders import Orders
from bot.lifecycle.outcomes import answers
from bot.model.commands.given import Given
from bot.model.github.plan import Action, Merge, OpenPull, Push
from bot.model.github.result import NotDone, NotPermitted, NotReady
from bot.model.quotation import quoted
from bot.model.state import State
from bot.model.submissions.status import SubmissionStatus
from bot.render.github.submissions.answer import answer


def answered(
    status: SubmissionStatus,
    state: State,
    orders: Orders,
    results: tuple[Given, ...],
    base: Base | None,
) -> str:
    """Give the comment: where the works stand by now, the reason given, what was not obeyed.

    `results` are what came of each order.
    """
    sentences = (
        *(_listed(status, base) if base else ()),
        *_acted(status),
        *_decided(orders),
        *_lapsed(status),
        *answers(results),
    )
    table = commands.help_text() if orders.helped else ""
    return answer(status, state, sentences, base.listing if base else None, table)


def _listed(status: SubmissionStatus, base: Base) -> Iterator[str]:
    merged = any(pull.merged for pull in status.pulls)
    for paper in base.catalog.papers if merged else ():
        if paper.issue == status.number:
            where = " / ".join(base.listing.path(paper.category))
            yield f"{quoted(paper.title)} stands in {quoted(where)}"


def _acted(status: SubmissionStatus) -> Iterator[str]:
    if status.gone:
        yield (
            "this was merged, and is not on the list any more: somebody has reverted the merge, or "
            "taken the entry out; “/refresh”, an edit of this issue, or reopening it, asks for it "
            "again"
        )
    elif status.rejected and status.issue and not status.is_open:
        why = "" if status.issue.head else " as not planned, or as a duplicate"
        yield f"{quoted(status.issue.closed_by)} closed this{why}"


def _decided(orders: Orders) -> Iterator[str]:
    if orders.held and not orders.ended:
        yield "a maintainer has set this aside until “/approve” or “/refresh”"
    if orders.reason:
        yield f"the reason given: {quoted(orders.reason)}"


def _lapsed(status: SubmissionStatus) -> Iterator[str]:
    for approval in status.approvals if not status.approved else ():
        again = "once it can go onto the list" if status.shown is None else "if this is right"
        yield (
            f"the approval by {quoted(approval.by)} does not count, since {approval.lapsed}; say "
            f"“/approve” again {again}"
        )


def refusal(action: Action, result: NotDone) -> str:
    """Say what GitHub refused and what a maintainer can do about it."""
    if isinstance(result, NotPermitted):
        return (
            "GitHub does not let the bot open pull requests; a maintainer can allow it under "
            "Settings, Actions, General, Workflow permissions: “Allow GitHub Actions to create "
            "and approve pull requests”"
        )
    if isinstance(result, NotReady):
        reason = quoted(result.message)
        return (
            f"GitHub is not ready to {quoted(action)} yet: {reason}; the bot tries again by itself"
        )
    return f"GitHub refused to {quoted(action)}: {quoted(result.message)}{_hint(action)}"


def _hint(action: Action) -> str:
    """Say where a maintainer has to look."""
    if isinstance(action, Push) and action.head is None:
        return (
            "; a branch that is called “suggest” is in the way of all suggestions and has to be "
            "renamed, and rules for branches (Settings, Rules) have to let the bot make branches "
            "called “suggest/…”"
        )
    if isinstance(action, Push | OpenPull | Merge):
        return "; the rules and protections of branches (Settings, Rules and Branches) tell why"
    return ""
