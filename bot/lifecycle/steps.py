"""Which actions lead from what is to what should be?

Every step looks only at what is and should be, so that a run which was cut short anywhere is
taken up by the next, and a run on which there is nothing to do gives no step.
"""

from collections.abc import Container, Iterable, Iterator

from bot.lifecycle.state import CLOSED_BY_BOT
from bot.model.github.plan import (
    Acknowledge,
    Action,
    CloseIssue,
    EditPull,
    MakeLabel,
    Merge,
    OpenPull,
    Push,
    ReopenIssue,
    Say,
    SetCommitStatus,
    SetLabels,
    Unsay,
)
from bot.model.github.world import Pull, branch_of
from bot.model.state import LABELS, State
from bot.model.submissions.status import BranchFacts, SubmissionStatus

METHODS = ("squash", "merge", "rebase")
PASSED = "The change is exactly the entries that it announces."


def branch_steps(status: SubmissionStatus, state: State) -> Iterator[Action]:
    """Give what is to be done to the branch and its pull request, up to the first new fact.

    What depends on a commit or a pull request that is not there yet comes once it is.
    """
    pull, branch, built = status.pull, status.branch, status.built
    yield from map(_closing, status.spare)
    if state not in {State.READY, State.APPROVED} or built is None:
        yield from _set_aside(status, state)
    elif branch and branch.foreign:
        if pull:
            yield from _checked(pull, branch)
    elif branch is None or _is_due(status, branch):
        head = branch.head if branch else None
        yield Push(_branch_name(status), built.parent, built.files, built.message, head)
    elif pull is None:
        yield OpenPull(status.number, branch.name, built.title, built.body)
    else:
        yield from _checked(pull, branch)
        title = built.title if built.title != pull.title else ""
        if pull.body != built.body or pull.astray or title:
            yield EditPull(pull.number, built.body, back=pull.astray, title=title)


def merge_step(status: SubmissionStatus, state: State, methods: tuple[str, ...]) -> Merge | None:
    """Give the merge of an approved submission whose turn it is and that is ready for it."""
    pull, branch, built = status.pull, status.branch, status.built
    if state is not State.APPROVED or not (status.next and pull and branch and built):
        return None
    if pull.astray or branch.foreign or not branch.exact or pull.head != branch.head:
        return None
    title = f"{pull.title} (#{pull.number})"
    return Merge(
        pull.number, branch.head, ways(methods), title, built.message.partition("\n")[2].strip()
    )


def ways(allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Order the ways of merging that a repository allows; there is always one."""
    return tuple(method for method in METHODS if method in allowed)


def _branch_name(status: SubmissionStatus) -> str:
    """Name the branch to push to; that of a closed pull request is never touched again."""
    if status.pull:
        return status.pull.branch
    return branch_of(status.number, len(status.closed) + 1)


def _is_due(status: SubmissionStatus, branch: BranchFacts) -> bool:
    """Tell whether the branch is to be computed afresh: not merely because main has moved."""
    if not branch.current:
        return True
    if status.next:
        return not branch.exact
    return status.turn and not branch.clean


def _checked(pull: Pull, branch: BranchFacts) -> Iterator[SetCommitStatus]:
    passed = not branch.foreign
    if pull.checked != ("success" if passed else "failure"):
        description = PASSED if passed else f"Not checked: {branch.foreign}"
        yield SetCommitStatus(pull.number, branch.head, passed, description[:140])


def _set_aside(status: SubmissionStatus, state: State) -> Iterator[Action]:
    """Close the pull request of a work that ended, is listed, or waits for an older suggestion.

    Others fail their checks, so that nobody merges them meanwhile.
    """
    pull = status.pull
    if pull is None:
        return
    behind = status.review is not None and status.review.waiting_for is not None
    ended = {State.DECLINED, State.WITHDRAWN, State.DUPLICATE, State.ACCEPTED}
    if state in ended or (state is State.WAITING and behind):
        yield _closing(pull)
    elif state is not State.ON_HOLD and not status.broken and pull.checked != "failure":
        description = f"The issue is in the state “{state}”; see its comment."
        yield SetCommitStatus(pull.number, pull.head, passed=False, description=description)


def _closing(pull: Pull) -> EditPull:
    """Close a pull request such that it is no decision."""
    return EditPull(pull.number, f"{pull.body}\n\n{CLOSED_BY_BOT}", close=True)


def talk_steps(
    status: SubmissionStatus, state: State, kind: str, words: Iterable[Say | Unsay | Acknowledge]
) -> Iterator[Action]:
    """Give what is to be said, then the labels and the end of the issue.

    Once an issue is closed, a final label on it and on its pull request tells every later run
    that nothing is left to do, so the labels come after the words, and the pull request's last.
    """
    issue, pull = status.issue, status.pull or (status.closed[-1] if status.closed else None)
    if issue is None:
        return
    if not issue.locked:
        yield from words
    yield from labelled(issue.number, issue.labels, (kind, state))
    if issue.is_open and (
        state in {State.DECLINED, State.WITHDRAWN} or _is_left_open(status, state)
    ):
        completed = state is State.ACCEPTED
        yield CloseIssue(issue.number, completed=completed, pull=bool(issue.head))
    if status.is_open and not issue.is_open:
        yield ReopenIssue(issue.number)
    if pull:
        yield from labelled(pull.number, pull.labels, (kind, state))


def _is_left_open(status: SubmissionStatus, state: State) -> bool:
    """Tell whether a merge should have closed the issue: somebody took its keyword out.

    What a person has reopened since stays open.
    """
    if state is not State.ACCEPTED or status.issue is None or not status.closed:
        return False
    return status.issue.reopened_at <= status.closed[-1].closed_at


def missing_labels(wanted: Iterable[str], there: Container[str]) -> Iterator[MakeLabel]:
    """Give the labels that the repository lacks."""
    for name in wanted:
        if name not in there:
            yield MakeLabel(name, *LABELS[name])


def labelled(number: int, has: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[SetLabels]:
    """Let the labels of the bot be the wanted ones, and leave those of people alone."""
    others = [label for label in has if label not in LABELS]
    labels = (*others, *wanted)
    if set(labels) != set(has):
        yield SetLabels(number, labels)
