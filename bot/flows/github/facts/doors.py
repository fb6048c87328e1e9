"""What does a run ask of GitHub and of the checkout?"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.flows.github.facts.branch import History
from bot.model.github.diff import Diff
from bot.model.github.plan import Action
from bot.model.github.result import ActionResult
from bot.model.github.world import World


class Reader(Protocol):
    """What a run, and a rehearsal of one, ask of GitHub without changing anything."""

    @property
    def near_limit(self) -> str:
        """Why to stop now, as a sentence; "" while there is no reason."""
        ...

    def read(self, numbers: Iterable[int] | None = None) -> World:
        """List what there is, and read these submissions whole, or all that have not ended."""
        ...

    def look(self, world: World, numbers: Iterable[int] | None = None) -> World:
        """Read these submissions whole, or all that have not ended, unless they were so."""
        ...

    def may_command(self, login: str) -> bool:
        """Ask whether a person may write."""
        ...

    def diff(self, head: str, base: str) -> Diff | None:
        """Read what a commit changes, seen from the base; None where they share nothing."""
        ...


class Github(Reader, Protocol):
    """What a run asks of GitHub: the door, or a rehearsal of it."""

    def perform(self, action: Action) -> ActionResult:
        """Perform an action."""
        ...


class Checkout(History, Protocol):
    """What a run asks of the checkout."""

    def has(self, sha: str) -> bool:
        """Tell whether a commit is here."""
        ...

    def first_made(self, sha: str, path: str) -> int | None:
        """Give when a file came into the history of a commit, in seconds since 1970."""
        ...

    def fetch(self, names: Sequence[str]) -> None:
        """Fetch commits or branches."""
        ...
