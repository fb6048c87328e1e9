"""Is an edit that crosses a merge told to whoever made it, and does a title follow its entry?"""

from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from bot.model.state import State
from tests.flows.on_github import Stage, arxiv, paper
from tests.flows.stories import CORRECTION

TITLE, OTHER = "Amber Queues", "Basalt Caches"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list with one suggestion that is ready: issue 1, pull request 2."""
    stage = Stage(tmp_path, in_memory=True)
    stage.services.learn(TITLE, "arxiv:2501.00001")
    stage.services.learn(OTHER, "arxiv:2501.00002")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


def asked(stage: Stage) -> dict[str, list[str]]:
    """Give what the form that the comment leads to is filled in with."""
    comment = stage.comment(1)
    assert "**This issue was edited too late**" in comment
    address = comment.partition("“Correct an entry”](")[2].partition(")")[0]
    return parse_qs(urlparse(address).query)


@pytest.mark.parametrize("when", ["before the merge", "before the run", "after the run"])
def test_an_edit_that_crosses_a_merge_can_be_asked_for_with_a_form(stage: Stage, when: str) -> None:
    pull = stage.pull(1)
    if when != "before the merge":
        stage.world.merge_by_hand(pull.number, "mia")
    if when == "after the run":
        stage.sweep()
        assert "too late" not in stage.comment(1)
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), "Amber Queues, Again", "Kernels"))
    if when == "before the merge":
        stage.world.merge_by_hand(pull.number, "mia")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    found = asked(stage)
    assert found["template"] == ["correction.yml"]
    assert found["entry"] == ["amber-queues"]
    assert found["action"] == ["Change the entry"]
    assert found["right"] == ["title: Amber Queues, Again\ncategory: attention-kernels"]
    stage.quiet()


def test_an_edit_to_another_work_asks_for_that_link(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=paper(arxiv(2)))
    stage.world.merge_by_hand(stage.pull(1).number, "mia")
    stage.sweep()

    assert asked(stage)["right"] == [f"link: {arxiv(2)}"]


def test_a_correction_edited_too_late_can_be_asked_for_as_it_is_now(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    stage.world.open_issue("ann", "[correction]", CORRECTION, ("correction",))
    stage.sweep()
    stage.world.edit_issue(1, "ann", body=CORRECTION.replace("SOSP 2024", "OSDI 2025"))
    stage.world.merge_by_hand(stage.pull(1).number, "mia")
    stage.sweep()

    found = asked(stage)
    assert (found["entry"], found["right"]) == (["vllm"], ["venue: OSDI 2025"])
    stage.quiet()


def test_an_edit_that_was_shown_before_the_merge_is_not_late(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Kernels"))
    stage.sweep()
    stage.world.merge_by_hand(stage.pull(1).number, "mia")
    stage.sweep()

    assert "too late" not in stage.comment(1)


def test_the_title_follows_an_edit_to_another_work_and_so_does_its_commit(stage: Stage) -> None:
    assert stage.pull(1).title == f"Add {TITLE}"
    stage.world.edit_issue(1, "ann", body=paper(arxiv(2)))
    stage.sweep()
    assert stage.pull(1).title == f"Add {OTHER}"
    stage.quiet()
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    tip = str(stage.world.state.repo.branch("main"))
    assert stage.world.state.repo.objects.commit(tip).message.startswith(f"Add {OTHER} (#2)\n")


def test_a_correction_that_becomes_a_removal_is_called_so(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    stage.world.open_issue("ann", "[correction]", CORRECTION, ("correction",))
    stage.sweep()
    assert stage.pull(1).title.startswith("Change ")
    removal = CORRECTION.replace("Change the entry", "Remove the entry")
    stage.world.edit_issue(1, "ann", body=removal.partition("### What it should be")[0])
    stage.sweep()

    assert stage.pull(1).title.startswith("Remove ")
    stage.quiet()


def test_a_title_that_a_person_gave_stays_until_they_give_the_bots_again(stage: Stage) -> None:
    stage.world.edit_issue(2, "mia", title="Queues, at last")
    stage.world.edit_issue(1, "ann", body=paper(arxiv(2)))
    stage.sweep()
    assert stage.pull(1).title == "Queues, at last"
    stage.quiet()
    stage.world.edit_issue(2, "mia", title=f"Add {OTHER}")
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1)))
    stage.sweep()

    assert stage.pull(1).title == f"Add {TITLE}"


def test_a_title_set_by_command_is_followed(stage: Stage) -> None:
    stage.world.comment(1, "mia", "/set title Named by Hand")
    stage.sweep()

    assert stage.pull(1).title == "Add Named by Hand"
    stage.quiet()
