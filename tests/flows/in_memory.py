"""What does the history of the stand-in's repository say, without starting git each time?

It answers as `bot.git.checkout.Checkout` on a clone does, which has tests of its own; a story of
hundreds of runs would else spend most of its time in starting programs.
"""

from collections.abc import Sequence

from tests.github_server import trees
from tests.github_server.history import Repository


class InMemory:
    """The history of a repository that lies beside the test."""

    def __init__(self, repo: Repository) -> None:
        """Read from `repo`; every commit is here at once."""
        self._repo = repo

    def has(self, sha: str) -> bool:
        """Tell whether a commit is here."""
        return self._repo.is_commit(sha)

    def first_made(self, sha: str, path: str) -> int | None:
        """Give when a file came into the history of a commit, in seconds since 1970."""
        commits = map(self._repo.objects.commit, self._repo.ancestors(sha))
        found = [each for each in commits if trees.find(self._repo.objects, each.tree, path)]
        return min((each.committer.seconds for each in found), default=None)

    def fetch(self, names: Sequence[str]) -> None:
        """Lack nothing."""

    def text(self, sha: str, path: str) -> str | None:
        """Give the text of a file at a commit, or None if there is no such file."""
        return self.text_of_tree(self._repo.objects.commit(sha).tree, path)

    def text_of_tree(self, tree: str, path: str) -> str | None:
        """Give the text of a file in a tree, or None if there is no such file."""
        entry = trees.find(self._repo.objects, tree, path)
        if entry is None:
            return None
        return self._repo.objects.blob(entry.sha).decode("utf-8", "replace")

    def message(self, sha: str) -> str:
        """Give the message of a commit."""
        return self._repo.objects.commit(sha).message

    def parents(self, sha: str) -> tuple[str, ...]:
        """Give the parents of a commit, the branch's own first."""
        return self._repo.objects.commit(sha).parents

    def merge_base(self, one: str, other: str) -> str | None:
        """Give the newest commit that two commits have in common."""
        found = self._repo.merge_bases(one, other)
        return found[0] if found else None

    def changed_paths(self, before: str, after: str) -> tuple[str, ...]:
        """Give the paths that differ between two commits."""
        objects = self._repo.objects
        old, new = objects.commit(before).tree, objects.commit(after).tree
        return tuple(sorted(trees.differing(objects, old, new)))

    def merges(self, one: str, other: str) -> str | None:
        """Give the tree of a merge, or None if it conflicts."""
        return self._repo.merge(one, other).tree if self.merge_base(one, other) else None
