"""Does `bot init` ask before it overwrites, say what it found, and refuse what it does not read?"""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.flows.local.lists.readmes import READ
from bot.store import files
from tests.adoption.test_look import EXAMPLES, text_of

README = text_of(EXAMPLES / "one-line-with-authors.md")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a repository that holds a README, and a folder in it to work in."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    remote = "git@github.com:ann/attention.git"
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", remote], check=True)
    (tmp_path / files.README).write_text(README, "utf-8")
    (tmp_path / "notes").mkdir()
    return tmp_path


def init(place: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-P", "-m", "bot", "init", *options],
        cwd=place / "notes",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_check_shows_all_and_writes_nothing(place: Path) -> None:
    shown = init(place, "--check")

    assert shown.returncode == 1
    assert "+<!-- bot:papers:foundations -->" in shown.stdout
    assert '+repository = "ann/attention"' in shown.stdout
    said = shown.stderr
    assert "5 entries in 2 categories" in said
    assert "    - [{title}]({url}){?, {authors:all}}{?, *{venue}*}.{? [[code]({code})]}" in said
    assert "5 of the 5 lines between the bot's marks are as they were" in said
    assert "1 paragraph of prose under Kernels" in said
    assert "1. https://github.com/ann/attention/settings/actions: tick" in said
    assert not (place / "data").exists()


def test_nothing_is_overwritten_unasked_and_a_second_run_does_nothing(place: Path) -> None:
    unasked = init(place)
    assert unasked.returncode == 2
    assert "this would overwrite README.md; look at the diff, and say --yes" in unasked.stderr
    assert not (place / "data").exists()

    assert init(place, "--yes", "--uses", f"owner/bot@{'a' * 40}").returncode == 0

    uses = f"uses: owner/bot@{'a' * 40}\n"
    assert uses in (place / ".github/workflows/submissions.yml").read_text("utf-8")
    again = init(place, "--check")
    assert (again.returncode, again.stdout.strip()) == (0, "")
    assert "nothing to write: this is a list already" in again.stderr


def test_a_readme_of_another_format_is_refused_in_a_sentence(place: Path) -> None:
    (place / files.README).rename(place / "README.rst")

    said = init(place)

    assert (said.returncode, said.stderr) == (
        1,
        f"bot: README.rst: reStructuredText is not read; what is read: {READ}\n",
    )
