"""What does the history of the checkout say: who changed what, and does this merge?"""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import GitError
from bot.git.objects import Objects
from bot.git.program import Program, credentials

_SHA = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
# A reference that git accepts and that can be no option, no range and no refspec.
_REF = re.compile(r"refs/(?:[\w.+-]+/)*[\w+-](?:[\w.+-]*[\w+-])?", re.ASCII)
# How many commits a branch may have before git itself is asked where it began.
SHORT = 8
# As `git clone` is given it: https://host/owner/name.git, git@host:owner/name, ssh://git@host/...
_ON_GITHUB = re.compile(
    r"(?:(?:https|ssh|git)://(?:[^@/\s]*@)?github\.com(?::[0-9]+)?/|(?:[^@/\s]+@)?github\.com:)"
    r"([A-Za-z0-9_-]+/[A-Za-z0-9._-]+?)(?:\.git)?/?",
    re.ASCII,
)
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def on_github(url: str) -> str:
    """Give "owner/name" of a repository on github.com; "" for any other address."""
    match = _ON_GITHUB.fullmatch(url)
    return match[1] if match else ""


class Checkout:
    """A clone with its whole history; a commit that it lacks is fetched from `remote`, once."""

    def __init__(self, path: Path, remote: str = "origin", token: str = "") -> None:
        """Look at nothing yet; `token` is shown to the remote's own host only."""
        self._git = Program(path)
        self._objects = Objects(path)
        self._remote = remote
        self._token = token
        # What is here stays here, and what a commit says never changes.
        self._commits: dict[str, tuple[list[str], str]] = {}
        self._ancestors: dict[str, frozenset[str]] = {}
        self._bases: dict[tuple[str, str], str | None] = {}

    def has(self, sha: str) -> bool:
        """Say whether this commit is here.

        Raises GitError for what is no full commit id, as everything below does.
        """
        if sha not in self._commits:
            commit = self._objects.read(_sha(sha))
            if commit is None or commit.kind != "commit":
                return False
            header, _, message = commit.data.decode("utf-8", "replace").partition("\n\n")
            self._commits[sha] = header.split("\n"), message
        return True

    def fetch(self, names: Iterable[str]) -> None:
        """Fetch commits by id, or references by their whole name (`refs/heads/...`).

        Raises GitError where the remote does not have one of them or cannot be reached.
        """
        wanted = [_name(name) for name in names]
        if wanted:
            options = ("--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
            asked = (*options, "--", self._remote, *wanted)
            self._git.run("fetch", *asked, config=self._credentials())

    def text(self, sha: str, path: str) -> str | None:
        """Give a file's text at a commit, line ends as they are; None where there is no file.

        Bytes that are no UTF-8 are replaced.
        """
        return self.text_of_tree(self.tree(sha), path)

    def text_of_tree(self, tree: str, path: str) -> str | None:
        """Give a file's text in a tree that is here, such as `merges` gives."""
        if set(path) & {"\n", "\0"} or set(path.split("/")) & {".", ".."}:
            return None  # git would take them for a second question, and for the working tree
        blob = self._objects.read(f"{_sha(tree)}:{path}")
        if blob is None or blob.kind != "blob":
            return None
        return blob.data.decode("utf-8", "replace")

    def message(self, sha: str) -> str:
        """Give a commit's whole message."""
        return self._commit(sha)[1]

    def parents(self, sha: str) -> tuple[str, ...]:
        """Give the ids of a commit's parents, the first first."""
        lines = self._commit(sha)[0]
        return tuple(line.removeprefix("parent ") for line in lines if line.startswith("parent "))

    def tree(self, sha: str) -> str:
        """Give the id of a commit's tree."""
        return self._commit(sha)[0][0].removeprefix("tree ")

    def _commit(self, sha: str) -> tuple[list[str], str]:
        """Give the header's lines and the message of a commit."""
        return self._commits[self._here(sha)]

    def merge_base(self, one: str, other: str) -> str | None:
        """Give the best common ancestor of two commits; None where they have none.

        Raises GitError also where the history is cut off before it.
        """
        pair = (self._here(one), self._here(other))
        if pair not in self._bases:
            self._bases[pair] = self._above(*pair) or self._merge_base(*pair)
        return self._bases[pair]

    def _above(self, one: str, other: str) -> str | None:
        """Find the common ancestor of a branch that few commits, and no merges, were put on.

        All ancestors of `one` are asked for together, and of many branches once.
        """
        if one not in self._ancestors:
            lines = self._git.run("rev-list", one)[1].decode("ascii")
            self._ancestors = {one: frozenset(lines.split())}
        for _ in range(SHORT):
            if other in self._ancestors[one]:
                return other
            parents = self.parents(other)
            if len(parents) != 1 or not self.has(parents[0]):
                break
            other = parents[0]
        return None

    def _merge_base(self, one: str, other: str) -> str | None:
        code, out = self._git.run("merge-base", one, other, fine=(0, 1))
        if code == 0:
            return out.decode().split()[0]
        if self._is_cut_off():
            raise GitError("the checkout lacks its history; give actions/checkout fetch-depth: 0")
        return None

    def changed_paths(self, one: str, other: str) -> tuple[str, ...]:
        """Give, in order, the paths of the files that differ between two commits."""
        return self._objects.differing(self.tree(one), self.tree(other))

    def merges(self, one: str, other: str) -> str | None:
        """Give the tree that merging two commits gives; None where they conflict.

        The same merge as GitHub's button does (git's "ort"), without touching the working tree.
        """
        base = self.merge_base(one, other)
        if base is None or base in {one, other}:
            return base and self.tree(other if base == one else one)
        options = ("--write-tree", "--name-only", "--no-messages")
        code, out = self._git.run("merge-tree", *options, one, other, fine=(0, 1))
        return out.decode().split()[0] if code == 0 else None

    def first_made(self, sha: str, path: str) -> int | None:
        """Give when a file first came into the history of a commit, in seconds since 1970.

        None where it never did, and where the history is cut off, so that nobody knows.
        """
        if self._is_cut_off():
            return None
        asked = ("--diff-filter=A", "--format=%ct", self._here(sha), "--", path)
        times = self._git.run("log", *asked)[1].split()
        return int(times[-1]) if times else None

    def _is_cut_off(self) -> bool:
        """Tell whether the checkout was made without its history."""
        return self._git.run("rev-parse", "--is-shallow-repository")[1].strip() == b"true"

    def close(self) -> None:
        """Let the git program that answers questions end."""
        self._objects.close()

    def _here(self, sha: str) -> str:
        """Give a commit's id once the commit is here.

        Raises GitError where neither the checkout nor the remote has it.
        """
        if not self.has(sha):
            try:
                self.fetch([sha])
            except GitError as error:
                raise GitError(f"commit {sha} is not here, and fetching failed: {error}") from None
            if not self.has(sha):
                raise GitError(f"commit {sha} is neither here nor on {self._remote}")
        return sha

    def repository(self) -> str:
        """Give "owner/name" of a remote on github.com; "" where there is none."""
        try:
            return on_github(self._address())
        except GitError:
            return ""

    def head(self) -> str:
        """Give the commit that is checked out; "" where there is none."""
        try:
            return self._git.run("rev-parse", "--verify", "--quiet", "HEAD")[1].decode().strip()
        except GitError:
            return ""

    def _credentials(self) -> dict[str, str]:
        """Give the token's setting, for a remote over https (or http on this machine)."""
        if not self._token:
            return {}
        parts = urlsplit(self._address())
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            return {}
        return credentials(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", self._token)

    def _address(self) -> str:
        """Give the remote's address; raises GitError where there is no remote."""
        return self._git.run("remote", "get-url", "--", self._remote)[1].decode().strip()


def _sha(text: str) -> str:
    if not _SHA.fullmatch(text):
        raise GitError(f"{text[:80]!r} is no full id of a commit or tree")
    return text


def _name(text: str) -> str:
    if _SHA.fullmatch(text) or (_REF.fullmatch(text) and ".." not in text):
        return text
    raise GitError(f"{text[:80]!r} is neither a full commit id nor the whole name of a reference")
