"""How is what we print shown in a log such that it commands neither the runner nor a terminal?

A runner obeys a line that begins with `::`, blanks before it aside, and `##[` anywhere in one
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands, and the older
form in actions/runner, src/Runner.Common/ActionCommand.cs). Titles, messages of exceptions and what
libraries warn of are other people's words; so all that is printed passes a `Log`, whoever prints
it, and lines of ours are made `plain` before, which no terminal obeys either.
"""

import re
import sys
import traceback
from collections.abc import Iterator
from typing import TextIO, cast

_MARK = "| "
# The runner ends a line at each of these, and knows blanks as Unicode does.
_ENDS = re.compile(r"[\r\n]")
_FIRST_IN_TEXT = re.compile(r"((?:\A|[\r\n])\s*)(?=::)")
_FIRST_IN_LINE = re.compile(r"([\r\n]\s*)(?=::)")


class Log:
    """A stream like the one below it, on which nobody's text is a command."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`, which is at the beginning of a line."""
        self._stream = stream
        self._blank = True  # whether only blanks stand in this line so far

    def write(self, text: str) -> int:
        """Write, disarmed; gives the length of what was asked for."""
        self._stream.write(_disarmed(text, _FIRST_IN_TEXT if self._blank else _FIRST_IN_LINE))
        *ended, last = _ENDS.split(text)
        self._blank = (bool(ended) or self._blank) and not last.strip()
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def disarm() -> None:
    """Let all that is printed from now on, to the end of the process, pass through a `Log`."""
    sys.stdout = cast("TextIO", Log(sys.stdout))
    sys.stderr = cast("TextIO", Log(sys.stderr))


def _disarmed(text: str, first: re.Pattern[str]) -> str:
    """Put a mark before commands where `first` finds them, and a blank into those of old."""
    return first.sub(lambda match: match[1] + _MARK, text).replace("##[", "## [")


def plain(line: str) -> str:
    """Give a line without what could end it, command a terminal, or command a runner."""
    shown = "".join(char if char.isprintable() else " " for char in line)
    return _disarmed(shown, _FIRST_IN_TEXT)


def plain_lines(text: str) -> Iterator[str]:
    """Give the lines of a text, each of them plain."""
    return map(plain, text.splitlines())


def traced() -> str:
    """Give the traceback of the error that is being handled, plain."""
    return "\n".join(plain_lines(traceback.format_exc()))
