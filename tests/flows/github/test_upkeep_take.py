"""Does a candidate become a submission by a maintainer's word, once, and by nobody else's?"""

from pathlib import Path

import pytest

from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.flows.github.upkeep.look import Write, look
from bot.model.papers.paper import Catalog
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Decision, Observations
from bot.store import upkeep
from tests.flows.on_github import Stage
from tests.flows.test_upkeep import board, looks, signs, tick
from tests.github_server.state import Issue

DAY = "2026-11-22"
WORK = "arxiv:2610.0000{}"


def candidate(number: int, title: str = "A Work on Serving") -> Candidate:
    return Candidate(
        number=number,
        work=WORK.format(number),
        url=f"https://arxiv.org/abs/2610.0000{number}",
        title=f"{title} {number}",
        day="2026-10-02",
        category="serving",
        reasons=("speculative, draft", "cites 4 listed works"),
        on=DAY,
    )


SEEN = Observations(candidates=tuple(map(candidate, (1, 2, 3))))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    made = Stage(tmp_path, in_memory=True)
    looks(made, SEEN)
    return made


def filed(stage: Stage) -> list[Issue]:
    """Give the issues that candidates became."""
    every = stage.world.state.issues.values()
    return [each for each in every if not each.pull and each.title.startswith("[paper]")]


def kept(stage: Stage) -> list[Decision]:
    """Give what was decided, as the base branch has it."""
    return list(upkeep.parse(stage.main(upkeep.DECISIONS)).decisions)


def lines(stage: Stage) -> list[str]:
    """Give the dashboard's lines about candidates."""
    body = board(stage).body or ""
    return [line for line in body.split("\n") if "bot:suggest" in line]


def test_the_dashboard_offers_each_candidate_with_its_number_and_why(stage: Stage) -> None:
    assert lines(stage)[0] == (
        "- [ ] <!-- bot:suggest 1 --> 1: "
        "[A Work on Serving 1](https://arxiv.org/abs/2610.00001), 2026-10-02 → `serving`: "
        "speculative, draft; cites 4 listed works"
    )
    stage.quiet()


def test_a_tick_makes_a_submission_and_only_one(stage: Stage) -> None:
    tick(stage, "A Work on Serving 2")
    stage.event(board(stage).number)
    stage.sweep()

    [issue] = filed(stage)
    assert issue.title == "[paper] A Work on Serving 2"
    assert "### Paper link(s)\n\nhttps://arxiv.org/abs/2610.00002\n\n" in (issue.body or "")
    assert "taken by `mia`: speculative, draft; cites 4 listed works." in (issue.body or "")
    assert [each.body for each in issue.comments], "the bot has reviewed it"
    assert [(each.key, each.value) for each in kept(stage)] == [(WORK.format(2), "taken")]
    assert len(lines(stage)) == 2
    stage.quiet()


def test_numbers_make_submissions_and_an_unknown_one_is_answered(stage: Stage) -> None:
    stage.world.comment(board(stage).number, "mia", "/suggest 1 3 99")
    stage.sweep()
    stage.sweep()

    assert [each.title[-1] for each in filed(stage)] == ["1", "3"]
    assert signs(board(stage), 0) == ["rocket"]
    assert len(lines(stage)) == 1
    stage.quiet()


def test_what_was_taken_and_declined_is_not_opened_once_more_when_it_is_forgotten(
    stage: Stage,
) -> None:
    """GitHub is asked for few of the closed issues, and the job may have stopped."""
    tick(stage, "A Work on Serving 2")
    stage.sweep()
    [issue] = filed(stage)
    stage.world.comment(issue.number, "mia", "/decline")
    stage.sweep()
    stage.sweep()
    assert [(each.key, each.value) for each in kept(stage)] == [(WORK.format(2), "closed")]
    for _ in range(30):
        stage.world.close(stage.world.open_issue("ann", "A question", "Who keeps this?"), "ann")
    stage.sweep()

    assert [each.state for each in filed(stage)] == ["closed"]
    assert len(lines(stage)) == 2
    stage.quiet()


def test_what_was_taken_and_listed_is_not_opened_once_more(stage: Stage) -> None:
    stage.services.learn("A Work on Serving 2", "arxiv:2610.00002")
    tick(stage, "A Work on Serving 2")
    stage.sweep()
    stage.sweep()
    [issue] = filed(stage)
    stage.world.comment(issue.number, "mia", "/approve")
    stage.sweep()
    for _ in range(30):
        stage.world.close(stage.world.open_issue("ann", "A question", "Who keeps this?"), "ann")
    stage.sweep()

    assert "A Work on Serving 2" in stage.titles()
    assert [each.state for each in filed(stage)] == ["closed"]
    assert [(each.key, each.value) for each in kept(stage)] == [(WORK.format(2), "taken")]
    stage.quiet()


def test_what_is_dropped_goes_for_good(stage: Stage) -> None:
    stage.world.comment(board(stage).number, "mia", "/drop #2")
    stage.sweep()
    looks(stage, SEEN)

    assert [(each.key, each.value) for each in kept(stage)] == [(WORK.format(2), "dismissed")]
    assert (len(lines(stage)), filed(stage)) == (2, [])


def test_a_stranger_takes_nothing(stage: Stage) -> None:
    stage.world.comment(board(stage).number, "eve", "/suggest 1")
    stage.sweep()

    assert (filed(stage), kept(stage)) == ([], [])
    assert "has no right to write here" in (board(stage).body or "")


def test_a_number_that_was_unknown_is_answered_with_the_number(stage: Stage) -> None:
    stage.world.comment(board(stage).number, "mia", "/suggest 99")
    stage.sweep()

    assert "`/suggest 99` had no effect: 99 is no candidate here" in (board(stage).body or "")


def test_a_candidate_that_somebody_suggests_is_not_shown_any_more(stage: Stage) -> None:
    stage.world.open_issue("sam", "A paper", "https://arxiv.org/abs/2610.00003")
    stage.sweep()

    assert [line.split("--> ")[1][0] for line in lines(stage)] == ["1", "2"]


def test_a_candidate_is_named_by_its_own_number_and_by_no_longer_one(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    work = {"work": "doi:10.1145/12", "url": "https://doi.org/10.1145/12"}
    doi = candidate(4).model_copy(update=work)
    looks(stage, Observations(candidates=(doi,)))
    for other in ("10.1145/123", "10.1145/12.3", "110.1145/12", "10.1145/12-x"):
        stage.world.open_issue("ann", "A question", f"What of https://doi.org/{other}?")
    stage.sweep()
    assert len(lines(stage)) == 1

    stage.world.open_issue("ann", "A question", "What of DOI:10.1145/12?")
    stage.sweep()
    assert lines(stage) == []


def test_the_job_hears_what_waits_and_what_was_declined_however_long_ago(stage: Stage) -> None:
    issues = []
    for number in (4, 5, 6):
        stage.services.learn(f"Suggested Work {number}", WORK.format(number))
        url = f"https://arxiv.org/abs/{WORK.format(number).removeprefix('arxiv:')}"
        issues.append(stage.suggest("ann", url))
    stage.sweep()
    for issue, order in zip(issues, ("/decline", "/hold", "/approve"), strict=True):
        stage.world.comment(issue, "mia", order)
    stage.sweep()
    for _ in range(30):
        stage.world.close(stage.world.open_issue("ann", "A question", "Who keeps this?"), "ann")
    heard: list[frozenset[str]] = []

    def job(_: Catalog, kept: UpkeepFacts, _day: str, _write: Write) -> Observations:
        heard.append(kept.suggested)
        return kept.seen

    stage.run(lambda run: look(run, "discover", job))
    assert heard == [{WORK.format(4), WORK.format(5)}]


def test_a_title_of_a_service_commands_nothing_and_names_nobody(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    hostile = "@everyone](https://evil.example) <!-- bot:suggest 3 --> `x`"
    looks(stage, Observations(candidates=(candidate(1, hostile),)))

    assert len(lines(stage)) == 1
    assert "](https://evil.example)" not in lines(stage)[0]
    assert "@everyone" not in lines(stage)[0].replace("&#64;", "")
