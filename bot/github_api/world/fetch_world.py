"""What is the state of the repository, in few requests and for few points?

One query lists what there is: the open issues with what was said on them, since the bot remembers
there; pull requests and branches with little more than their names. What is looked at is then read
whole, by its number, which also finds what no list shows yet; whatever that names is read next: old
pull requests of an issue, the issue of a pull request.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from bot.errors import MissingError, OutageError, RejectedError
from bot.github_api.connection.repository import Repository
from bot.github_api.world import payload, queries
from bot.github_api.world.asking import Asker
from bot.github_api.world.offers import is_persons, is_up, offered
from bot.github_api.world.payload import Node
from bot.github_api.world.queries import LISTS, Named
from bot.model.github.world import (
    ROLLING,
    Comment,
    Issue,
    Pull,
    PullReview,
    World,
    branch_of,
    issue_of,
    spoken,
)
from bot.model.state import FINAL

_METHODS = (
    ("squash", "squashMergeAllowed"),
    ("merge", "mergeCommitAllowed"),
    ("rebase", "rebaseMergeAllowed"),
)
_NOT_UNDERSTOOD = "GitHub answered a query in a shape that is not understood"
_SHAPES = (KeyError, TypeError, IndexError, AttributeError, ValueError)

Numbered = dict[Any, Any]


class Tip(NamedTuple):
    """The base branch, its commit, and the tree of that, on which the next commit is built."""

    base: str
    commit: str
    tree: str


class WorldReader:
    """What was read so far in this run, and of what it was read whole."""

    def __init__(self, place: Repository, now: str = "") -> None:
        """Know nothing of the repository of `place` yet; `now` is the time."""
        self._place = place
        self._now = now
        self._asker = Asker(place)
        self._name = f"{place.owner}/{place.name}"
        self.tip = Tip("", "", "")
        self._issues: dict[int, Issue] = {}
        self._pulls: dict[int, Pull] = {}
        self._branches: dict[str, str] = {}
        self._missing: set[int] = set()
        self._unread: set[int] = set()
        self._unsettled: set[int] = set()
        self._focus: set[int] = set()
        self._offers, self._ended = set[int](), set[int]()
        self._others: dict[int, str] = {}
        self._chosen: set[int] = set()
        self._every_branch = False
        self._named: set[int] = set()
        self._asked: set[Named] = set()

    def read(self, numbers: Iterable[int] | None = None) -> World:
        """List what there is, and read these whole, or all that has not ended.

        Raises OutageError, RateLimitError, ForbiddenError, MissingError as the wire does, and
        RejectedError for a repository without any commit.
        """
        try:
            facts, lists = self._asker.facts_and_lists()
            self.tip = self._found_tip(facts)
            self._name = str(facts["nameWithOwner"])
            self._take_lists(lists)
            for alias in queries.KNOWN:
                if facts[alias]:
                    self._take_branch(facts[alias])
            self._read_focus(numbers)
            world = World(
                name=self._name,
                base=self.tip.base,
                tip=self.tip.commit,
                methods=tuple(method for method, field in _METHODS if facts[field]),
                labels=frozenset(map(payload.label, lists["labels"])),
            )
        except _SHAPES:
            raise OutageError(_NOT_UNDERSTOOD) from None
        return self._into(world, ({}, {}, {}))

    def look(self, world: World, numbers: Iterable[int] | None = None) -> World:
        """Give the world with these submissions read whole, unless they were so already.

        Without numbers, all that have not ended.

        Raises as `read` does.
        """
        before = (dict(self._issues), dict(self._pulls), dict(self._branches))
        try:
            self._read_focus(numbers)
        except _SHAPES:
            raise OutageError(_NOT_UNDERSTOOD) from None
        return self._into(world, before)

    def _into(self, world: World, before: tuple[Numbered, Numbered, Numbered]) -> World:
        """Put what was read since into a world, in which the rest may have been changed."""
        now: tuple[Numbered, Numbered, Numbered] = (self._issues, self._pulls, self._branches)
        issues, pulls, branches = (_since(*both) for both in zip(now, before, strict=True))
        kept = {at: issue for at, issue in world.issues.items() if at not in self._missing}
        return replace(
            world,
            issues=dict(sorted((kept | issues).items())),
            pulls=dict(sorted((world.pulls | pulls).items())),
            branches=dict(sorted((world.branches | branches).items())),
            missing=frozenset(self._missing),
            unread=frozenset(self._unread),
            others=dict(sorted(self._others.items())),
        )

    def _found_tip(self, facts: Node) -> Tip:
        ref = facts["defaultBranchRef"]
        if not payload.commit(ref):
            return self._asked_tip()
        target = ref["target"]
        return Tip(str(ref["name"]), str(target["oid"]), str(target["tree"]["oid"]))

    def _asked_tip(self) -> Tip:
        """Ask for the base branch by REST, where the query does not tell it."""
        place = self._place
        base = str(place.wire.ask("GET", f"/repos/{place.owner}/{place.name}")["default_branch"])
        try:
            ref = place.wire.ask("GET", place.path(f"git/ref/heads/{base}"))
        except (MissingError, RejectedError):
            raise RejectedError("the repository has no commit yet", 409) from None
        commit = str(ref["object"]["sha"])
        head = place.wire.ask("GET", place.path(f"git/commits/{commit}"))
        return Tip(base, commit, str(head["tree"]["sha"]))

    def _take_lists(self, lists: dict[str, list[Node]]) -> None:
        """Take what the lists hold; of what is too much for a list, only the number is there."""
        for name, take in (("Issues", self._take_issue), ("Pulls", self._take_pull)):
            for node in (*lists[f"closed{name}"], *lists[name.lower()]):
                if "title" in node:
                    take(node)
                else:
                    self._focus.add(int(node["number"]))
        self._offers |= self._ended & {pull.issue for pull in self._pulls.values()}
        for node in lists["branches"]:
            self._take_branch(node)
        self._every_branch = len(lists["branches"]) < LISTS["branches"].most
        unsettled = (nodes for name, nodes in lists.items() if name.startswith("unsettled"))
        self._unsettled = {int(node["number"]) for nodes in unsettled for node in nodes}

    def _unended(self) -> Iterator[int]:
        """Name what is open, and what somebody closed and nobody has said so yet."""
        for number, issue in self._issues.items():
            if issue.is_open or not FINAL & set(issue.labels):
                yield number
        for number, pull in self._pulls.items():
            if pull.branch in ROLLING and not pull.is_open:
                continue
            if pull.is_open or (pull.issue not in self._issues and not FINAL & set(pull.labels)):
                yield pull.issue or number
        yield from (*self._unsettled, *self._offers)

    def _read_focus(self, numbers: Iterable[int] | None) -> None:
        """Read whole what is looked at, and then what that names, until nothing new comes."""
        self._chosen |= set(numbers or ())
        self._focus |= set(self._unended() if numbers is None else self._chosen)
        while wanted := [name for name in self._wanted() if name not in self._asked]:
            self._asked |= set(wanted)
            for name, node, gone in self._asker.by_name(wanted):
                if node is not None and name.kind == "offer":
                    self._take_offer(node)
                elif node is not None:
                    self._take(node)
                elif name.kind != "branch":
                    self._lost(name, gone=gone)

    def _wanted(self) -> Iterator[Named]:
        """Name all that is to be read whole: issues, their pull requests, and the next branch."""
        self._focus |= {pull.issue for at, pull in self._pulls.items() if at in self._focus} - {0}
        if self._focus:
            # What was made of an offer is no work for others, so whoever looks at them knows it.
            self._focus |= {pull.issue for pull in self._pulls.values()} & self._offers
        offers = self._focus & self._offers
        yield from (Named("issue", at) for at in sorted(self._focus - self._pulls.keys() - offers))
        yield from (Named("offer", at) for at in sorted(offers))
        for number, pull in sorted(self._pulls.items()):
            if pull.issue in self._focus or number in self._focus:
                yield Named("pull", number)
        yield from (Named("pull", number) for number in sorted(self._named - self._pulls.keys()))
        for number in sorted(self._focus & self._issues.keys()):
            pulls = [pull for pull in self._pulls.values() if pull.issue == number]
            branch = branch_of(number, len(pulls) + 1)
            here = branch in self._branches or any(pull.is_open for pull in pulls)
            if not here and (number in self._chosen or not self._every_branch):
                yield Named("branch", branch)

    def _lost(self, name: Named, *, gone: bool) -> None:
        """Note that something is not there, or that GitHub does not show it."""
        number = int(name.name)
        pull = self._pulls.get(number)
        if not gone:
            self._unread.add(pull.issue if pull else number)
        elif pull is None:
            self._missing.add(number)
            self._issues.pop(number, None)

    def _take(self, node: Node) -> None:
        take = {"Issue": self._take_issue, "PullRequest": self._take_pull}
        take.get(node["__typename"], self._take_branch)(node)

    def _take_issue(self, node: Node) -> None:
        """Keep an issue; GitHub may answer with one that was moved to another repository."""
        number = int(node["number"])
        if node["repository"]["nameWithOwner"].lower() != self._name.lower():
            self._missing.add(number)
            return
        self._issues[number] = replace(
            payload.issue(node, self._place.login),
            comments=self._comments(number, node),
            labels=self._labels(number, node),
        )
        for pull in self._asker.thread("closers", number, node):
            if issue_of(pull["headRefName"]) == number and self._is_ours(pull):
                self._named.add(int(pull["number"]))

    def _take_pull(self, node: Node) -> None:
        """Keep a pull request if it is a suggestion's, or the one that refreshes the sums."""
        branch, number = node["headRefName"], int(node["number"])
        ours = self._is_ours(node) or payload.is_astray(node)
        if not ours or not (branch in ROLLING or issue_of(branch) is not None):
            if is_persons(node, self.tip.base):
                (self._offers if is_up(node) else self._ended).add(number)
            if node["pullState"] == "OPEN":
                self._others[number] = str(node["createdAt"])
            return
        self._pulls[number] = replace(
            payload.pull(node, self._place.login, self.tip.base),
            comments=self._comments(number, node),
            reviews=self._reviews(number, node),
            labels=self._labels(number, node),
        )
        if head := payload.commit(node["headRef"]):
            self._branches[branch] = head

    def _take_offer(self, node: Node) -> None:
        """Keep a pull request of somebody's as the issue that it may stand for."""
        number = int(node["number"])
        issue = offered(node, self._place.login, self._now)
        if issue:
            thread = (*self._comments(number, node), *spoken(self._reviews(number, node)))
            labels = self._labels(number, node)
            self._issues[number] = replace(issue, comments=thread, labels=labels)

    def _is_ours(self, pull: Node) -> bool:
        """Say whether a pull request leads from this repository into the base branch."""
        return not pull["isCrossRepository"] and pull["baseRefName"] == self.tip.base

    def _take_branch(self, node: Node) -> None:
        branch, commit = payload.branch(node)
        if commit:
            self._branches[branch] = commit

    def _comments(self, number: int, node: Node) -> tuple[Comment, ...]:
        """Read all comments of an issue or pull request; one without an id cannot be answered."""
        nodes = self._asker.thread("comments", number, node)
        return tuple(payload.comment(node) for node in nodes if node["fullDatabaseId"])

    def _reviews(self, number: int, node: Node) -> tuple[PullReview, ...]:
        """Read all reviews of a pull request."""
        nodes = self._asker.thread("reviews", number, node)
        return tuple(payload.review(node) for node in nodes if node["fullDatabaseId"])

    def _labels(self, number: int, node: Node) -> tuple[str, ...]:
        """Read the labels; where GraphQL tells some or none, REST tells all.

        Whoever sets an issue's labels has to know those that other people gave it.
        """
        if "labels" not in node or payload.are_labels_told(node):
            return payload.labels(node)
        return tuple(map(payload.label, self._place.listed(f"issues/{number}/labels")))


def _since(now: Numbered, then: Numbered) -> Numbered:
    """Give what is new, or another, since then."""
    return {key: value for key, value in now.items() if then.get(key) is not value}
