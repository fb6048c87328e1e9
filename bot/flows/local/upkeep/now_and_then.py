"""How often is kept what a job has seen so far, so that a run that is killed loses little?"""

from collections.abc import Callable

from bot.model.upkeep.kept import Observations
from bot.model.upkeep.meanwhile import Keep


def now_and_then(
    write: Callable[[Observations], object], seconds: float, clock: Callable[[], float]
) -> Keep:
    """Give a function that is offered what was seen, and writes it once in so many seconds."""
    due = clock() + seconds

    def keep(seen: Callable[[], Observations]) -> None:
        nonlocal due
        if clock() >= due:
            write(seen())
            due = clock() + seconds

    return keep
