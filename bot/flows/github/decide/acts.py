"""What did people do with a submission other than by commands: reject or revert it?"""

from dataclasses import replace

from bot.flows.github.decide.approval import People
from bot.flows.github.facts.base import Base
from bot.flows.github.facts.claims import is_work
from bot.flows.github.facts.submissions import memory_of
from bot.lifecycle.orders import Orders, orders_of
from bot.model.github.account import Account
from bot.model.github.world import Issue, World
from bot.model.papers.paper import Catalog, Paper, Removed
from bot.model.state import State
from bot.model.submissions.status import SubmissionStatus


def acted(
    status: SubmissionStatus, orders: Orders, people: People, base: Base | None
) -> tuple[SubmissionStatus, Orders]:
    """Add to a case what people did, and give the orders that still count after it."""
    issue, last = status.issue, status.closed[-1] if status.closed else None
    if issue is None:
        return status, orders
    status = replace(status, rejected=_is_rejected(issue, people))
    if base is None or not last or not last.merged or _is_listed(issue, base.catalog, people.bot):
        return status, orders
    since = max(issue.edited_at, issue.reopened_at, orders.refreshed_at)
    if since <= last.closed_at:
        # A list that was read before the merge lacks the work, too, but then nobody was told.
        final_labels = {State.ACCEPTED, State.DECLINED} & set(issue.labels)
        return replace(status, gone=bool(final_labels)), orders
    issue = replace(issue, reopened_at=max(issue.reopened_at, last.closed_at))
    return replace(status, issue=issue, retaken_at=since), orders_of(issue, *people)


def gone(world: World, base: Base | None, bot: Account) -> set[int]:
    """Name the submissions that were accepted, as people were told, and are listed no more."""
    return {
        number
        for number, issue in world.issues.items()
        if base and not issue.is_open and State.ACCEPTED in issue.labels and not issue.merged
        if not _is_listed(issue, base.catalog, bot)
    }


def _is_rejected(issue: Issue, people: People) -> bool:
    """Tell whether a maintainer has closed an issue as not planned or as a duplicate."""
    closer = issue.closed_by
    others = closer not in {"", issue.author, people.bot.login}
    return issue.rejected and others and people.may(closer)


def _is_listed(issue: Issue, catalog: Catalog, bot: Account) -> bool:
    """Tell whether a work of a submission is listed, or was taken out with a reason.

    What corrects an entry leaves nothing by which to tell, and counts as listed.
    """
    memory = memory_of(issue, bot)
    works = memory.works if memory else ()
    entries: tuple[Paper | Removed, ...] = (*catalog.papers, *catalog.removed)
    return not works or any(
        entry.issue == issue.number or any(is_work(work, entry.title, entry.ids) for work in works)
        for entry in entries
    )
