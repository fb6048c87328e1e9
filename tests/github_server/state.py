"""What does GitHub remember of one repository, apart from what git holds?"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from tests.github_server.clock import Clock, iso
from tests.github_server.elsewhere import Elsewhere
from tests.github_server.history import Repository
from tests.github_server.people import Actor, People, Person
from tests.github_server.wire import ApiError, Json, not_found


class Reaction(NamedTuple):
    """One person's sign under what someone wrote."""

    number: int
    person: Person
    content: str
    created_at: str


@dataclass(slots=True, eq=False)
class Label:
    """A label of the repository; issues hold the label itself, so that a new name reaches them."""

    number: int
    name: str
    color: str = "ededed"
    description: str | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Post:
    """What somebody wrote: an issue's or pull request's body, or a comment."""

    id: int
    author: Person
    body: str
    created_at: str
    updated_at: str
    edited_at: str | None = None
    editor: Person | None = None
    reactions: list[Reaction] = field(default_factory=list)


@dataclass(slots=True, eq=False, kw_only=True)
class Comment(Post):
    """A comment on an issue or a pull request."""

    issue: "Issue"


@dataclass(slots=True, eq=False, kw_only=True)
class Review(Post):
    """What somebody said of a pull request as a whole, at the commit `commit`."""

    state: str
    commit: str


@dataclass(slots=True, eq=False, kw_only=True)
class Pull:
    """What a pull request has beyond an issue."""

    head: str
    head_owner: str
    head_sha: str
    base: str
    base_sha: str
    draft: bool = False
    merged_at: str | None = None
    merged_by: Person | None = None
    merge_sha: str | None = None
    commits: list[str] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    line_comments: list[Json] = field(default_factory=list)
    fork_deleted: bool = False
    former: tuple[str, int] = ("", 0)  # the head before the last push, and until when it is shown
    computed: tuple[str, str] | None = None  # the head and base whose merge was looked at last


@dataclass(slots=True, eq=False, kw_only=True)
class Issue(Post):
    """An issue; with `pull`, a pull request."""

    number: int
    title: str
    state: str = "open"
    state_reason: str | None = None
    labels: list[Label] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    timeline: list[Json] = field(default_factory=list)
    locked: bool = False
    closed_at: str | None = None
    closed_by: Person | None = None
    deleted: bool = False
    moved_to: str | None = None  # the repository it was transferred to
    pull: Pull | None = None

    @property
    def opened(self) -> Pull:
        """Give what this has as a pull request.

        Raises ApiError 404 where it is an issue.
        """
        if self.pull is None:
            raise not_found()
        return self.pull


class Status(NamedTuple):
    """One verdict on a commit."""

    number: int
    state: str
    context: str
    description: str | None
    target_url: str | None
    creator: Person
    created_at: str
    sha: str


class Event(NamedTuple):
    """What GitHub tells a workflow: `payload` is the file at GITHUB_EVENT_PATH.

    `starts` is what comes of it: "run", "nothing" (the cause was a job's own token) or "approval"
    (a pull request by a job's own token: runs wait until somebody allows them).
    """

    name: str
    action: str
    payload: Json
    sender: str
    by_workflow: bool
    starts: str


LARGE = 2**31
P = TypeVar("P", bound=Post)


@dataclass(slots=True)
class Settings:
    """What the owner chose on the settings pages."""

    allow_merge_commit: bool = True
    allow_squash_merge: bool = True
    allow_rebase_merge: bool = True
    delete_branch_on_merge: bool = False
    actions_may_open_pulls: bool = True
    required_checks: tuple[str, ...] = ()
    up_to_date_required: bool = False
    # What rule sets forbid although the settings allow it: ways of merging, branches to be made.
    forbidden_methods: tuple[str, ...] = ()
    forbidden_branches: str = ""  # the prefix of their names
    pull_required: bool = False  # the default branch takes no direct push
    approvals_required: int = 0
    has_issues: bool = True
    archived: bool = False
    mergeable_takes_time: bool = False  # the first look at a new merge answers null
    heads_lag: int = 0  # for so many seconds after a push, pull requests have their old head
    branches_lag: int = 0  # for so many seconds, a new branch can have no pull request
    lists_lag: int = 0  # for so many seconds, GraphQL's lists lack what was just made
    rest_lag: int = 0  # likewise REST's, of comments and pull requests
    most_nodes: int | None = None  # a query that may touch more is too much: `too_much`
    too_much: str = "502"  # or "RESOURCE_LIMITS_EXCEEDED"
    poison: frozenset[int] = frozenset()  # at which a query breaks that asks for more than a number
    nulls: float = 0.0  # how often GraphQL answers null where its schema allows that
    locks_keep_apps_out: bool = False  # as has been seen, whatever an app may write
    large_ids: bool = True  # beyond what GraphQL's Int can hold


@dataclass(slots=True)
class Rate:
    """How many requests and points an hour has, and has left."""

    limit: int = 5_000
    remaining: int | None = None  # None: they never run out
    reset: int | None = None  # None: in an hour
    points: int | None = None  # of GraphQL; None: they never run out
    cost: int = 0  # of the last query
    spent: int = 0  # by all queries so far

    @property
    def left(self) -> int:
        """Give what the headers tell."""
        return self.limit if self.remaining is None else self.remaining

    @property
    def points_left(self) -> int:
        """Give the points that are left."""
        return self.limit if self.points is None else self.points


class State:
    """Everything about one repository: what git holds and what it does not."""

    def __init__(self, repo: Repository, owner: str, name: str, default_branch: str) -> None:
        """Begin with no issue, no label and the owner as the only person."""
        self.repo = repo
        self.owner = owner
        self.name = name
        self.default_branch = default_branch
        self.base_url = "https://api.github.com"  # for the addresses in event payloads
        self.clock = Clock()
        self.people = People(owner)
        self.settings = Settings()
        self.elsewhere: dict[str, Elsewhere] = {}  # by each of its names, in lower case
        self.rate = Rate()
        self.issues: dict[int, Issue] = {}
        self.comments: dict[int, Comment] = {}
        self.labels: dict[str, Label] = {}
        self.statuses: dict[str, list[Status]] = {}
        self.verified: set[str] = set()
        self.branches: dict[str, str] = {}  # as last seen, to notice a real `git push`
        self.branches_made: dict[str, int] = {}  # the second in which each was
        self.looked_at = ""  # the tip into which a merge was tried last
        self.events: list[Event] = []
        self.writes: list[str] = []
        self.random = random.Random(0)
        self._last_id = 1_000_000

    @property
    def full_name(self) -> str:
        """Give owner and name."""
        return f"{self.owner}/{self.name}"

    @property
    def reset(self) -> int:
        """Give the second at which the requests of the hour are counted anew."""
        chosen = self.rate.reset
        return self.clock.seconds + 3_600 if chosen is None else chosen

    @property
    def now(self) -> str:
        """Give the time as GitHub writes it."""
        return self.clock.now()

    def next_id(self) -> int:
        """Give an id that nothing else has."""
        self._last_id += 1
        return self._last_id + (LARGE if self.settings.large_ids else 0)

    def wrote(self, what: str) -> None:
        """Note that something was changed, for the request log."""
        self.writes.append(what)

    def issue(self, number: int) -> Issue:
        """Give an issue or pull request.

        Raises ApiError 404 for what never was, 410 for what was deleted, 301 for what moved.
        """
        issue = self.issues.get(number)
        if issue is None:
            raise not_found()
        if issue.deleted:
            raise ApiError(410, "This issue was deleted")
        if issue.moved_to:
            moved = ApiError(301, "Moved Permanently")
            moved.headers["Location"] = f"/repos/{issue.moved_to}/issues/1"
            raise moved
        return issue

    def visible(self) -> list[Issue]:
        """Give all issues and pull requests that still are here, oldest first."""
        return [i for i in self.issues.values() if not i.deleted and not i.moved_to]

    def open_pulls(self) -> list[tuple[Issue, Pull]]:
        """Give the open pull requests, oldest first."""
        return [(i, i.pull) for i in self.visible() if i.pull and i.state == "open"]

    def latest_statuses(self, sha: str) -> list[Status]:
        """Give the last verdict of each context on a commit, newest first."""
        newest = {status.context: status for status in self.statuses.get(sha, [])}
        return sorted(newest.values(), key=lambda status: -status.number)

    def association(self, person: Person) -> str:
        """Give someone's `author_association` with the repository."""
        if person.login.lower() == self.owner.lower():
            return "OWNER"
        if person.invited and not person.deleted:
            return "COLLABORATOR"
        merged = (i.author is person for i in self.issues.values() if i.pull and i.pull.merged_at)
        return "CONTRIBUTOR" if any(merged) else "NONE"

    def head_of(self, pull: Pull) -> str:
        """Give the head that GitHub tells of a pull request, which follows its branch late."""
        former, until = pull.former
        return former if former and self.clock.seconds < until else pull.head_sha

    def sees_branch(self, branch: str) -> bool:
        """Say whether a pull request can be opened from a branch by now."""
        made = self.branches_made.get(branch, 0)
        return (
            not self.settings.branches_lag
            or self.clock.seconds >= made + self.settings.branches_lag
        )

    def listed(self, posts: Iterable[P]) -> list[P]:
        """Give those that GraphQL's lists show by now."""
        return self._shown(posts, self.settings.lists_lag)

    def listed_by_rest(self, posts: Iterable[P]) -> list[P]:
        """Give those that REST's lists show by now."""
        return self._shown(posts, self.settings.rest_lag)

    def _shown(self, posts: Iterable[P], lag: int) -> list[P]:
        shown = iso(self.clock.seconds - lag)
        return [post for post in posts if not lag or post.created_at <= shown]

    def may_write_here(self, actor: Actor, issue: Issue) -> bool:
        """Say whether someone may change others' words and labels on an issue or pull request."""
        if issue.locked and actor.is_app and self.settings.locks_keep_apps_out:
            return False
        areas = ("issues", "pull_requests") if issue.pull else ("issues",)
        return actor.can("write", *areas)
