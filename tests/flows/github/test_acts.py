"""Is it understood what people do other than by commands, and who has to act told by mail?"""

from pathlib import Path

import pytest

from bot.model.form import CHANGE_ENTRY, REMOVE_ENTRY
from bot.model.state import State
from bot.model.submissions.memory import remembered
from bot.render.github.submissions.answer import MARKER
from bot.render.github.submissions.sentences import HEADLINES
from bot.store import files
from tests.flows.on_github import BOT, Stage, arxiv, paper
from tests.flows.stories import CORRECTION


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path, in_memory=True)
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


@pytest.mark.parametrize("reason", ["not_planned", "duplicate"])
def test_a_maintainer_who_closes_an_issue_as_rejected_has_declined_it(
    stage: Stage, reason: str
) -> None:
    stage.world.close(1, "mia", reason)
    stage.event(1)

    assert stage.state(1) is State.DECLINED
    assert stage.pulls(1)[0].state == "closed"
    assert "`mia` closed this as not planned, or as a duplicate.\n" in stage.comment(1)
    stage.quiet()

    stage.world.reopen(1, "mia")
    stage.sweep()
    assert stage.state(1) is State.READY
    assert "closed this" not in stage.comment(1)


@pytest.mark.parametrize(("who", "reason"), [("ann", "not_planned"), ("mia", "completed")])
def test_whoever_else_closes_an_issue_has_taken_it_back(
    stage: Stage, who: str, reason: str
) -> None:
    stage.world.close(1, who, reason)
    stage.event(1)

    assert stage.state(1) is State.WITHDRAWN
    stage.quiet()


def reverted(stage: Stage) -> None:
    """Let the suggestion be merged, and a maintainer revert the merge."""
    before = {path: stage.main(path) for path in (files.PAPERS, files.README)}
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED
    stage.quiet()
    stage.world.push_commit("main", before, "mia", "Revert it")
    stage.sweep()


def test_a_merge_that_was_reverted_is_said_once_and_left_alone(stage: Stage) -> None:
    reverted(stage)

    assert stage.state(1) is State.DECLINED
    assert stage.comment(1).startswith(
        f"{MARKER}\n### {HEADLINES[State.DECLINED]}\n\n"
        "**Who acts next:** nobody. It is decided.\n\n"
        "This was merged, and is not on the list any more: somebody has reverted the merge, or "
        "taken the entry out; `/refresh`, an edit of this issue, or reopening it, asks for it "
        "again.\n"
    )
    stage.quiet()


@pytest.mark.parametrize("way", ["/refresh", "an edit", "reopening"])
def test_what_was_reverted_is_taken_up_again_when_asked_for_and_needs_a_new_word(
    stage: Stage, way: str
) -> None:
    reverted(stage)
    if way == "/refresh":
        stage.world.comment(1, "mia", way)
    elif way == "an edit":
        stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Kernels"))
    else:
        stage.world.reopen(1, "mia")
    stage.event(1)

    assert stage.state(1) is State.READY
    assert stage.world.issue(1).state == "open"
    assert stage.pull(1).opened.head == "suggest/issue-1-2"
    assert "A Fine System" not in stage.titles()
    stage.quiet()

    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED
    assert "A Fine System" in stage.titles()
    stage.quiet()


def test_what_was_taken_up_again_may_be_withdrawn(stage: Stage) -> None:
    reverted(stage)
    stage.world.comment(1, "mia", "/refresh")
    stage.event(1)
    stage.world.close(1, "ann")
    stage.event(1)

    assert stage.state(1) is State.WITHDRAWN
    assert stage.world.issue(1).state == "closed"
    stage.quiet()


def test_a_work_that_was_taken_off_by_the_form_is_not_taken_for_reverted(stage: Stage) -> None:
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    body = CORRECTION.replace("vllm", "a-fine-system").replace(CHANGE_ENTRY, REMOVE_ENTRY)
    body = body.replace("venue: SOSP 2024", "")
    number = stage.world.open_issue("ann", "[correction]", body, ("correction",))
    stage.sweep()
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    stage.sweep()

    assert "A Fine System" not in stage.titles()
    assert stage.state(1) is State.ACCEPTED


def own(stage: Stage) -> list[int]:
    return [each.id for each in stage.world.issue(1).comments if each.author.login == BOT]


def spoil(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=paper("the one by Ada", "A Cache of Keys"))


def test_who_has_to_act_and_had_not_to_gets_a_new_comment_in_place_of_the_old(
    stage: Stage,
) -> None:
    (old,) = own(stage)
    spoil(stage)
    stage.event(1)

    assert stage.state(1) is State.NEEDS_WORK
    (new,) = own(stage)
    assert new != old
    stage.quiet()

    stage.world.edit_issue(1, "ann", body=paper("another one by Ada", "A Cache of Keys"))
    stage.event(1)
    assert own(stage) == [new]  # they had to act before
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1)))
    stage.event(1)
    assert own(stage) == [new]
    assert stage.state(1) is State.READY


def test_a_run_that_dies_between_the_new_comment_and_the_old_ones_end_is_completed(
    stage: Stage,
) -> None:
    (old,) = own(stage)
    spoil(stage)

    def dies(_: int, request: object) -> None:
        if getattr(request, "method", "") == "DELETE":
            raise KeyboardInterrupt

    stage.world.hub.before_request = dies
    with pytest.raises(KeyboardInterrupt):
        stage.event(1)
    stage.world.hub.before_request = None
    assert len(own(stage)) == 2

    stage.sweep()
    (left,) = own(stage)
    assert left != old
    assert stage.state(1) is State.NEEDS_WORK
    stage.quiet()


def test_two_comments_of_the_bots_own_become_one_and_its_memory_stays(stage: Stage) -> None:
    (old,) = own(stage)
    asked = len(stage.services.asked)
    stage.world.comment(1, BOT, f"{MARKER}\n### Half of it")
    stage.sweep()

    (left,) = own(stage)
    assert left != old
    memory = remembered(stage.world.state.comments[left].body)
    assert memory
    assert memory.works
    assert len(stage.services.asked) == asked
    stage.quiet()


def test_a_note_above_the_marker_stays_and_makes_no_second_comment(stage: Stage) -> None:
    (said,) = own(stage)
    body = stage.world.state.comments[said].body
    stage.world.edit_comment(said, "mia", f"Seen by mia.\n\n{body}")
    stage.quiet()
    stage.world.comment(1, "mia", "/hold")
    stage.event(1)

    assert own(stage) == [said]
    text = stage.world.state.comments[said].body
    assert text.startswith(f"Seen by mia.\n\n{MARKER}\n### {HEADLINES[State.ON_HOLD]}\n")
    stage.quiet()
