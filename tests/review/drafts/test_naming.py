"""Are permanent ids valid, unique, and the same each time?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.base import SLUG
from bot.review.drafts.naming import LONGEST_ID, new_id, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("FlashAttention-2: Faster Attention", "flashattention-2-faster-attention"),
        ("S³: Increasing GPU Utilization", "s3-increasing-gpu-utilization"),
        ("PanGu-Σ", "pangu-sigma"),
        ("Schrödinger's Équation", "schrodinger-s-equation"),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 80, "x" * LONGEST_ID),
    ],
    ids=["version", "superscript", "greek", "accents", "cut at a word's end", "one long word"],
)
def test_an_id_is_the_title_in_plain_letters(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_title_without_latin_words_is_named_by_its_identifier() -> None:
    assert new_id("大模型推理", ("arxiv:2401.12345",), ()) == "arxiv-2401-12345"
    assert new_id("大模型推理", (), ()) == "entry"


def test_a_taken_id_is_counted_on() -> None:
    assert new_id("Editorial", (), {"editorial", "editorial-2"}) == "editorial-3"


@given(st.text(max_size=200), st.sets(st.sampled_from(["entry", "a", "a-2", "0"])))
def test_every_title_gets_a_valid_id_that_is_free_and_always_the_same(
    title: str, taken: set[str]
) -> None:
    found = new_id(title, (), taken)

    assert re.fullmatch(SLUG.strip("^$"), found)
    assert found not in taken
    assert len(found) <= LONGEST_ID + len("-9")
    assert new_id(title, (), taken) == found
