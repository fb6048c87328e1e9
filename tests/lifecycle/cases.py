"""Issues, comments, pull requests and decisions, as the tests of a submission's life need them."""

from dataclasses import replace
from typing import TypedDict, Unpack

from bot.lifecycle.orders import Orders, orders_of
from bot.lifecycle.state import CLOSED_BY_BOT
from bot.model.github.account import Account
from bot.model.github.outcome import FileText
from bot.model.github.world import Comment, Issue, Pull
from bot.model.submissions.approval import Approval
from bot.model.submissions.review import Review, ReviewVerdict
from bot.model.submissions.status import BranchFacts, PlannedCommit, SubmissionStatus

BOT = Account("list[bot]", ("github-actions[bot]", "Max"))
BUILT = PlannedCommit(
    parent="tip",
    files=(FileText("data/papers.json", "{}"),),
    message="Add it\n\n- it\n",
    title="Add it",
    body="Block.",
)


def at(minute: int) -> str:
    """Give a time."""
    return f"2026-02-01T10:{minute:02d}:00Z" if minute else ""


def issue(
    *,
    edited: int = 0,
    reopened: int = 0,
    closed: int = 0,
    is_open: bool = True,
    labels: tuple[str, ...] = (),
) -> Issue:
    """Make the issue 7 by ann, opened at minute 1."""
    return Issue(
        number=7,
        title="A paper",
        body="https://arxiv.org/abs/2309.06180",
        author="ann",
        created_at=at(1),
        edited_at=at(edited),
        reopened_at=at(reopened),
        closed_at=at(closed),
        is_open=is_open,
        labels=labels,
    )


def comment(minute: int, body: str, author: str = "mia") -> Comment:
    """Make a comment."""
    return Comment(id=minute, author=author, body=body, created_at=at(minute))


def given(*comments: Comment, of: Issue | None = None) -> Orders:
    """Sum up comments, where mia alone has the right to write."""
    return orders_of(of or issue(), comments, lambda login: login == "mia", BOT)


def pull(
    number: int = 8,
    *,
    closed: int = 0,
    merged: bool = False,
    by_bot: bool = False,
    checked: str = "",
) -> Pull:
    """Make a pull request of the issue; each has a branch of its own."""
    return Pull(
        number=number,
        branch="suggest/issue-7" if number == 8 else f"suggest/issue-7-{number - 7}",
        head="head",
        title="Add it",
        body=f"Block.\n\n{CLOSED_BY_BOT}" if by_bot else "Block.",
        closed_at=at(closed),
        is_open=not closed,
        merged=merged,
        checked=checked,
    )


def facts(
    *, current: bool = True, clean: bool = True, exact: bool = True, foreign: str = ""
) -> BranchFacts:
    """Say what the branch holds; by default all that it should."""
    return BranchFacts(
        name="suggest/issue-7",
        head="head",
        current=current,
        clean=clean,
        exact=exact,
        foreign=foreign,
    )


class Given(TypedDict, total=False):
    """What of a case is not as usual."""

    issue: Issue | None
    branch: BranchFacts
    turn: bool
    next: bool
    broken: str
    limit: str
    approvals: tuple[Approval, ...]


def case(
    verdict: ReviewVerdict | None = "accepted", *pulls: Pull, **other: Unpack[Given]
) -> SubmissionStatus:
    """Put together what is known of the issue."""
    usual = SubmissionStatus(
        number=7,
        issue=issue(),
        pulls=pulls,
        review=Review(verdict=verdict) if verdict else None,
        built=BUILT if verdict == "accepted" else None,
    )
    return replace(usual, **other)
