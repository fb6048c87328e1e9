"""What does the dashboard show?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Doubt, Job, Ran
from bot.model.upkeep.link import Finding
from bot.model.upkeep.proposal import Proposal


class Waiting(NamedTuple):
    """A submission that waits for somebody, for how many days, and its pull request (0: none)."""

    number: int
    title: str
    days: int
    pull: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All that the dashboard shows, in the order in which it shows it.

    `late` are the jobs that have not run for long, `unheard` sentences that answer orders which
    had no effect, `obeyed` comments whose orders had one, and that take no sign of it. `rolling` is
    the number of the pull request with what is sure, 0 where there is none. `titles` are those of
    the entries that the rest names. `earlier` was open before the bot was switched on.
    """

    maintainers: tuple[Waiting, ...] = ()
    submitters: tuple[Waiting, ...] = ()
    held: tuple[Waiting, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    findings: tuple[Finding, ...] = ()
    warning: str = ""
    rolling: int = 0
    likely: tuple[Proposal, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    runs: Mapping[Job, Ran]
    late: tuple[Job, ...] = ()
    earlier: tuple[int, ...] = ()
    unheard: tuple[str, ...] = ()
    obeyed: tuple[int, ...] = ()
    titles: Mapping[str, str]
