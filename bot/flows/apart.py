"""Which one of many cannot be handled, and what comes of the others?

A fault of the bot's own in one entry is no reason to leave out the rest. What a person can mend is
none of this: such an error names every place already, and is raised.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.errors import BotError, Problem

T = TypeVar("T")
Handled = TypeVar("Handled")

# Beyond so many it is no longer a matter of single ones.
MOST_BAD = 50
LONGEST_NAME = 200


def handled(
    items: Sequence[T],
    attempt: Callable[[Sequence[T]], Handled],
    name: Callable[[T], Problem],
) -> tuple[Handled, tuple[Problem, ...]]:
    """Give what `attempt` makes of as many items as it can, and a problem for each of the others.

    `attempt` is given the items in their order; `name` says which one it is and where it stands.
    Raises BotError as `attempt` does, and its own error where no single item explains it.
    """
    left, bad = list(items), list[Problem]()
    while True:
        try:
            return attempt(left), tuple(bad)
        except BotError:
            raise
        except Exception as error:
            at = _first_bad(left, attempt)
            if at is None or len(bad) == MOST_BAD:
                raise
            bad.append(_told(name(left.pop(at)), error))


def _first_bad(items: Sequence[T], attempt: Callable[[Sequence[T]], object]) -> int | None:
    """Find the end of the shortest beginning that fails; None if already nothing at all does."""
    if _fails([], attempt):
        return None
    fine, failing = 0, len(items)
    while failing - fine > 1:
        middle = (fine + failing) // 2
        if _fails(items[:middle], attempt):
            failing = middle
        else:
            fine = middle
    return failing - 1 if items else None


def _fails(items: Sequence[T], attempt: Callable[[Sequence[T]], object]) -> bool:
    try:
        attempt(items)
    except BotError:
        return False
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return True
    return False


def _told(where: Problem, error: Exception) -> Problem:
    words = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_NAME]
    value = " ".join(where.value.split())[:LONGEST_NAME]
    return Problem(where.field, value, f"the bot could not handle this, and left it out ({words})")
