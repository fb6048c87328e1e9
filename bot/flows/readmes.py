"""What do existing READMEs hold?"""

from collections.abc import Sequence
from pathlib import Path

from bot.errors import InvalidError, Problem
from bot.importers import STYLES, read
from bot.model.entry import Reading
from bot.store import files


def read_files(paths: Sequence[Path]) -> Reading:
    """Read the entries of several READMEs, in order; raises InvalidError for one without any."""
    found = [_read(path) for path in paths]
    return Reading(
        entries=tuple(entry for reading in found for entry in reading.entries),
        leftovers=tuple(text for reading in found for text in reading.leftovers),
    )


def _read(path: Path) -> Reading:
    reading = read(files.read(path.parent, path.name))
    if not reading.entries:
        message = f"no entry was found in it; looked for {', '.join(STYLES)}"
        raise InvalidError([Problem(path.name, "", message)])
    return reading
