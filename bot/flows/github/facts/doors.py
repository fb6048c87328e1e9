"""What does a run ask of GitHub and of the checkout?"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.model.github.diff import Diff
from bot.model.github.plan import Action
from bot.model.github.result import ActionResult
from bot.model.github.world import World


class Github(Protocol):
    """What a run asks of GitHub: the door, or a dry run of it."""

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

    def declined(self) -> Sequence[str]:
        """Read title and body of all issues that a maintainer has declined."""
        ...

    def perform(self, action: Action) -> ActionResult:
        """Perform an action."""
        ...


class History(Protocol):
    """What a run asks of the checkout: the git door, or, in the tests, one in memory."""

    def text(self, sha: str, path: str) -> str | None:
        """Give the text of `path` at the commit `sha`, or None if there is no such file."""
        ...

    def message(self, sha: str) -> str:
        """Give the message of a commit."""
        ...

    def parents(self, sha: str) -> Sequence[str]:
        """Give the parents of a commit, the branch's own first."""
        ...

    def merge_base(self, one: str, other: str) -> str | None:
        """Give the newest commit that two commits have in common."""
        ...

    def changed_paths(self, before: str, after: str) -> Sequence[str]:
        """Give the paths that differ between two commits."""
        ...

    def merges(self, one: str, other: str) -> str | None:
        """Give the tree of a merge, or None if it conflicts."""
        ...

    def text_of_tree(self, tree: str, path: str) -> str | None:
        """Give the text of a file in a tree."""
        ...

    def has(self, sha: str) -> bool:
        """Tell whether a commit is here."""
        ...

    def first_made(self, sha: str, path: str) -> int | None:
        """Give when a file came into the history of a commit, in seconds since 1970."""
        ...

    def fetch(self, names: Sequence[str]) -> None:
        """Fetch commits or branches."""
        ...
