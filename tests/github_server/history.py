"""How do two commits relate: which came first, what is between, and do they merge?"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.github_server import trees
from tests.github_server.objects import Commit, ObjectStore, Signature
from tests.github_server.refs import RefStore

Pair = tuple[str, str]
NOBODY = Signature("nobody", "nobody@example.org", 0)


# Objects stay loose however large a push is, since the object store reads no packs.
_CONFIG = """[core]
\trepositoryformatversion = 0
\tfilemode = true
\tbare = true
[gc]
\tauto = 0
[transfer]
\tunpackLimit = 1000000
"""


def found_repository(path: Path, default_branch: str) -> None:
    """Make an empty bare repository, as `git init --bare` does but without starting it."""
    for folder in ("objects/info", "objects/pack", "refs/heads", "refs/tags"):
        (path / folder).mkdir(parents=True)
    (path / "HEAD").write_text(f"ref: refs/heads/{default_branch}\n")
    (path / "config").write_text(_CONFIG)


class Merged(NamedTuple):
    """What a three-way merge gave: a tree, or the paths in conflict."""

    tree: str | None
    conflicts: tuple[str, ...] = ()


class Repository:
    """A bare repository with its objects, references and history."""

    def __init__(self, path: Path) -> None:
        """Open the bare repository at `path`."""
        self.path = path
        self.objects = ObjectStore(path)
        self.refs = RefStore(path)
        self._merges: dict[Pair, Merged] = {}

    def git(self, *arguments: str, given: str = "", accept: Iterable[int] = (0,)) -> str:
        """Run git here on what is `given` and give what it printed."""
        command = ["git", "-C", str(self.path), *arguments]
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
        assert done.returncode in accept, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    def branch(self, name: str) -> str | None:
        """Give the tip of a branch."""
        return self.refs.get(f"refs/heads/{name}")

    def resolve(self, name: str) -> str | None:
        """Give the commit that a branch, a full reference or a whole or shortened id names."""
        for candidate in (f"refs/heads/{name}", name, f"refs/{name}", f"refs/tags/{name}"):
            if found := self.refs.get(candidate):
                return found
        if re.fullmatch("[0-9a-f]{7,39}", name):
            files = (self.path / "objects" / name[:2]).glob(name[2:] + "*")
            name = next((name[:2] + file.name for file in files), name)
        return name if self.is_commit(name) else None

    def is_commit(self, sha: str) -> bool:
        """Say whether a commit has this id."""
        try:
            self.objects.commit(sha)
        except KeyError:
            return False
        return True

    def ancestors(self, sha: str) -> Iterator[str]:
        """Yield a commit and all that came before it, nearest first."""
        seen = {sha}
        queue = [sha]
        for found in queue:
            yield found
            for parent in self.objects.commit(found).parents:
                if parent not in seen:
                    seen.add(parent)
                    queue.append(parent)

    def is_ancestor(self, old: str, new: str) -> bool:
        """Say whether `new` holds `old` (a commit holds itself)."""
        return any(sha == old for sha in self.ancestors(new))

    def merge_bases(self, one: str, other: str) -> list[str]:
        """Give the best common ancestors: more than one after a criss-cross merge."""
        ours = set(self.ancestors(one))
        common = [sha for sha in self.ancestors(other) if sha in ours]
        best: list[str] = []
        covered: set[str] = set()
        for sha in common:
            if sha not in covered:
                best.append(sha)
                covered |= set(self.ancestors(sha))
        return [sha for sha in best if not any(self._below(sha, top) for top in best)]

    def _below(self, sha: str, top: str) -> bool:
        return sha != top and self.is_ancestor(sha, top)

    def between(self, base: str, head: str) -> list[str]:
        """Give the commits that `head` holds and `base` does not, oldest first."""
        known = set(self.ancestors(base))
        left = {sha for sha in self.ancestors(head) if sha not in known}
        ordered: list[str] = []
        stack = [head] if head in left else []
        while stack:
            sha = stack[-1]
            parents = [p for p in self.objects.commit(sha).parents if p in left]
            waiting = [parent for parent in reversed(parents) if parent not in ordered]
            if waiting:
                stack += waiting
                continue
            stack.pop()
            if sha not in ordered:
                ordered.append(sha)
        return ordered

    def merge(self, ours: str, theirs: str) -> Merged:
        """Merge two commits as git does; the result is remembered."""
        self.merge_all([(ours, theirs)])
        return self._merges[ours, theirs]

    def merge_all(self, pairs: Iterable[Pair]) -> None:
        """Merge many pairs of commits at once: what costs is starting git, not the merges."""
        left = []
        for pair in pairs:
            if pair not in self._merges:
                found = self._untouched(*pair)
                if found is None:
                    left.append(pair)
                else:
                    self._merges[pair] = found
        if left:
            self._merges.update(zip(left, self._three_way(left), strict=True))

    def _untouched(self, ours: str, theirs: str) -> Merged | None:
        """Merge without git where no file is in both sides' changes and nothing was removed.

        A removal may be half of a renaming, which git follows and this does not.
        """
        bases = self.merge_bases(ours, theirs)
        if len(bases) != 1:
            return None
        base, one, other = (self.objects.commit(sha).tree for sha in (bases[0], ours, theirs))
        if base in {one, other}:
            return Merged(other if base == one else one)
        mine = trees.differing(self.objects, base, one)
        yours = trees.differing(self.objects, base, other)
        if mine.keys() & yours.keys() or None in {*mine.values(), *yours.values()}:
            return None
        return None if _nested(mine, yours) else Merged(trees.edited(self.objects, one, yours))

    def _three_way(self, pairs: list[Pair]) -> Iterator[Merged]:
        """Let git merge pairs of commits, in no work tree.

        It answers each with a flag (1: clean), the tree, the paths in conflict, and an empty field.
        """
        asked = "".join(f"{ours} {theirs}\n" for ours, theirs in pairs)
        options = ("--write-tree", "--name-only", "--no-messages", "-z", "--stdin")
        fields = iter(self.git("merge-tree", *options, given=asked).split("\0"))
        for _ in pairs:
            clean, tree = next(fields), next(fields)
            conflicts = tuple(iter(lambda: next(fields), ""))
            yield Merged(tree) if clean == "1" else Merged(None, conflicts)

    def is_merged(self, pair: Pair) -> bool:
        """Say whether the merge of a pair is known already."""
        return pair in self._merges

    def replay(self, sha: str, onto: str) -> Merged:
        """Merge what one commit changes into another, as a rebase does.

        The two are given a common parent of the old content first, so that git sees this one
        change only, whatever the real history is.
        """
        commit = self.objects.commit(sha)
        old = self._parentless(self.objects.commit(commit.parents[0]).tree, ())
        mine = self._parentless(self.objects.commit(onto).tree, (old,))
        return self.merge(mine, self._parentless(commit.tree, (old,)))

    def _parentless(self, tree: str, parents: tuple[str, ...]) -> str:
        return self.objects.write_commit(Commit(tree, parents, NOBODY, NOBODY, "for a merge\n"))


def _nested(mine: trees.Changes, yours: trees.Changes) -> bool:
    """Say whether a file on one side is a folder of the other."""
    paths = {*mine, *yours}
    above = (path.split("/")[:at] for path in paths for at in range(1, path.count("/") + 1))
    return any("/".join(parts) in paths for parts in above)
