"""What are we going to do on GitHub, in order?

Each action says the state it leads to, not the step, so that doing it twice does no harm; the door
that performs it looks before it creates. A dry run prints them (`str`).
"""

from dataclasses import dataclass
from typing import NamedTuple

from bot.model.github.outcome import FileText

# The name of the bot's commit status, which a branch's protection can require.
STATUS = "list / suggestion"


@dataclass(frozen=True, slots=True)
class MakeLabel:
    """Create a label that the repository lacks."""

    name: str
    color: str
    description: str

    def __str__(self) -> str:
        return f"create the label “{self.name}”"


@dataclass(frozen=True, slots=True)
class SetLabels:
    """Let an issue or pull request have exactly these labels."""

    number: int
    labels: tuple[str, ...]

    def __str__(self) -> str:
        return f"label #{self.number}: {', '.join(self.labels) or 'none'}"


@dataclass(frozen=True, slots=True)
class Say:
    """Write the one comment on an issue, or, given its id, edit it.

    `beside` writes a new one, of which GitHub sends a mail, while those of these ids still stand.
    """

    number: int
    body: str
    comment: int | None = None
    beside: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{'edit the' if self.comment else 'write a'} comment on #{self.number}"


@dataclass(frozen=True, slots=True)
class Unsay:
    """Remove a comment of the bot's own that a newer one has replaced."""

    number: int
    comment: int

    def __str__(self) -> str:
        return f"remove the older comment {self.comment} on #{self.number}"


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """React to a comment whose commands were read; `sign` is GitHub's word for the reaction."""

    number: int
    comment: int
    sign: str

    def __str__(self) -> str:
        return f"react to the commands of comment {self.comment} on #{self.number}"


class Commit(NamedTuple):
    """One of several commits of a branch: its message, and the files that it changes."""

    message: str
    files: tuple[FileText, ...]


@dataclass(frozen=True, slots=True)
class Push:
    """Let a branch hold one commit on top of `parent`, which changes exactly these files.

    `head` is the commit that the branch has now, None if there is no such branch. `before` are
    commits between the two, each on top of the one before it.
    """

    branch: str
    parent: str
    files: tuple[FileText, ...]
    message: str
    head: str | None = None
    before: tuple[Commit, ...] = ()

    @property
    def commits(self) -> tuple[Commit, ...]:
        """All commits, the first one first."""
        return (*self.before, Commit(self.message, self.files))

    def __str__(self) -> str:
        written = (file.path for commit in self.commits for file in commit.files)
        paths = ", ".join(dict.fromkeys(written))
        return f"push to {self.branch}: {paths}"


@dataclass(frozen=True, slots=True)
class SetCommitStatus:
    """Publish the outcome of the checks as a commit status on a pull request's head."""

    number: int
    head: str
    passed: bool
    description: str

    def __str__(self) -> str:
        return f"say that #{self.number} {'passed' if self.passed else 'did not pass'} its checks"


@dataclass(frozen=True, slots=True)
class OpenPull:
    """Open the pull request of a branch."""

    issue: int
    branch: str
    title: str
    body: str

    def __str__(self) -> str:
        return f"open a pull request from {self.branch}: {self.title}"


@dataclass(frozen=True, slots=True)
class EditPull:
    """Give a pull request this text, and in the same request close it or lead it to the base.

    `title` is the title it gets, "" where it keeps its own.
    """

    number: int
    body: str
    close: bool = False
    back: bool = False
    title: str = ""

    def __str__(self) -> str:
        verb = "close" if self.close else "lead back" if self.back else "edit"
        return f"{verb} pull request #{self.number}"


@dataclass(frozen=True, slots=True)
class Merge:
    """Merge a pull request whose head is still `head`.

    `methods` are the ways to merge, the one to be tried first at the front: the settings allow
    them all, but rules for the branch, which nothing tells beforehand, may forbid some.
    """

    number: int
    head: str
    methods: tuple[str, ...]
    title: str
    message: str

    def __str__(self) -> str:
        return f"merge pull request #{self.number}"


@dataclass(frozen=True, slots=True)
class CloseIssue:
    """Close an issue: `completed` where its work is listed, else as not planned.

    Or a `pull` request that stands for one, which is closed for no reason.
    """

    number: int
    completed: bool = False
    pull: bool = False

    def __str__(self) -> str:
        if self.pull:
            return f"close pull request #{self.number}"
        return f"close issue #{self.number} as {'completed' if self.completed else 'not planned'}"


@dataclass(frozen=True, slots=True)
class ReopenIssue:
    """Open an issue again whose pull request somebody has reopened."""

    number: int

    def __str__(self) -> str:
        return f"reopen issue #{self.number}"


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """Open an issue of the bot's own: its rolling ones, or a submission, with the form's label."""

    title: str
    body: str
    labels: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"open an issue: {self.title}"


@dataclass(frozen=True, slots=True)
class EditIssue:
    """Give an issue of the bot's own this text; `close` closes it in the same request.

    Where `before` is given, only if the issue has that text now: boxes may have been ticked since
    it was read.
    """

    number: int
    body: str
    close: bool = False
    before: str | None = None

    def __str__(self) -> str:
        return f"{'close' if self.close else 'edit'} issue #{self.number}"


Action = (
    MakeLabel
    | SetLabels
    | Say
    | Unsay
    | Acknowledge
    | Push
    | SetCommitStatus
    | OpenPull
    | EditPull
    | Merge
    | CloseIssue
    | ReopenIssue
    | OpenIssue
    | EditIssue
)
