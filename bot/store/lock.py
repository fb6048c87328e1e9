"""Who may change the files of a folder while two commands want to?

An advisory lock on the folder itself (flock(2)), which ends with the process that holds it, so that
nothing is left behind. Who reads in order to write holds it from before the first until after the
last, so that nobody loses what another has written.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import UsageError


@contextmanager
def alone(folder: Path, tell: Callable[[str], object]) -> Iterator[None]:
    """Be the only command that changes a folder; if another one does, `tell` so, and wait for it.

    Raises UsageError for a folder that cannot be opened or locked.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise UsageError(f"{folder} cannot be opened: {error.strerror}") from error
    try:
        _take(handle, folder, tell)
        yield
    finally:
        os.close(handle)


def _take(handle: int, folder: Path, tell: Callable[[str], object]) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        tell(f"another command is changing {folder}; waiting until it is done")
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        raise UsageError(f"{folder} cannot be locked: {error.strerror}") from error
