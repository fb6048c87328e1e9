"""Is an issue in free text taken for what it is?"""

from pathlib import Path

import pytest

from bot.free_text import asked_text, asks_for_works, speaks_of_works

EXAMPLES = Path(__file__).parents[1] / "examples" / "free_text"


def _issues(name: str) -> list[tuple[str, str]]:
    """Give the titles and bodies of a file."""
    blocks = (EXAMPLES / name).read_text("utf-8").split("%%\n")
    return [(title, body) for title, _, body in (block.partition("\n") for block in blocks)]


@pytest.mark.parametrize(("title", "body"), _issues("asks.txt"))
def test_an_issue_of_links_and_little_else_asks_for_works(title: str, body: str) -> None:
    assert asks_for_works(title, body)


@pytest.mark.parametrize(("title", "body"), _issues("speaks.txt"))
def test_an_issue_with_a_work_among_other_text_only_speaks_of_it(title: str, body: str) -> None:
    assert not asks_for_works(title, body)
    assert speaks_of_works(title, body)


@pytest.mark.parametrize(("title", "body"), _issues("neither.txt"))
def test_an_issue_about_something_else_does_neither(title: str, body: str) -> None:
    assert not asks_for_works(title, body)
    assert not speaks_of_works(title, body)


def test_where_only_the_title_holds_a_link_it_is_read_with_the_body() -> None:
    assert asked_text("Add arXiv:2501.00001", "thanks") == "Add arXiv:2501.00001\n\nthanks"
    assert asked_text("Add arXiv:2501.00001", "") == "Add arXiv:2501.00001"
    assert asked_text("Add it", "arXiv:2501.00001") == "arXiv:2501.00001"


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "piece",
    ["[", "*", "“", "<!--", "| ", "```\n", "@a{", "@a{\n", "`````", "~~~~~", "# ", "https://"],
)
def test_a_long_text_is_read_in_no_time(piece: str) -> None:
    assert asks_for_works("A", piece * 40_000) in {True, False}
