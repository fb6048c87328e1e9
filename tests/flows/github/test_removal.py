"""What becomes of a removal, and of what a person puts back, on its branch or on main?"""

import json
from pathlib import Path

import pytest

from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, example_files

REMOVAL = """### Which entry

AlpaServe

### What should happen

Remove the entry

### What is wrong

```text
Its authors took it back.
```

### What it should be

```text

```
"""
LISTED = json.loads(example_files()[files.PAPERS])["papers"]
(ENTRY,) = [each for each in LISTED if each["title"].startswith("AlpaServe")]
ALPA = "AlpaServe: Statistical Multiplexing with Model Parallelism for Deep Learning Serving"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give the example list, of which an entry is about to be removed by issue 1."""
    stage = Stage(tmp_path, in_memory=True)
    stage.world.open_issue("ann", "[correction]", REMOVAL)
    stage.sweep()
    assert stage.state(1) is State.READY
    return stage


def put_back(stage: Stage, branch: str, **changed: object) -> None:
    """Put the entry back into the data on a branch, perhaps changed, and leave the rest alone."""
    data = json.loads(stage.world.read_file(branch, files.PAPERS))
    data["papers"].append(ENTRY | changed)
    data["papers"].sort(key=lambda each: each["id"])
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    stage.world.push_commit(branch, {files.PAPERS: text}, "mia")


def test_a_removal_is_read_again_as_it_was_made_and_lands(stage: Stage) -> None:
    stage.quiet()
    assert ALPA not in stage.world.read_file("suggest/issue-1", files.README)
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert ALPA not in stage.titles()
    assert "Its authors took it back" in stage.main(files.PAPERS)
    stage.quiet()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, f"it changes the entry `{ENTRY['id']}` too"),
        ({"title": "AlpaServe, After All"}, "it changes the key `id` of its entry"),
    ],
    ids=["as it was", "changed"],
)
def test_an_entry_put_back_on_the_branch_of_its_removal_stops_the_bot_there(
    stage: Stage, changed: dict[str, object], words: str
) -> None:
    put_back(stage, "suggest/issue-1", **changed)
    theirs = stage.world.state.repo.branch("suggest/issue-1")
    stage.sweep()

    assert f"**The bot keeps off pull request #2**: {words}." in stage.comment(1)
    assert stage.world.state.repo.branch("suggest/issue-1") == theirs
    stage.quiet()

    stage.world.comment(1, "mia", "/refresh")
    stage.sweep()
    assert "keeps off" not in stage.comment(1)
    assert ALPA not in stage.world.read_file("suggest/issue-1", files.README)
    stage.quiet()


def test_a_row_put_back_by_hand_stops_the_bot_too(stage: Stage) -> None:
    readme = stage.main(files.README)
    stage.world.push_commit("suggest/issue-1", {files.README: readme}, "mia")
    stage.sweep()

    assert "keeps off pull request #2**: it changes README.md by hand." in stage.comment(1)
    assert stage.world.read_file("suggest/issue-1", files.README) == readme
    stage.quiet()


def test_a_removed_work_that_is_suggested_again_says_why_it_went(stage: Stage) -> None:
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    stage.services.learn(ALPA, "arxiv:2302.11665")
    number = stage.suggest("ben", "https://arxiv.org/abs/2302.11665")
    stage.sweep()

    assert stage.state(number) is State.READY
    assert "was on the list and was removed: `Its authors took it back`" in stage.comment(number)
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert ALPA in stage.titles()
    assert stage.state(1) is State.ACCEPTED
    stage.quiet()


def test_a_removal_reverted_on_main_by_a_person_does_not_stop_the_bot(stage: Stage) -> None:
    before = {path: stage.main(path) for path in (files.PAPERS, files.README)}
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    stage.world.push_commit("main", before, "mia")
    stage.sweep()

    assert ALPA in stage.titles()
    stage.services.learn("Keys and Bees", "arxiv:2501.00002")
    number = stage.suggest("ben", arxiv(2))
    stage.sweep()
    assert stage.state(number) is State.READY
    stage.quiet()


def test_a_branch_that_shares_no_history_with_main_is_left_alone_and_said_so(
    stage: Stage,
) -> None:
    repo = stage.world.state.repo
    tree = repo.objects.commit(str(repo.branch("suggest/issue-1"))).tree
    alone = repo.git(
        "-c",
        "user.name=mia",
        "-c",
        "user.email=mia@example.org",
        "commit-tree",
        tree,
        given="Alone\n",
    ).strip()
    stage.world.force_push("suggest/issue-1", alone, "mia")
    stage.sweep()

    assert (
        "keeps off pull request #2**: it shares no history with the base branch."
        in stage.comment(1)
    )
    assert repo.branch("suggest/issue-1") == alone
    stage.quiet()
