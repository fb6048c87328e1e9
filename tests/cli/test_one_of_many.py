"""Is the one entry of many over which the bot fails named, and are the others handled?"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.store import files
from tests.flows.local.test_round_trip import fresh
from tests.flows.on_github import arxiv, paper

Bot = Callable[..., "subprocess.CompletedProcess[str]"]
# The bot, with a room that fails at the sight of one word.
PROGRAM = """
import sys
from importlib import import_module
from bot import cli

room = import_module({module!r})
real = getattr(room, {name!r})

def poisoned(*given, **named):
    if "wolfsbane" in repr((given, named)):
        raise RuntimeError("odd\\n::error::no")
    return real(*given, **named)

setattr(room, {name!r}, poisoned)
sys.argv[0] = "bot"
cli.main()
"""
README = """# A list

## Serving

- A Paper About Paging, SOSP 2023, [Paper](https://arxiv.org/abs/2309.00001)
- A Paper About wolfsbane, SOSP 2023, [Paper](https://arxiv.org/abs/2309.00002)
- A Paper About Batching, OSDI 2022, [Paper](https://arxiv.org/abs/2309.00003)
"""
RECORDS = """title,authors,year,doi
A Paper About Paging,Ada Lovelace,2023,10.1145/1.1
A Paper About wolfsbane,Ada Lovelace,2023,10.1145/1.2
A Paper About Paging,Ada Lovelace,2023,10.1145/1.1
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a list without entries."""
    return fresh(tmp_path / "list", "table", ("title", "venue", "links"))


@pytest.fixture
def bot(root: Path) -> Bot:
    """Give a function that runs the bot with a function of it that fails."""

    def run(place: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        module, _, name = place.rpartition(".")
        program = PROGRAM.format(module=module, name=name)
        return subprocess.run(
            [sys.executable, "-c", program, *arguments, "--root", root],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def told(stderr: str) -> list[str]:
    """Give the lines that name what could not be handled."""
    return [line for line in stderr.splitlines() if "could not handle" in line]


@pytest.mark.parametrize(
    "place",
    [
        "bot.review.imports.adopt.paper_of",
        "bot.review.imports.adopt.new_id",
        "bot.flows.local.lists.readmes.fresh",
    ],
)
def test_an_import_takes_in_the_others(bot: Bot, root: Path, place: str) -> None:
    old = root / "OLD.md"
    old.write_text(README, "utf-8")
    answer = bot(place, "import", old)

    assert answer.returncode == 70
    (line,) = told(answer.stderr)
    assert line == (
        "entry: the bot could not handle this, and left it out (RuntimeError: odd ::error::no) "
        "(found: 'A Paper About wolfsbane')"
    )
    listed = (root / files.PAPERS).read_text("utf-8")
    assert "A Paper About Paging" in listed
    assert "A Paper About Batching" in listed
    assert "wolfsbane" not in listed


def test_an_import_names_the_line_over_which_a_reader_fails(bot: Bot, root: Path) -> None:
    old = root / "OLD.md"
    old.write_text(README, "utf-8")
    answer = bot("bot.flows.local.lists.readmes.read", "import", old)

    assert answer.returncode == 70
    (line,) = told(answer.stderr)
    assert line.startswith("OLD.md: the bot could not handle this")
    assert "not read: - A Paper About wolfsbane" in answer.stdout
    assert "2 entries were added" in answer.stderr


def test_a_scan_compares_the_others(bot: Bot, root: Path) -> None:
    file = root / "records.csv"
    file.write_text(RECORDS, "utf-8")
    for arguments in ([file], [file, file]):
        answer = bot("bot.dedupe.search.scan.parse_record", "duplicates", *arguments)
        assert answer.returncode == 70, answer.stderr
        assert all(line.startswith("record ") for line in told(answer.stderr))
        assert "wolfsbane" in told(answer.stderr)[0]
        assert "A Paper About Paging" in answer.stdout


def test_a_scan_of_entries_compares_the_others(bot: Bot, root: Path) -> None:
    entry = {"title": "A Paper About Paging", "category": "serving", "ids": ["arxiv:2501.00001"]}
    entries = [{"id": "a", **entry}, {"id": "b"}, {"id": "c", **entry}]
    file = root / "theirs.json"
    file.write_text(json.dumps({"schema_version": 1, "papers": entries}, indent=1), "utf-8")
    answer = bot("bot.dedupe.search.scan.parse_record", "duplicates", file)

    assert answer.returncode == 1
    assert re.search(r"^duplicate  [0-9.]+  a  c$", answer.stdout, re.MULTILINE), answer.stdout
    assert {line.partition(": ")[0] for line in answer.stderr.splitlines()[:2]} == {
        "theirs.json:12"
    }


def test_a_submission_takes_in_the_other_links(bot: Bot, root: Path) -> None:
    links = "\n".join(("https://ada.example/wolfsbane", arxiv(1)))
    form = root / "form.md"
    form.write_text(paper(links, "A Cache of Keys"), "utf-8")
    answer = bot("bot.review.pasted.works.asked.canonical", "submit", form, "--offline")

    assert answer.returncode == 70, answer.stderr
    (line,) = told(answer.stderr)
    assert line == (
        "link: the bot could not handle this, and left it out (RuntimeError: odd ::error::no) "
        "(found: 'https://ada.example/wolfsbane')"
    )
    assert "Who acts next" in answer.stdout
