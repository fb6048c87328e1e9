"""Which links are told together on the dashboard?"""

from typing import Any

import pytest

from bot.model.upkeep.link import Finding, LinkState
from bot.upkeep.board.troubles import key, troubles

DEAD = LinkState(looked="2026-11-30", verdict="dead", said="answered 404")


def finding(url: str, **changed: Any) -> Finding:  # noqa: ANN401  # any field of a state
    return Finding(url=url, state=DEAD.model_copy(update=changed), entries=("orca",))


ALIKE = [finding("https://a.example/1"), finding("https://a.example/2")]
COPY = "https://archive.example/3"


@pytest.mark.parametrize(
    ("third", "sizes"),
    [
        (finding("https://a.example/3"), [3]),
        (finding("https://a.example/3", archived=""), [3]),
        (finding("https://b.example/3"), [1, 1, 1]),
        (finding("https://a.example/3", verdict="suspect"), [1, 1, 1]),
        (finding("https://a.example/3", said="answered 410"), [1, 1, 1]),
        (finding("https://a.example/3", archived=COPY), [1, 1, 1]),
        (finding("https://a.example/3", moved_to="https://b.example/"), [1, 1, 1]),
    ],
)
def test_pages_of_one_host_that_fare_alike_are_told_together(
    third: Finding, sizes: list[int]
) -> None:
    assert [len(trouble) for trouble in troubles([*ALIKE, third])] == sizes


@pytest.mark.parametrize(
    "alone",
    [
        [finding(f"https://github.com/a/{name}") for name in "bcd"],
        [finding(f"https://arxiv.org/abs/2610.0000{number}") for number in (1, 2, 3)],
        [finding(f"https://a.example/{name}", moved_to="https://b.example/") for name in "bcd"],
        ALIKE,
        [],
    ],
)
def test_what_an_interface_knows_what_has_moved_and_what_is_few_is_told_one_by_one(
    alone: list[Finding],
) -> None:
    assert troubles(alone) == [(one,) for one in alone]


def test_troubles_stand_where_their_first_link_stands() -> None:
    other = finding("https://b.example/")
    together = (*ALIKE, finding("https://a.example/3"))
    assert troubles([together[0], other, *together[1:]]) == [together, (other,)]
    assert troubles([other, *together]) == [(other,), together]


def test_a_box_is_about_exactly_these_links() -> None:
    together = (*ALIKE, finding("https://a.example/3"))
    keys = {key(trouble) for trouble in (together, together[:2], together[:1], together[1:])}
    assert len(keys) == 4
    assert key(together) == key(tuple(finding(one.url, said="else") for one in together))
