"""What is the whole state of the repository, in as few requests as possible?

Two queries, one more for each hundred beyond the first, and one for what the others only name:
issues of pull requests that are neither open nor closed lately, old pull requests of open issues,
and, where there are more than a hundred branches, those of open issues without a pull request.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from bot.errors import OutageError, RejectedError
from bot.github_api import payload, queries
from bot.github_api.place import Place
from bot.model.account import MARK
from bot.model.world import REFRESH, Comment, Issue, Pull, Review, World, branch_of, issue_of

MOST_PAGES = 50
AT_ONCE = 50  # issues, pull requests and branches that one query asks for by name
_METHODS = (
    ("squash", "squashMergeAllowed"),
    ("merge", "mergeCommitAllowed"),
    ("rebase", "rebaseMergeAllowed"),
)

Node = dict[str, Any]


class Reading(NamedTuple):
    """The world, and the tree of its tip, on which the next commit is built."""

    world: World
    tree: str


def read(place: Place) -> Reading:
    """Read everything.

    Raises OutageError, RateLimitError, ForbiddenError, MissingError as the wire does, and
    RejectedError for a repository without any commit.
    """
    reader = _Reader(place)
    try:
        return reader.read()
    except (KeyError, TypeError, IndexError, AttributeError, ValueError):
        raise OutageError("GitHub answered a query in a shape that is not understood") from None


class _Reader:
    """Collects the parts of a world."""

    def __init__(self, place: Place) -> None:
        self._wire = place.wire
        self._place = {"owner": place.owner, "name": place.name}
        self._name = f"{place.owner}/{place.name}"
        self._bot = place.login
        self._base = ""
        self._issues: dict[int, Issue] = {}
        self._pulls: dict[int, Pull] = {}
        self._branches: dict[str, str] = {}
        self._named: set[int] = set()

    def read(self) -> Reading:
        facts = self._ask(queries.FACTS_AND_ISSUES)
        base = facts["defaultBranchRef"]
        if base is None:
            raise RejectedError("the repository has no commit yet", 409)
        self._name, self._base = str(facts["nameWithOwner"]), str(base["name"])
        labels = self._pages(facts["labels"], queries.LABELS)
        for node in (*self._pages(facts["open"], queries.OPEN_ISSUES), *facts["closed"]["nodes"]):
            self._take_issue(node)
        listed = self._read_pulls()
        missing = self._read_named(every_branch=listed)
        world = World(
            name=self._name,
            base=self._base,
            tip=str(base["target"]["oid"]),
            methods=tuple(method for method, field in _METHODS if facts[field]),
            labels=frozenset(map(payload.label, labels)),
            issues=dict(sorted(self._issues.items())),
            pulls=dict(sorted(self._pulls.items())),
            branches=dict(sorted(self._branches.items())),
            missing=frozenset(missing),
        )
        return Reading(world, str(base["target"]["tree"]["oid"]))

    def _read_pulls(self) -> bool:
        """Read pull requests and branches; say whether these are all branches there are."""
        found = self._ask(queries.PULLS_AND_BRANCHES)
        for node in (*self._pages(found["open"], queries.OPEN_PULLS), *found["closed"]["nodes"]):
            self._take_pull(node)
        for node in found["branches"]["nodes"]:
            self._take_branch(node)
        return not found["branches"]["pageInfo"]["hasNextPage"]

    def _read_named(self, *, every_branch: bool) -> list[int]:
        """Read what was only named so far; give the numbers that are no issue here."""
        pulls = sorted(self._named - self._pulls.keys())
        self._by_name((), pulls, ())
        numbers = {issue_of(pull.branch) for pull in self._pulls.values()} - self._issues.keys()
        issues = sorted(number for number in numbers if number is not None)
        branches = () if every_branch else tuple(self._awaited())
        self._by_name(issues, (), branches)
        return [number for number in issues if number not in self._issues]

    def _awaited(self) -> Iterable[str]:
        """Name the branches that open issues without a pull request would have."""
        for number, issue in sorted(self._issues.items()):
            pulls = [pull for pull in self._pulls.values() if issue_of(pull.branch) == number]
            if issue.is_open and not any(pull.is_open for pull in pulls):
                branch = branch_of(number, len(pulls) + 1)
                if branch not in self._branches:
                    yield branch

    def _by_name(
        self, issues: Iterable[int], pulls: Iterable[int], branches: Iterable[str]
    ) -> None:
        wanted = [("i", str(number)) for number in issues]
        wanted += [("p", str(number)) for number in pulls]
        wanted += [("b", name) for name in branches]
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            named = {kind: [name for k, name in part if k == kind] for kind in "ipb"}
            text = queries.by_name(map(int, named["i"]), map(int, named["p"]), named["b"])
            for alias, node in self._ask(text).items():
                if node is not None:
                    take = {"i": self._take_issue, "p": self._take_pull, "b": self._take_branch}
                    take[alias[0]](node)

    def _take_issue(self, node: Node) -> None:
        """Keep an issue; GitHub may answer with one that was moved to another repository."""
        if node["repository"]["nameWithOwner"].lower() != self._name.lower():
            return
        number = int(node["number"])
        self._issues[number] = payload.issue(node, self._comments(number, node), self._bot)
        for pull in (node["closedByPullRequestsReferences"] or {}).get("nodes", ()):
            if issue_of(pull["headRefName"]) == number and self._is_ours(pull):
                self._named.add(int(pull["number"]))

    def _take_pull(self, node: Node) -> None:
        """Keep a pull request if it is a suggestion's, or the one that refreshes the sums."""
        branch = node["headRefName"]
        ours = self._is_ours(node) or _is_astray(node)
        if ours and (branch == REFRESH or issue_of(branch) is not None):
            number = int(node["number"])
            pull = payload.pull(node, self._comments(number, node), self._bot, self._base)
            self._pulls[number] = replace(pull, reviews=self._reviews(number, node))
            if node["headRef"] is not None:
                self._branches[pull.branch] = str(node["headRef"]["target"]["oid"])

    def _is_ours(self, pull: Node) -> bool:
        """Say whether a pull request leads from this repository into the base branch."""
        return not pull["isCrossRepository"] and pull["baseRefName"] == self._base

    def _take_branch(self, node: Node) -> None:
        branch, commit = payload.branch(node)
        self._branches[branch] = commit

    def _comments(self, number: int, node: Node) -> tuple[Comment, ...]:
        """Read all comments of an issue or pull request."""
        return tuple(map(payload.comment, self._all("comments", number, node)))

    def _reviews(self, number: int, node: Node) -> tuple[Review, ...]:
        """Read all reviews of a pull request."""
        return tuple(map(payload.review, self._all("reviews", number, node)))

    def _all(self, kind: str, number: int, node: Node) -> list[Node]:
        """Read the rest of what was said on a thread, whose first page is here."""
        more = {"comments": queries.more_comments, "reviews": queries.more_reviews}[kind]
        page, found = node[kind], list[Node]()
        for _ in range(MOST_PAGES):
            found += page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                break
            after = page["pageInfo"]["endCursor"]
            page = self._ask(more(), number=number, after=after)["thread"][kind]
        return found

    def _pages(self, page: Node, asked: queries.List) -> list[Node]:
        """Read the rest of a list whose first page is here."""
        found = list(page["nodes"])
        for _ in range(MOST_PAGES):
            if not page["pageInfo"]["hasNextPage"]:
                break
            answer = self._ask(queries.next_page(asked), after=page["pageInfo"]["endCursor"])
            page = answer["page"]
            found += page["nodes"]
        return found

    def _ask(self, text: str, **variables: object) -> Node:
        return self._wire.query(text, self._place | variables)


def _is_astray(pull: Node) -> bool:
    """Say whether an open pull request of the bot's was led elsewhere.

    By a person, or because another branch has become the default one.
    """
    here = pull["state"] == "OPEN" and not pull["isCrossRepository"]
    return here and MARK in str(pull["body"])
