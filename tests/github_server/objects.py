"""What is in the repository's object store? Real blobs, trees and commits, as loose objects.

Objects are read and written here rather than by git, since starting a program for each would cost
more than all else. Format: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
"""

import hashlib
import re
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

TREE_MODE = "40000"
FILE_MODE = "100644"


class Signature(NamedTuple):
    """Who made or committed a commit, and when."""

    name: str
    email: str
    seconds: int


class Commit(NamedTuple):
    """One commit, read."""

    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature
    message: str


class Entry(NamedTuple):
    """One line of a tree."""

    mode: str
    sha: str

    @property
    def kind(self) -> str:
        """Say what the line points at: a tree, a blob, or another repository's commit."""
        return {TREE_MODE: "tree", "160000": "commit"}.get(self.mode, "blob")


class MissingObjectError(KeyError):
    """No object, or none of the wanted kind, has this id."""


class ObjectStore:
    """The `objects` folder of a bare repository."""

    def __init__(self, path: Path) -> None:
        """Open the repository at `path`."""
        self.path = path
        self._known: dict[str, bytes] = {}
        self._trees: dict[str, dict[str, Entry]] = {}
        self._commits: dict[str, Commit] = {}

    def write(self, kind: str, data: bytes) -> str:
        """Store an object and give its id."""
        raw = b"%s %d\x00%s" % (kind.encode(), len(data), data)
        sha = hashlib.sha1(raw, usedforsecurity=False).hexdigest()
        file = self.path / "objects" / sha[:2] / sha[2:]
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(zlib.compress(raw, 1))
        return sha

    def read(self, sha: str, kind: str) -> bytes:
        """Give the content of an object.

        Raises MissingObjectError if there is none of this kind.
        """
        if not re.fullmatch("[0-9a-f]{40}", sha):
            raise MissingObjectError(sha)
        file = self.path / "objects" / sha[:2] / sha[2:]
        try:
            head, _, data = zlib.decompress(file.read_bytes()).partition(b"\x00")
        except FileNotFoundError:
            return self._packed(sha, kind)
        if head.split(b" ")[0].decode() != kind:
            raise MissingObjectError(sha)
        return data

    def _packed(self, sha: str, kind: str) -> bytes:
        """Ask git for an object that a large push has left in a pack."""
        command = ["git", "-C", str(self.path), "cat-file", kind, sha]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode:
            raise MissingObjectError(sha)
        return done.stdout

    def blob(self, sha: str) -> bytes:
        """Give the bytes of a file."""
        return self.read(sha, "blob")

    def tree(self, sha: str) -> dict[str, Entry]:
        """Give the lines of a tree by name, in git's order; not to be changed by the caller."""
        if sha not in self._trees:
            self._trees[sha] = parse_tree(self.read(sha, "tree"))
        return self._trees[sha]

    def commit(self, sha: str) -> Commit:
        """Give a commit."""
        if sha not in self._commits:
            self._commits[sha] = parse_commit(self.read(sha, "commit"))
        return self._commits[sha]

    def write_tree(self, entries: Mapping[str, Entry]) -> str:
        """Store a tree and give its id."""
        ordered = sorted(entries.items(), key=lambda item: _sort_key(*item))
        lines = (
            f"{e.mode} {name}".encode() + b"\x00" + bytes.fromhex(e.sha) for name, e in ordered
        )
        return self.write("tree", b"".join(lines))

    def write_commit(self, commit: Commit) -> str:
        """Store a commit and give its id."""
        lines = [f"tree {commit.tree}", *(f"parent {sha}" for sha in commit.parents)]
        lines += [f"author {_signature(commit.author)}"]
        lines += [f"committer {_signature(commit.committer)}", "", commit.message]
        return self.write("commit", "\n".join(lines).encode())


def parse_tree(data: bytes) -> dict[str, Entry]:
    """Read the content of a tree object."""
    entries = {}
    at = 0
    while at < len(data):
        end = data.index(b"\x00", at)
        mode, _, name = data[at:end].partition(b" ")
        entries[name.decode()] = Entry(mode.decode(), data[end + 1 : end + 21].hex())
        at = end + 21
    return entries


def parse_commit(data: bytes) -> Commit:
    """Read the content of a commit object; headers such as a signature are passed over."""
    head, _, message = data.decode("utf-8", "replace").partition("\n\n")
    lines = [line.partition(" ") for line in head.split("\n")]
    values = {key: value for key, _, value in lines if key in {"tree", "author", "committer"}}
    parents = tuple(value for key, _, value in lines if key == "parent")
    people = (_read_signature(values["author"]), _read_signature(values["committer"]))
    return Commit(values["tree"], parents, *people, message)


def _read_signature(text: str) -> Signature:
    who, _, when = text.rpartition("> ")
    name, _, email = who.partition(" <")
    return Signature(name, email, int(when.split(" ")[0]))


def _signature(signature: Signature) -> str:
    # git takes these characters out of names and addresses, since they would end the field
    name, email = (re.sub(r"[<>\n]", "", text) for text in signature[:2])
    return f"{name} <{email}> {signature.seconds} +0000"


def _sort_key(name: str, entry: Entry) -> bytes:
    """Order as git does: a folder's name as if it ended in a slash."""
    return (name + "/" if entry.kind == "tree" else name).encode()
