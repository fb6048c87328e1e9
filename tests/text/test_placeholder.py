"""Is a text that says nothing told from one that says something, whatever it is?"""

from hypothesis import given
from hypothesis import strategies as st

from bot.text.placeholder import is_placeholder


@given(st.text())
def test_marks_around_a_text_do_not_change_what_it_says(text: str) -> None:
    assert is_placeholder(f"({text}).") == is_placeholder(text) or "\n" in text or len(text) > 70


def test_a_long_text_says_something_and_so_does_one_of_two_lines() -> None:
    assert not is_placeholder("to be released soon " * 10)
    assert not is_placeholder("N/A\nN/A")
