"""What does GitHub say of the list's repository: its issues, pull requests, comments, branches?

Read whole, once a run: all open issues and pull requests, those closed lately, and the branches
of suggestions. Times are ISO 8601 in UTC as GitHub writes them ("2026-11-22T10:00:00Z"), so that
they sort as text; "" stands for never. A deleted account is "ghost".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from bot.model.papers.offer import Offer

BRANCHES = "suggest/issue-"
_BRANCH = re.compile(BRANCHES + r"([0-9]{1,10})(?:-[0-9]{0,10})?")
MOST_ISSUES = 2**31 - 1
# The branch of the rolling pull request that brings the sums over the list up to date.
REFRESH = "suggest/refresh"
# Those of upkeep: what it proposes, what people decided, and, without a pull request, what it saw.
UPKEEP = "suggest/upkeep"
DECISIONS = "suggest/decisions"
SEEN = "suggest/seen"
ROLLING = frozenset((REFRESH, UPKEEP, DECISIONS))
GHOST = "ghost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment; `signs` are the bot's own reactions to it, in GitHub's words ("rocket").

    `edited_at` is when its text was last edited, and `editor` by whom ("" where it never was).
    """

    id: int
    author: str
    body: str
    created_at: str
    edited_at: str = ""
    editor: str = ""
    signs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PullReview:
    """One review of a pull request: its text, and what it decided on the commit `commit`.

    `state` is GitHub's word: "APPROVED", "CHANGES_REQUESTED", "COMMENTED" or "DISMISSED".
    """

    id: int
    author: str
    body: str
    created_at: str
    state: str
    commit: str
    edited_at: str = ""
    editor: str = ""


def spoken(reviews: Iterable[PullReview]) -> Iterator[Comment]:
    """Give the texts of reviews as comments with ids below zero, which take no reaction."""
    for review in reviews:
        if review.body.strip():
            yield Comment(
                id=-review.id,
                author=review.author,
                body=review.body,
                created_at=review.created_at,
                edited_at=review.edited_at,
                editor=review.editor,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue; `edited_at` is when its body was last edited, `reopened_at` when last reopened.

    `editor` is who edited the body last, "" if nobody did.

    `closed_by` is who closed it last, if it is closed, and `rejected` whether they did so as not
    planned or as a duplicate.

    `author_id` is the number of the author's account, which stays when it is renamed; 0 where
    there is none, or none any more.

    A pull request of somebody's that edits the list by hand stands for an issue: `head` is the
    commit that it offers, "" for an issue, `merged` says that a person has merged it as it is, and
    `offer` is what it offers, once that was read.
    """

    number: int
    title: str
    body: str
    author: str
    created_at: str
    author_id: int = 0
    edited_at: str = ""
    editor: str = ""
    reopened_at: str = ""
    closed_at: str = ""
    closed_by: str = ""
    rejected: bool = False
    is_open: bool = True
    locked: bool = False
    labels: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    head: str = ""
    merged: bool = False
    offer: Offer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """One pull request from a branch of suggestions of this repository.

    `checked` is the bot's own commit status on `head`: "success", "failure", or "" for none;
    `checked_at` is when it was published.
    `astray` says that it leads into another branch than the base branch.
    """

    number: int
    branch: str
    head: str
    title: str
    body: str
    created_at: str = ""
    reopened_at: str = ""
    closed_at: str = ""
    astray: bool = False
    is_open: bool = True
    merged: bool = False
    checked: str = ""
    checked_at: str = ""
    labels: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    reviews: tuple[PullReview, ...] = ()

    @property
    def said(self) -> tuple[Comment, ...]:
        """Its comments, and as comments, with ids below zero, the texts of its reviews."""
        return (*self.comments, *spoken(self.reviews))

    @property
    def issue(self) -> int:
        """The number of the issue that the branch belongs to; 0 if it belongs to none."""
        return issue_of(self.branch) or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The repository as it is now; `today` is the day in UTC on which it was read.

    `tip` is the commit of the base branch `base`; `branches` gives the commit of each branch of
    suggestions; `labels` are those that exist; `methods` the ways of merging that are allowed,
    of "squash", "merge", "rebase". `missing` are the numbers that branches of pull requests name
    and that are no issue here: deleted, transferred, or never one; `unread` are those that are
    there and that GitHub could not show, of which nothing is to be concluded. `others` tells when
    each further open pull request was made.
    """

    name: str
    base: str
    tip: str
    methods: tuple[str, ...]
    labels: frozenset[str]
    issues: dict[int, Issue] = field(default_factory=dict)
    pulls: dict[int, Pull] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    missing: frozenset[int] = frozenset()
    unread: frozenset[int] = frozenset()
    others: dict[int, str] = field(default_factory=dict)
    today: str = ""

    def pulls_of(self, issue: int) -> list[Pull]:
        """Give the pull requests of an issue's suggestion, oldest first."""
        return [pull for _, pull in sorted(self.pulls.items()) if pull.issue == issue]

    def with_issue(self, issue: Issue) -> "World":
        """Give the world in which this issue stands so."""
        return replace(self, issues=self.issues | {issue.number: issue})

    def with_pull(self, pull: Pull) -> "World":
        """Give the world in which this pull request stands so."""
        return replace(self, pulls=self.pulls | {pull.number: pull})


def written_at(comment: Comment) -> str:
    """Tell since when a comment says what it says."""
    return max(comment.created_at, comment.edited_at)


def writer_of(comment: Comment) -> str:
    """Tell who made a comment say what it says."""
    return comment.editor or comment.author


def moment(seconds: int) -> str:
    """Write a time in seconds since 1970 as GitHub writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def days_between(time: str, later: str) -> int:
    """Count the days from one time to a later one; 0 if one of them is not known."""
    if not time or not later:
        return 0
    return (date.fromisoformat(later[:10]) - date.fromisoformat(time[:10])).days


def days_before(day: str, days: int) -> str:
    """Give the day that many days before a day."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def branch_of(issue: int, attempt: int) -> str:
    """Name the branch of an issue's suggestion; each one after a closed pull request is new."""
    return f"{BRANCHES}{issue}" + (f"-{attempt}" if attempt > 1 else "")


def issue_of(branch: str) -> int | None:
    """Give the number of the issue that a branch belongs to, or None if to none."""
    match = _BRANCH.fullmatch(branch)
    return int(match[1]) if match and is_number(int(match[1])) else None


def is_number(value: object) -> bool:
    """Say whether this can be the number of an issue: GraphQL's Int, from 1."""
    return type(value) is int and 0 < value <= MOST_ISSUES
