"""Where on GitHub is kept what upkeep saw and what people decided, and how does it get there?

What was seen stands on a branch of its own, one commit on top of the base branch, which no pull
request leads from: it conflicts with nothing and leaves no history. What people decided comes into
`data/upkeep.json` by a pull request that is merged at once, since it decides nothing anew.
"""

from typing import NamedTuple

from bot.errors import GitError
from bot.flows.github.reconcile import MOST_ROUNDS, Run
from bot.flows.github.rolling import Rolling, next_step
from bot.model.github.outcome import FileText
from bot.model.github.plan import Commit, Push
from bot.model.github.world import DECISIONS, SEEN
from bot.model.upkeep.kept import Decisions, Observations
from bot.store import upkeep

TITLE = "Keep what was decided, and when the list was looked at"
BODY = (
    "What maintainers decided on the dashboard and on upkeep's pull request, and the day on which "
    "each job last looked at the whole list. It is merged at once: it decides nothing anew."
)
SEEN_TITLE = "What upkeep saw; this branch is made anew each time and is never merged"


class UpkeepFacts(NamedTuple):
    """What people decided, as the base branch has it, and what upkeep saw last.

    `suggested` are works that somebody has suggested and that wait, or were declined, as far as a
    job has asked for them.
    """

    decisions: Decisions
    seen: Observations
    suggested: frozenset[str] = frozenset()


def kept(run: Run) -> UpkeepFacts:
    """Read both; raises InvalidError for decisions that cannot be read."""
    decisions = upkeep.parse(run.checkout.text(run.world.tip, upkeep.DECISIONS))
    head, text = run.world.branches.get(SEEN), None
    try:
        text = run.checkout.text(head, upkeep.OBSERVATIONS) if head else None
    except GitError:
        text = None
    return UpkeepFacts(decisions, upkeep.remembered(text))


def remember(run: Run, seen: Observations) -> bool:
    """Put what was seen on its branch; False where GitHub refuses it."""
    text, head = upkeep.dump_observations(seen), run.world.branches.get(SEEN)
    file = FileText(upkeep.OBSERVATIONS, text)
    push = Push(SEEN, run.world.tip, (file,), f"{SEEN_TITLE}\n", head)
    return run.perform(0, push)


def land(run: Run, decisions: Decisions) -> None:
    """Bring decisions onto the base branch, and read the list anew once they are there."""
    for _ in range(MOST_ROUNDS):
        text = upkeep.dump(decisions)
        there = run.checkout.text(run.world.tip, upkeep.DECISIONS) or upkeep.dump(Decisions())
        files = (FileText(upkeep.DECISIONS, text),)
        commits = (Commit(f"{TITLE}\n", files),) if text != there else ()
        action = next_step(run, Rolling(DECISIONS, TITLE, BODY, commits, TITLE, lands=True))
        if action is None or not run.perform(0, action):
            return
        if run.stale:
            run.reload()
