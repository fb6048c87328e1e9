"""What does the bot say where a branch is deleted, or refused, while it works on it?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, paper
from tests.github_server.wire import Request

RULES = "Repository rule violations found"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list with a suggestion that is ready: issue 1, pull request 2."""
    stage = Stage(tmp_path, in_memory=True)
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    stage.services.learn("Swift Kernels", "arxiv:2501.00002")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


def test_a_branch_deleted_while_the_bot_pushes_to_it_is_a_decision_of_whoever_did_it(
    stage: Stage,
) -> None:
    def delete(_: int, request: Request) -> None:
        branch = "suggest/issue-1"
        if request.path.endswith("/git/commits") and stage.world.state.repo.branch(branch):
            stage.world.delete_branch(branch, "mia")

    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Attention / Kernels"))
    stage.world.hub.before_request = delete
    stage.sweep()
    stage.world.hub.before_request = None
    stage.sweep()

    assert stage.state(1) is State.DECLINED
    assert stage.world.state.repo.branch("suggest/issue-1") is None
    stage.quiet()


def test_a_branch_that_rules_forbid_is_said_and_holds_up_nobody_else(stage: Stage) -> None:
    stage.world.hub.fault(
        "refused", path="/git/refs$", method="POST", status=422, message=RULES, times=1
    )
    first, second = stage.suggest("ben", arxiv(2)), stage.suggest("cyd", arxiv(3), "Bees")
    stage.sweep()

    assert RULES in stage.comment(first)
    assert stage.pulls(first) == []
    assert stage.state(second) is State.READY

    stage.sweep()
    assert stage.state(first) is State.READY
    assert RULES not in stage.comment(first)
    stage.quiet()


def test_a_push_that_rules_forbid_leaves_the_pull_request_as_it_was(stage: Stage) -> None:
    head = stage.world.state.repo.branch("suggest/issue-1")
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Attention / Kernels"))
    stage.world.hub.fault(
        "refused", path="/git/refs/", method="PATCH", status=422, message=RULES, times=1
    )
    stage.sweep()
    assert RULES in stage.comment(1)
    assert stage.world.state.repo.branch("suggest/issue-1") == head

    stage.sweep()
    assert RULES not in stage.comment(1)
    assert '"category": "attention-kernels"' in stage.world.read_file(
        "suggest/issue-1", files.PAPERS
    )
    stage.quiet()
