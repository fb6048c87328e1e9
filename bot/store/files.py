"""Which texts lie under the root, and how do new ones get there without ever being half there?"""

import codecs
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from glob import escape
from pathlib import Path

from bot.errors import InvalidError, Problem, UsageError
from bot.model import paths
from bot.model.github.outcome import FileText

LIST, PAPERS, README = paths.LIST, paths.PAPERS, paths.README
# How the name of a file ends that is being written.
ASIDE = ".bot-tmp"
# GitHub takes no larger file.
MOST_BYTES = 100 * 1024**2
_NO_FILE = "this is no ordinary file; put the text into one"
_TOO_LARGE = f"this is larger than {MOST_BYTES // 1024**2} MB; GitHub takes no such file"
BYTE_ORDER_MARK = "\ufeff"
BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def find_root(start: Path) -> Path:
    """Give the folder at or above `start` that holds data/list.toml.

    Raises UsageError if there is none.
    """
    for folder in (start, *start.parents):
        if os.path.lexists(folder / LIST):
            return folder
    message = (
        f"no {LIST} in {start} or above it; run this inside a list, name one (--root), or make one"
        " (bot init)"
    )
    raise UsageError(message)


def find_repository(start: Path) -> Path:
    """Give the folder at or above `start` that is a list or a git repository, else `start`."""
    around = (start, *start.parents)
    return next((f for f in around if (f / LIST).exists() or (f / ".git").exists()), start)


def read(root: Path, path: str) -> str:
    """Give the text of a file exactly as it stands, newlines and byte-order mark included.

    Raises InvalidError if there is none, it is no ordinary file or not UTF-8.
    """
    return decode(_bytes(root / path, path), path)


def read_if_there(root: Path, path: str) -> str | None:
    """Give the text of a file, or None if there is no such file."""
    return read(root, path) if os.path.lexists(root / path) else None


def _bytes(place: Path, name: str) -> bytes:
    """Give what a file holds, and wait for nobody: a pipe or a device may never end.

    Raises InvalidError, with the file's `name`, if it cannot be read.
    """
    try:
        with open(place, "rb", opener=_without_waiting) as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise InvalidError([Problem(name, "", _NO_FILE)])
            if facts.st_size > MOST_BYTES:
                raise InvalidError([Problem(name, f"{facts.st_size} bytes", _TOO_LARGE)])
            return file.read()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidError([Problem(name, "", f"cannot be read: {reason}")]) from error


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY)


def decode(raw: bytes, path: str) -> str:
    """Turn bytes into text; raises InvalidError with the line where they are not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        wrong_bytes = raw[error.start : error.start + 8].hex(" ")
        message = "this is not UTF-8; save the file as UTF-8"
        raise InvalidError([Problem(f"{path}:{line}", wrong_bytes, message)]) from error


def unmarked(text: str, path: str) -> None:
    """Refuse, with InvalidError, a text of ours that an editor put a byte-order mark before."""
    if text.startswith(BYTE_ORDER_MARK):
        message = "this begins with a byte-order mark; save the file as UTF-8 without one"
        raise InvalidError([Problem(f"{path}:1", "", message)])


def read_foreign(path: Path) -> tuple[str, str]:
    """Give the text of somebody else's file, and its encoding.

    What is not UTF-8 is UTF-16 if its byte-order mark says so, else Windows-1252, the two that
    spreadsheets and older bibliographies are written in. Raises InvalidError if it cannot be read.
    """
    raw = _bytes(path, path.name)
    for encoding in ("utf-8", "utf-16") if raw[:2] in BYTE_ORDER_MARKS else ("utf-8",):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding), encoding
    return raw.decode("windows-1252", errors="replace"), "windows-1252"


def names(root: Path, folder: str, suffix: str) -> list[str]:
    """Give the paths of the files right in a folder of the root whose names end so, in order."""
    paths = (root / folder).glob(f"*{suffix}")
    return sorted(path.relative_to(root).as_posix() for path in paths if path.is_file())


def texts(by_path: Mapping[str, str]) -> tuple[FileText, ...]:
    """Give the texts of files that are known by their paths."""
    return tuple(FileText(path, text) for path, text in by_path.items())


def changed(root: Path, texts: Iterable[FileText]) -> list[FileText]:
    """Give those texts that differ from what the root holds."""
    return [file for file in texts if read_if_there(root, file.path) != file.text]


def write(root: Path, texts: Iterable[FileText]) -> None:
    """Put the texts in place: all are written aside and synced before the first is renamed.

    Each rename is atomic (POSIX rename(2)), so an interrupted run leaves every file either old or
    new, and a full disk leaves all of them old. Of two texts for one place the last stays.
    Whoever calls holds the lock (`bot.store.lock`). Raises UsageError where that cannot be.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        places = [(_resolved(root / file.path), file) for file in texts]
        for target, file in places:
            if not target.is_relative_to(root.resolve()):
                raise UsageError(f"{file.path} leads out of {root}; it is not written")
            target.parent.mkdir(parents=True, exist_ok=True)
            _clear(target)
        for target, file in places:
            staged.append((_stage(target, file.text), target))
        while staged:
            aside, place = staged[0]
            aside.replace(place)
            staged.pop(0)
    except OSError as error:
        raise UsageError(unwritable(error, root)) from error
    finally:
        for aside, _ in staged:
            aside.unlink(missing_ok=True)


def _resolved(path: Path) -> Path:
    """Follow symbolic links; raises UsageError for those that lead in a circle."""
    try:
        return path.resolve()
    except RuntimeError as error:
        raise UsageError(f"{path} is a symbolic link that leads to itself; mend it") from error


def unwritable(error: OSError, place: Path) -> str:
    """Say why nothing can be written at a place, and what to do."""
    where = error.filename or place
    return f"{where} cannot be written: {error.strerror or error}; mend that, and run this again"


def _clear(target: Path) -> None:
    """Remove what a killed run has left beside a file: who writes is alone here."""
    for left in target.parent.glob(f".{escape(target.name)}.*{ASIDE}"):
        if left.is_file() and not left.is_symlink():
            left.unlink()


def _stage(target: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=ASIDE)
    aside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
    except BaseException:
        aside.unlink()
        raise
    return aside
