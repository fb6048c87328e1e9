"""Is a stretch of text taken for people, or for a column's role, as the examples say?"""

from pathlib import Path

import pytest

from bot.importers.phrases.names import authors, is_authors
from bot.importers.phrases.roles import role_of

FOLDER = Path(__file__).parents[1] / "examples" / "lines"


def rows(name: str) -> list[tuple[str, str]]:
    """Give the pairs of a file of examples."""
    lines = FOLDER.joinpath(name).read_text("utf-8").splitlines()
    parted = (line.partition("|") for line in lines if line and not line.startswith("#"))
    return [(text.strip(), answer.strip()) for text, _, answer in parted]


@pytest.mark.parametrize(("text", "people"), rows("people.txt"))
def test_a_list_of_people_is_told_from_other_text(text: str, people: str) -> None:
    assert "; ".join(authors(text) if is_authors(text) else ()) == people


@pytest.mark.parametrize(("heading", "role"), rows("roles.txt"))
def test_a_heading_announces_a_role(heading: str, role: str) -> None:
    assert role_of(heading) == role
