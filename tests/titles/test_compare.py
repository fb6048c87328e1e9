"""Are two titles one, as a careful person would say? `tests/examples/titles/compare.txt` tells."""

import pytest

from bot.titles.compare import TitleSimilarity, compare_titles, one_title
from bot.titles.read import read_title
from tests.titles.examples import blocks

CASES = blocks("compare.txt")


def shown(similarity: TitleSimilarity) -> list[str]:
    """Write a similarity as the examples do: what is empty or false is left out."""
    said = similarity._asdict() | {"overlap": f"{similarity.overlap:.2f}"}
    return [f"=> {name}: {value}" for name, value in said.items() if value]


@pytest.mark.parametrize("case", CASES, ids=" / ".join)
def test_two_titles_are_compared_as_the_examples_say(case: list[str]) -> None:
    first, second, *expected = case

    assert shown(compare_titles(read_title(first), read_title(second))) == expected


@pytest.mark.parametrize("case", CASES, ids=" / ".join)
def test_the_order_of_two_titles_does_not_matter(case: list[str]) -> None:
    first, second = map(read_title, case[:2])

    assert compare_titles(first, second) == compare_titles(second, first)


@pytest.mark.parametrize("case", CASES, ids=" / ".join)
def test_titles_are_one_where_they_relate_and_nothing_speaks_against_it(case: list[str]) -> None:
    first, second, relation, *said = case
    relates = relation.removeprefix("=> relation: ") in {"same", "near", "part", "end"}

    assert one_title(first, second) == (
        relates and not any(line.startswith(("=> conflict", "=> doubt")) for line in said)
    )
