"""Stands beside a report of a venue, through each door, what is found by the work's title?"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.model.papers.metadata import Found, Metadata, SearchReply, Sourced, Unavailable
from bot.model.papers.paper import Venue
from bot.review.paper.vouched import MOST_REPORTS
from bot.store import files, papers
from tests.flows.github.test_offers import VLLM, begun, offer, replaced, right_files
from tests.flows.on_github import Stage, arxiv, paper
from tests.flows.stories import CORRECTION

LINK = "https://arxiv.org/abs/2309.06180"
TITLE = "Efficient Memory Management for Large Language Model Serving with PagedAttention"
AUTHORS = ("Woosuk Kwon", "Zhuohan Li")
SAYS_SO = "the venue `SOSP 2024`: confirmed by `openreview`"


def by_form(stage: Stage) -> int:
    return stage.world.open_issue("ann", "[correction]", CORRECTION, ("correction",))


def by_a_line(stage: Stage) -> int:
    return stage.world.open_issue("ann", "vLLM", f"{LINK} was accepted at SOSP 2024")


def by_the_other_form(stage: Stage) -> int:
    return stage.world.open_issue("ann", "[paper]", paper(f"{LINK} (SOSP 2024)"), ("paper",))


def by_an_order(stage: Stage) -> int:
    body = CORRECTION.replace("venue: SOSP 2024", "date: 2023-10")
    number = stage.world.open_issue("ann", "[correction]", body, ("correction",))
    stage.sweep()
    stage.world.comment(number, "mia", "/set venue SOSP 2024")
    return number


def by_the_readme(stage: Stage) -> int:
    return offer(stage, replaced("| SOSP 2023 | 2023-09 |", "| SOSP 2024 | 2023-09 |"))


def by_the_data(stage: Stage) -> int:
    year = '"name": "SOSP",\n        "year": 2023'
    return offer(stage, replaced(year, year.replace("2023", "2024")), path=files.PAPERS)


DOORS = (by_form, by_a_line, by_the_other_form, by_an_order, by_the_readme, by_the_data)
Door = Callable[[Stage], int]
by_each_door = pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)


def hit(venue: str, year: int, title: str = TITLE, authors: tuple[str, ...] = AUTHORS) -> Found:
    """Give a work as OpenReview has it."""
    return Found(
        "openreview",
        Metadata(
            title=Sourced(title, "openreview"),
            authors=Sourced(authors, "openreview"),
            venue=Sourced(Venue(name=venue, year=year), "openreview"),
        ),
    )


class Reported:
    """A list on which somebody reports a venue, and who was asked by which title."""

    def __init__(self, folder: Path, replies: Mapping[str, SearchReply]) -> None:
        """Let each service answer so, whatever the title is."""
        self.stage = begun(folder, right_files())
        self.asked: list[tuple[str, str]] = []
        self.stage.searches = {name: self._search(name, reply) for name, reply in replies.items()}

    def _search(self, name: str, reply: SearchReply) -> Callable[[str], SearchReply]:
        def ask(title: str) -> SearchReply:
            self.asked.append((name, title))
            return reply

        return ask

    def note(self, door: Door) -> str:
        """Give what the bot says of the report, on the pull request, too, where there is one."""
        number = door(self.stage)
        self.stage.sweep()
        comment = self.stage.comment(number)
        note = next(line for line in comment.splitlines() if "`SOSP 2024`: " in line)
        for pull in self.stage.pulls(number):
            assert note in (pull.body or "")
        self.stage.quiet()
        return note.removeprefix("- ")


@by_each_door
def test_who_is_asked_by_the_title_confirms_a_report_and_is_asked_once(
    tmp_path: Path, door: Door
) -> None:
    reported = Reported(tmp_path, {"openreview": (hit("SOSP", 2024),), "dblp": ()})
    assert reported.note(door) == SAYS_SO
    assert reported.asked == [("openreview", TITLE), ("dblp", TITLE)]


@by_each_door
def test_who_says_otherwise_is_shown(tmp_path: Path, door: Door) -> None:
    reported = Reported(tmp_path, {"openreview": (hit("OSDI", 2024), hit("NSDI", 2025))})
    assert reported.note(door) == (
        "the venue `SOSP 2024`: `openreview` says `OSDI 2024`; `openreview` says `NSDI 2025`; "
        "a maintainer checks it"
    )


@pytest.mark.parametrize("elsewhere", ["OSDI", "TOCS"], ids=["a meeting", "a journal"])
def test_who_confirms_it_by_the_title_stands_beside_who_says_otherwise_by_an_id(
    tmp_path: Path, elsewhere: str
) -> None:
    hits = (hit("SOSP", 2024),)
    reported = Reported(tmp_path, {"openreview": hits, "dblp": (hit("NSDI", 2025),)})
    venue = Sourced(Venue(name=elsewhere, year=2024), "crossref")
    reported.stage.services.known["arxiv:2309.06180"] = Metadata(venue=venue)
    others = f"`crossref` says `{elsewhere} 2024`; `dblp` says `NSDI 2025`"
    assert reported.note(by_form) == f"{SAYS_SO}; {others}"


@by_each_door
def test_another_work_under_the_title_says_nothing(tmp_path: Path, door: Door) -> None:
    others = (hit("SOSP", 2024, authors=("Cy Dorn",)), hit("SOSP", 2024, title="Another Work"))
    reported = Reported(tmp_path, {"openreview": others})
    nobody = "no service that was asked says where it was published; a maintainer checks it"
    assert reported.note(door) == f"the venue `SOSP 2024`: {nobody}"


def test_a_service_that_gives_no_answer_is_named(tmp_path: Path) -> None:
    wall = Unavailable("dblp", "answered 200 and lets only people in", refused=True)
    reported = Reported(tmp_path, {"openreview": (), "dblp": wall})
    assert "says where it was published; `dblp` did not answer" in reported.note(by_form)
    reported = Reported(tmp_path / "b", {"openreview": (hit("SOSP", 2024),), "dblp": wall})
    assert reported.note(by_form) == f"{SAYS_SO}; `dblp` did not answer"


def test_nobody_is_asked_by_a_title_where_somebody_confirms_it_or_nothing_is_reported(
    tmp_path: Path,
) -> None:
    reported = Reported(tmp_path, {"openreview": ()})
    venue = Sourced(Venue(name="SOSP", year=2024), "crossref")
    reported.stage.services.known["arxiv:2309.06180"] = Metadata(venue=venue)
    assert reported.note(by_form) == "the venue `SOSP 2024`: confirmed by `crossref`"
    number = reported.stage.suggest("ann", "https://arxiv.org/abs/2501.00001")
    reported.stage.sweep()
    assert reported.stage.pull(number).state == "open"
    assert reported.asked == []


def test_of_many_reports_only_some_are_searched(tmp_path: Path) -> None:
    reported = Reported(tmp_path, {"openreview": ()})
    data = json.loads(reported.stage.main(files.PAPERS))
    (entry,) = [each for each in data["papers"] if each["id"] == VLLM]
    numbers = range(1, MOST_REPORTS + 4)
    data["papers"] += [
        {**entry, "id": f"work-{at}", "title": f"Work Number {at}", "ids": [f"arxiv:2501.{at:05d}"]}
        | {"links": [{"kind": "paper", "url": arxiv(at)}], "short_name": None}
        for at in numbers
    ]
    text = papers.dump(papers.parse(json.dumps(data)))
    reported.stage.world.push_commit("main", {files.PAPERS: text}, "mia")
    lines = "\n".join(f"{arxiv(at)} (OSDI 2024)" for at in numbers)
    number = reported.stage.suggest("ann", lines)
    reported.stage.sweep()
    assert "the venue `OSDI 2024`" in reported.stage.comment(number)
    assert reported.asked == [("openreview", f"Work Number {at}") for at in numbers[:MOST_REPORTS]]


def test_a_work_without_authors_is_not_searched(tmp_path: Path) -> None:
    reported = Reported(tmp_path, {"openreview": (hit("SOSP", 2024),)})
    data = json.loads(reported.stage.main(files.PAPERS))
    (entry,) = [each for each in data["papers"] if each["id"] == VLLM]
    entry["authors"] = []
    text = papers.dump(papers.parse(json.dumps(data)))
    reported.stage.world.push_commit("main", {files.PAPERS: text}, "mia")
    assert "no service that was asked says" in reported.note(by_form)
    assert reported.asked == []
