"""What was decided about a submission, and on what grounds?"""

from dataclasses import dataclass
from typing import Literal

from bot.errors import Problem
from bot.model.papers.match import Match
from bot.model.papers.paper import Paper, Removed
from bot.model.submissions.submission import ProposedCategory

ReviewVerdict = Literal["accepted", "needs-work", "duplicate", "waiting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one entry: `before` is None for a new one, `after` for one that goes.

    Of one that goes, `removed` is what is kept of it, with the reason.
    """

    before: Paper | None = None
    after: Paper | None
    removed: Removed | None = None

    @property
    def paper(self) -> Paper:
        """The entry as it will stand; one that goes, as it stood."""
        paper = self.after or self.before
        if paper is None:
            raise ValueError("a change is of an entry")
        return paper


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
    changes: tuple[Change, ...] = ()
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
        return {change.paper.id: change.after for change in self.changes}
