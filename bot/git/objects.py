"""What does an object of the repository hold: a commit, a tree, a file?

One git program answers all questions, since starting one for each takes longer than the answers.
It looks again for what it has not seen, so that it knows what was fetched or written meanwhile.
https://git-scm.com/docs/git-cat-file#_batch_output
"""

import weakref
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer
from typing import IO, NamedTuple

from bot.errors import GitError
from bot.git.program import SECONDS, environment

MOST_BYTES = 50_000_000  # a list of 100,000 works has that many
_COMMAND = ("git", "cat-file", "--batch")
_TREE = b"40000"


class GitObject(NamedTuple):
    """What git keeps: "blob", "tree" or "commit", and its bytes."""

    kind: str
    data: bytes


class _TreeLine(NamedTuple):
    """One line of a tree: how it is to be read, and which object it is."""

    mode: bytes
    id: str


_NOTHING = _TreeLine(b"", "")


class Objects:
    """The objects of one repository; the program is started by the first question."""

    def __init__(self, path: Path, *, seconds: float = SECONDS) -> None:
        """Ask in the working tree `path`; an answer may take `seconds`."""
        self._path = path
        self._seconds = seconds
        self._program: Popen[bytes] | None = None

    def read(self, name: str) -> GitObject | None:
        """Give the object of this id, or the one at `id:path`; None where there is none.

        Raises GitError where git cannot be asked, or does not answer.
        """
        program = self._started()
        assert program.stdin
        assert program.stdout
        watch = Timer(self._seconds, program.kill)
        watch.start()
        try:
            program.stdin.write(f"{name}\n".encode())
            program.stdin.flush()
            return _answer(program.stdout)
        except (OSError, EOFError):
            self.close()
            raise GitError(f"git cat-file failed in {self._path}") from None
        except BaseException:
            # What is left of this answer would be taken for the next one's.
            self.close()
            raise
        finally:
            watch.cancel()

    def differing(self, one: str, other: str) -> tuple[str, ...]:
        """Give, in order, the paths of the files in which two trees that are here differ."""
        paths, todo = list[str](), [("", one, other)]
        while todo:
            above, before, after = todo.pop()
            old, new = self._entries(before), self._entries(after)
            for name in sorted(old.keys() | new.keys()):
                sides = old.get(name, _NOTHING), new.get(name, _NOTHING)
                if sides[0] == sides[1]:
                    continue
                was, became = (side.id if side.mode == _TREE else "" for side in sides)
                if was or became:
                    todo.append((f"{above}{name}/", was, became))
                if any(side.mode not in {_TREE, b""} for side in sides):
                    paths.append(f"{above}{name}")
        return tuple(sorted(paths))

    def _entries(self, tree: str) -> dict[str, _TreeLine]:
        """Give what stands in a tree, by name; "" is a tree that is not there."""
        read = self.read(tree) if tree else None
        data, size = read.data if read else b"", len(tree) // 2
        entries, at = dict[str, _TreeLine](), 0
        while at < len(data):
            end = data.index(b"\0", at)
            mode, _, name = data[at:end].partition(b" ")
            at = end + 1 + size
            entries[name.decode("utf-8", "replace")] = _TreeLine(mode, data[end + 1 : at].hex())
        return entries

    def close(self) -> None:
        """Let the program end."""
        if self._program:
            _end(self._program)
            self._program = None

    def _started(self) -> Popen[bytes]:
        if self._program is None:
            try:
                self._program = Popen(  # noqa: S603 - a fixed program, no shell
                    _COMMAND,
                    cwd=self._path,
                    env=environment(),
                    stdin=PIPE,
                    stdout=PIPE,
                    stderr=DEVNULL,
                )
            except FileNotFoundError:
                message = f"could not start git in {self._path}; is it installed?"
                raise GitError(message) from None
            weakref.finalize(self, _end, self._program)
        return self._program


def _end(program: Popen[bytes]) -> None:
    """Close the pipes, whereupon the program ends by itself."""
    with suppress(OSError), program:
        program.kill()


def _answer(out: IO[bytes]) -> GitObject | None:
    """Read one answer: a line that tells kind and size, the bytes, and the end of a line."""
    head = out.readline()
    if not head.endswith(b"\n"):
        raise EOFError
    facts = head.split()
    if len(facts) != 3 or not facts[2].isdigit():
        return None  # "missing", of a module of another repository, or ambiguous
    size = int(facts[2][:20])
    if size > MOST_BYTES:
        raise GitError(f"an object of {size:,} bytes is more than can be read")
    data = out.read(size + 1)
    if len(data) != size + 1:
        raise EOFError
    return GitObject(facts[1].decode(), data[:-1])
