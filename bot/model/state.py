"""In which state is a submission? The values are the labels that people see on GitHub.

docs/states.md draws how one leads to another.
"""

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """The state of one submission; each is the text of a label."""

    NEEDS_WORK = "needs work"
    WAITING = "waiting"
    ON_HOLD = "on hold"
    DUPLICATE = "duplicate"
    READY = "ready"
    APPROVED = "approved"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    STUCK = "needs a maintainer"


FINAL = frozenset({State.ACCEPTED, State.DECLINED, State.WITHDRAWN})


class Label(NamedTuple):
    """How a label looks: six hexadecimal digits without `#`, and at most 100 characters."""

    color: str
    description: str


LABELS: dict[str, Label] = {
    "suggestion": Label("1d76db", "A work that somebody suggests for the list"),
    "correction": Label("5319e7", "Something about a listed work that should change"),
    State.NEEDS_WORK: Label("fbca04", "Something in the issue has to be mended by its author"),
    State.WAITING: Label("c5def5", "The bot takes it up again by itself"),
    State.ON_HOLD: Label("c5def5", "Set aside, by a limit of the list or by a maintainer"),
    State.DUPLICATE: Label("cfd3d7", "The work is on the list already"),
    State.READY: Label("0e8a16", "A pull request is open; a maintainer decides"),
    State.APPROVED: Label("006b75", "A maintainer has approved it; the bot merges it"),
    State.ACCEPTED: Label("0e8a16", "It is on the list"),
    State.DECLINED: Label("e99695", "A maintainer has decided against it"),
    State.WITHDRAWN: Label("eeeeee", "Taken back, or its issue was closed"),
    State.STUCK: Label("d93f0b", "The bot could not handle it; a maintainer has to look"),
}
