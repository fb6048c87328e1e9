"""What should the branch of an accepted submission hold, on the base branch as it is?"""

from typing import NamedTuple

from bot.flows.github.decide.review_issue import Reviewed
from bot.flows.github.facts.base import Base
from bot.flows.github.facts.branch import Branch, digest_of
from bot.flows.texts_after import texts_after
from bot.lifecycle.orders import Orders
from bot.lifecycle.state import CLOSED_BY_BOT
from bot.model.github.world import Issue, Pull
from bot.model.submissions.status import PlannedCommit
from bot.render.github.submissions import pull
from bot.review.apply import applied
from bot.store import files


class BranchAndPull(NamedTuple):
    """What was made of a submission so far: its branch, and the pull request that offers it."""

    branch: Branch | None
    pull: Pull | None


def build(
    judged: Reviewed,
    issue: Issue,
    orders: Orders,
    base: Base,
    suggested: BranchAndPull,
) -> PlannedCommit:
    """Compute the files, the commit's message and the pull request's text.

    Of the pull request's text the bot owns its block, and the title while it is the one that the
    bot gave; the rest is as people left it. Raises InvalidError if the change would make the list
    contradict itself: then nothing is pushed, whatever the reason.
    """
    review, (branch, opened) = judged.review, suggested
    block = pull.body(review, issue, judged.why, base.listing)
    after = applied(base.catalog, review.changes)
    there = {files.PAPERS: base.papers_text, **base.documents}
    became = texts_after(base.catalog, after, base.listing, base.documents)
    return PlannedCommit(
        parent=base.tip,
        files=tuple(file for file in files.texts(became) if file.text != there.get(file.path)),
        message=pull.message(review, issue, _trailers(judged, orders, branch)),
        title=pull.kept_title(opened, review) if opened else pull.title(review),
        body=pull.with_block(_described(opened), block) if opened else block,
    )


def _described(opened: Pull) -> str:
    """Give a pull request's text; one that a person has reopened is closed by nobody."""
    return opened.body.rstrip().removesuffix(CLOSED_BY_BOT).rstrip()


def _trailers(judged: Reviewed, orders: Orders, branch: Branch | None) -> dict[str, str]:
    """Give what the next run must know of this commit."""
    adopted = sorted(
        f"{entry}.{field}"
        for entry, fields in (branch.adopted if branch else {}).items()
        for field in fields
    )
    trailers = {
        "Submission": judged.memory.digest,
        "Entries": digest_of(judged.review.entries),
        "Refreshed": str(orders.refreshed or ""),
        "Adopted": ", ".join(adopted),
    }
    return {name: value for name, value in trailers.items() if value}
