"""What does a job of upkeep see, with the list as GitHub has it, and how is that kept?

A job asks others for minutes, so it changes nothing but its own branch, and holds up nobody who
does; each sweep proposes and shows what it saw. It may keep what it has seen so far, since a run
that is cancelled or out of its time is killed.
"""

from collections.abc import Callable
from contextlib import suppress

from bot.errors import BotError
from bot.flows.github.reconcile import Run
from bot.flows.github.upkeep.keep import UpkeepFacts, kept, remember
from bot.flows.github.upkeep.suggested import suggested
from bot.model.github.result import LogEntry
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Job, Observations, Ran
from bot.text.clean import clean

LONGEST_FAULT = 300
Write = Callable[[Observations], object]
LookAtList = Callable[[Catalog, UpkeepFacts, str, Write], Observations]


def look(run: Run, name: Job, job: LookAtList) -> None:
    """Let a job look at the list at the base branch's tip, and keep what it saw.

    That it broke off is kept, too, for the dashboard, and raised again.
    """
    if run.base is None:
        run.done.append(LogEntry(0, run.broken))
        return
    before = kept(run)
    last = before.seen

    def write(so_far: Observations) -> None:
        nonlocal last
        last = so_far
        with suppress(BotError):  # at its end at the latest it is kept all the same
            remember(run, so_far)

    try:
        if name == "discover":
            before = before._replace(suggested=suggested(run, before))
        seen = job(run.base.catalog, before, run.world.today, write)
    except Exception as error:
        # What others' errors say may hold anything; the workflow's own log takes secrets out.
        fault = clean(str(error))[:LONGEST_FAULT] if isinstance(error, BotError) else ""
        broken = Ran(on=run.world.today, said=fault or type(error).__name__, failed=True)
        remember(run, last.model_copy(update={"runs": last.runs | {name: broken}}))
        raise
    ran = seen.runs.get(name)
    if ran and before.seen.runs.get(name) != ran:
        run.done.append(LogEntry(0, f"{name}: {ran.said}"))
    remember(run, seen)
