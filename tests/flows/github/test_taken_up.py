"""Which issues does the bot take up, and which does a run for another issue take along?"""

from pathlib import Path

import pytest

from bot.model.state import State
from tests.flows.on_github import Stage, arxiv, paper

TITLE = "A Fine System"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list and services that know ten works."""
    stage = Stage(tmp_path, in_memory=True)
    for number in range(1, 11):
        stage.services.learn(f"Fine System Number {number}", f"arxiv:2501.{number:05d}")
    return stage


@pytest.mark.parametrize(
    "body",
    [
        arxiv(1),
        f"<{arxiv(1)}>",
        f"- {arxiv(1)}\n\n",
        f"\n\n  \n{paper(arxiv(1))}",
        f"\t\n{paper(arxiv(1))}",
    ],
    ids=repr,
)
def test_an_issue_without_a_label_is_taken_up(stage: Stage, body: str) -> None:
    number = stage.world.open_issue("ann", "A paper", body)
    stage.sweep()

    assert stage.state(number) is State.READY
    assert stage.pull(number).title == "Add Fine System Number 1"
    stage.quiet()


def test_an_issue_that_is_nothing_but_links_is_one_submission_of_several_works(
    stage: Stage,
) -> None:
    links = f"{arxiv(1)}\r\n\r\n* {arxiv(2)},\n* {arxiv(3)}"
    number = stage.world.open_issue("ann", "Some papers", links)
    stage.event(number)

    assert stage.state(number) is State.READY
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) is State.ACCEPTED
    assert {f"Fine System Number {at}" for at in (1, 2, 3)} <= set(stage.titles())
    stage.quiet()


@pytest.mark.parametrize(
    "body",
    [
        "",
        " \n ",
        "...",
        "?!",
        "### Category\n\nKernels",
        "thanks",
    ],
    ids=repr,
)
def test_an_issue_of_another_kind_is_left_alone(stage: Stage, body: str) -> None:
    number = stage.world.open_issue("ann", "A question", body)
    stage.event(number)
    stage.sweep()

    assert stage.world.issue(number).comments == []
    assert stage.world.issue(number).labels == []
    stage.quiet()


def test_a_run_for_one_issue_also_answers_the_five_oldest_that_nobody_has_answered(
    stage: Stage,
) -> None:
    numbers = [stage.suggest(f"person-{at}", arxiv(at)) for at in range(1, 9)]
    stage.event(numbers[-1])

    ready = [number for number in numbers if stage.state(number) is State.READY]
    assert ready == [*numbers[:5], numbers[-1]]
    stage.event(numbers[-1])
    assert [stage.state(number) for number in numbers] == [State.READY] * 8
    stage.quiet()


def test_a_run_for_one_issue_also_goes_on_with_what_is_approved(stage: Stage) -> None:
    first, second = (stage.suggest("ann", arxiv(at)) for at in (1, 2))
    stage.sweep()
    stage.world.state.settings.approvals_required = 1
    stage.world.comment(first, "mia", "/approve")
    stage.sweep()
    assert stage.state(first) is State.APPROVED

    stage.world.state.settings.approvals_required = 0
    stage.event(second)
    assert (stage.state(first), stage.state(second)) == (State.ACCEPTED, State.READY)
    stage.sweep()
    stage.quiet()


def test_what_is_approved_lands_however_many_older_ones_are_ready(stage: Stage) -> None:
    for number in range(11, 14):
        stage.services.learn(f"Fine System Number {number}", f"arxiv:2501.{number:05d}")
    numbers = [stage.suggest(f"person-{at}", arxiv(at)) for at in range(1, 14)]
    stage.sweep()
    stage.world.merge_by_hand(stage.pull(numbers[0]).number, "mia")
    stage.sweep()
    stage.world.comment(numbers[-1], "mia", "/approve")
    stage.sweep()
    assert stage.state(numbers[-1]) is State.ACCEPTED
    assert "Fine System Number 13" in stage.titles()
    stage.quiet()


def test_what_is_approved_and_merges_as_it_is_is_not_pushed_again(stage: Stage) -> None:
    for number in range(11, 14):
        stage.services.learn(f"Fine System Number {number}", f"arxiv:2501.{number:05d}")
    numbers = [stage.suggest(f"person-{at}", arxiv(at)) for at in range(1, 14)]
    stage.sweep()
    stage.world.comment(numbers[-1], "mia", "/approve")
    began = len(stage.world.hub.log)
    stage.sweep()

    assert stage.state(numbers[-1]) is State.ACCEPTED
    head = f"/git/refs/heads/suggest/issue-{numbers[-1]}"
    assert not [line for line in stage.wrote_since(began) if line.path.endswith(head)]


def test_a_correction_without_its_headings_is_one_by_its_label(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "Wrong", "The venue of vLLM is wrong.")
    stage.world.hub.act("octo", "POST", "/repos/octo/papers/labels", {"name": "correction"})
    stage.world.edit_issue(number, "mia", labels=["correction"])
    stage.sweep()

    assert stage.state(number) is State.NEEDS_WORK
    assert "- **Which entry**: " in stage.comment(number)
    assert "Paper link" not in stage.comment(number)
    stage.quiet()


def test_questions_of_a_person_do_not_count_against_the_limit_of_suggestions(
    stage: Stage,
) -> None:
    for at in range(12):
        stage.world.open_issue("ann", f"Question {at}", "How are the categories chosen?")
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()

    assert stage.state(number) is State.READY


def test_what_is_on_hold_before_the_bot_saw_it_is_waited_for_all_the_same(stage: Stage) -> None:
    first = stage.suggest("ann", arxiv(1))
    stage.world.comment(first, "mia", "/hold")
    second = stage.suggest("ben", arxiv(1))
    stage.sweep()

    assert (stage.state(first), stage.state(second)) == (State.ON_HOLD, State.WAITING)
    assert f"Issue #{first} suggests the same work" in stage.comment(second)
    stage.quiet()

    stage.world.comment(first, "mia", "/refresh")
    stage.sweep()
    assert (stage.state(first), stage.state(second)) == (State.READY, State.WAITING)
    stage.quiet()
