"""Can anything that somebody wrote command GitHub's runner by way of our output?"""

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.log import Log, plain

LIST = Path(__file__).parents[1] / "examples" / "list"
# As the runner reads: lines end at \r or \n, blanks before a command are dropped, and the older
# kind of command may stand anywhere in a line.
ENDS = re.compile(r"\r\n|\r|\n")


def commands(printed: str) -> list[str]:
    """List the lines that the runner would obey."""
    return [line for line in ENDS.split(printed) if line.lstrip().startswith("::") or "##[" in line]


def written(*texts: str) -> str:
    """Write these, one after the other, to a log."""
    below = io.StringIO()
    log = Log(below)
    assert [log.write(text) for text in texts] == [len(text) for text in texts]
    return below.getvalue()


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["::error::x\n"], "| ::error::x\n"),
        (["a\n::error::x"], "a\n| ::error::x"),
        (["a\r::error::x"], "a\r| ::error::x"),
        (["a\n \t\u3000\u2028::error::x"], "a\n \t\u3000\u2028| ::error::x"),
        (["a", "::error::x"], "a::error::x"),
        (["a\n", "::error::x"], "a\n| ::error::x"),
        (["  ", "", "::error::x"], "  | ::error::x"),
        (["::a\n::b\n\n::c"], "| ::a\n| ::b\n\n| ::c"),
        (["a ##[error]x ##[b]"], "a ## [error]x ## [b]"),
        (["C++'s std::vector\n- a :: b\n"], "C++'s std::vector\n- a :: b\n"),
    ],
)
def test_what_would_command_is_shown_and_commands_nobody(texts: list[str], shown: str) -> None:
    assert written(*texts) == shown


@given(st.lists(st.text(st.sampled_from(":: \t\r\n\u2028\u00a0##[ax"), max_size=12), max_size=4))
def test_nothing_commands_and_nothing_is_lost(lines: list[str]) -> None:
    texts = [f"{line}\n" for line in lines]
    printed = written(*texts)
    assert commands(printed) == []
    assert re.sub(r"\| (?=::)|(?<=##) (?=\[)", "", printed) == re.sub(
        r"(?<=##) (?=\[)", "", "".join(texts)
    )


HOSTILE = "x\n::error::a\r::set-output name=merged::true\n  ::add-mask::b ##[error]c"
WAYS = {
    "an exception": f"raise OSError({HOSTILE!r})",
    "a cause of an exception": (
        f"try: raise ValueError({HOSTILE!r})\n    except ValueError as one: raise OSError from one"
    ),
    "a note on an exception": f"one = OSError(); one.add_note({HOSTILE!r}); raise one",
    "an error of ours": f"raise UnavailableError({HOSTILE!r})",
    "problems": f"raise InvalidError([Problem({HOSTILE!r}, {HOSTILE!r}, {HOSTILE!r})])",
    "a warning": f"warnings.warn({HOSTILE!r}, stacklevel=1)",
    "a library's log": f"logging.getLogger('some.library').warning('said %s', {HOSTILE!r})",
    "an exception in a log": f"logging.getLogger('x').error('y', exc_info=OSError({HOSTILE!r}))",
    "wrong usage": f"raise click.UsageError({HOSTILE!r})",
    "an abort": f"raise click.ClickException({HOSTILE!r})",
    "echo": f"click.echo({HOSTILE!r}); click.echo({HOSTILE!r}, err=True)",
    "print": f"print({HOSTILE!r})",
    "an exit": f"sys.exit({HOSTILE!r})",
}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_prints_a_text_it_commands_nobody(way: str) -> None:
    program = f"""
import logging, sys, warnings
import click
from bot import cli
from bot.errors import InvalidError, Problem, UnavailableError
def work():
    {WAYS[way]}
cli.door = click.command()(work)
cli.main()
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    printed = ran.stdout.decode() + ran.stderr.decode()
    assert "::error::a" in printed
    assert commands(printed) == []


def test_data_and_arguments_that_are_refused_command_nobody(tmp_path: Path) -> None:
    root = Path(shutil.copytree(LIST, tmp_path / "list"))
    papers = root / "data" / "papers.json"
    papers.write_text('{"schema_version": 1, "papers": [{"title": "a\\n::error::b"}]}', "utf-8")

    def refused(*arguments: str) -> list[str]:
        ran = subprocess.run(
            [sys.executable, "-m", "bot", *arguments], cwd=root, capture_output=True, check=False
        )
        assert ran.returncode
        return commands(ran.stdout.decode() + ran.stderr.decode())

    assert refused("validate") == []
    assert refused("validate", "--json") == []
    assert refused("lookup", "::error::x") == []
    assert refused("lookup", "x\n::error::x") == []
    assert refused("\n::error::x") == []
    assert refused("--\n::error::x") == []
    assert refused("validate", "--root", "\n::error::x") == []
    assert refused("import", "\n::error::x.md") == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("a line", "a line", id="plain"),
        pytest.param("::error::x", "| ::error::x", id="command"),
        pytest.param("  \u3000::add-mask::x", "   | ::add-mask::x", id="behind white space"),
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
