"""Who is told while a job of upkeep asks others for minutes: of what it does, and has seen?"""

from collections.abc import Callable
from typing import NamedTuple

from bot.model.progress import Progress
from bot.model.upkeep.kept import Observations

# Offered what was seen so far, it keeps that where it is time to; nothing is computed in vain.
Keep = Callable[[Callable[[], Observations]], None]


def forget(_: Callable[[], Observations]) -> None:
    """Keep nothing before a job has ended."""


class Meanwhile(NamedTuple):
    """How far a job is may be drawn; what it has seen may be kept, in case that it is killed."""

    draw: Progress | None = None
    keep: Keep = forget


NOBODY = Meanwhile()
