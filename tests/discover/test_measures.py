"""How is an order of candidates judged?"""

import pytest

from bot.discover.measures import quality


def test_a_perfect_order_is_worth_one() -> None:
    assert quality([3.0, 2.0, 1.0], [True, True, False], [1, 2, 3]) == (1.0, 1.0, (1.0, 1.0, 2 / 3))


def test_an_order_by_nothing_is_worth_what_chance_is() -> None:
    assert quality([0.0] * 4, [True, False, True, False], [2]).auc == 0.5


def test_the_precision_of_an_order_is_that_at_each_wanted_one() -> None:
    measured = quality([4.0, 3.0, 2.0, 1.0], [False, True, False, True], [3])

    assert measured == (0.25, (1 / 2 + 2 / 4) / 2, (1 / 3,))


def test_depths_beyond_the_end_count_what_there_is() -> None:
    assert quality([2.0, 1.0], [True, False], [100]).first == (0.5,)


@pytest.mark.parametrize("wanted", [[True, True], [False, False]])
def test_candidates_of_one_kind_measure_nothing(wanted: list[bool]) -> None:
    with pytest.raises(ValueError, match="nothing can be measured"):
        quality([1.0, 2.0], wanted, [1])
