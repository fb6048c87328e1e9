"""Is whoever suggested a work credited for it, so that GitHub links to their account?"""

from pathlib import Path

import pytest

from bot.model.state import State
from tests.flows.on_github import Stage, arxiv

METHODS = ("squash", "merge", "rebase")


def credited(stage: Stage, commit: str) -> list[str]:
    """Give the co-authors that git reads in the message of a commit."""
    form = "--format=%(trailers:key=Co-authored-by,valueonly)"
    return stage.world.state.repo.git("log", "-1", form, commit).strip().splitlines()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("login", ["ann", "octo-cat", "ann_corp", "robot[bot]"])
def test_a_commit_names_the_account_by_its_number(tmp_path: Path, method: str, login: str) -> None:
    stage = Stage(tmp_path, in_memory=True)
    chosen = stage.world.state.settings
    chosen.allow_squash_merge, chosen.allow_merge_commit, chosen.allow_rebase_merge = (
        method == each for each in METHODS
    )
    person = stage.world.state.people.add(login)
    person.kind = "Bot" if login.endswith("[bot]") else "User"
    number = stage.suggest(login, arxiv(1), "A Fine System")
    stage.sweep()
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()

    assert stage.state(number) is State.ACCEPTED
    wanted = [f"{login} <{person.number}+{login}@users.noreply.github.com>"]
    head = stage.pulls(number)[0].opened.head_sha
    assert credited(stage, head) == wanted
    assert credited(stage, "main") == wanted


def test_an_account_that_is_gone_is_not_credited(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    number = stage.suggest("ann", arxiv(1), "A Fine System")
    stage.world.delete_user("ann")
    stage.sweep()

    assert credited(stage, f"suggest/issue-{number}") == []
