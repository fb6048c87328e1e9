"""On which day had a job last looked at the whole list?"""

from bot.model.github.world import days_between
from bot.model.upkeep.kept import Decisions, Job, Observations

# What could not be asked for a while is no reason to say that nobody looks.
MOST_OF = 0.9
RECENT = 14


def checked(job: Job, seen: Observations, decisions: Decisions) -> str:
    """Give the day of a job's last run, if nine in ten were looked at in the two weeks before it.

    Else the day that is known already, "" for none.
    """
    ran, before = seen.runs.get(job), decisions.checked.get(job, "")
    if ran is None:
        return before
    days = _days(job, seen)
    recent = sum(days_between(day, ran.on) <= RECENT for day in days)
    return ran.on if recent >= MOST_OF * len(days) else before


def _days(job: Job, seen: Observations) -> list[str]:
    if job == "links":
        return [state.looked for state in seen.links.values()]
    return list(seen.works.values()) if job == "metadata" else []
