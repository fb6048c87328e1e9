"""Are people's decisions kept, is what upkeep saw proposed, and does the dashboard say so?

Level-triggered as all of the bot: whatever the jobs saw stands on its branch, and each sweep
brings the rest to where it should be. Nothing happens before a job has run for the first time.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.errors import BotError, InvalidError
from bot.flows.github.reconcile import Run
from bot.flows.github.rolling import pull_of
from bot.flows.github.set_aside import traced
from bot.flows.github.upkeep.board import dashboard_of, heard, is_told, remind, show, who_ticked
from bot.flows.github.upkeep.keep import UpkeepFacts, kept, land
from bot.flows.github.upkeep.propose import acknowledged, declined, dropped, propose
from bot.flows.github.upkeep.take import closed, take
from bot.model.commands.given import OBEYED, REFUSED
from bot.model.github.plan import Acknowledge
from bot.model.github.result import LogEntry
from bot.model.github.world import SEEN, UPKEEP
from bot.model.upkeep.kept import JOBS, Decisions, Job
from bot.upkeep.board import candidates, idle, likely
from bot.upkeep.board.boxes import Tick, obeyed_in, ticks
from bot.upkeep.board.late import late
from bot.upkeep.board.orders import HeardOrder, from_comments, from_ticks
from bot.upkeep.links.outcome import findings
from bot.upkeep.looked import checked

MOST_UNHEARD = 5


class Ticked(NamedTuple):
    """The ticked boxes of the dashboard, and who stands for them."""

    boxes: frozenset[Tick]
    by: str


NO_TICKS = Ticked(frozenset(), "")


def settle(run: Run, numbers: Iterable[int] | None = None) -> None:
    """Settle all of it; where an event is about these `numbers`, only if one of them is ours.

    Else an event's run says no more than that a job has stopped.
    """
    if SEEN not in run.world.branches or run.base is None:
        return
    try:
        _settled(run, kept(run), numbers)
    except InvalidError as error:
        run.done.append(LogEntry(0, f"upkeep waits: {error.problems[0]}"))
    except BotError:
        raise
    except Exception as error:  # noqa: BLE001 - submissions are settled all the same
        run.done.append(LogEntry(0, "upkeep could not be settled, and waits:"))
        run.done += [LogEntry(0, f"| {line}") for line in traced(error)]


def _settled(run: Run, facts: UpkeepFacts, numbers: Iterable[int] | None) -> None:
    if numbers is None or _is_ours(run, facts, numbers):
        _settle(run, facts)
    elif late(facts.seen, run.world.today):
        issue = dashboard_of(run, facts)
        if issue and issue.is_open and not is_told(issue, facts.seen, run.world.today):
            show(run, facts)


def _is_ours(run: Run, facts: UpkeepFacts, numbers: Iterable[int]) -> bool:
    issue, pull = dashboard_of(run, facts), pull_of(run, UPKEEP)
    ours = {thread.number for thread in (issue, pull) if thread}
    return not ours.isdisjoint(numbers)


def _settle(run: Run, facts: UpkeepFacts) -> None:
    _look_whole(run)
    words, ticked = _words(run, facts), _ticked(run, facts)
    wanted = _decided(run, facts, words, ticked)
    if wanted != facts.decisions:
        land(run, wanted)
        facts = facts._replace(decisions=kept(run).decisions)
    obeyed = frozenset[int]()
    # What is not on the base branch yet is no decision yet: its comment gets no reaction, and its
    # box stays ticked.
    if wanted.decisions == facts.decisions.decisions:
        for sign in (*_signs(run, facts, words), *acknowledged(run, facts)):
            run.perform(0, sign)
        obeyed = frozenset(word.comment for word in words if word.decision)
    else:
        ticked = NO_TICKS
    if closing := declined(run):
        run.perform(0, closing)
    take(run, facts)
    propose(run, facts)
    words = [word for word in _words(run, facts) if word.comment not in obeyed]
    refusals = [word.refusal for word in words if word.refusal]
    show(run, facts, tuple(refusals[-MOST_UNHEARD:]), ticked.boxes, obeyed)
    _note_number(run, facts)
    remind(run, facts)


def _look_whole(run: Run) -> None:
    """Read the thread of the rolling pull request, of which lists show only the name."""
    if pull := pull_of(run, UPKEEP):
        run.look([pull.number])


def _words(run: Run, facts: UpkeepFacts) -> list[HeardOrder]:
    issue = dashboard_of(run, facts)
    if issue is None or run.base is None:
        return []
    links = findings(run.base.catalog, facts.seen.links, facts.decisions)
    may, today = run.github.may_command, run.world.today
    comments = heard(issue)
    return [
        *from_comments(comments, links, may, run.bot, today),
        *candidates.from_comments(comments, facts.seen.candidates, may, run.bot, today),
        *idle.from_comments(comments, may, run.bot),
    ]


def _ticked(run: Run, facts: UpkeepFacts) -> Ticked:
    """Give the boxes that are ticked, unless GitHub does not show by whom."""
    issue = dashboard_of(run, facts)
    boxes, by = (ticks(issue.body), who_ticked(run, issue)) if issue else (frozenset[Tick](), "")
    return Ticked(boxes, by) if by else NO_TICKS


def _decided(
    run: Run, facts: UpkeepFacts, words: Sequence[HeardOrder], ticked: Ticked
) -> Decisions:
    """Give the decisions as they should be kept, with the days on which the jobs saw all."""
    issue, today = dashboard_of(run, facts), run.world.today
    new = [word.decision for word in words if word.decision]
    if run.base and ticked.boxes and run.github.may_command(ticked.by):
        links = findings(run.base.catalog, facts.seen.links, facts.decisions)
        new += from_ticks(ticked.boxes, links, facts.seen.doubts, ticked.by, today)
        new += likely.from_ticks(ticked.boxes, facts.seen.likely, ticked.by, today)
        new += candidates.from_ticks(ticked.boxes, facts.seen.candidates, ticked.by, today)
    decided = facts.decisions.decided([*closed(run, facts), *new, *dropped(run, facts)])
    days = _checked(run, facts)
    update: dict[str, object] = {"checked": {job: day for job, day in days.items() if day}}
    if issue and facts.decisions.dashboard is None:
        update["dashboard"] = issue.number
    return decided.model_copy(update=update)


def _checked(run: Run, facts: UpkeepFacts) -> dict[Job, str]:
    if run.base is None:
        return dict(facts.decisions.checked)
    return {job: checked(job, run.base.catalog, facts.seen, facts.decisions) for job in JOBS}


def _signs(run: Run, facts: UpkeepFacts, words: Sequence[HeardOrder]) -> list[Acknowledge]:
    issue = dashboard_of(run, facts)
    if issue is None or issue.locked:
        return []
    unsigned = {comment.id for comment in issue.comments if not comment.signs}
    decided = {word.comment for word in words if word.decision} | obeyed_in(issue.body)
    heard_in = decided | {word.comment for word in words}
    return [
        Acknowledge(issue.number, comment, OBEYED if comment in decided else REFUSED)
        for comment in sorted(heard_in & unsigned)
    ]


def _note_number(run: Run, facts: UpkeepFacts) -> None:
    """Keep the dashboard's number as soon as there is one, so that it is never made twice."""
    issue = dashboard_of(run, facts)
    if issue and facts.decisions.dashboard is None:
        land(run, facts.decisions.model_copy(update={"dashboard": issue.number}))
