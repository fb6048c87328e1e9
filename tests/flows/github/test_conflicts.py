"""Do many suggestions for one table all land, though each merge makes the others conflict?"""

import tempfile
from pathlib import Path

import pytest

from bot.model.state import State
from bot.model.submissions.status import WINDOW
from tests.bench.train import Figures, by_hand, by_train, one_by_one
from tests.flows.on_github import Stage, arxiv, example_files, paged_files

NUMBER = 8


@pytest.fixture(scope="module", params=[example_files, paged_files])
def given(request: pytest.FixtureRequest) -> dict[str, str]:
    """Give the files of a list in one document, or with a page for each category."""
    made: dict[str, str] = request.param()
    return made


@pytest.fixture(scope="module")
def undisturbed(given: dict[str, str]) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        return one_by_one(Path(folder), NUMBER, given)


def assert_same_list(found: Figures, wanted: Figures) -> None:
    assert found.landed == wanted.landed == NUMBER
    assert found.papers == wanted.papers
    assert found.shown == wanted.shown


@pytest.mark.parametrize("every", [1, 4])
def test_what_is_merged_by_hand_in_any_order_comes_out_as_one_by_one(
    tmp_path: Path, given: dict[str, str], undisturbed: Figures, every: int
) -> None:
    assert_same_list(by_hand(tmp_path, NUMBER, given, every=every), undisturbed)


def test_what_the_train_merges_comes_out_as_one_by_one(
    tmp_path: Path, given: dict[str, str], undisturbed: Figures
) -> None:
    found = by_train(tmp_path, NUMBER, given)

    assert_same_list(found, undisturbed)
    assert found.runs == 2


def test_a_small_budget_stops_a_run_in_time_and_the_next_goes_on(
    tmp_path: Path, given: dict[str, str], undisturbed: Figures
) -> None:
    budget, one_submission = 20, 25
    found = by_train(tmp_path, NUMBER, given, budget=budget)

    assert_same_list(found, undisturbed)
    assert found.runs > 2
    assert found.most < budget + one_submission


def test_beyond_the_oldest_a_conflict_waits_for_its_turn_or_its_approval(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    numbers = [
        stage.suggest(f"s{at}", arxiv(at), f"A Cache of Keys, Part {chr(65 + at)}")
        for at in range(WINDOW + 3)
    ]
    stage.sweep()
    first, *oldest, next_, last = numbers
    heads = {number: stage.pull(number).opened.head_sha for number in numbers}
    stage.world.merge_by_hand(stage.pull(first).number, "mia")
    stage.sweep()

    def conflicts(number: int) -> bool:
        tip = str(stage.world.state.repo.branch("main"))
        return stage.checkout.merges(tip, stage.pull(number).opened.head_sha) is None

    assert [each for each in numbers[1:] if conflicts(each)] == [*oldest[WINDOW:], next_, last]
    assert stage.pull(last).opened.head_sha == heads[last]
    assert f"That is at once for the {WINDOW} oldest pull requests" in stage.pull(last).body
    stage.quiet()
    stage.world.comment(last, "mia", "/approve")
    stage.sweep()
    assert stage.state(last) is State.ACCEPTED
    stage.world.comment(oldest[0], "mia", "/decline")
    stage.sweep()
    assert not conflicts(next_)
