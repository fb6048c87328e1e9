"""Are the works found that people ask for, however they type or paste them?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.submissions.submission import RequestedPaper
from bot.review.drafts.link_kind import kind_led_to
from bot.review.pasted.works.asked import asked_for
from bot.review.pasted.works.talk import is_talk, without_talk

EXAMPLES = Path(__file__).parents[2] / "examples" / "pasted"
CASES = [
    case.strip("\n").split("\n---\n")
    for case in (EXAMPLES / "works.txt").read_text("utf-8").split("\n===\n")
]
TALK, NAMES = (EXAMPLES / "talk.txt").read_text("utf-8").strip().split("\n---\n")


def shown(requested: RequestedPaper) -> str:
    """Write a work as the examples do."""
    own = [f"{kind_led_to(url) or 'paper'} {url}" for url in requested.links]
    also = [f"{link.kind} {link.url}" for link in requested.also]
    lines = [", ".join((*own, *also))]
    if read := requested.guess:
        venue = f" | {read.venue} {read.year or ''}".rstrip() if read.venue else ""
        lines.append(f"    {read.title}{venue}")
    return "\n".join(lines)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda text: text[:40])
def test_what_was_pasted_is_read(text: str, expected: str) -> None:
    asked = asked_for(text)
    left = [f"left: {words}" for words in asked.unread]

    assert "\n".join([*map(shown, asked.papers), *left]) == expected


@pytest.mark.parametrize("text", TALK.splitlines())
def test_who_speaks_to_the_owner_names_no_work(text: str) -> None:
    assert is_talk(text)
    assert without_talk(text) == ""


@pytest.mark.parametrize("text", NAMES.splitlines())
def test_a_name_is_no_talk_though_it_asks_or_greets(text: str) -> None:
    assert not is_talk(text)


@given(st.text())
def test_a_text_without_a_link_asks_for_no_work(text: str) -> None:
    assert [paper for paper in asked_for(text).papers if not paper.links] == []


@pytest.mark.timeout(20)  # it takes milliseconds; by the square of its length, minutes
@pytest.mark.parametrize(
    "unit",
    [
        "@a{",
        "https://a.org/b ",
        "a. ",
        "[",
        '"',
        "“",
        "Paper: ",
        "x\n",
        "https://a.org/b\n",
        "| ",
        "：",
        "《",
    ],
    ids=repr,
)
def test_the_longest_text_of_one_thing_over_and_over_is_read_at_once(unit: str) -> None:
    asked_for((unit * 65_536)[:65_536] + "\nhttps://arxiv.org/abs/2309.06180")
