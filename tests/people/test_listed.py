"""Is a text parted into the names of its authors? `tests/examples/people` holds texts."""

from pathlib import Path

import pytest

from bot.people.listed import MOST_AUTHORS, bibtex_listed, is_cut, listed

FILE = Path(__file__).parents[1] / "examples" / "people" / "listed.txt"
CASES = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_parted_into_names(case: str) -> None:
    text, names = case.split(" => ")

    assert listed(text) == tuple(filter(None, names.split(" | ")))


SURNAMES = [
    ("Kipf, Welling", ("Kipf", "Welling")),
    ("Vaswani, Shazeer and Parmar", ("Vaswani", "Shazeer", "Parmar")),
    ("Kipf, Thomas and Welling, Max", ("Kipf, Thomas", "Welling, Max")),
    ("Kipf, T.", ("Kipf, T.",)),
    ("Kipf, Thomas N.", ("Kipf, Thomas N.",)),
]


@pytest.mark.parametrize(("text", "names"), SURNAMES)
def test_where_surnames_are_enough_two_of_them_are_two_people(
    text: str, names: tuple[str, ...]
) -> None:
    assert listed(text, surnames=True) == names


BIBTEX = [
    ("Lovelace, Ada and Hopper, Grace", ["Lovelace, Ada", "Hopper, Grace"]),
    ("Ada Lovelace AND {Barnes and Noble}", ["Ada Lovelace", "Barnes and Noble"]),
    ("Ada Lovelace and others", ["Ada Lovelace"]),
    ("{Barnes and Noble", ["{Barnes and Noble"]),
    ("", []),
]


@pytest.mark.parametrize(("value", "names"), BIBTEX)
def test_in_bibtex_one_word_parts_names_and_none_inside_braces(
    value: str, names: list[str]
) -> None:
    assert list(bibtex_listed(value)) == names


def test_of_very_many_names_the_first_are_read() -> None:
    assert len(listed("Ada Lovelace; " * (MOST_AUTHORS + 1))) == MOST_AUTHORS


def test_a_list_says_that_it_leaves_people_out() -> None:
    assert is_cut("Ada Lovelace, Grace Hopper et al., ")
    assert not is_cut("Ada Lovelace, Grace Hopper")
