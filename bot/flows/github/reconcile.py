"""What should GitHub say of every submission, and what is the difference to what it says?

Level-triggered: a run reads all that is, computes what should be, and does only the difference. It
remembers nothing that does not stand on GitHub, so that it can be stopped anywhere and run again,
and a second run does nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.errors import GitError, InvalidError
from bot.flows.github.decide.acts import acted
from bot.flows.github.decide.approval import Ground, People, considered, kept
from bot.flows.github.decide.build import BranchAndPull, build
from bot.flows.github.decide.filled_forms import with_forms
from bot.flows.github.decide.limits import limit, too_long
from bot.flows.github.decide.review_issue import (
    Aids,
    Reviewed,
    digest_of,
    is_correction,
    review_issue,
)
from bot.flows.github.facts.after import after
from bot.flows.github.facts.base import Base, base_at, bot_at
from bot.flows.github.facts.branch import Branch, facts, read_branch, with_adopted
from bot.flows.github.facts.claims import pending_before
from bot.flows.github.facts.doors import Github, History
from bot.flows.github.facts.submissions import as_reopened, memory_of, ready_pulls
from bot.flows.github.remarks import answered, refusal
from bot.flows.github.words import acknowledgements, comment
from bot.lifecycle.orders import Orders, orders_of
from bot.lifecycle.outcomes import outcomes, signs
from bot.lifecycle.state import state_of, told
from bot.lifecycle.steps import branch_steps, merge_step, missing_labels, talk_steps
from bot.model.form import CORRECTION_LABEL, PAPER_LABEL
from bot.model.github.account import Account
from bot.model.github.plan import Acknowledge, Action, Merge, Push, Say, Unsay
from bot.model.github.result import Behind, DryMerged, LogEntry, NotDone, Overtaken, Pushed
from bot.model.github.world import Issue, World, branch_of
from bot.model.lists.listing import Bot
from bot.model.papers.metadata import LookUp, Search
from bot.model.papers.offer import Offer
from bot.model.quotation import quoted
from bot.model.state import State
from bot.model.submissions.approval import Approval
from bot.model.submissions.status import WINDOW, BranchFacts, PlannedCommit, SubmissionStatus

MOST_ROUNDS = 8


@dataclass(slots=True)
class Run:
    """One run: the doors, the world as it stands by now, and what was done.

    Of submissions, `aside` are left alone, `failed` were set aside by this run for the first time,
    `unshown` GitHub could not show, `seen` were looked at, `earlier` are of before the first day,
    `taken_up` were made some; `offers` are what commits offer, `unreadable` why one is unknown.
    `stale` says that the base branch has moved.
    """

    github: Github
    checkout: History
    look_up: LookUp
    bot: Account
    world: World
    base: Base | None = None
    broken: str = ""
    merged: bool = False
    done: list[LogEntry] = field(default_factory=list)
    branches: dict[str, Branch] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    refused: dict[int, str] = field(default_factory=dict)
    turned_down: set[Action] = field(default_factory=set)
    behind: set[int] = field(default_factory=set)
    dry_merged: set[int] = field(default_factory=set)
    approvals: dict[str, Approval] = field(default_factory=dict)
    judgements: dict[tuple[int, str, bool], Reviewed] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    failed: list[int] = field(default_factory=list)
    unshown: set[int] = field(default_factory=set)
    stale: bool = False
    seen: set[int] = field(default_factory=set)
    settings: Bot = field(default_factory=Bot)
    earlier: list[int] = field(default_factory=list)
    taken_up: set[int] = field(default_factory=set)
    offers: dict[str, Offer | None] = field(default_factory=dict)
    unreadable: dict[int, Exception] = field(default_factory=dict)
    searches: Mapping[str, Search] = field(default_factory=dict)

    def reload(self) -> None:
        """Read the list at the base branch's tip; broken data stops every decision."""
        self._fetch()
        self.stale = False
        self.judgements.clear()
        self.branches.clear()
        self.fresh.clear()
        self.settings = bot_at(self.checkout, self.world.tip)
        self.bot = self.bot._replace(earlier=self.settings.earlier_logins)
        try:
            self.base, self.broken = base_at(self.checkout, self.world.tip), ""
        except InvalidError as error:
            self.base = None
            self.broken = f"the list itself has to be mended first: {quoted(error.problems[0])}"

    def _fetch(self) -> None:
        """Fetch what is not here; a branch that cannot be fetched is nobody's but its own."""
        wanted = (self.world.tip, *self.world.branches.values())
        lacking = [commit for commit in wanted if not self.checkout.has(commit)]
        try:
            self.checkout.fetch(lacking)
        except GitError:
            if self.world.tip in lacking:
                self.checkout.fetch([self.world.tip])

    def look(self, numbers: Iterable[int] | None = None) -> None:
        """Read these submissions whole, or all that have not ended; what is read is kept."""
        self.world = self.github.look(self.world, numbers)
        for number in sorted(self.world.unread - self.unshown):
            self.done.append(LogEntry(number, "GitHub did not show it; the next run looks again"))
        self.unshown |= self.world.unread
        self._fetch()

    def reconcile_one(self, number: int) -> None:
        """Bring one submission to where it should be."""
        for _ in range(MOST_ROUNDS):
            actions = [action for action in self._actions(number) if action not in self.turned_down]
            for action in actions:
                self.perform(number, action)
            if not actions or number in self.dry_merged or self.stale:
                break
        if number in self.world.issues and self.world.issues[number].locked:
            self.done.append(LogEntry(number, "locked, so nothing is said on it"))

    def perform(self, number: int, action: Action) -> bool:
        """Perform an action, and know from then on what it made so; False if it was refused.

        `number` is the submission's, 0 for what is done for none.
        """
        result = self.github.perform(action)
        if isinstance(result, Behind) and number not in self.behind:
            # It merges into exactly what it should, but has to be made on the tip first.
            self.behind.add(number)
            return False
        if isinstance(result, Overtaken):
            self.world = after(self.world, action, result, self.bot.login)
            return False
        if isinstance(result, NotDone):
            # A sign that is refused, as on a locked pull request, needs no word.
            if not isinstance(action, Acknowledge):
                self.refused[number] = refusal(action, result)
            self.turned_down.add(action)
            self.done.append(LogEntry(number, f"could not {action}: {result.message}"))
            return False
        self.done.append(LogEntry(number, str(action)))
        if isinstance(result, DryMerged):
            self.dry_merged.add(number)
            return False
        self.world = after(self.world, action, result, self.bot.login)
        if isinstance(action, Push) and isinstance(result, Pushed):
            branch = self.branches.get(action.branch) or Branch(action.branch, "")
            self.branches[action.branch] = branch._replace(head=result.commit, foreign="")
            self.fresh.add(action.branch)
        if isinstance(action, Merge):
            self.merged = self.stale = True
        return True

    def _actions(self, number: int) -> list[Action]:
        issue = self.world.issues.get(number)
        pulls = tuple(self.world.pulls_of(number))
        comments = (comment for pull in pulls for comment in pull.said)
        thread = (*(issue.comments if issue else ()), *comments)
        people = People(thread, self.github.may_command, self.bot)
        issue = as_reopened(issue, pulls) if issue else None
        orders = orders_of(issue, *people) if issue else Orders()
        status = SubmissionStatus(number=number, issue=issue, pulls=pulls, broken=self.broken)
        status = with_forms(status, self.base, self.world.name, self.bot)
        status, orders = acted(status, orders, people, self.base)
        self._claim(status, orders)
        return self._steps(self._decided(status, orders, people), orders)

    def _claim(self, status: SubmissionStatus, orders: Orders) -> None:
        """Let what the links of a held issue name be its own: a younger submission waits for it."""
        issue, held = status.issue, state_of(status, orders) is State.ON_HOLD
        if issue and self.base and held and not memory_of(issue, self.bot):
            self._reviewed(issue, orders, self.base, asking=False)

    def _decided(
        self, status: SubmissionStatus, orders: Orders, people: People
    ) -> SubmissionStatus:
        """Add the verdict, the branch and what it should hold, where that still matters."""
        issue, base = status.issue, self.base
        if issue is None or base is None or state_of(status, orders) is not State.WAITING:
            return status
        if reason := too_long(issue, base.listing):
            return replace(status, limit=reason)
        held = "" if orders.approval else limit(issue, self.world, base.listing, self.bot)
        name = (
            status.pull.branch if status.pull else branch_of(status.number, len(status.closed) + 1)
        )
        branch = self._branch(name, base, orders)
        reviewed = self._reviewed(issue, orders, base, asking=not held)
        review = with_adopted(reviewed.review, branch) if branch else reviewed.review
        reviewed = reviewed._replace(review=review)
        ready = [p.number for p in ready_pulls(self.world) if p.issue not in self.aside]
        status = replace(
            status,
            review=review,
            limit=held,
            turn=status.pull is not None and status.pull.number in ready[:WINDOW],
        )
        ground = Ground(base, branch, name in self.fresh, self.world.today, self.approvals)
        status = considered(status, orders, people, reviewed, ground)
        self.approvals |= {approval.word: approval for approval in status.approvals}
        status = replace(status, next=status.approved)
        if review.verdict != "accepted":
            return status
        try:
            built = build(reviewed, issue, orders, base, BranchAndPull(branch, status.pull))
        except InvalidError as error:
            # One submission that cannot be listed as it is must not stop the others.
            return replace(
                status, review=None, broken=f"it does not fit: {quoted(error.problems[0])}"
            )
        if branch is None:
            return replace(status, built=built)
        decides = (status.turn or status.next) and status.number not in self.behind
        merging = built if decides else None
        return replace(status, built=built, branch=self._facts(branch, reviewed, base, merging))

    def _branch(self, name: str, base: Base, orders: Orders) -> Branch | None:
        """Read a branch, once a run; what was handed back to the bot is nobody else's."""
        head = self.world.branches.get(name)
        if head is None:
            return None
        if name not in self.branches or self.branches[name].head != head:
            self.branches[name] = read_branch(self.checkout, name, head, base)
        branch = self.branches[name]
        if orders.refreshed > branch.refreshed:
            return branch.handed_back()
        return branch

    def _facts(
        self, branch: Branch, reviewed: Reviewed, base: Base, merging: PlannedCommit | None
    ) -> BranchFacts:
        """Say what a branch holds; `merging`, how it merges, since that decides something now."""
        name, head = branch.name, branch.head
        if name in self.fresh:
            return BranchFacts(name=name, head=head, current=True, clean=True, exact=True)
        current = branch.holds(reviewed.review, reviewed.memory.digest)
        if current and merging:
            return facts(self.checkout, branch, base, merging.files)
        return BranchFacts(name=name, head=head, current=current, foreign=branch.foreign)

    def _reviewed(self, issue: Issue, orders: Orders, base: Base, *, asking: bool) -> Reviewed:
        """Review an issue, once a run for each text of it, so that no service is asked twice.

        What waits for its turn is held against its memory alone: unless `asking`, nobody is asked.
        """
        key = (issue.number, digest_of(issue, orders), asking)
        if key not in self.judgements:
            memory = memory_of(issue, self.bot)
            pending = pending_before(issue.number, self.world, self.bot)
            look_up = self.look_up if asking else None
            aids = Aids(memory, pending, look_up, self.world.today, self.searches)
            self.judgements[key] = review_issue(issue, orders, base, aids)
        return self.judgements[key]

    def _steps(self, status: SubmissionStatus, orders: Orders) -> list[Action]:
        """List what is to be done now; what depends on something new comes in the next round."""
        state = state_of(status, orders)
        status = replace(status, refused=self.refused.get(status.number, ""))
        if not status.refused:
            if new := [*branch_steps(status, state)]:
                return new
            if merge := merge_step(status, state, self.world.methods):
                return [merge]
        if status.issue is None:
            return []
        state = told(status, state)
        kind = CORRECTION_LABEL if is_correction(status.issue) else PAPER_LABEL
        listing = self.base.listing if self.base else None
        results = outcomes(status, orders, state, listing, correction=kind == CORRECTION_LABEL)
        text = answered(status, state, orders, results, self.base)
        words: list[Say | Unsay | Acknowledge] = [
            *self._comment(status, status.issue, orders, text),
            *acknowledgements(status, signs(results, status)),
        ]
        steps = talk_steps(status, state, kind, words)
        return [*missing_labels((kind, state), self.world.labels), *steps]

    def _comment(
        self, status: SubmissionStatus, issue: Issue, orders: Orders, text: str
    ) -> Iterator[Say | Unsay]:
        """Give the comment as it should be, unless it is so already."""
        key = (issue.number, digest_of(issue, orders), not (status.limit or orders.held))
        reviewed = self.judgements.get(key)
        # What was found out is kept also while nothing is decided: main may be broken.
        memory = kept(status, reviewed.memory if reviewed else None, issue, self.bot)
        return comment(issue, text, memory, self.bot)
