"""Is a text stored as its author printed it, and compared by what its spellings share?"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.base import ONE_LINE
from bot.text.clean import clean, visible
from bot.text.fold import fold

FOLDER = Path(__file__).parents[1] / "examples" / "text"
PIECES = (
    *("\\", "$", "{", "}", "&", "<", ">", "_", "^", "`", "~", ".", "'", '"', " ", ";", "#", "+"),
    *("a", "A", "i", "1", "x", "é", "Σ", "\u200b", "\u0301", "ŉ", "İ", "ﬁ", "\x00", "\n", "\x85"),
    *("\\alpha", "\\'", "amp;", "lt;", "<b>", "</b>", "$x$", "\\{", "\\}", "\\H", "\\foo", "{\\"),
    *(
        "sup>",
        "#38;",
        ". ",
        "et al.",
        "\\(",
        "\\)",
        "$$",
        "''",
        "``",
        "<br",
        "<!--",
        "-->",
        "\ud800",
    ),
)
texts = st.lists(st.sampled_from(PIECES)).map("".join) | st.text()


def examples(name: str) -> list[tuple[str, str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    pairs = (line.rsplit(" => ", 1) for line in lines if line and not line.startswith("# "))
    return [(_unescaped(given), _unescaped(expected)) for given, expected in pairs]


def _unescaped(text: str) -> str:
    number = r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2}))"
    return re.sub(number, lambda found: chr(int(found[found.lastindex or 0], 16)), text)


@pytest.mark.parametrize(("text", "stored"), examples("clean.txt"))
def test_a_text_is_stored_as_printed(text: str, stored: str) -> None:
    assert clean(text) == stored


@pytest.mark.parametrize(("text", "compared"), examples("fold.txt"))
def test_a_text_is_compared_by_its_words(text: str, compared: str) -> None:
    assert fold(text) == compared


@given(texts)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    stored = clean(text)

    assert clean(stored) == stored
    assert not stored or re.match(ONE_LINE, stored)


@given(texts)
def test_folding_sees_only_what_is_stored_and_only_once(text: str) -> None:
    compared = fold(text)

    assert compared == fold(clean(text)) == fold(compared)
    assert bool(compared) == bool(clean(text))


@given(st.text("abc XYZ019 _*-:,()[]!?%@/|=\"'", min_size=1))
def test_a_text_without_markup_keeps_every_character(text: str) -> None:
    assert clean(text) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "&amp;" * 9000,
        "<b" * 9000 + ">" * 9000,
        "{" * 20000 + "}" * 20000,
        "a" + "\u0301\u0316" * 9000,
    ],
    ids=["entities", "tags", "groups", "accents"],
)
def test_markup_wrapped_in_markup_comes_to_an_end(text: str) -> None:
    stored = clean(text)

    assert clean(stored) == stored


def test_what_nobody_sees_goes_and_no_word_changes() -> None:
    assert visible("a\u202e{b}\n&amp;\ufeff") == "a{b} &amp;"


@pytest.mark.timeout(20)  # it takes milliseconds; by the square of its length, minutes
@pytest.mark.parametrize(
    "unit",
    [
        "<math>",
        "<mml:math><mml:mi>",
        "</tex-math><math>",
        "$x^{",
        r"$\frac{",
        r"\sqrt{",
        "$a_$",
        "<annotation>",
    ],
)
def test_a_formula_of_one_thing_over_and_over_is_read_at_once(unit: str) -> None:
    assert len(clean((unit * 20_000)[:20_000])) < 50_000
