"""How does a whole folder of made files take the place of the one made before?

The new folder is complete before the old one goes, and a page whose work has left the list goes
with it. Only a folder that this module made, or an empty one, is ever replaced.
"""

import shutil
import tempfile
from collections.abc import Iterable
from glob import escape
from pathlib import Path

from bot.errors import UsageError
from bot.model.github.outcome import FileText
from bot.store.files import ASIDE, unwritable
from bot.store.lock import alone

MARK = ".made-by-bot"
MARK_TEXT = "This folder is replaced as a whole by `bot site`; nothing else is kept in it.\n"


def replace(folder: Path, texts: Iterable[FileText]) -> int:
    """Put exactly these texts into the folder; gives their number.

    Raises UsageError if the folder holds anything that was not put there by an earlier call, or
    cannot be made.
    """
    place = folder.resolve()
    if place.exists() and not _is_ours(place):
        message = f"{folder} holds files that are not a site made before; name an empty or new"
        raise UsageError(f"{message} folder")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with alone(place.parent, _silently):
            return _replaced(place, texts)
    except OSError as error:
        raise UsageError(unwritable(error, folder)) from error


def _replaced(place: Path, texts: Iterable[FileText]) -> int:
    for left in place.parent.glob(f".{escape(place.name)}.*{ASIDE}"):
        shutil.rmtree(left, ignore_errors=True)  # of a run that was killed
    aside = _beside(place)
    try:
        count = _fill(aside, [FileText(MARK, MARK_TEXT)]) and _fill(aside, texts)
        aside.chmod(0o755)
        _swap(aside, place)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return count


def _is_ours(place: Path) -> bool:
    return place.is_dir() and ((place / MARK).is_file() or not any(place.iterdir()))


def _fill(folder: Path, texts: Iterable[FileText]) -> int:
    count = 0
    for file in texts:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="")
        count += 1
    return count


def _swap(aside: Path, place: Path) -> None:
    """Let the new folder take the place; the old one's files stay whole until it has."""
    if not place.exists():
        aside.rename(place)
        return
    old = _beside(place)
    place.rename(old / place.name)
    aside.rename(place)
    shutil.rmtree(old)


def _beside(place: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}.", suffix=ASIDE))


def _silently(_: str) -> None:
    """Wait for whoever makes the folder without a word: it takes a moment."""
