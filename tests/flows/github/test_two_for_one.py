"""What becomes of one work that is suggested twice, by different links, or listed meanwhile?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.store import files
from tests.flows.crowd import WORKS, Crowd
from tests.flows.on_github import Stage, arxiv

WORK = WORKS[0]
ABSTRACT, PDF, DOI = WORK.links


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Crowd(Stage(tmp_path)).stage


@pytest.mark.parametrize(
    ("first", "second"),
    [(ABSTRACT, PDF), (PDF, DOI), (DOI, ABSTRACT)],
    ids=["page and PDF", "PDF and DOI", "DOI and page"],
)
def test_of_two_suggestions_of_one_work_the_younger_waits(
    stage: Stage, first: str, second: str
) -> None:
    older, younger = stage.suggest("ann", first), stage.suggest("bob", second)
    stage.event(younger, older)

    assert (stage.state(older), stage.state(younger)) == (State.READY, State.WAITING)
    assert stage.pulls(younger) == []
    assert f"Issue #{older} suggests the same work and came first; this goes on" in stage.comment(
        younger
    )
    stage.quiet()


def test_once_the_older_one_is_merged_the_younger_one_is_a_duplicate(stage: Stage) -> None:
    older, younger = stage.suggest("ann", PDF), stage.suggest("bob", DOI)
    stage.sweep()
    stage.world.merge_by_hand(stage.pull(older).number, "mia")
    stage.sweep()

    assert (stage.state(older), stage.state(younger)) == (State.ACCEPTED, State.DUPLICATE)
    assert stage.titles().count(WORK.title) == 1
    stage.quiet()


@pytest.mark.parametrize("how", ["/decline out of scope", "close the pull request", "delete"])
def test_once_the_older_one_has_failed_the_younger_one_goes_ahead(stage: Stage, how: str) -> None:
    older, younger = stage.suggest("ann", ABSTRACT), stage.suggest("bob", DOI)
    stage.sweep()
    if how == "delete":
        stage.world.delete_issue(older)
    elif how.startswith("/"):
        stage.world.comment(older, "mia", how)
    else:
        stage.world.close(stage.pull(older).number, "mia")
    stage.sweep()

    assert stage.state(younger) is State.READY
    assert stage.pull(younger).title == f"Add {WORK.title}"
    assert [pull.state for pull in stage.pulls(older)] == ["closed"]
    stage.quiet()


def test_whoever_asked_for_a_work_first_goes_first_however_young_the_issue_is(stage: Stage) -> None:
    older, younger = stage.suggest("ann", WORKS[1].links[0]), stage.suggest("bob", DOI)
    stage.sweep()
    body = stage.world.issue(younger).body.replace(DOI, ABSTRACT)
    stage.world.edit_issue(older, "ann", body=body)
    stage.sweep()

    assert (stage.state(older), stage.state(younger)) == (State.WAITING, State.READY)
    assert [pull.state for pull in stage.pulls(older)] == ["closed"]
    stage.quiet()

    stage.world.comment(younger, "mia", "/decline")
    stage.sweep()

    assert (stage.state(older), stage.state(younger)) == (State.READY, State.DECLINED)
    assert [pull.state for pull in stage.pulls(older)] == ["closed", "open"]
    stage.quiet()


def test_a_work_that_was_added_by_hand_meanwhile_is_not_added_again(stage: Stage) -> None:
    number = stage.suggest("ann", DOI)
    stage.sweep()
    crowd = Crowd(stage)
    crowd.add_to_main(WORK)
    stage.sweep()

    # The suggestion brings the DOI, which the entry by hand lacks: so it becomes a change of it.
    assert stage.state(number) is State.READY
    assert stage.pull(number).opened.head == f"suggest/issue-{number}"
    stage.world.merge_by_hand(stage.pull(number).number, "mia")
    stage.sweep()
    assert stage.titles().count(WORK.title) == 1
    assert WORK.ids[1] in stage.main(files.PAPERS)
    stage.quiet()


def test_a_work_that_is_listed_with_all_that_is_known_closes_its_pull_request(
    stage: Stage,
) -> None:
    number, twin = stage.suggest("ann", DOI), stage.suggest("ann", WORKS[1].links[0])
    stage.sweep()
    stage.world.edit_issue(twin, "ann", body=stage.world.issue(number).body)
    stage.world.merge_by_hand(stage.pull(number).number, "mia")
    stage.sweep()

    assert stage.state(twin) is State.DUPLICATE
    assert [pull.state for pull in stage.pulls(twin)] == ["closed"]
    assert stage.world.issue(twin).state == "open"
    stage.quiet()


def test_a_maintainer_can_have_a_look_alike_listed_as_a_work_of_its_own(stage: Stage) -> None:
    listed = "https://arxiv.org/abs/2309.06180"
    number = stage.suggest("ann", listed, "Another Work: On Caching")
    stage.sweep()
    assert stage.state(number) is State.NEEDS_WORK
    stage.world.comment(number, "mia", "/not-duplicate")
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) is State.READY
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()

    assert stage.state(number) is State.ACCEPTED
    assert "Another Work: On Caching" in stage.titles()
    assert stage.main(files.PAPERS).count('"arxiv:2309.06180"') == 1
    stage.quiet()


def test_what_is_perhaps_one_work_under_two_ids_goes_ahead_and_the_younger_names_the_older(
    stage: Stage,
) -> None:
    older = stage.suggest("ann", arxiv(4321), "Tokens in a Hurry")
    younger = stage.suggest(
        "bob", "https://openreview.net/forum?id=AbCdEfGh12", "Tokens in a hurry"
    )
    stage.event(older, younger)
    stage.sweep()

    told = f"issue {older} suggests `Tokens in a Hurry`, perhaps the same work"
    assert (stage.state(older), stage.state(younger)) == (State.READY, State.READY)
    assert told in stage.comment(younger)
    assert told in stage.pull(younger).body
    stage.quiet()

    stage.world.comment(older, "mia", "/decline not for this list")
    stage.event(older)
    stage.sweep()

    assert told not in stage.comment(younger)
    stage.quiet()
