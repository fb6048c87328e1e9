"""Does the dashboard say what is, and are the maintainers reminded when nobody acts?"""

from dataclasses import replace

from bot.discover.lacking import works_of
from bot.flows.github.reconcile import Run
from bot.flows.github.rolling import pull_of
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.model.commands.given import OBEYED
from bot.model.github.plan import EditIssue, OpenIssue, Say, Unsay
from bot.model.github.world import UPKEEP, Comment, Issue
from bot.model.upkeep.board import Board
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Doubt, Job, Observations
from bot.render.github.upkeep.dashboard import MARKER, TITLE, dashboard, reminder
from bot.upkeep.board.boxes import Tick, obeyed_in, ticked_by, ticks, with_ticks
from bot.upkeep.board.candidates import undecided
from bot.upkeep.board.late import is_due, late
from bot.upkeep.board.likely import unanswered
from bot.upkeep.board.queue import FOR_MAINTAINERS, FOR_SUBMITTERS, HELD, last_act, waiting
from bot.upkeep.links.outcome import findings

REMINDER = "<!-- bot:reminder -->"
# Of comments that take no sign, so many are named.
MOST_OBEYED = 50


def dashboard_of(run: Run, kept: UpkeepFacts) -> Issue | None:
    """Find the dashboard: by its number, once that is known, else by its author and marker.

    Somebody may have emptied the one whose number is known; then its title stands still.
    """
    issue_kept = run.world.issues.get(kept.decisions.dashboard or 0)
    if issue_kept and run.bot.wrote(issue_kept) and _is_one(issue_kept):
        return issue_kept
    boards = _boards(run)
    return next((issue for issue in boards if issue.is_open), boards[0] if boards else None)


def _boards(run: Run) -> list[Issue]:
    issues = (issue for _, issue in sorted(run.world.issues.items()))
    return [issue for issue in issues if run.bot.wrote(issue) and MARKER in issue.body]


def _is_one(issue: Issue) -> bool:
    return MARKER in issue.body or issue.title == TITLE


def show(
    run: Run,
    kept: UpkeepFacts,
    unheard: tuple[str, ...] = (),
    done: frozenset[Tick] = frozenset(),
    obeyed: frozenset[int] = frozenset(),
) -> None:
    """Let the dashboard say what is; made once, and left alone where a person has closed it.

    It names the comments that were `obeyed`, now or before, as long as they have no sign. Ticks
    that are `done` are taken away, all others stay, and still are those of who made them. It is
    read again right before it is written: where boxes were ticked meanwhile, the next run does.
    """
    issue = dashboard_of(run, kept)
    unsigned = (obeyed | obeyed_in(issue.body)) & _unsigned(issue) if issue else frozenset[int]()
    named = tuple(sorted(unsigned)[-MOST_OBEYED:])
    text = dashboard(replace(board(run, kept, unheard), obeyed=named))
    if issue is None:
        if kept.decisions.dashboard is None or kept.decisions.dashboard in run.world.missing:
            run.perform(0, OpenIssue(TITLE, text))
        return
    _close_others(run, issue)
    left, by = ticks(issue.body) - done, who_ticked(run, issue)
    if not issue.is_open or (left and not by):
        return
    wanted = with_ticks(text, left, by)
    if issue.body.replace("\r\n", "\n").strip() != wanted.strip():
        run.perform(0, EditIssue(issue.number, wanted, before=issue.body))


def _close_others(run: Run, issue: Issue) -> None:
    """Close what a second run has made at the same time, on which nobody's word would count."""
    for other in _boards(run):
        if other.is_open and other.number != issue.number:
            text = f"Two runs made a dashboard at once; what counts is #{issue.number}.\n"
            run.perform(0, EditIssue(other.number, text, before=other.body, close=True))


def _unsigned(issue: Issue) -> frozenset[int]:
    return frozenset(comment.id for comment in issue.comments if not comment.signs)


def heard(issue: Issue) -> tuple[Comment, ...]:
    """Give the comments of the dashboard; one that it names as obeyed bears the sign of that."""
    obeyed = obeyed_in(issue.body)
    return tuple(
        replace(comment, signs=comment.signs | {OBEYED}) if comment.id in obeyed else comment
        for comment in issue.comments
    )


def who_ticked(run: Run, issue: Issue) -> str:
    """Tell who stands for the ticked boxes: who edited the dashboard last, but for the bot."""
    by_bot = issue.editor in {"", run.bot.login}
    return ticked_by(issue.body) if by_bot else issue.editor


def board(run: Run, kept: UpkeepFacts, unheard: tuple[str, ...] = ()) -> Board:
    """Collect what the dashboard shows, from what the run has read already."""
    world, seen, base = run.world, kept.seen, run.base
    pull = pull_of(run, UPKEEP)
    waiting_links = findings(base.catalog, seen.links, kept.decisions) if base else ()
    return Board(
        maintainers=waiting(world, FOR_MAINTAINERS),
        submitters=waiting(world, FOR_SUBMITTERS),
        held=waiting(world, HELD),
        doubts=_doubts(run, kept),
        findings=waiting_links,
        warning=seen.warning or "",
        rolling=pull.number if pull else 0,
        likely=unanswered(seen.likely, kept.decisions),
        candidates=shown(run, kept),
        runs=seen.runs,
        late=late(seen, world.today),
        earlier=tuple(run.earlier),
        unheard=unheard,
        titles={paper.id: paper.title for paper in base.catalog.papers} if base else {},
    )


def _doubts(run: Run, kept: UpkeepFacts) -> tuple[Doubt, ...]:
    """Give the pairs about which nobody has decided, as far as both are listed still."""
    listed = {paper.id for paper in run.base.catalog.papers} if run.base else set()
    decided = {key for key, _ in kept.decisions.about("distinct")}
    return tuple(
        doubt
        for doubt in kept.seen.doubts
        if {doubt.a, doubt.b} <= listed and doubt.key not in decided
    )


def shown(run: Run, kept: UpkeepFacts) -> tuple[Candidate, ...]:
    """Give the candidates that nobody has listed, suggested or decided on since they were found."""
    listed = works_of(run.base.catalog) if run.base else frozenset[str]()
    own = dashboard_of(run, kept)
    issues = [issue for issue in run.world.issues.values() if not own or issue.number != own.number]
    return undecided(kept.seen.candidates, kept.decisions, listed, issues)


def is_told(issue: Issue, seen: Observations, today: str) -> bool:
    """Tell whether the dashboard says already which jobs do not run any more."""
    jobs: tuple[Job, ...] = late(seen, today)
    return all(f"`{job}` last ran on {seen.runs[job].on}" in issue.body for job in jobs)


def remind(run: Run, kept: UpkeepFacts) -> None:
    """Remind those who asked for it, by a comment that replaces the last."""
    issue = dashboard_of(run, kept)
    logins = run.base.listing.upkeep.notify if run.base else ()
    waits = waiting(run.world, FOR_MAINTAINERS)
    if issue is None or not issue.is_open or issue.locked or not logins or not waits:
        return
    old = reminders(run, issue)
    oldest = max(wait.days for wait in waits)
    reminded = max((comment.created_at for comment in old), default="")
    if not is_due(run.world.today, oldest, "", reminded):
        return
    acted = last_act(run.world, run.bot, run.github.may_command)
    if is_due(run.world.today, oldest, acted, reminded):
        text = reminder(waits, logins, REMINDER)
        beside = tuple(comment.id for comment in old)
        if run.perform(0, Say(issue.number, text, beside=beside)):
            for comment in old:
                run.perform(0, Unsay(issue.number, comment.id))


def reminders(run: Run, issue: Issue) -> list[Comment]:
    """Give the bot's reminders on the dashboard."""
    return [
        comment for comment in issue.comments if run.bot.wrote(comment) and REMINDER in comment.body
    ]
