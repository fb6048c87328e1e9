"""What was open before the bot was switched on, and is not to hear from it by itself?

An owner who switches the bot on has open issues that nobody wrote to a bot. They are left alone
and told of in the summary of each sweep, until a maintainer takes one up by `/suggest`.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.flows.github.facts.submissions import is_hinted_at, is_submission, own_comment
from bot.flows.github.reconcile import Run
from bot.lifecycle.orders import orders_of
from bot.model.form import CORRECTION_LABEL, PAPER_LABEL
from bot.model.github.world import Issue, Pull, World, moment
from bot.model.state import State
from bot.render.github.submissions.pull import START
from bot.store import files

_KINDS = {PAPER_LABEL, CORRECTION_LABEL}
_STATES = frozenset(State)
_COMMAND = "suggest"


def leave_earlier(run: Run) -> None:
    """Take out of the run's world what the bot is to leave alone."""
    silent = [issue for issue in run.world.issues.values() if _is_silent(issue, run)]
    run.taken_up |= {issue.number for issue in silent if _is_suggested(issue, run)}
    strange = [pull for pull in run.world.pulls.values() if _is_strange(pull)]
    others = run.world.others
    if not silent and not strange and not others:
        return
    since = _since(run)
    left = [
        issue for issue in silent if issue.number not in run.taken_up and issue.created_at < since
    ]
    pulls = [pull.number for pull in strange if pull.created_at < since]
    numbers = {
        issue.number
        for issue in left
        if issue.head or is_submission(issue, run.bot) or is_hinted_at(issue, run.bot)
    }
    foreign = {number for number, made in others.items() if made < since} - run.world.issues.keys()
    run.earlier = sorted({*run.earlier, *numbers, *pulls, *foreign})
    run.world = _without(run.world, numbers, pulls)


def told(numbers: Iterable[int]) -> str:
    """Say in a sentence what is left alone."""
    named = ", ".join(f"#{number}" for number in numbers)
    return (
        f"open since before the bot was switched on, and so left as they are: {named}; a "
        "maintainer's /suggest takes an issue up"
    )


def _is_silent(issue: Issue, run: Run) -> bool:
    """Tell whether the bot has never had to do with an open issue; a locked one shows labels."""
    labels = set(issue.labels)
    marked = issue.locked and labels & _KINDS and labels & _STATES
    ours = any(START in pull.body for pull in run.world.pulls_of(issue.number))
    is_met = run.bot.wrote(issue) or own_comment(issue, run.bot)
    return issue.is_open and not (marked or ours or is_met)


def _is_suggested(issue: Issue, run: Run) -> bool:
    """Tell whether a maintainer has made an issue a submission; who cannot be told has not."""
    if not any(_COMMAND in comment.body.casefold() for comment in issue.comments):
        return False
    try:
        return orders_of(issue, issue.comments, run.github.may_command, run.bot).suggested
    except Exception:  # noqa: BLE001 - it is one of many, and the others are to go on
        return False


def _is_strange(pull: Pull) -> bool:
    """Tell whether a pull request only has a branch called like the bot's."""
    return pull.is_open and bool(pull.issue) and START not in pull.body


def _since(run: Run) -> str:
    """Tell when the bot was switched on; "" where nobody knows, so that nothing was before."""
    if run.settings.since:
        return run.settings.since
    seconds = run.checkout.first_made(run.world.tip, files.LIST)
    return moment(seconds) if seconds else ""


def _without(world: World, issues: Iterable[int], pulls: Iterable[int]) -> World:
    """Give the world without these issues, and all that hangs on them, and these pull requests."""
    gone, dropped = set(issues), set(pulls)
    return replace(
        world,
        issues={number: issue for number, issue in world.issues.items() if number not in gone},
        pulls={
            number: pull
            for number, pull in world.pulls.items()
            if number not in dropped and pull.issue not in gone
        },
    )
