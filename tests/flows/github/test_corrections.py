"""What becomes of a correction on GitHub that would make two entries one work?"""

from pathlib import Path

import pytest

from bot.model.papers.metadata import Metadata, Sourced
from bot.model.papers.paper import Venue
from bot.model.state import State
from tests.flows.on_github import Stage
from tests.flows.stories import CORRECTION

TITLE = "Efficient Memory Management for Large Language Model Serving with PagedAttention"
DOUBLING = CORRECTION.replace("vllm", "Orca").replace(
    "venue: SOSP 2024",
    f"title: {TITLE}\nauthors: Woosuk Kwon, Zhuohan Li\nvenue: SOSP 2023\ndate: 2023-09",
)


def test_a_correction_that_would_double_an_entry_is_refused_until_it_is_mended(
    tmp_path: Path,
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    number = stage.world.open_issue("ann", "[correction]", DOUBLING)
    stage.sweep()

    assert stage.state(number) is State.NEEDS_WORK
    assert f"this would make it the same work as `{TITLE}`" in stage.comment(number)
    assert "one work has one entry" in stage.comment(number)
    assert stage.pulls(number) == []
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) is State.NEEDS_WORK
    assert stage.titles().count(TITLE) == 1
    stage.quiet()

    stage.world.edit_issue(number, "ann", body=DOUBLING.replace(TITLE, "Orca, Reconsidered"))
    stage.sweep()
    assert stage.state(number) is State.READY
    assert stage.pull(number).title == "Change Orca, Reconsidered"
    stage.quiet()


def reported(stage: Stage, said: Metadata | None) -> str:
    """Let somebody report that vLLM appeared at SOSP 2024, and give the bot's comment."""
    if said:
        stage.services.known["arxiv:2309.06180"] = said
    number = stage.world.open_issue("ann", "[correction]", CORRECTION)
    stage.sweep()
    assert stage.state(number) is State.READY
    stage.quiet()
    note = next(line for line in stage.comment(number).splitlines() if "`SOSP 2024`: " in line)
    assert note in (stage.pull(number).body or "")
    return note


@pytest.mark.parametrize(
    ("name", "year", "said"),
    [
        ("SOSP", 2024, "the venue `SOSP 2024`: confirmed by `crossref`"),
        ("OSDI", 2024, "the venue `SOSP 2024`: `crossref` says `OSDI 2024`"),
        ("SOSP", 2023, "the venue `SOSP 2024`: `crossref` says `SOSP 2023`"),
        ("", 0, "the venue `SOSP 2024`: no service that was asked says where it was published"),
    ],
)
def test_beside_a_report_of_a_venue_stands_what_the_services_say(
    tmp_path: Path, name: str, year: int, said: str
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    known = Metadata(venue=Sourced(Venue(name=name, year=year), "crossref")) if name else None
    assert said in reported(stage, known)
    assert stage.services.asked.count(("arxiv:2309.06180",)) == 1


def test_who_did_not_answer_about_a_report_is_named(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    stage.services.down = True
    assert "`arxiv` did not answer" in reported(stage, None)


@pytest.mark.parametrize(
    ("said", "name", "venue", "told"),
    [
        (
            "accepted at OSDI 2023",
            "OSDI",
            "OSDI 2023",
            "the venue `OSDI 2023`: confirmed by `crossref`",
        ),
        ("OSDI 2023", "", "OSDI 2023", "the venue `OSDI 2023`: no service that was asked says"),
        ("(OSDI 2023)", "ICML", "ICML 2023", "the venue `OSDI 2023`: `crossref` says `ICML 2023`"),
    ],
)
def test_a_line_that_says_where_a_listed_work_appeared_is_a_report_too(
    tmp_path: Path, said: str, name: str, venue: str, told: str
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    if name:
        known = Metadata(venue=Sourced(Venue(name=name, year=2023), "crossref"))
        stage.services.known["arxiv:2302.11665"] = known
    number = stage.world.open_issue("ann", "AlpaServe", f"https://arxiv.org/abs/2302.11665 {said}")
    stage.sweep()
    assert stage.state(number) is State.READY
    assert f"- **Venue**: `{venue}`" in stage.comment(number)
    assert told in stage.comment(number)
    stage.quiet()


def test_a_line_that_says_what_the_list_says_is_no_report(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    link = "https://arxiv.org/abs/2309.06180"
    number = stage.world.open_issue("ann", "vLLM", f"{link} was accepted at SOSP 2023")
    stage.sweep()
    assert stage.state(number) is State.DUPLICATE
    assert "the venue `SOSP 2023`" not in stage.comment(number)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("SOSP", "the venue `SOSP 2024`: confirmed by `crossref`"),
        ("OSDI", "the venue `SOSP 2024`: `crossref` says `OSDI 2024`; a maintainer checks it"),
        ("", "the venue `SOSP 2024`: no service that was asked says where it was published"),
    ],
)
def test_a_line_that_contradicts_the_list_is_told_as_it_was_said(
    tmp_path: Path, name: str, told: str
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    if name:
        venue = Sourced(Venue(name=name, year=2024), "crossref")
        stage.services.known["arxiv:2309.06180"] = Metadata(venue=venue)
    link = "https://arxiv.org/abs/2309.06180"
    number = stage.world.open_issue("ann", "vLLM", f"{link} was accepted at SOSP 2024")
    stage.sweep()
    assert stage.state(number) is State.DUPLICATE
    comment = stage.comment(number)
    assert "the list has the venue `SOSP 2023`, which stays; this says `SOSP 2024`" in comment
    assert told in comment
    stage.quiet()


@pytest.mark.parametrize(
    ("link", "said", "state"),
    [
        ("https://arxiv.org/abs/2309.06180", "SOSP 2024", State.DUPLICATE),
        ("https://arxiv.org/abs/2302.11665", "OSDI 2023", State.READY),
    ],
)
def test_a_line_about_a_listed_work_waits_for_nobody_and_says_who_did_not_answer(
    tmp_path: Path, link: str, said: str, state: State
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    stage.services.down = True
    number = stage.world.open_issue("ann", "News", f"{link} was accepted at {said}")
    stage.sweep()
    assert stage.state(number) is state
    assert f"the venue `{said}`: no service that was asked says where" in stage.comment(number)
    assert "`arxiv` gave no answer (answered 503)" in stage.comment(number)
    stage.quiet()


@pytest.mark.parametrize(
    ("first", "asked"), [("date: 2023-10", 1), ("venue: OSDI 2024", 2)], ids=["date", "venue"]
)
def test_what_a_maintainer_sets_is_checked_against_the_services_too(
    tmp_path: Path, first: str, asked: int
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    venue = Sourced(Venue(name="SOSP", year=2024), "crossref")
    stage.services.known["arxiv:2309.06180"] = Metadata(venue=venue)
    body = CORRECTION.replace("venue: SOSP 2024", first)
    number = stage.world.open_issue("ann", "[correction]", body, ("correction",))
    stage.sweep()
    assert "the venue `SOSP 2024`" not in stage.comment(number)
    stage.world.comment(number, "mia", "/set venue SOSP 2024")
    stage.sweep()
    told = "the venue `SOSP 2024`: confirmed by `crossref`"
    assert told in stage.comment(number)
    assert told in (stage.pull(number).body or "")
    assert stage.services.asked.count(("arxiv:2309.06180",)) == asked
    stage.quiet()
