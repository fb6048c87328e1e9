"""What does a pull request that edits the list by hand offer: which entries, how they become?

It is read from files that the bot makes from the data, or from the data themselves, before anyone
has judged it.
"""

from dataclasses import dataclass

from bot.errors import Problem
from bot.model.papers.paper import Paper

# Stands for the category of an entry that has none yet.
UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One entry as the pull request found it, and as it wrote it; None where there is none.

    Both are as far as the file tells, `before` under the id that the entry has in the list, `after`
    UNPLACED where the heading is none of the list's. `reason` is why an entry goes.
    """

    before: Paper | None = None
    after: Paper | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """All edits of one pull request, in the order of its files.

    `problems` say what could not be read, `leftovers` hold what was and is no part of an entry.
    """

    edits: tuple[Edit, ...] = ()
    problems: tuple[Problem, ...] = ()
    leftovers: tuple[str, ...] = ()
