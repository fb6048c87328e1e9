"""Is a text that is too long cut so that a reader sees it?"""

import pytest

from bot.text.cut import cut


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("Fine systems", 12, "Fine systems"),
        ("Fine systems", 11, "Fine…"),
        ("Fine systems", 6, "Fine…"),
        ("Fine systems", 5, "Fine…"),
        ("Fine systems", 4, "Fin…"),
        ("Finesystems", 5, "Fine…"),
        ("", 5, ""),
    ],
)
def test_it_ends_with_a_whole_word_where_there_is_one(
    text: str, longest: int, expected: str
) -> None:
    assert cut(text, longest) == expected
