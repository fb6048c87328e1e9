"""Are entries moved, changed, removed and told apart by the command line?"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.flows.local.entries.duplicates import in_list
from bot.flows.local.load import load
from bot.gardening.garden import papers_named
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


def test_an_entry_is_named_by_its_id_a_link_its_title_or_its_short_name(root: Path) -> None:
    catalog = load(root).catalog
    paper = next(each for each in catalog.papers if each.short_name == "vLLM")

    for name in (paper.id, "https://arxiv.org/pdf/2309.06180v1", paper.title.upper(), "vllm"):
        assert papers_named([name], catalog) == [paper]
    assert papers_named(["vLLM", paper.id], catalog) == [paper]


def test_a_name_that_several_ids_hold_is_asked_back(root: Path) -> None:
    with pytest.raises(UsageError) as caught:
        papers_named(["serving", "9999"], load(root).catalog)

    ids = [p.id for p in load(root).catalog.papers if "serving" in p.id][:3]
    assert str(caught.value) == (
        f"no entry has the id 'serving'; did you mean {' or '.join(ids)}?\n"
        "no entry has the id '9999'; data/papers.json lists them"
    )


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
