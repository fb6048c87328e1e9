"""Can a line of the log command the runner or a terminal?"""

import subprocess
import sys

import pytest

from bot.cli.log import plain


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("a line", "a line", id="plain"),
        pytest.param("::error::x", "| ::error::x", id="command"),
        pytest.param("  \u3000::add-mask::x", "|    ::add-mask::x", id="behind white space"),
        pytest.param("a ::error::x", "a ::error::x", id="no command further on"),
        pytest.param("a ##[error]x", "a ## [error]x", id="older command anywhere"),
        pytest.param("a\n::error::x\u2028\x1b[31m", "a ::error::x  [31m", id="end of a line"),
    ],
)
def test_a_line_commands_nothing(line: str, shown: str) -> None:
    assert plain(line) == shown


@pytest.mark.parametrize("kind", ["RuntimeError", "UsageError"])
def test_what_an_error_says_commands_nothing_either(kind: str) -> None:
    program = (
        "from bot import cli, errors\n"
        f"def door(): raise getattr(errors, {kind!r}, RuntimeError)('odd\\n::error::x\\r::stop')\n"
        "cli.door = door\n"
        "cli.main()\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert answer.returncode in {2, 70}
    assert "| ::error::x" in answer.stderr
    assert not any(line.lstrip().startswith("::") for line in answer.stderr.splitlines())
