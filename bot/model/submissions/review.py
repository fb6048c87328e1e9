"""What was decided about a submission, and on what grounds?"""

from dataclasses import dataclass
from typing import Literal

from bot.errors import Problem
from bot.model.papers.match import Match
from bot.model.papers.paper import Paper, Removed
from bot.model.submissions.submission import ProposedCategory

ReviewVerdict = Literal["accepted", "needs-work", "duplicate", "waiting"]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry as it will stand; `before` is None for a new one, else the entry as listed."""

    after: Paper
    before: Paper | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """One entry that goes: what is kept of it, with the reason, and the entry as listed."""

    after: Removed
    before: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The answer to one submission.

    `changes` is what an accepted one does to the list; of one that is not accepted it shows the
    works that were fine. `problems` stand in form order. `matches` are the listed works that look
    like a submitted one, with reasons; `listed` are those entries themselves. `warnings` are
    sentences about what speaks against a work, `notes` sentences for the submitter. `waiting_for`
    is the number of the issue that goes first. `proposals` holds the category that was proposed
    for each work, None where it was given, and is empty where all were.
    """

    verdict: ReviewVerdict
    changes: tuple[Change | Removal, ...] = ()
    problems: tuple[Problem, ...] = ()
    matches: tuple[Match, ...] = ()
    listed: tuple[Paper, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    leftovers: tuple[str, ...] = ()
    waiting_for: int | None = None
    proposals: tuple[ProposedCategory | None, ...] = ()

    @property
    def entries(self) -> dict[str, Paper | None]:
        """The entries that the changes lead to, by their ids; None for one that goes."""
        return {
            change.after.id: change.after if isinstance(change, Change) else None
            for change in self.changes
        }
