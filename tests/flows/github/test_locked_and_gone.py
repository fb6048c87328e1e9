"""What becomes of a submission whose issue is locked, deleted or moved, or whose author is gone?"""

from pathlib import Path

import pytest

from bot.lifecycle.state import CLOSED_BY_BOT
from bot.model.state import State
from tests.flows.on_github import BOT, Stage, arxiv
from tests.github_server.state import Issue

LOCKED = "Unable to create comment because issue is locked."


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give the example list."""
    return Stage(tmp_path, in_memory=True)


@pytest.fixture
def number(stage: Stage) -> int:
    """Give a suggestion that the bot has not seen yet."""
    return stage.suggest("ann", arxiv(1), "A Cache of Keys")


def said(issue: Issue) -> list[str]:
    """Give whose comments and whose signs stand on an issue."""
    signs = [each.person.login for comment in issue.comments for each in comment.reactions]
    return [comment.author.login for comment in issue.comments] + signs


def test_a_locked_issue_goes_its_way_in_silence(stage: Stage, number: int) -> None:
    stage.world.comment(number, "mia", "/category attention-kernels")
    stage.world.lock(number, "mia")
    run = stage.sweep()

    assert stage.state(number) is State.READY
    assert [each.title for each in stage.pulls(number)] == ["Add A Cache of Keys"]
    assert said(stage.world.issue(number)) == ["mia"]
    assert f"#{number}: locked, so nothing is said on it" in map(str, run.done)
    stage.quiet()
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) is State.ACCEPTED
    assert said(stage.world.issue(number)) == ["mia", "mia"]
    stage.quiet()


def test_a_conversation_locked_meanwhile_holds_up_no_other_submission(
    stage: Stage, number: int
) -> None:
    other = stage.suggest("ben", arxiv(2), "A Cache of Values")
    path = f"/issues/{number}/comments"
    stage.world.hub.fault("refused", path=path, status=403, message=LOCKED, times=99)
    began = len(stage.world.hub.log)
    run = stage.sweep()

    assert (stage.state(number), stage.state(other)) == (State.READY, State.READY)
    tried = [line for line in stage.world.hub.log[began:] if line.path.endswith(path)]
    assert len(tried) == 2
    assert any("could not write a comment" in str(deed) for deed in run.done)
    stage.world.hub.clear_faults()
    stage.sweep()
    assert said(stage.world.issue(number)) == [BOT]
    stage.quiet()


@pytest.mark.parametrize("leave", ["delete_issue", "transfer_issue"])
def test_an_issue_that_left_takes_its_pull_request_along(
    stage: Stage, number: int, leave: str
) -> None:
    stage.sweep()
    pull = stage.pull(number)
    before, head = pull.body, stage.world.state.repo.branch(f"suggest/issue-{number}")
    main = stage.world.state.repo.branch("main")
    getattr(stage.world, leave)(number, "octo")
    stage.sweep()

    assert (pull.state, pull.opened.merged_at) == ("closed", None)
    assert pull.body == f"{before}\n\n{CLOSED_BY_BOT}"
    assert stage.world.state.repo.branch(f"suggest/issue-{number}") == head
    assert stage.world.state.repo.branch("main") == main
    assert said(pull) == []
    stage.quiet()


@pytest.mark.parametrize("leave", ["delete_issue", "transfer_issue"])
def test_an_issue_that_left_before_the_bot_came_leaves_no_trace(
    stage: Stage, number: int, leave: str
) -> None:
    getattr(stage.world, leave)(number, "octo")

    stage.quiet()
    assert stage.pulls(number) == []


def test_a_vanished_author_is_not_named(stage: Stage, number: int) -> None:
    stage.world.delete_user("ann")
    stage.sweep()
    pull = stage.pull(number)

    assert stage.state(number) is State.READY
    assert f"\n\nSuggested in #{number}. Closes #{number}\n" in pull.body
    commit = stage.world.state.repo.objects.commit(pull.opened.head_sha)
    assert "Co-authored-by" not in commit.message
    stage.world.merge_by_hand(pull.number, "mia")
    stage.sweep()
    assert stage.state(number) is State.ACCEPTED
    stage.quiet()


def test_nobody_may_withdraw_for_an_author_who_vanished(stage: Stage, number: int) -> None:
    stage.world.comment(number, "eve", "/withdraw")
    for login in ("ann", "eve"):
        stage.world.delete_user(login)
    stage.sweep()

    assert stage.state(number) is State.READY
    assert "`ghost` has no right to write here" in stage.comment(number)
    stage.quiet()
