"""Which submissions does a run look at: those an event names, or all?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.flows.github.attempt import attempt, leave_alone
from bot.flows.github.decide.acts import gone
from bot.flows.github.facts.claims import asked_at
from bot.flows.github.facts.doors import Github, History
from bot.flows.github.facts.submissions import (
    OVERDUE,
    approved,
    as_reopened,
    in_turn,
    is_due,
    open_submissions,
    overdue,
    ready_pulls,
)
from bot.flows.github.hints import give_hints
from bot.flows.github.offers import take_offers
from bot.flows.github.reconcile import Run
from bot.flows.github.runs.broken import broken_steps
from bot.flows.github.runs.dry_run import DryRun
from bot.flows.github.runs.first_day import leave_earlier, told
from bot.model.github.account import Account
from bot.model.github.result import LogEntry
from bot.model.github.world import is_number, issue_of
from bot.model.papers.metadata import LookUp, Search
from bot.model.submissions.status import WINDOW


def start(
    github: Github,
    checkout: History,
    look_up: LookUp,
    login: str,
    searches: Mapping[str, Search] | None = None,
) -> Run:
    """Read what there is on GitHub, and the list; nothing is changed yet."""
    world = github.read(())
    run = Run(github, checkout, look_up, Account(login), world, searches=searches or {})
    run.reload()
    if run.settings.mode == "watch":
        run.github = DryRun(github, run.world)
    _leave_others(run)
    return run


def reconcile_all(run: Run) -> None:
    """Look at every open submission, and at whatever a pull request still hangs on."""
    _look(run)
    if run.earlier:
        run.done.append(LogEntry(0, told(run.earlier)))
    reverted = gone(run.world, run.base, run.bot)
    _reconcile(run, sorted({*_open(run), *reverted}))
    give_hints(run)


def _open(run: Run) -> list[int]:
    """List the open submissions, with what a maintainer has made one."""
    taken_up = run.taken_up - run.world.unread
    return sorted({*open_submissions(run.world, run.bot), *taken_up})


def _look(run: Run, numbers: Sequence[int] | None = None) -> None:
    """Read these submissions whole, or all that have not ended; none of earlier days."""
    run.look(numbers)
    _leave_others(run)


def _leave_others(run: Run) -> None:
    """Take out of what was just read what is of earlier days, or people's own business."""
    leave_earlier(run)
    take_offers(run)


def reconcile_these(run: Run, numbers: Sequence[int]) -> None:
    """Look at some submissions, at up to five never answered, at the approved, and what is due.

    A schedule that sleeps is made up for by the events: each looks at so many of those on which
    something seems to have happened, or time has passed, that all get their turn as long as
    anybody writes. The number of a pull request stands for its issue's.
    """
    _look(run, numbers)
    pulls = run.world.pulls
    named = (pulls[number].issue if number in pulls else number for number in numbers)
    silent = overdue(run.world, run.bot)
    wanted = {*named, *silent[:OVERDUE], *approved(run.world)}
    open_ = set(_open(run))
    due = {number for number in open_ - wanted - {*silent} if is_due(number, run.world, run.bot)}
    others = in_turn(due, run.world)
    _reconcile(run, [*sorted(wanted & open_), *others])
    give_hints(run, numbers)


def looked_at(run: Run) -> str:
    """Say how many of the open submissions were looked at; "" if nobody was to look at any."""
    left = set(_open(run))
    if not run.seen:
        return ""
    missed = len(left - run.seen)
    every = f"{len(run.seen | left)} open submissions were looked at"
    return f"{len(run.seen)} of {every}" if missed else f"all {every}"


def _reconcile(run: Run, numbers: Sequence[int]) -> None:
    """Settle submissions, as they asked for what they ask for, and again what may have changed.

    After a merge that is what of them is still open, and the pull requests that may be computed
    afresh; and what waits for another submission that asks for something else by now.
    """
    for action in broken_steps(run.world, run.broken, run.bot):
        run.perform(0, action)
    leave_alone(run, numbers)
    again: dict[int, None] = {}
    wanted: Sequence[int] = _as_asked(run, numbers)
    while wanted:
        tip = run.world.tip
        if not run.github.near_limit:
            _look(run, wanted)
        if not all(_is_reconciled(run, number, again) for number in wanted):
            return
        if run.world.tip == tip:
            break
        ready = [pull.issue for pull in ready_pulls(run.world)[:WINDOW]]
        left = set(_open(run))
        wanted = _as_asked(run, {*numbers, *ready} & left)
    if all(_is_reconciled(run, number, again) for number in _as_asked(run, _behind_others(run))):
        _once_more(run, again)


def _behind_others(run: Run) -> list[int]:
    """Give what was found to wait for another submission, to be judged once more."""
    keys = [key for key, judgement in run.judgements.items() if judgement.review.waiting_for]
    for key in keys:
        del run.judgements[key]
    return [number for number, _, _ in keys]


def _as_asked(run: Run, numbers: Iterable[int]) -> list[int]:
    """Put submissions in the order in which they asked for what they ask for now."""
    return sorted(numbers, key=lambda number: (_asked(run, number), number))


def _asked(run: Run, number: int) -> str:
    issue = run.world.issues.get(number)
    try:
        return asked_at(as_reopened(issue, run.world.pulls_of(number))) if issue else ""
    except Exception:  # noqa: BLE001 - of one among many, which are to go on
        return ""


def _is_reconciled(run: Run, number: int, again: dict[int, None]) -> bool:
    """Settle one submission; False if the run has to stop here and go on next time.

    One about which GitHub gave no proper answer is added to `again`.
    """
    if number in run.aside or number in again:
        run.seen.add(number)
        return True
    if number in run.world.unread:
        return True
    if _has_to_stop(run, number):
        return False
    run.seen.add(number)
    if not attempt(run, number, last=False):
        again[number] = None
    return True


def _once_more(run: Run, numbers: Iterable[int]) -> None:
    """Try again what GitHub had no proper answer about, from what it says by now."""
    if numbers:
        run.world = run.github.read()
        run.reload()
        _leave_others(run)
    for number in numbers:
        if _has_to_stop(run, number):
            return
        attempt(run, number)


def _has_to_stop(run: Run, number: int) -> bool:
    reason = run.github.near_limit
    if reason:
        run.done.append(LogEntry(0, f"stopped before #{number}, to go on next time: {reason}"))
    return bool(reason)


def numbers_of(event: Mapping[str, Any]) -> Iterator[int]:
    """Give the issues that an event's payload is about; payloads are GitHub's, and partial.

    An event is only a hint: what it says is not used, except for where to look.
    """
    for place in (("pull_request", "head", "ref"), ("workflow_run", "head_branch")):
        branch = _at(event, place)
        if isinstance(branch, str) and (number := issue_of(branch)):
            yield number
    for place in (("issue", "number"), ("pull_request", "number")):
        number = _at(event, place)
        if is_number(number):
            yield number


def _at(event: Mapping[str, Any], place: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON
    """Give what stands at a place in a payload, None where the place is not there."""
    value: Any = event
    for key in place:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
