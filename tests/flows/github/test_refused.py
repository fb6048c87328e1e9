"""Does the bot say what GitHub does not let it do, call nothing ready that is not, and go on?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.render.github.submissions.sentences import TURN_TO_MEND
from tests.flows.on_github import Stage, arxiv


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    return stage


RESTRICTED = (
    "`Repository rule violations found Cannot create ref due to creations being restricted.`"
)
HINT = (
    "a branch that is called `suggest` is in the way of all suggestions and has to be renamed, and "
    "rules for branches (Settings, Rules) have to let the bot make branches called `suggest/…`."
)


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("a branch named suggest", "`Reference update failed`"),
        ("a rule set", RESTRICTED),
    ],
)
def test_a_branch_that_cannot_be_made_is_said_and_made_once_it_can(
    stage: Stage, way: str, words: str
) -> None:
    if way == "a rule set":
        stage.world.state.settings.forbidden_branches = "suggest/"
    else:
        stage.world.push_commit("suggest", {"README.md": "Mine.\n"}, "mia")
    stage.suggest("ann", arxiv(1))
    stage.sweep()

    assert stage.state(1) is State.WAITING
    answer = stage.comment(1)
    assert answer.startswith("<!-- bot:answer -->\n### Thank you, this has to wait a moment\n\n")
    assert (
        "GitHub refused to `push to suggest/issue-1: data/papers.json, README.md`: "
        f"{words}; {HINT}\n"
    ) in answer
    assert f"\n\n**Who acts next:** {TURN_TO_MEND.replace('{you}', 'you, `ann`')}\n\n" in answer
    began = stage.writes
    stage.sweep()
    assert stage.comment(1) == answer
    assert stage.writes - began <= 3  # the tree and the commit that no branch may hold

    if way == "a rule set":
        stage.world.state.settings.forbidden_branches = ""
    else:
        stage.world.delete_branch("suggest", "mia")
    stage.sweep()
    assert stage.state(1) is State.READY
    assert "refused" not in stage.comment(1)
    stage.quiet()


def test_what_has_no_pull_request_since_none_may_be_opened_is_not_called_ready(
    stage: Stage,
) -> None:
    stage.world.state.settings.actions_may_open_pulls = False
    stage.suggest("ann", arxiv(1))
    stage.sweep()

    assert stage.state(1) is State.WAITING
    assert "GitHub does not let the bot open pull requests; a maintainer " in stage.comment(1)
    assert "**Who acts next:** a maintainer of this list, who fixes" in stage.comment(1)

    stage.world.state.settings.actions_may_open_pulls = True
    stage.sweep()
    assert stage.state(1) is State.READY
    stage.quiet()


def test_a_branch_of_somebody_else_is_waited_for_and_called_nothing_else(stage: Stage) -> None:
    stage.world.push_commit("suggest/issue-1", {"README.md": "Mine.\n"}, "mia")
    stage.suggest("ann", arxiv(1))
    stage.sweep()

    assert stage.state(1) is State.WAITING
    assert "**The bot keeps off the branch `suggest/issue-1`**" in stage.comment(1)
    assert "**Who acts next:** a maintainer of this list, who fixes" in stage.comment(1)
    stage.quiet()


@pytest.mark.parametrize(
    ("forbidden", "parents"), [(("squash",), 2), (("squash", "merge"), 1), ((), 1)]
)
def test_a_way_of_merging_that_rules_forbid_is_followed_by_the_next(
    stage: Stage, forbidden: tuple[str, ...], parents: int
) -> None:
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    stage.world.state.settings.forbidden_methods = forbidden
    stage.world.comment(1, "mia", "/approve")
    stage.event(1)

    assert stage.state(1) is State.ACCEPTED
    assert "A Fine System" in stage.titles()
    tip = stage.world.state.repo.branch("main")
    assert tip
    assert len(stage.world.state.repo.objects.commit(tip).parents) == parents
    assert "refused" not in stage.comment(1)


def test_that_rules_forbid_every_way_of_merging_is_said(stage: Stage) -> None:
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    stage.world.state.settings.forbidden_methods = ("squash", "merge", "rebase")
    stage.world.comment(1, "mia", "/approve")
    stage.event(1)

    assert stage.state(1) is State.APPROVED
    assert (
        "GitHub refused to `merge pull request #2`: `Repository rule violations found The merge "
        "method rebase is not allowed.`; the rules and protections of branches (Settings, Rules "
        "and Branches) tell why.\n"
    ) in stage.comment(1)
