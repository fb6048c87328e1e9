"""Is a text that says nothing told from one that says something, whatever it is?"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.lexicon.placeholder import is_placeholder
from bot.text.lexicon.tables import read_table

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "tests" / "examples" / "text" / "placeholders.txt"
_, NOTHING, SOMETHING = EXAMPLES.read_text("utf-8").split("# say ")
# Around these, nothing else is said.
WRAPPERS = ("{}", "({}).", "  {}!!", "**{}**", "“{}”", "> {}", "- {}", "【{}】", "{} …", "_{}_")


@pytest.mark.parametrize("text", NOTHING.strip().split("\n")[1:])
def test_what_says_nothing_is_told_however_it_is_wrapped_and_in_whatever_case(text: str) -> None:
    assert [each for each in WRAPPERS if not is_placeholder(each.format(text))] == []
    assert is_placeholder(text.upper())


@pytest.mark.parametrize("text", SOMETHING.strip().split("\n")[1:])
def test_what_says_something_does_not_stand_for_nothing(text: str) -> None:
    assert not is_placeholder(text)


def test_nothing_that_a_list_holds_is_taken_for_no_answer() -> None:
    papers = json.loads((ROOT / "data" / "papers.json").read_text("utf-8"))["papers"]
    fields = ("authors", "affiliations", "keywords", "capabilities")
    said = {value for each in papers for field in fields for value in each.get(field, ())}
    said |= {each["title"] for each in papers}
    said |= {each["venue"]["name"] for each in papers if "venue" in each}
    for table in (read_table("bot.venues", f"{name}.toml") for name in ("conferences", "journals")):
        said |= {name for short, names in table.items() for name in (short, *names)}

    assert len(said) > 1_000
    assert {value for value in said if is_placeholder(value)} == set()


@given(st.text())
def test_marks_around_a_text_do_not_change_what_it_says(text: str) -> None:
    assert is_placeholder(f"({text}).") == is_placeholder(text) or "\n" in text or len(text) > 70


def test_a_long_text_says_something_and_so_does_one_of_two_lines() -> None:
    assert not is_placeholder("to be released soon " * 10)
    assert not is_placeholder("N/A\nN/A")
