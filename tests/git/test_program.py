"""Is git started safely: no foreign settings, no waiting for ever, and a token that nobody sees?"""

import base64
import stat
from pathlib import Path

import pytest

from bot.errors import GitError
from bot.git.checkout import Checkout
from bot.git.program import Program, credentials
from tests.git.conftest import Both, Place

TOKEN = "secret-token"  # noqa: S105 - opens nothing
SPY = """#!/bin/sh
if [ "$1" = remote ]; then
    echo "$REMOTE_URL"
else
    printf '%s\\n' "$*" >"$SPY_FILE"
    env >>"$SPY_FILE"
fi
"""


@pytest.fixture
def spied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program named git before all others that writes down how it was called."""
    program, seen = tmp_path / "bin" / "git", tmp_path / "seen"
    program.parent.mkdir()
    program.write_text(SPY)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setenv("SPY_FILE", str(seen))
    return seen


def test_what_the_environment_says_of_git_is_not_heeded(
    both: Both, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_TRACE", "1")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")

    assert both.here.message(both.first) == "Begin\n\nWith a text.\n"


def test_a_command_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    Place(tmp_path).git("init", "-q")
    Place(tmp_path).git("config", "alias.wait", "!sleep 2")

    with pytest.raises(GitError, match=r"git wait took more than 0\.2 s"):
        Program(tmp_path, seconds=0.2).run("wait")


def test_a_failure_is_told_in_one_short_line(tmp_path: Path) -> None:
    with pytest.raises(GitError) as caught:
        Program(tmp_path).run("no-such-command" + "x" * 10_000)
    assert len(str(caught.value)) < 11_000
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://github.com/octo/papers", "https://github.com"),
        ("https://me@github.com/octo/papers.git", "https://github.com"),
        ("http://127.0.0.1:8080/octo/papers", "http://127.0.0.1:8080"),
    ],
)
def test_a_token_is_shown_to_the_remotes_host_only_and_is_no_argument(
    spied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, origin: str
) -> None:
    monkeypatch.setenv("REMOTE_URL", url)

    Checkout(tmp_path, token=TOKEN).fetch(["refs/heads/main"])

    arguments, _, environment = spied.read_text().partition("\n")
    word = base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
    assert arguments.endswith("-- origin refs/heads/main")
    assert TOKEN not in arguments
    assert word not in arguments
    assert f"GIT_CONFIG_KEY_0=http.{origin}/.extraheader" in environment.split("\n")
    assert f"GIT_CONFIG_VALUE_0=AUTHORIZATION: basic {word}" in environment.split("\n")
    assert "GIT_CONFIG_COUNT=1" in environment.split("\n")


@pytest.mark.parametrize("url", ["http://github.com/octo/papers", "git@github.com:o/p", "/srv/p"])
def test_a_token_never_travels_in_the_clear(
    spied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("REMOTE_URL", url)

    Checkout(tmp_path, token=TOKEN).fetch(["refs/heads/main"])

    assert "GIT_CONFIG" not in spied.read_text()


def test_a_setting_is_heeded_by_the_real_git(tmp_path: Path) -> None:
    found = credentials("https://github.com", TOKEN)
    command = ("config", "--get-urlmatch", "http.extraheader", "https://github.com/octo/papers")

    out = Program(tmp_path).run(*command, config=found)[1]
    elsewhere = Program(tmp_path).run(
        *command[:-1], "https://example.org/", config=found, fine=(1,)
    )[1]

    assert out.startswith(b"AUTHORIZATION: basic ")
    assert elsewhere == b""
