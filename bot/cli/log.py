"""How is a line shown in a log such that it commands neither the runner nor a terminal?

A runner obeys a line that begins with `::`, and `##[` anywhere in one
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands, and the older
form in actions/runner, src/Runner.Common/ActionCommand.cs).
"""

import traceback
from collections.abc import Iterator

_COMMAND = "##["


def plain(line: str) -> str:
    """Give a line without what could end it, command a terminal, or command a runner."""
    shown = "".join(char if char.isprintable() else " " for char in line)
    shown = shown.replace(_COMMAND, "## [")
    return f"| {shown}" if shown.lstrip().startswith("::") else shown


def plain_lines(text: str) -> Iterator[str]:
    """Give the lines of a text, each of them plain."""
    return map(plain, text.splitlines())


def traced() -> str:
    """Give the traceback of the error that is being handled, plain."""
    return "\n".join(plain_lines(traceback.format_exc()))
