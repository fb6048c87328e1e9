"""What would a run do on GitHub? Everything is read, and nothing is changed."""

from collections.abc import Iterable, Sequence

from bot.flows.github.facts.doors import Github
from bot.model.github.diff import Diff
from bot.model.github.plan import Action, Merge, OpenIssue, OpenPull, Push, Say
from bot.model.github.result import ActionResult, Done, DryMerged, Opened, Pushed, Said
from bot.model.github.world import World


class DryRun:
    """GitHub as a dry run sees it: it answers every action as if it had been performed."""

    def __init__(self, github: Github, world: World | None = None) -> None:
        """Read from `github`, and never write to it; `world` is what was read already."""
        self._github = github
        self._number = _newest(world) if world else 0

    @property
    def near_limit(self) -> str:
        """Why to stop now, as a sentence; "" while there is no reason."""
        return self._github.near_limit

    def read(self, numbers: Iterable[int] | None = None) -> World:
        """List what there is, and read these submissions whole, or all that have not ended."""
        world = self._github.read(numbers)
        self._number = _newest(world)
        return world

    def look(self, world: World, numbers: Iterable[int] | None = None) -> World:
        """Read these submissions whole, or all that have not ended, unless they were so."""
        return self._github.look(world, numbers)

    def may_command(self, login: str) -> bool:
        """Ask whether a person may write."""
        return self._github.may_command(login)

    def diff(self, head: str, base: str) -> Diff | None:
        """Read what a commit changes, seen from the base."""
        return self._github.diff(head, base)

    def declined(self) -> Sequence[str]:
        """Read title and body of all issues that a maintainer has declined."""
        return self._github.declined()

    def perform(self, action: Action) -> ActionResult:
        """Answer with what would come of an action.

        A merge is as far as a dry run goes: the commit that follows from it cannot be known.
        """
        if isinstance(action, Merge):
            return DryMerged()
        if isinstance(action, Push):
            return Pushed("0" * 40)
        if isinstance(action, OpenPull | OpenIssue):
            self._number += 1
            return Opened(self._number)
        return Said(action.comment or 0) if isinstance(action, Say) else Done()


def _newest(world: World) -> int:
    return max([*world.issues, *world.pulls, 0])
