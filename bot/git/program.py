"""What does the git program answer?

It is started without a shell and without any GIT_* of the environment, which could lead it to
another repository; it never asks for a password; a token travels in its environment, since
arguments can be read by everybody on the machine.
https://git-scm.com/docs/git#_environment_variables and
https://git-scm.com/docs/git-config#ENVIRONMENT
"""

import base64
import os
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path

from bot.errors import GitError

SECONDS = 300
LONGEST_MESSAGE = 300
_ALWAYS = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
}


class Program:
    """The git program, in one working tree."""

    def __init__(self, path: Path, *, seconds: float = SECONDS) -> None:
        """Run in `path`; a command gets at most `seconds`."""
        self._path = path
        self._seconds = seconds

    def run(
        self,
        *arguments: str,
        fine: Collection[int] = (0,),
        config: Mapping[str, str] | None = None,
    ) -> tuple[int, bytes]:
        """Give exit code and output of `git arguments`.

        `config` are settings that may be secret. Raises GitError for an exit code that is not
        `fine`, a command that takes too long, and where there is no git.
        """
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program, no shell, checked arguments
                ["git", *arguments],  # noqa: S607 - git is wherever the machine has it
                cwd=self._path,
                env=environment(config or {}),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=self._seconds,
                check=False,
            )
        except FileNotFoundError:
            raise GitError(f"could not start git in {self._path}; is it installed?") from None
        except subprocess.TimeoutExpired:
            raise GitError(f"git {arguments[0]} took more than {self._seconds:g} s") from None
        if done.returncode not in fine:
            reason = " ".join(done.stderr.decode("utf-8", "replace").split())[:LONGEST_MESSAGE]
            raise GitError(f"git {arguments[0]} failed ({done.returncode}): {reason}")
        return done.returncode, done.stdout


def environment(config: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give what git is to see of the environment, and these settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    entries = config or {}
    chosen = {"GIT_CONFIG_COUNT": str(len(entries))} if entries else {}
    for at, (key, value) in enumerate(entries.items()):
        chosen |= {f"GIT_CONFIG_KEY_{at}": key, f"GIT_CONFIG_VALUE_{at}": value}
    return kept | _ALWAYS | chosen


def credentials(origin: str, token: str) -> dict[str, str]:
    """Give the setting that shows a token to the server at `origin` (`https://host`), to no other.

    The form is the one that actions/checkout uses.
    """
    word = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    return {f"http.{origin}/.extraheader": f"AUTHORIZATION: basic {word}"}
