"""Are entries moved, changed, removed and told apart by the command line?"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.flows.local.entries.duplicates import in_list
from bot.flows.local.load import load
from bot.store import files, papers
from tests.flows.local.test_submit import LIST


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LIST, tmp_path / "list"))


def bot(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments, "--root", root],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def first(root: Path) -> str:
    return load(root).catalog.papers[0].id


def test_entries_move_and_change_in_one_commits_worth(root: Path) -> None:
    id_ = first(root)

    moved = bot(root, "move", id_, "--to", "attention-surveys")
    changed = bot(root, "set", id_, "venue=ICML 2026", "note=read first")

    assert (moved.returncode, changed.returncode) == (0, 0), moved.stderr + changed.stderr
    paper = load(root).catalog.papers[0]
    assert (paper.category, str(paper.venue), paper.note) == (
        "attention-surveys",
        "ICML 2026",
        "read first",
    )
    assert bot(root, "regenerate", "--check").returncode == 0


def test_a_dry_run_shows_the_change_and_writes_nothing(root: Path) -> None:
    before = (root / files.PAPERS).read_bytes()

    shown = bot(root, "remove", first(root), "--reason", "out of scope", "--dry-run")

    assert '+      "reason": "out of scope"' in shown.stdout
    assert (root / files.PAPERS).read_bytes() == before


def test_all_that_is_wrong_with_a_change_is_said_at_once(root: Path) -> None:
    said = bot(root, "set", first(root), "colour=red", "date=soon")

    assert said.returncode == 1
    assert "colour" in said.stderr
    assert "date" in said.stderr


def test_a_removed_entry_keeps_its_reason(root: Path) -> None:
    id_ = first(root)

    assert bot(root, "remove", id_, "--reason", "out of scope").returncode == 0

    assert [each.reason for each in load(root).catalog.removed if each.id == id_] == [
        "out of scope"
    ]


def test_two_works_told_apart_are_never_shown_again(root: Path) -> None:
    catalog = load(root).catalog
    paper = catalog.papers[0]
    twin = paper.model_copy(update={"id": "a-twin", "ids": (), "links": ()})
    doubled = catalog.model_copy(update={"papers": (*catalog.papers, twin)})
    (root / files.PAPERS).write_text(papers.dump(doubled), "utf-8")
    assert in_list(root).pairs

    told = bot(root, "distinct", "a-twin", paper.id)

    assert told.returncode == 0, told.stderr
    assert not in_list(root).pairs
