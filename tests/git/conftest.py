"""What do the tests of the door to git begin with? A repository and a clone of it."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.git.checkout import Checkout

WHO = {
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
}


class Place(NamedTuple):
    """A repository with a working tree, in which tests write history."""

    path: Path

    def git(self, *arguments: str) -> str:
        """Run git here and give what it says."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            env={"PATH": os.environ["PATH"], "HOME": str(self.path), **WHO},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def commit(self, message: str, files: dict[str, bytes | None]) -> str:
        """Commit these files (None: removed) where the working tree stands."""
        for name, data in files.items():
            file = self.path / name
            if data is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def at(self, name: str, start: str) -> None:
        """Begin a branch at a commit."""
        self.git("switch", "-q", "-c", name, start)


class Both(NamedTuple):
    """The repository on the server, and the bot's checkout of it."""

    there: Place
    here: Checkout
    path: Path
    first: str


LINES = b"".join(b"line %d\n" % at for at in range(30))


@pytest.fixture
def both(tmp_path: Path) -> Both:
    there = Place(tmp_path / "there")
    there.path.mkdir()
    there.git("init", "-q", "-b", "main")
    first = there.commit("Begin\n\nWith a text.", {"README.md": LINES, "data/p.json": b"[]\n"})
    here = tmp_path / "here"
    Place(tmp_path).git("clone", "-q", str(there.path), str(here))
    return Both(there, Checkout(here), here, first)
