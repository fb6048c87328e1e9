"""Is somebody who edits the generated README told what to do instead, with the entry at hand?"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.flows.local.entries.by_hand import advice_for
from bot.flows.local.outputs.regenerate import compared, regenerate
from bot.model.papers.paper import Paper
from bot.render.github.by_hand import FIRST
from bot.store import files
from tests.flows.on_github import LIST

DAY = "2026-11-22"
NEXT = "\n\n## Attention\n"
ROW = "| [A | B](https://arxiv.org/abs/2501.00001) | ICML 2025 | 2025-01 |  |"
NEW = "| [New & good](https://arxiv.org/abs/2501.00001) | ICML 2025 | 2025-01 |  |"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the small list that is up to date."""
    copied = shutil.copytree(LIST, tmp_path / "list")
    regenerate(copied)
    return copied


def edit(root: Path, old: str, new: str) -> str:
    """Edit the README by hand, once, and give the advice."""
    path = root / files.README
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return advice_for(root, compared(root), DAY, "octo/papers")


def _in_its_row(root: Path, old: str, new: str) -> tuple[str, str]:
    """Give the table's row that holds a text, and the row edited."""
    lines = (root / files.README).read_text("utf-8").splitlines()
    row = next(line for line in lines if line.startswith("| ") and old in line)
    return row, row.replace(old, new)


def test_a_readme_that_is_right_needs_no_advice(root: Path) -> None:
    assert advice_for(root, compared(root), DAY, "octo/papers") == ""


def test_an_added_row_becomes_an_entry_and_a_form_that_is_filled_in(root: Path) -> None:
    said = edit(root, NEXT, f"\n{NEW}{NEXT}")

    assert said == (
        f"{FIRST}\n\n"
        "To add “New & good”, send the form “Suggest a paper”, which is filled in already:\n\n"
        "  https://github.com/octo/papers/issues/new?template=paper.yml"
        "&links=https%3A%2F%2Farxiv.org%2Fabs%2F2501.00001&title=New%20%26%20good"
        "&category=Serving%20Systems&venue=ICML%202025\n\n"
        "or put this into data/papers.json and run `bot regenerate`:\n\n"
        "    {\n"
        '      "id": "new-good",\n'
        '      "title": "New & good",\n'
        '      "category": "serving",\n'
        '      "date": "2025-01",\n'
        '      "venue": {\n'
        '        "name": "ICML",\n'
        '        "year": 2025\n'
        "      },\n"
        '      "ids": [\n'
        '        "arxiv:2501.00001"\n'
        "      ],\n"
        '      "links": [\n'
        "        {\n"
        '          "kind": "paper",\n'
        '          "url": "https://arxiv.org/abs/2501.00001"\n'
        "        }\n"
        "      ],\n"
        '      "added": "2026-11-22"\n'
        "    }\n"
    )


def test_the_entry_can_be_pasted_as_it_is(root: Path) -> None:
    said = edit(root, NEXT, f"\n{NEW}{NEXT}")
    entry = said[said.index("    {") :].rstrip("\n")
    Paper.model_validate_json(entry)

    path = root / files.PAPERS
    text = path.read_text("utf-8")
    path.write_text(text.replace('"papers": [', f'"papers": [\n{entry},', 1), "utf-8")
    regenerate(root)

    assert compared(root).stale == ()
    assert "New & good" in json.dumps(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("| OSDI 2022 | 2022-07", "| OSDI 2023 | 2022-07", id="another year"),
        pytest.param("[Orca: A Distributed", "[ORCA: A Distributed", id="another title"),
    ],
)
def test_a_changed_row_leads_to_its_entry(root: Path, old: str, new: str) -> None:
    said = edit(root, *_in_its_row(root, old, new))
    assert said.startswith(FIRST)
    assert "edit “orca-a-distributed" in said
    (link,) = re.findall(r"https://\S+", said)
    assert link == (
        "https://github.com/octo/papers/issues/new?template=correction.yml"
        "&entry=orca-a-distributed-serving-system-for-transformer-based"
    )


def test_without_a_repository_the_forms_are_named_only(root: Path) -> None:
    edit(root, NEXT, f"\n{NEW}{NEXT}")
    said = advice_for(root, compared(root), DAY, "")
    assert "send the form “Suggest a paper”\n\nor put this" in said
    assert "github.com" not in said


def test_many_rows_are_counted_and_not_all_shown(root: Path) -> None:
    rows = "".join(
        f"\n| [Work {number}](https://arxiv.org/abs/2501.{number:05d}) |  |  |  |"
        for number in range(1, 21)
    )
    said = edit(root, NEXT, rows + NEXT)
    assert said.count("or put this into data/papers.json") == 5
    assert said.endswith("Rows more that differ: 15. Each takes the same.\n")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(f"| [{'x' * 5_000}](https://arxiv.org/abs/2501.00001) |  |", id="long title"),
        pytest.param("| | | | |", id="empty row"),
        pytest.param("| ::error::boo\x1b[31m | \u202e |", id="commands"),
        pytest.param(ROW, id="a pipe in a title"),
        pytest.param("<table><tr><td>", id="unclosed"),
    ],
)
def test_whatever_stands_in_a_row_the_advice_is_given(root: Path, row: str) -> None:
    said = edit(root, NEXT, f"\n{row}{NEXT}")
    assert said.startswith(FIRST)
    assert all(char.isprintable() or char == "\n" for char in said)
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_the_check_fails_with_the_advice(root: Path) -> None:
    edit(root, NEXT, f"\n{NEW}{NEXT}")
    answer = subprocess.run(
        [sys.executable, "-m", "bot", "regenerate", "--check", "--root", root],
        env={"GITHUB_REPOSITORY": "octo/papers"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 1
    assert "-| [New & good]" in answer.stdout
    stale, _, said = answer.stderr.partition("\n\n")
    assert stale == "stale: README.md; run: bot regenerate"
    assert said.startswith(FIRST)
    assert "issues/new?template=paper.yml" in said
