"""What becomes of what the bot wrote when its owner gives it another account?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.store import files
from tests.flows.on_github import BOT, Stage, arxiv, example_files
from tests.github_server.people import APP_LOGIN, APP_TOKEN
from tests.github_server.state import Comment

REFUSED = "Resource not accessible by integration"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list with one suggestion that is ready, answered by the workflow's own token."""
    stage = Stage(tmp_path, in_memory=True)
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


def switch(stage: Stage, login: str = APP_LOGIN, token: str = APP_TOKEN) -> None:
    stage.login, stage.token = login, token


def answers(stage: Stage, number: int = 1) -> list[Comment]:
    """Give what was said on an issue by either account."""
    every = stage.world.issue(number).comments
    return [each for each in every if each.author.login in {BOT, APP_LOGIN}]


def test_an_app_goes_on_in_the_comment_of_the_workflows_token(stage: Stage) -> None:
    switch(stage)
    stage.quiet()
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert [each.author.login for each in answers(stage)] == [BOT]
    assert "this is on the list now" in answers(stage)[0].body
    assert stage.services.asked == [("arxiv:2501.00001",)]
    stage.quiet()


def test_where_the_app_may_not_edit_it_a_comment_of_its_own_takes_the_memory_over(
    stage: Stage,
) -> None:
    switch(stage)
    (old,) = answers(stage)
    path = f"/comments/{old.id}$"
    stage.world.hub.fault("refused", path=path, status=403, message=REFUSED, times=99)
    stage.world.comment(1, "mia", "/help")
    stage.sweep()

    assert [each.author.login for each in answers(stage)] == [BOT, APP_LOGIN]
    assert stage.services.asked == [("arxiv:2501.00001",)]
    stage.quiet()
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    assert len(answers(stage)) == 2
    assert "this is on the list now" in answers(stage)[1].body
    assert stage.services.asked == [("arxiv:2501.00001",)]
    stage.quiet()


def test_an_account_that_is_named_is_the_bots_and_any_other_is_nobodys(tmp_path: Path) -> None:
    given = example_files()
    stage = Stage(tmp_path, given, in_memory=True)
    switch(stage)
    stage.suggest("ann", arxiv(1), "A Fine System")
    stage.sweep()
    switch(stage, BOT, "workflow-token")
    named = given[files.LIST] + f'\n[bot]\nearlier_logins = ["{APP_LOGIN}"]\n'
    stage.world.push_commit("main", {files.LIST: named}, "mia")
    stage.quiet()

    stage.world.push_commit("main", {files.LIST: given[files.LIST]}, "mia")
    stage.sweep()
    assert [each.author.login for each in answers(stage)] == [APP_LOGIN, BOT]


@pytest.mark.parametrize("path", [files.PAPERS, files.LIST])
def test_a_list_broken_meanwhile_hides_no_earlier_account(stage: Stage, path: str) -> None:
    switch(stage)
    stage.world.push_commit("main", {path: "oops"}, "mia")
    stage.sweep()

    assert [each.author.login for each in answers(stage)] == [BOT]
    assert stage.state(1) is State.WAITING
    stage.quiet()


def test_the_rolling_issue_of_an_earlier_account_is_closed_and_is_no_suggestion(
    stage: Stage,
) -> None:
    right = stage.main(files.PAPERS)
    stage.world.push_commit("main", {files.PAPERS: "oops"}, "mia")
    stage.sweep()
    (rolling,) = [
        each
        for each in stage.world.state.issues.values()
        if each.author.login == BOT and not each.pull
    ]
    switch(stage)
    stage.quiet()
    stage.world.push_commit("main", {files.PAPERS: right}, "mia")
    stage.sweep()

    assert (rolling.state, rolling.labels, rolling.comments) == ("closed", [], [])
    stage.quiet()


def test_a_forged_answer_by_anybody_else_stays_nobodys(stage: Stage) -> None:
    memory = answers(stage)[0].body
    other = stage.suggest("eve", arxiv(1))
    stage.world.comment(other, "eve", memory)
    switch(stage)
    stage.sweep()

    assert [each.author.login for each in answers(stage, other)] == [APP_LOGIN]
    stage.quiet()
