"""Everything that is known of one submission when its state is worked out."""

from dataclasses import dataclass

from bot.model.github.outcome import FileText
from bot.model.github.world import Issue, Pull
from bot.model.submissions.approval import Approval, Shown
from bot.model.submissions.review import Review

# How many of the oldest pull requests are computed afresh when they conflict; the others wait.
WINDOW = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCommit:
    """What the branch of an accepted submission should hold, computed on the base branch's tip.

    `message` is the commit's; `title` and `body` the pull request's.
    """

    parent: str
    files: tuple[FileText, ...]
    message: str
    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchFacts:
    """What a branch of a suggestion holds.

    `current`: its commit was made for the issue and the commands as they are, and its entries are
    those that should be. `clean`: it merges into the tip without a conflict. `exact`: into
    exactly what computing it afresh would give. These two are looked at only where they decide
    something: in its turn, and before its merge. `foreign`: what somebody else changed on it
    besides the entries it announces, as a phrase, or "".
    """

    name: str
    head: str
    current: bool = False
    clean: bool = False
    exact: bool = False
    foreign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionStatus:
    """One submission: its issue (None if deleted), its pull requests (oldest first), the verdict.

    `broken` says in a sentence why nothing can be decided now, `limit` why the submission waits
    for its turn, `refused` what GitHub refused in this run; "" if there is no such reason.
    `rejected`: a maintainer has closed the issue as not planned or as a duplicate. `gone`: it was
    merged, and the merge was reverted; `retaken_at` is when somebody asked for it again since.
    `turn`: its branch may be computed afresh now; `next`: it is the next to be merged. `shown` is
    what GitHub shows of it, if that is all that would land; `approvals` are those that were given,
    whether they count or not. `late` is the address of a form that asks for what the issue says
    by now, if it said something else when it was merged; `lacks` that of one that suggests the work
    which it wants corrected, if the list lacks that. `repository` is "owner/name"; `free` says that
    the issue was written without a form.
    """

    number: int
    issue: Issue | None
    pulls: tuple[Pull, ...] = ()
    review: Review | None = None
    built: PlannedCommit | None = None
    branch: BranchFacts | None = None
    broken: str = ""
    limit: str = ""
    refused: str = ""
    rejected: bool = False
    gone: bool = False
    retaken_at: str = ""
    turn: bool = False
    next: bool = False
    shown: Shown | None = None
    approvals: tuple[Approval, ...] = ()
    late: str = ""
    lacks: str = ""
    repository: str = ""
    free: bool = False

    @property
    def approved(self) -> bool:
        """Whether a maintainer has approved what would land."""
        return not all(approval.lapsed for approval in self.approvals)

    @property
    def pull(self) -> Pull | None:
        """The open pull request, if there is one; rather one that leads into the base branch."""
        return next(iter(self._open), None)

    @property
    def spare(self) -> tuple[Pull, ...]:
        """Further open pull requests: somebody has reopened an earlier one."""
        return self._open[1:]

    @property
    def _open(self) -> tuple[Pull, ...]:
        open_ = (pull for pull in self.pulls if pull.is_open)
        return tuple(sorted(open_, key=lambda pull: pull.astray))

    @property
    def is_open(self) -> bool:
        """Whether the issue is open, or somebody has taken the work up again since it closed."""
        if self.issue is None:
            return False
        reopened = max((pull.reopened_at for pull in self.pulls), default="")
        return self.issue.is_open or max(reopened, self.retaken_at) > self.issue.closed_at

    @property
    def closed(self) -> tuple[Pull, ...]:
        """The pull requests that ended, in the order in which they did."""
        ended = (pull for pull in self.pulls if not pull.is_open)
        return tuple(sorted(ended, key=lambda pull: pull.closed_at))
