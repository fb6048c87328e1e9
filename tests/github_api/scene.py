"""What do these tests begin with? A repository with a suggestion at every stage, and a hub."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from bot.github_api.hub import Hub
from bot.model.github.outcome import FileText
from bot.model.github.plan import (
    Acknowledge,
    Action,
    CloseIssue,
    EditIssue,
    EditPull,
    MakeLabel,
    Merge,
    OpenIssue,
    OpenPull,
    Push,
    Say,
    SetCommitStatus,
    SetLabels,
    Unsay,
)
from tests.github_server.adapter import in_process
from tests.github_server.client import README
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.world import World

BOT = "github-actions[bot]"
PATHS = ("README.md", "data/papers.json", "docs/topics/")
MARK = "<!-- bot:submission -->"
OPEN, PUSHED, NEW = 1, 2, 3  # issues: with a pull request, with a branch, with nothing yet
PULL = 5


class Time:
    """Seconds that pass only by sleeping."""

    def __init__(self) -> None:
        self.now = 1_767_225_600.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        """Tell the time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.slept.append(seconds)
        self.now += seconds


class Scene(NamedTuple):
    """GitHub with people, the bot's door to it, and the time."""

    github: World
    hub: Hub
    time: Time

    def head(self, branch: str) -> str:
        """Give the commit of a branch."""
        sha = self.github.state.repo.branch(branch)
        assert sha
        return sha


def branch(number: int) -> str:
    return f"suggest/issue-{number}"


def furnish(github: World) -> None:
    """Let there be three issues, two branches, a pull request and the bot's own comments."""
    github.state.people.allow("mia", "write")
    for number in (OPEN, PUSHED, NEW):
        github.open_issue("ann", f"Paper {number}", f"https://arxiv.org/abs/2309.0618{number}")
    github.open_issue(BOT, "The list is broken", "data/papers.json:3")
    for number in (OPEN, PUSHED):
        github.push_commit(branch(number), {"README.md": f"{README}- {number}\n"}, BOT)
    assert github.open_pull(BOT, branch(OPEN), "Add paper 1", f"Closes #{OPEN}") == PULL
    github.comment(OPEN, BOT, f"{MARK}\nA pull request is open.")
    github.comment(OPEN, "mia", "/approve")


@contextmanager
def scene(github: World) -> Iterator[Scene]:
    """Open the door to a furnished repository, in process."""
    time = Time()
    with in_process(github.hub) as url:
        hub = Hub(
            WORKFLOW_TOKEN,
            github.state.full_name,
            paths=PATHS,
            api_url=url,
            sleep=time.sleep,
            clock=time,
            pause=0,
        )
        yield Scene(github, hub, time)
        hub.close()


def actions(github: World) -> dict[str, Action]:
    """Give one action of each kind, by a name that a test can show."""
    tip = str(github.state.repo.branch("main"))
    open_ = str(github.state.repo.branch(branch(OPEN)))
    said, ordered = (comment.id for comment in github.issue(OPEN).comments)
    files = (FileText("README.md", f"{README}- new\n"), FileText("data/papers.json", "[1]\n"))
    message = "Add a paper\n\nSubmission: 0\n"
    return {
        "make a label": MakeLabel("ready", "0e8a16", "A maintainer decides"),
        "set labels": SetLabels(OPEN, ("suggestion", "ready")),
        "write a comment": Say(NEW, f"{MARK}\nThank you."),
        "edit a comment": Say(OPEN, f"{MARK}\nIt is approved.", said),
        "remove a comment": Unsay(OPEN, said),
        "acknowledge": Acknowledge(OPEN, ordered, "rocket"),
        "push a new branch": Push(branch(NEW), tip, files, message),
        "push over a branch": Push(branch(OPEN), tip, files, message, open_),
        "report": SetCommitStatus(
            PULL, open_, passed=True, description="Exactly what it announces"
        ),
        "open a pull request": OpenPull(PUSHED, branch(PUSHED), "Add paper 2", "Closes #2"),
        "edit a pull request": EditPull(PULL, "Closes #1\n\nmore"),
        "close a pull request": EditPull(PULL, "Declined", close=True),
        "merge": Merge(PULL, open_, ("squash",), "Add paper 1 (#5)", "Submission: 0"),
        "close an issue": CloseIssue(NEW),
        "open an issue": OpenIssue("Something is broken", f"{MARK}\nMend it."),
        "edit an issue": EditIssue(4, "Mended", close=True),
    }


ACTIONS = (
    "make a label",
    "set labels",
    "write a comment",
    "edit a comment",
    "remove a comment",
    "acknowledge",
    "push a new branch",
    "push over a branch",
    "report",
    "open a pull request",
    "edit a pull request",
    "close a pull request",
    "merge",
    "close an issue",
    "open an issue",
    "edit an issue",
)


def effects(github: World) -> dict[str, object]:
    """Give all that can be seen on GitHub, but for ids and times."""
    state = github.state
    branches = state.repo.refs.matching("refs/heads/")
    return {
        "labels": sorted(label.name for label in state.labels.values()),
        "issues": [
            (
                issue.number,
                issue.title,
                issue.body,
                issue.state,
                issue.state_reason,
                [label.name for label in issue.labels],
                [(c.author.login, c.body, len(c.reactions)) for c in issue.comments],
                bool(issue.pull and issue.pull.merged_at),
            )
            for issue in state.issues.values()
        ],
        "branches": {name: _history(github, sha) for name, sha in branches.items()},
        "statuses": sorted(
            (status.state, status.context, str(status.description))
            for found in state.statuses.values()
            for status in found
        ),
    }


def _history(github: World, sha: str) -> list[tuple[str, str]]:
    """Give tree and message of a commit and of all before it."""
    objects = github.state.repo.objects
    commits = [objects.commit(each) for each in github.state.repo.ancestors(sha)]
    return sorted((commit.tree, commit.message) for commit in commits)
