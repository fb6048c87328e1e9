"""Which candidates that maintainers have taken are to become issues, submissions like any other?"""

from collections.abc import Iterator

from bot.discover.lacking import works_of
from bot.flows.github.reconcile import Run
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.model.form import PAPER_LABEL
from bot.model.github.plan import OpenIssue
from bot.model.github.world import Issue
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Decision
from bot.render.github.upkeep.filed import filed
from bot.upkeep.board.candidates import CLOSED, TAKEN, Taken, taken


def take(run: Run, facts: UpkeepFacts) -> None:
    """Open an issue for each that has none yet; the next run reviews it."""
    if run.base is None:
        return
    for candidate, by in _taken(run, facts):
        if _issue_of(run, candidate) is None:
            title, body = filed(candidate, by, run.base.listing)
            run.perform(0, OpenIssue(title, body, (PAPER_LABEL,)))


def closed(run: Run, facts: UpkeepFacts) -> Iterator[Decision]:
    """Yield that the issue of one that was taken is closed, and the work not listed.

    GitHub is asked for few of the closed issues: what it does not show any more would be opened
    once more.
    """
    over = {
        candidate.work
        for candidate, _ in _taken(run, facts)
        if (issue := _issue_of(run, candidate)) and not issue.is_open
    }
    for decision in facts.decisions.decisions:
        if decision.about == "candidate" and decision.value == TAKEN and decision.key in over:
            yield decision.model_copy(update={"value": CLOSED})


def _taken(run: Run, facts: UpkeepFacts) -> list[Taken]:
    """Give those that were taken, but for what is listed, or was removed, by now."""
    listed = works_of(run.base.catalog) if run.base else frozenset[str]()
    some = taken(facts.seen.candidates, facts.decisions)
    return [taken for taken in some if taken.candidate.work not in listed]


def _issue_of(run: Run, candidate: Candidate) -> Issue | None:
    """Find the issue that the bot has opened: what it writes into the form is the address."""
    issues = run.world.issues.values()
    return next(
        (issue for issue in issues if run.bot.wrote(issue) and candidate.url in issue.body.split()),
        None,
    )
