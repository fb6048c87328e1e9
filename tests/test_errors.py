"""Does an error say everything at once, each with its place, and how the program ends?"""

import pytest

from bot.errors import GitError, InvalidError, Problem, UnavailableError, UsageError, within

PROBLEMS = (Problem("3", "x\ny", "is no year; write four digits"), Problem("", "", "is empty"))


def test_an_error_tells_all_problems_a_line_each_with_what_was_found() -> None:
    error = InvalidError(iter(PROBLEMS))

    assert error.problems == PROBLEMS
    assert str(error) == "3: is no year; write four digits (found: 'x\\ny')\n: is empty"


def test_what_is_wrong_inside_a_file_is_told_with_its_path() -> None:
    with pytest.raises(InvalidError) as raised, within("data/papers.json"):
        raise InvalidError(PROBLEMS)

    assert [each.field for each in raised.value.problems] == [
        "data/papers.json:3",
        "data/papers.json",
    ]


def test_another_error_inside_a_file_is_left_as_it_is() -> None:
    with pytest.raises(UsageError, match=r"^no such slug$"), within("data/papers.json"):
        raise UsageError("no such slug")


def test_a_program_ends_by_whose_turn_it_is() -> None:
    ends = [InvalidError([]), UsageError(), UnavailableError(), GitError()]

    assert [each.exit_code for each in ends] == [1, 2, 3, 3]
