"""Where do the branches stand? The `refs` folder of a bare repository.

Rules for names: https://git-scm.com/docs/git-check-ref-format
"""

import re
from collections.abc import Iterator
from pathlib import Path

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\.|\.lock(/|$)|\.$|/$")


def is_valid_ref(name: str) -> bool:
    """Say whether git would take this as the full name of a reference."""
    return name.startswith("refs/") and name.count("/") >= 2 and not _FORBIDDEN.search(name)


class RefStore:
    """The references of a bare repository, always read from disk: a real push may move them."""

    def __init__(self, path: Path) -> None:
        """Open the repository at `path`."""
        self.path = path

    def get(self, name: str) -> str | None:
        """Give the id that a full name such as `refs/heads/main` points at."""
        if not is_valid_ref(name):
            return None
        try:
            return (self.path / name).read_text().strip()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return self._packed().get(name)

    def matching(self, prefix: str) -> dict[str, str]:
        """Give all references whose full name begins with `prefix`, sorted by name."""
        found = {name: sha for name, sha in self._packed().items() if name.startswith(prefix)}
        for file in self._files(prefix):
            name = file.relative_to(self.path).as_posix()
            if name.startswith(prefix):
                found[name] = file.read_text().strip()
        return dict(sorted(found.items()))

    def set(self, name: str, sha: str) -> None:
        """Create or move a reference.

        Raises OSError where the name of another reference is in the way (`a` and `a/b`).
        """
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(sha + "\n")

    def delete(self, name: str) -> None:
        """Remove a reference, and the folders it leaves empty."""
        file = self.path / name
        file.unlink(missing_ok=True)
        self._unpack(name)
        for folder in file.parents:
            if folder.name in {"refs", "heads"} or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()

    def _files(self, prefix: str) -> Iterator[Path]:
        folder = self.path / prefix.rpartition("/")[0]
        return (file for file in folder.rglob("*") if file.is_file())

    def _packed(self) -> dict[str, str]:
        """Read the references that git has packed into one file."""
        try:
            text = (self.path / "packed-refs").read_text()
        except FileNotFoundError:
            return {}
        lines = [line.split(" ") for line in text.splitlines() if line[:1] not in {"#", "^"}]
        return {name: sha for sha, name in lines}

    def _unpack(self, name: str) -> None:
        packed = self._packed()
        if packed.pop(name, None):
            lines = (f"{sha} {kept}\n" for kept, sha in sorted(packed.items()))
            (self.path / "packed-refs").write_text("".join(lines))
