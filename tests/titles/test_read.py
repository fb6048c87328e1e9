"""Of what does a title consist? `tests/examples/titles/read.txt` shows what is read in each."""

import pytest

from bot.titles.read import ParsedTitle, read_title
from tests.titles.examples import blocks, lines


def shown(title: ParsedTitle) -> list[str]:
    """Write a title as the examples do: what is empty or false is left out."""
    return [f"=> {name}: {written(value)}" for name, value in title._asdict().items() if value]


def written(value: object) -> str:
    """Write one part of a title: words in their order, sets in that of the alphabet."""
    if isinstance(value, ParsedTitle):
        return " ".join(value.words)
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    return " ".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("case", blocks("read.txt"), ids=lambda case: case[0])
def test_a_title_is_read_as_the_examples_say(case: list[str]) -> None:
    title, *expected = case

    assert shown(read_title(title)) == expected


def test_a_name_that_a_record_gives_besides_counts_where_the_title_has_none() -> None:
    assert read_title("Fast Serving for Everybody", "vLLM 2").name == "vllm"
    assert read_title("Fast Serving for Everybody", "vLLM 2").name_numbers == ("2",)
    assert read_title("SGLang: Fast Serving for Everybody", "vLLM 2").name == "sglang"


def test_of_a_text_without_end_the_first_letters_are_read() -> None:
    assert read_title("long " * 200) == read_title("long " * 120)


@pytest.mark.parametrize("case", lines("notes.txt"))
def test_what_stands_around_a_title_is_left_out(case: str) -> None:
    title, words = case.split(" => ")

    assert " ".join(read_title(title).words) == words
