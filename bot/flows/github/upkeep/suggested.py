"""Which works has somebody suggested that wait, or that a maintainer has declined?

Neither is to be offered as a candidate: the one has been suggested, the other is not wanted.
"""

from bot.flows.github.reconcile import Run
from bot.flows.github.upkeep.board import dashboard_of
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.identify import canonical, links_in


def suggested(run: Run, kept: UpkeepFacts) -> frozenset[str]:
    """Give the works that open and declined issues name, but for the dashboard's."""
    own = dashboard_of(run, kept)
    waiting = [
        f"{issue.title}\n{issue.body}"
        for issue in run.world.issues.values()
        if issue.is_open and not (own and issue.number == own.number)
    ]
    texts = (*waiting, *run.github.declined())
    works = (canonical(link) for text in texts for link in links_in(text))
    return frozenset(work for work in works if work)
