"""What does a job of upkeep see, with the list as GitHub has it, and how is that kept?

A job asks others for minutes, so it changes nothing but its own branch, and holds up nobody who
does; each sweep proposes and shows what it saw.
"""

from collections.abc import Callable

from bot.flows.github.reconcile import Run
from bot.flows.github.upkeep.keep import Kept, kept, remember
from bot.model.github.result import LogEntry
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Observations

Job = Callable[[Catalog, Kept, str], Observations]


def look(run: Run, job: Job) -> None:
    """Let a job look at the list at the base branch's tip, and keep what it saw."""
    if run.base is None:
        run.done.append(LogEntry(0, run.broken))
        return
    before = kept(run)
    seen = job(run.base.catalog, before, run.world.today)
    for name, ran in sorted(seen.runs.items()):
        if before.seen.runs.get(name) != ran:
            run.done.append(LogEntry(0, f"{name}: {ran.said}"))
    remember(run, seen)
