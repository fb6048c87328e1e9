"""Are slips of the pen told from other words?"""

import pytest

from bot.text.spelling import is_inflected, is_slip


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("databates", "databases"),
        ("langauge", "language"),
        ("managment", "management"),
        ("cubes", "cube"),
        ("turning", "tuning"),
    ],
)
def test_one_letter_makes_a_slip(a: str, b: str) -> None:
    assert is_slip(a, b)
    assert is_slip(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("symmetric", "asymmetric"),
        ("supervised", "unsupervised"),
        ("encoder", "decoder"),
        ("1999", "1998"),
        ("cat", "car"),
        ("same", "same"),
        ("", "a"),
    ],
)
def test_another_word_is_no_slip(a: str, b: str) -> None:
    assert not is_slip(a, b)
    assert not is_slip(b, a)


def test_a_long_stem_makes_an_inflection() -> None:
    assert is_inflected("diagnosis", "diagnosing")
    assert not is_inflected("interactive", "internet")
