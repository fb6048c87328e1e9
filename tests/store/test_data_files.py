"""Is every fault of a data file named at once, with its line or its key path, and what to do?"""

from pathlib import Path

import pytest

from bot.errors import InvalidError
from bot.model.lists.listing import Category, Listing
from bot.store import config, papers

EXAMPLES = Path(__file__).parents[1] / "examples" / "data"
LISTING = Listing(
    schema_version=1,
    title="A list",
    introduction="What it is.",
    categories=(
        Category(slug="serving", title="Serving"),
        Category(slug="attention", title="Attention"),
    ),
)


def said(path: Path) -> str:
    """Give what the store says of a file, as one text."""
    with pytest.raises(InvalidError) as caught:
        read(path.suffix, path.read_text("utf-8"))
    return f"{caught.value}\n"


def read(kind: str, text: str) -> None:
    """Read a text as the data file that its ending says."""
    if kind == ".toml":
        config.parse(text)
    else:
        papers.check(papers.parse(text), LISTING, text)


@pytest.mark.parametrize(
    "path",
    sorted([*EXAMPLES.glob("*.json"), *EXAMPLES.glob("*.toml")]),
    ids=lambda path: path.name,
)
def test_a_faulty_file_is_refused_with_every_fault_and_its_place(path: Path) -> None:
    expected = path.with_name(path.name + ".txt")
    assert said(path) == expected.read_text("utf-8")
