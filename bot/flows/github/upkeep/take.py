"""Which candidates that maintainers have taken are to become issues, submissions like any other?"""

from bot.flows.github.reconcile import Run
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.model.form import PAPER_LABEL
from bot.model.github.plan import OpenIssue
from bot.model.upkeep.candidate import Candidate
from bot.render.github.upkeep.filed import filed
from bot.upkeep.board.candidates import taken


def take(run: Run, facts: UpkeepFacts) -> None:
    """Open an issue for each that has none yet; the next run reviews it."""
    if run.base is None:
        return
    for candidate, by in taken(facts.seen.candidates, facts.decisions):
        if not _is_filed(run, candidate):
            title, body = filed(candidate, by, run.base.listing)
            run.perform(0, OpenIssue(title, body, (PAPER_LABEL,)))


def _is_filed(run: Run, candidate: Candidate) -> bool:
    """Tell whether the bot has opened it before: what it writes into the form is the address."""
    return any(
        run.bot.wrote(issue) and candidate.url in issue.body.split()
        for issue in run.world.issues.values()
    )
