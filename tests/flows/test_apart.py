"""Is the one of many that cannot be handled found, and are all others handled?"""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InvalidError, Problem
from bot.flows.apart import MOST_BAD, handled


def name(item: int) -> Problem:
    return Problem(f"item {item}", "", "")


@given(st.lists(st.integers(0, 99), unique=True, max_size=60), st.sets(st.integers(0, 99)))
def test_exactly_the_bad_ones_are_left_out(items: list[int], bad: set[int]) -> None:
    def attempt(some: Sequence[int]) -> list[int]:
        for each in some:
            if each in bad:
                raise RecursionError(each)
        return list(some)

    if len(bad.intersection(items)) > MOST_BAD:
        return
    found, failed = handled(items, attempt, name)

    assert found == [each for each in items if each not in bad]
    assert sorted(problem.field for problem in failed) == sorted(
        f"item {each}" for each in items if each in bad
    )


def test_of_two_that_fail_together_the_later_one_is_left_out() -> None:
    def attempt(some: Sequence[int]) -> list[int]:
        if {3, 7} <= set(some):
            raise KeyError("both")
        return list(some)

    found, (problem,) = handled(range(10), attempt, name)
    assert found == [0, 1, 2, 3, 4, 5, 6, 8, 9]
    assert (
        str(problem) == "item 7: the bot could not handle this, and left it out (KeyError: 'both')"
    )


def test_what_fails_without_any_is_nobodys_fault() -> None:
    def attempt(_: Sequence[int]) -> None:
        raise RuntimeError("the disk")

    with pytest.raises(RuntimeError, match="the disk"):
        handled([1, 2], attempt, name)


def test_what_a_person_can_mend_is_raised() -> None:
    def attempt(_: Sequence[int]) -> None:
        raise InvalidError([Problem("here", "", "mend it")])

    with pytest.raises(InvalidError, match="mend it"):
        handled([1, 2], attempt, name)


def test_beyond_so_many_it_is_no_matter_of_single_ones() -> None:
    def attempt(some: Sequence[int]) -> None:
        if some:
            raise RuntimeError("all of them")

    with pytest.raises(RuntimeError, match="all of them"):
        handled(range(2 * MOST_BAD), attempt, name)
