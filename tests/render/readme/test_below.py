"""Does a new row of a list that kept its owner's look stand and count like those above it?"""

from itertools import pairwise

import pytest

from bot.render.readme.layouts.below import Row, fitted
from tests.render.cmark import html


def with_new(above: list[str], *new: str, template: str = "") -> list[str]:
    """Give the rows with new ones below them, which look as the template does."""
    rows = [Row(text, is_new=False) for text in above]
    return list(fitted([*rows, *(Row(text, is_new=True) for text in new)], template or new[0]))


@pytest.mark.parametrize("mark", ["  ", "   ", "<br>", "<br />", "<BR/>", "\\"])
def test_a_new_line_of_a_paragraph_is_a_line_of_its_own(mark: str) -> None:
    lines = with_new([f"One{mark}", "Two"], f"Three{mark}", f"Four{mark}")

    assert lines == [f"One{mark}", f"Two{mark}", f"Three{mark}", "Four"]
    shown = html("\n".join(lines)).lower()
    words = ("one", "two", "three", "four")
    for above, below in pairwise(words):
        assert "<br" in shown[shown.index(above) : shown.index(below)]
    assert shown.strip().endswith("four</p>")


@pytest.mark.parametrize("ended", ["Two\\", "Two<br>", "Two  ", "Two\n", ""])
def test_what_is_ended_is_not_ended_again(ended: str) -> None:
    assert with_new([ended], "Three  ") == [ended, "Three"]


def test_the_owners_lines_stay_where_nothing_new_is_below_them() -> None:
    rows = [Row("New<br>", is_new=True), Row("One", is_new=False), Row("Two", is_new=False)]

    assert list(fitted(rows, "{title}<br>")) == ["New<br>", "One", "Two"]
    assert list(fitted([], "{title}<br>")) == []


@pytest.mark.parametrize(
    ("above", "new", "numbered"),
    [
        (["1. a", "2. b"], "1. n", ["3. n", "4. n"]),
        (["1. a", "2. b"], "1. Part 2. n", ["3. Part 2. n", "4. Part 2. n"]),
        (["7) a"], "1) n", ["8) n", "9) n"]),
        (["1. a", "1. b"], "1. n", ["1. n", "1. n"]),
        (["  1. a\n\n     more\n", "  2. b\n"], "  1. n\n", ["  3. n\n", "  4. n\n"]),
        (["1. a", "3. b"], "1. n", ["4. n", "5. n"]),
        (["999999999. a"], "1. n", ["999999999. n", "999999999. n"]),
        ([], "1. n", ["1. n", "2. n"]),
        (["- a"], "- n", ["- n", "- n"]),
        (["1.5 bits", "2.5 bits"], "1.5 bits", ["1.5 bits", "1.5 bits"]),
        (["| 1 | a |", "| 2 | b |"], "| | n |", ["| 3 | n |", "| 4 | n |"]),
        (["| 1 | | |", "| 2 | | |"], "| | | |", ["| 3 | | |", "| 4 | | |"]),
        (["|1|a|", "|2|b|"], "||n|", ["| 3 |n|", "| 4 |n|"]),
        (["| 1 | a |", "| 5 | b |"], "| | n |", ["| | n |", "| | n |"]),
        (["| 1 | a |"], "| | n |", ["| | n |", "| | n |"]),
        (["| x | a |", "| y | b |"], "| | n |", ["| | n |", "| | n |"]),
    ],
    ids=repr,
)
def test_new_rows_are_counted_on_where_those_above_count(
    above: list[str], new: str, numbered: list[str]
) -> None:
    assert with_new(above, new, new) == [*above, *numbered]


def test_a_cell_that_the_template_fills_is_not_counted() -> None:
    years = ["| 2021 | a |", "| 2022 | b |"]

    assert with_new(years, "|  | n |", template="| {?{year}} | {title} |")[-1] == "|  | n |"
