"""What came of an action on GitHub?

Nothing here is an error: a refusal is GitHub's answer, and the next run looks again. What made an
action impossible to try (an outage, a missing permission) is raised instead.
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Done:
    """What the action says is so now; nothing else is new."""


@dataclass(frozen=True, slots=True)
class Said:
    """The comment stands under this id."""

    comment: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """The branch stands at this commit."""

    commit: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The pull request or issue has this number."""

    number: int


@dataclass(frozen=True, slots=True)
class Merged:
    """The pull request is merged, and this is its commit on the base branch."""

    commit: str


@dataclass(frozen=True, slots=True)
class Refused:
    """GitHub turned it down, in its own words (which are to be escaped where they are shown)."""

    message: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The base branch's protection wants the branch on its newest commit before it is merged."""

    message: str


@dataclass(frozen=True, slots=True)
class NotReady:
    """GitHub has not caught up yet with what was pushed, and turned it down until it has."""

    message: str


@dataclass(frozen=True, slots=True)
class NotPermitted:
    """The repository's settings keep workflows from opening pull requests.

    To mend under Settings, Actions, General, Workflow permissions: "Allow GitHub Actions to create
    and approve pull requests".
    """

    message: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What the action is about was deleted, or never was."""

    message: str


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody has edited the text since it was read, and it now is `body`; nothing was written."""

    body: str
    message: str = "somebody has edited it meanwhile"


@dataclass(frozen=True, slots=True)
class DryMerged:
    """It would be done; a dry run cannot know what follows from it."""


NotDone = Refused | Behind | NotReady | NotPermitted | Gone
ActionResult = Done | Said | Pushed | Opened | Merged | NotDone | Overtaken | DryMerged


class LogEntry(NamedTuple):
    """One thing that a run did, or could not do, for a submission; 0 if it was for none."""

    number: int
    text: str

    def __str__(self) -> str:
        return f"#{self.number}: {self.text}" if self.number else self.text
