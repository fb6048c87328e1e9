"""Are slips of the pen told from other words?"""

import pytest

from bot.text.spelling import few_edits, is_inflected, is_slip, lost_ligatures


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("databates", "databases"),
        ("langauge", "language"),
        ("managment", "management"),
        ("cubes", "cube"),
        ("turning", "tuning"),
        ("cats", "cat"),
        ("models", "medels"),
        ("graph", "grapg"),
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
        ("cash", "cast"),
        ("model", "modelled"),
        ("12345", "12354"),
        ("graph", "gahpr"),
    ],
)
def test_another_word_is_no_slip(a: str, b: str) -> None:
    assert not is_slip(a, b)
    assert not is_slip(b, a)


def test_a_long_stem_makes_an_inflection() -> None:
    assert is_inflected("diagnosis", "diagnosing")
    assert not is_inflected("interactive", "internet")
    assert is_inflected("model", "models")
    assert is_inflected("quant", "quantiz")
    assert is_inflected("aaaaabb", "aaaaaccc")
    assert not is_inflected("quant", "quantizer")
    assert not is_inflected("mode", "modes")


@pytest.mark.parametrize(
    ("a", "b"),
    [("ecient", "efficient"), ("signicant", "significant"), ("ane", "affine"), ("rene", "refine")],
)
def test_a_word_from_which_a_ligature_fell_is_the_same_word(a: str, b: str) -> None:
    assert lost_ligatures(a, b)
    assert lost_ligatures(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("efficient", "efficient"), ("", "fi"), ("ecent", "efficient")]
)
def test_a_word_that_lacks_anything_else_is_another(a: str, b: str) -> None:
    assert not lost_ligatures(a, b)
    assert not lost_ligatures(b, a)


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("same", "same", 0),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
        ("abcd", "badc", 3),
        ("paged attention", "page attentions", 2),
        ("flaw", "lawn", 2),
    ],
)
def test_edits_are_counted_up_to_the_bound(a: str, b: str, edits: int) -> None:
    for one, other in ((a, b), (b, a)):
        assert [few_edits(one, other, most) for most in range(edits + 2)] == [
            most >= edits for most in range(edits + 2)
        ]
