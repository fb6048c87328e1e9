"""Is it read where a sentence says that a work appears, and from no other sentence?"""

from pathlib import Path

import pytest

from bot.model.papers.paper import Venue
from bot.venues.reported import reported_venue

EXAMPLES = Path(__file__).parents[1] / "examples" / "venues" / "reported.txt"


@pytest.mark.parametrize("line", EXAMPLES.read_text("utf-8").splitlines())
def test_a_sentence_tells_a_venue_or_none(line: str) -> None:
    text, _, told = line.partition(" => ")
    found = reported_venue(text)
    assert (str(Venue(name=found.name, year=found.year)) if found else "-") == told


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "piece",
    [
        "accepted at ",
        "venue: a",
        "在",
        "change to ",
        "a, ",
        "(",
        "에",
        "\t",
        "在 ",
        "に ",
        "에 ",
        "set to ",
    ],
)
def test_a_long_text_costs_little(piece: str) -> None:
    assert reported_venue(piece * 3_000) is None
