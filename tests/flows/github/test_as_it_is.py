"""Does the bot come to the same end on a GitHub that is late, leaves holes and refuses much?"""

import random
from pathlib import Path

import pytest

from bot.model.state import State
from tests.flows.on_github import BOT, Stage, arxiv


def suggested(stage: Stage, count: int) -> list[int]:
    """Let so many people suggest a paper each."""
    return [
        stage.suggest(f"s{at}", arxiv(at), f"On Caches, Chapter {at}") for at in range(1, count + 1)
    ]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, in_memory=True)


@pytest.mark.parametrize("seed", range(6))
def test_holes_in_answers_end_no_run_and_are_made_up_for(stage: Stage, seed: int) -> None:
    numbers = suggested(stage, 4)
    state = stage.world.state
    state.random, state.settings.nulls = random.Random(seed), 0.03
    for _ in range(4):
        stage.sweep()
        stage.event(numbers[0])
    state.settings.nulls = 0.0
    stage.sweep()
    stage.sweep()

    assert {stage.state(number) for number in numbers} == {State.READY}
    for number in numbers:
        assert len([c for c in stage.world.issue(number).comments if c.author.login == BOT]) == 1
        assert len(stage.pulls(number)) == 1


@pytest.mark.parametrize("answer", ["502", "RESOURCE_LIMITS_EXCEEDED"])
@pytest.mark.parametrize("most", [30_000, 10_000, 5_000, 1_000])
def test_what_is_too_much_at_once_is_asked_for_in_parts(
    stage: Stage, answer: str, most: int
) -> None:
    numbers = suggested(stage, 12)
    stage.world.state.settings.most_nodes = most
    stage.world.state.settings.too_much = answer
    stage.sweep()

    assert {stage.state(number) for number in numbers} == {State.READY}


def test_one_submission_that_github_cannot_show_keeps_no_other_from_being_settled(
    stage: Stage,
) -> None:
    first, second, third = suggested(stage, 3)
    stage.world.state.settings.poison = frozenset({second})
    run = stage.sweep()
    assert [str(deed) for deed in run.done if deed.number == second] == [
        f"#{second}: GitHub did not show it; the next run looks again"
    ]
    stage.event(third)
    assert [stage.state(each) for each in (first, second, third)] == [
        State.READY,
        None,
        State.READY,
    ]

    stage.world.state.settings.poison = frozenset()
    stage.sweep()
    assert stage.state(second) is State.READY


def test_a_pull_request_that_follows_its_branch_late_is_merged_at_the_new_head(
    stage: Stage,
) -> None:
    first, second = suggested(stage, 2)
    stage.sweep()
    for number in (first, second):
        stage.world.comment(number, "mia", "/approve")
    stage.world.state.settings.heads_lag = 4
    stage.sweep()

    assert {stage.state(first), stage.state(second)} == {State.ACCEPTED}
    stage.world.state.settings.heads_lag = 0
    stage.quiet()


def test_a_merge_that_has_to_wait_for_github_is_no_refusal(stage: Stage) -> None:
    first, second = suggested(stage, 2)
    stage.sweep()
    for number in (first, second):
        stage.world.comment(number, "mia", "/approve")
    stage.world.state.settings.heads_lag = 100_000
    stage.sweep()

    assert stage.state(second) is State.APPROVED
    said = stage.comment(second)
    assert f"GitHub is not ready to `merge pull request #{stage.pull(second).number}` yet" in said
    assert "the bot tries again by itself" in said
    assert "refused" not in said
    stage.world.pass_time(100_000)
    stage.sweep()
    assert stage.state(second) is State.ACCEPTED


def test_lists_that_lack_what_was_just_made_lead_to_nothing_twice(stage: Stage) -> None:
    stage.world.state.settings.lists_lag = 100_000
    (number,) = suggested(stage, 1)
    for _ in range(3):
        stage.event(number)

    assert stage.state(number) is State.READY
    assert len(stage.pulls(number)) == 1
    assert len(stage.world.issue(number).comments) == 1


def test_what_no_list_shows_yet_is_one_again_once_all_do(stage: Stage) -> None:
    settings = stage.world.state.settings
    settings.lists_lag = settings.rest_lag = 100_000
    (number,) = suggested(stage, 1)
    for _ in range(2):
        stage.event(number)
    assert len(stage.pulls(number)) == 1

    settings.lists_lag = settings.rest_lag = 0
    stage.sweep()
    assert stage.state(number) is State.READY
    assert len(stage.world.issue(number).comments) == 1
    stage.quiet()


@pytest.mark.parametrize("lag", [3, 99_999])
def test_a_branch_that_github_sees_late_gets_its_pull_request(stage: Stage, lag: int) -> None:
    stage.world.state.settings.branches_lag = lag
    (number,) = suggested(stage, 1)
    stage.sweep()
    assert (stage.state(number) is State.READY) == (lag == 3)

    stage.world.state.settings.branches_lag = 0
    stage.sweep()
    assert stage.state(number) is State.READY
    stage.quiet()


def test_two_comments_of_the_bots_become_one_again(stage: Stage) -> None:
    (number,) = suggested(stage, 1)
    stage.sweep()
    written = stage.world.issue(number).comments[0].body
    stage.world.comment(number, BOT, written)
    stage.world.state.settings.lists_lag = 100_000
    stage.event(number)

    (left,) = stage.world.issue(number).comments
    assert left.body.partition("\n")[0] == written.partition("\n")[0]


def test_however_many_are_closed_at_once_each_gets_its_word(stage: Stage) -> None:
    numbers = suggested(stage, 70)
    for _ in range(2):
        stage.sweep()
    for number in numbers:
        stage.world.close(number, f"s{number}")
    for _ in range(3):
        stage.sweep()

    assert {stage.state(number) for number in numbers} == {State.WITHDRAWN}


def test_a_locked_pull_request_takes_no_sign_and_holds_up_nothing(stage: Stage) -> None:
    first, second = suggested(stage, 2)
    stage.sweep()
    pull = stage.pull(first).number
    stage.world.comment(pull, "mia", "/hold")
    stage.world.lock(pull, "mia")
    stage.world.state.settings.locks_keep_apps_out = True
    stage.world.comment(second, "mia", "/approve")
    stage.sweep()

    assert (stage.state(first), stage.state(second)) == (State.ON_HOLD, State.ACCEPTED)
    assert stage.world.issue(pull).comments[-1].reactions == []
    stage.quiet()
