"""Does a work belong to the submission that asked for it first, as that stands now?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, paper
from tests.flows.stories import CORRECTION

READY, WAITING = State.READY, State.WAITING
LINE = "venue: SOSP 2024"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list with two suggestions, issues 1 and 2, of which the bot has not heard."""
    stage = Stage(tmp_path, in_memory=True)
    for at, name in enumerate(("Amber Queues", "Basalt Caches", "Cobalt Kernels"), 1):
        stage.services.learn(name, f"arxiv:2501.{at:05d}")
    stage.suggest("ann", arxiv(1))
    stage.suggest("bob", arxiv(2))
    return stage


def states(stage: Stage, *numbers: int) -> list[State | None]:
    """Sweep, and give the states of some issues."""
    stage.sweep()
    stage.quiet()
    return [stage.state(number) for number in numbers]


def test_an_older_issue_edited_towards_a_work_waits_behind_whose_it_is(stage: Stage) -> None:
    assert states(stage, 1, 2) == [READY, READY]
    theirs, head = stage.pull(2).number, stage.pull(2).opened.head_sha
    stage.world.edit_issue(1, "ann", body=paper(arxiv(2)))
    stage.world.comment(2, "mia", "/approve")

    stage.event(1)
    assert stage.state(1) is WAITING or stage.state(2) is State.ACCEPTED
    assert (stage.pulls(2)[0].number, stage.pulls(2)[0].opened.head_sha) == (theirs, head)
    assert states(stage, 1, 2) == [State.DUPLICATE, State.ACCEPTED]


def test_it_waits_also_where_the_bot_hears_of_all_that_at_once(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=paper(arxiv(2)))

    assert states(stage, 1, 2) == [WAITING, READY]
    assert "Issue #2 suggests the same work" in stage.comment(1)


@pytest.mark.parametrize("ran", [True, False])
def test_a_younger_issue_edited_towards_a_work_waits_as_well(stage: Stage, *, ran: bool) -> None:
    if ran:
        stage.sweep()
    stage.world.edit_issue(2, "bob", body=paper(arxiv(1)))

    assert states(stage, 1, 2) == [READY, WAITING]


@pytest.mark.parametrize("who", [1, 2])
def test_whoever_asks_for_the_same_as_before_keeps_the_place(stage: Stage, who: int) -> None:
    third = stage.suggest("cyd", arxiv(who))
    assert states(stage, who, third) == [READY, WAITING]
    author = stage.world.issue(who).author.login
    stage.world.edit_issue(who, author, body=paper(arxiv(who), category="Kernels"))
    stage.world.comment(who, "mia", "/refresh")
    stage.world.comment(who, "mia", "/category serving")

    assert states(stage, who, third) == [READY, WAITING]


def test_what_is_reopened_waits_behind_whoever_took_it_up_meanwhile(stage: Stage) -> None:
    third = stage.suggest("cyd", arxiv(1))
    assert states(stage, 1, third) == [READY, WAITING]
    stage.world.close(1, "ann")
    assert states(stage, 1, third) == [State.WITHDRAWN, READY]
    head = stage.pull(third).opened.head_sha
    stage.world.reopen(1, "ann")

    assert states(stage, 1, third) == [WAITING, READY]
    assert stage.pull(third).opened.head_sha == head


def test_what_is_reopened_while_nothing_can_be_decided_waits_as_well(stage: Stage) -> None:
    stage.sweep()
    stage.world.close(1, "ann")
    stage.sweep()
    third = stage.suggest("cyd", arxiv(1))
    assert states(stage, third) == [READY]
    text = stage.main(files.PAPERS)
    stage.world.push_commit("main", {files.PAPERS: f"oops {text}"}, "mia")
    stage.world.reopen(1, "mia")
    assert states(stage, 1) == [WAITING]
    stage.world.push_commit("main", {files.PAPERS: text}, "mia")

    assert states(stage, 1, third) == [WAITING, READY]


def test_what_is_reopened_by_its_pull_request_comes_after_whoever_asked_meanwhile(
    stage: Stage,
) -> None:
    assert states(stage, 1) == [READY]
    stage.world.comment(1, "ann", "/withdraw")
    assert states(stage, 1) == [State.WITHDRAWN]
    third = stage.suggest("cyd", arxiv(1))
    stage.world.reopen(stage.pulls(1)[-1].number, "mia")

    assert states(stage, 1, third) == [WAITING, READY]


def test_what_nobody_asks_for_any_more_goes_to_whoever_waited_in_the_same_sweep(
    stage: Stage,
) -> None:
    states(stage, 1, 2)
    stage.world.edit_issue(1, "ann", body=paper(arxiv(2)))
    assert states(stage, 1, 2) == [WAITING, READY]
    stage.world.edit_issue(2, "bob", body=paper(arxiv(3)))

    assert states(stage, 1, 2) == [READY, READY]
    assert stage.pull(1).title == "Add Basalt Caches"


def correction(stage: Stage, number: int) -> int:
    body = CORRECTION.replace(LINE, f"link: {arxiv(number)}")
    return stage.world.open_issue("dan", "[correction]", body, ("correction",))


def test_a_correction_that_adds_what_somebody_suggested_waits_for_that(stage: Stage) -> None:
    states(stage, 1, 2)
    head = stage.pull(1).opened.head_sha
    late = correction(stage, 1)

    assert states(stage, 1, late) == [READY, WAITING]
    assert stage.pull(1).opened.head_sha == head


def test_a_suggestion_of_what_a_correction_adds_waits_for_that(stage: Stage) -> None:
    first = correction(stage, 3)
    late = stage.suggest("cyd", arxiv(3))

    assert states(stage, first, late) == [READY, WAITING]
    stage.world.close(first, "dan")
    assert states(stage, first, late) == [State.WITHDRAWN, READY]


def test_who_waits_claims_its_work_all_the_same(stage: Stage) -> None:
    stage.services.learn("Dolomite Trees", "arxiv:2501.00004")
    first, second = stage.suggest("cem", arxiv(3)), stage.suggest("dee", arxiv(3))
    assert states(stage, first, second) == [READY, WAITING]
    stage.world.edit_issue(first, "cem", body=paper(arxiv(4)))
    third = stage.suggest("eve", arxiv(3))

    assert states(stage, first, second, third) == [READY, READY, WAITING]


def test_two_that_share_two_works_do_not_wait_for_each_other(stage: Stage) -> None:
    both = paper(f"{arxiv(1)}\n{arxiv(2)}")
    assert states(stage, 1, 2) == [READY, READY]
    stage.world.edit_issue(2, "bob", body=both)
    assert states(stage, 1, 2) == [READY, WAITING]
    stage.world.edit_issue(1, "ann", body=both)

    assert states(stage, 1, 2) == [READY, WAITING]
