"""In which state is a submission?"""

from bot.lifecycle.orders import Orders
from bot.model.github.world import Issue, Pull
from bot.model.state import State
from bot.model.submissions.status import SubmissionStatus

# Ends the text of a pull request that the bot itself closed; closed by anybody else, it is a
# decision against the work. Further up, it may be a stranger's words.
CLOSED_BY_BOT = "<!-- bot:closed -->"


def state_of(status: SubmissionStatus, orders: Orders) -> State:
    """Give the state that follows from what people did and from the verdict."""
    return _ended(status, orders) or _undecided(status, orders)


def told(status: SubmissionStatus, state: State) -> State:
    """Give the state that people are told: nothing is ready for them before it can be merged."""
    decidable = status.pull is not None or state not in {State.READY, State.APPROVED}
    return state if decidable else State.WAITING


def _ended(status: SubmissionStatus, orders: Orders) -> State | None:
    """Give the state of a submission that people ended, None while it is open."""
    issue, last = status.issue, status.closed[-1] if status.closed else None
    if issue is None:
        return State.WITHDRAWN
    if issue.merged:
        return State.ACCEPTED
    if last and last.merged and not _asks_anew(status, issue, last):
        return State.DECLINED if status.gone else State.ACCEPTED
    if orders.ended:
        return State.DECLINED if orders.ended == "decline" else State.WITHDRAWN
    if last and not status.pull and _closed_by_person(issue, last):
        return State.DECLINED
    return None if status.is_open else _closed(status)


def _asks_anew(status: SubmissionStatus, issue: Issue, last: Pull) -> bool:
    """Tell whether something more is asked for since the last merge.

    An issue reopened after its merge is left alone until its body changes.
    """
    edited = issue.is_open and issue.edited_at > last.closed_at
    return edited or bool(status.retaken_at)


def _closed_by_person(issue: Issue, last: Pull) -> bool:
    """Tell whether somebody decided against the work by closing its pull request."""
    by_bot = last.body.rstrip().endswith(CLOSED_BY_BOT)
    return not (last.merged or by_bot) and last.closed_at > issue.reopened_at


def _closed(status: SubmissionStatus) -> State:
    return State.DECLINED if status.rejected else State.WITHDRAWN


def _undecided(status: SubmissionStatus, orders: Orders) -> State:
    if orders.held or status.limit:
        return State.ON_HOLD
    if status.broken or status.review is None:
        return State.WAITING
    by_verdict = {
        "needs-work": State.NEEDS_WORK,
        "duplicate": State.DUPLICATE,
        "waiting": State.WAITING,
        "accepted": State.APPROVED if status.approved else State.READY,
    }
    return by_verdict[status.review.verdict]
