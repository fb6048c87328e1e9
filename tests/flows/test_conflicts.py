"""Do many suggestions for one table all land, though each merge makes the others conflict?"""

import tempfile
from pathlib import Path

import pytest

from tests.bench.train import Figures, by_hand, by_train, one_by_one

NUMBER = 8


@pytest.fixture(scope="module")
def undisturbed() -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        return one_by_one(Path(folder), NUMBER)


def assert_same_list(found: Figures, wanted: Figures) -> None:
    assert found.landed == wanted.landed == NUMBER
    assert found.papers == wanted.papers
    assert found.readme == wanted.readme


@pytest.mark.parametrize("every", [1, 4])
def test_what_is_merged_by_hand_in_any_order_comes_out_as_one_by_one(
    tmp_path: Path, undisturbed: Figures, every: int
) -> None:
    assert_same_list(by_hand(tmp_path, NUMBER, every), undisturbed)


def test_what_the_train_merges_comes_out_as_one_by_one(
    tmp_path: Path, undisturbed: Figures
) -> None:
    found = by_train(tmp_path, NUMBER)

    assert_same_list(found, undisturbed)
    assert found.runs == 2


def test_a_small_budget_stops_a_run_in_time_and_the_next_goes_on(
    tmp_path: Path, undisturbed: Figures
) -> None:
    budget, one_submission = 20, 25
    found = by_train(tmp_path, NUMBER, budget)

    assert_same_list(found, undisturbed)
    assert found.runs > 2
    assert found.most < budget + one_submission
