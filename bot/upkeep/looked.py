"""On which day had a job last looked at the whole list?"""

from bot.model.github.world import days_between
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Decisions, Job, Observations
from bot.upkeep.links.ways import links_of

# What could not be asked for a while is no reason to say that nobody looks.
MOST_OF = 0.9
RECENT = 14


def checked(job: Job, catalog: Catalog, seen: Observations, decisions: Decisions) -> str:
    """Give the day of a job's last run, if nine in ten were looked at in the two weeks before it.

    Nine in ten of what is listed, whether it was ever looked at or not. Else the day that is known
    already, "" for none.
    """
    ran, before = seen.runs.get(job), decisions.checked.get(job, "")
    if ran is None:
        return before
    days = _days(job, catalog, seen)
    recent = sum(bool(day) and days_between(day, ran.on) <= RECENT for day in days)
    return ran.on if recent >= MOST_OF * len(days) else before


def _days(job: Job, catalog: Catalog, seen: Observations) -> list[str]:
    """Give when all that a job looks at was looked at last, "" for never."""
    if job == "links":
        states = [seen.links.get(url) for url in links_of(catalog)]
        return [state.looked if state else "" for state in states]
    works = [paper.id for paper in catalog.papers if paper.ids]
    return [seen.works.get(id_, "") for id_ in works] if job == "metadata" else []
