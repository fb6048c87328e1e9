"""Is an edit by hand that reached the main branch taken into the data before it would be lost?"""

import json
from pathlib import Path

import pytest

from bot.flows.github.runs.refresh import refresh
from bot.model.github.world import REFRESH
from bot.store import files, papers
from tests.flows.github.test_offers import BELOW, ROW, TITLE, VLLM, begun, entries, right_files
from tests.flows.on_github import Stage, arxiv, paged_files
from tests.github_server.state import Issue


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Begin with a list whose sums stand as they should."""
    made = begun(tmp_path, right_files())
    made.run(refresh)
    return made


def edit(stage: Stage, *pairs: tuple[str, str], path: str = files.README) -> None:
    text = stage.main(path)
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    stage.world.push_commit("main", {path: text}, "mia")


def rolling(stage: Stage) -> Issue:
    every = stage.world.state.issues.values()
    (found,) = [
        each for each in every if each.pull and each.pull.head == REFRESH and each.state == "open"
    ]
    return found


def test_rows_added_changed_and_taken_out_come_into_the_data_by_one_pull_request(
    stage: Stage,
) -> None:
    row = next(line for line in stage.main(files.README).splitlines() if line.startswith("| [Orca"))
    edit(stage, (BELOW, f"\n{ROW}{BELOW}"), ("| SOSP 2023 | 2023-09", "| SOSP 2024 | 2023-09"))
    edit(stage, (f"{row}\n", ""))
    stage.run(refresh)

    pull = rolling(stage)
    assert f"- `{TITLE}` is new\n" in pull.body
    assert "Efficient Memory Management" in pull.body
    assert "goes" in pull.body
    stage.run(refresh)
    assert rolling(stage) is pull
    stage.world.merge_by_hand(pull.number, "mia")
    assert TITLE in stage.titles()
    assert entries(stage)[VLLM]["venue"] == {"name": "SOSP", "year": 2024}
    removed = json.loads(stage.main(files.PAPERS))["removed"]
    assert [each["reason"] for each in removed if "Orca" in each["title"]] == ["Taken out by hand"]
    assert TITLE in stage.main(files.README)
    before = stage.main(files.README)
    stage.run(refresh)
    assert TITLE in stage.main(files.README)
    assert before.count(TITLE) <= stage.main(files.README).count(TITLE)


def test_data_that_were_changed_alone_are_no_edit_of_the_documents(stage: Stage) -> None:
    edit(stage, ('"year": 2023', '"year": 2024'), path=files.PAPERS)
    stage.run(refresh)
    pull = rolling(stage)
    assert "**Edited by hand" not in pull.body
    stage.world.merge_by_hand(pull.number, "mia")
    assert "| SOSP 2024 |" in stage.main(files.README)
    assert entries(stage)[VLLM]["venue"] == {"name": "SOSP", "year": 2024}


def test_suggestions_that_land_meanwhile_leave_it_there(stage: Stage) -> None:
    edit(stage, (BELOW, f"\n{ROW}{BELOW}"))
    number = stage.suggest("ann", arxiv(2), "Fine System Number 2")
    stage.sweep()
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert ROW in stage.main(files.README)
    stage.run(refresh)
    stage.world.merge_by_hand(rolling(stage).number, "mia")
    assert {TITLE, "Fine System Number 2"} <= set(stage.titles())


def test_a_row_among_the_newest_works_of_a_front_page_is_one_too(tmp_path: Path) -> None:
    given = paged_files()
    given[files.PAPERS] = papers.dump(papers.parse(given[files.PAPERS]))
    stage = begun(tmp_path, given)
    stage.run(refresh)
    front = stage.main(files.README)
    at = front.index("\n", front.index("\n| --- ", front.index("## Serving")) + 1) + 1
    stage.world.push_commit("main", {files.README: f"{front[:at]}{ROW}\n{front[at:]}"}, "mia")
    stage.run(refresh)
    assert f"- `{TITLE}` is new" in rolling(stage).body


def test_what_cannot_be_understood_is_named_and_waits_for_a_person(stage: Stage) -> None:
    row = "| [vLLM: a page of its own](https://arxiv.org/abs/2302.11665) | | | |"
    edit(stage, (BELOW, f"\n{row}{BELOW}"))
    stage.run(refresh)
    assert "not understood" in rolling(stage).body
