"""Which jobs have not run for long, and is it time to remind the maintainers?"""

from bot.model.github.world import days_between
from bot.model.upkeep.kept import JOBS, Job, Observations

# A weekly job that has missed two runs does not run any more: GitHub switches the schedules of a
# repository off in which nothing has happened for sixty days.
LATE = 14
QUIET = 14
A_MONTH = 30


def late(seen: Observations, today: str) -> tuple[Job, ...]:
    """Name the jobs that have run once, and not for two weeks."""
    return tuple(
        job for job in JOBS if job in seen.runs and days_between(seen.runs[job].on, today) >= LATE
    )


def is_due(today: str, oldest: int, last_act: str, reminded: str) -> bool:
    """Tell whether to remind: for two weeks something waits and nobody acts, once a month.

    `oldest` is for how many days the first of what waits has done so, `last_act` and `reminded`
    when a maintainer acted and the bot reminded last, "" for never.
    """
    quiet = not last_act or days_between(last_act, today) >= QUIET
    rested = not reminded or days_between(reminded, today) >= A_MONTH
    return oldest >= QUIET and quiet and rested
