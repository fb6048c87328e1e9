"""Does every command in every state, by every kind of person, get its reaction and sentence?

And does nothing else change where it has no effect? `bot.model.commands.effect` is the table.
"""

from pathlib import Path

import pytest

from bot.model.commands.command import GRAMMAR, CommandName
from bot.model.commands.effect import ELSEWHERE, effect
from bot.model.commands.given import OBEYED, PARTLY, REFUSED
from bot.model.state import State
from tests.flows.on_github import Stage, arxiv, paper

ARGUMENTS = {"category": " kernels", "set": " note Good to know", "drop": " orca"}
# Of those for another place one stands for all.
MAY = {
    rule.name: {"mia", *(("ann",) if "submitter" in rule.who else ())}
    for rule in GRAMMAR
    if rule.name not in ELSEWHERE or rule.name == "drop"
}
# What a maintainer has ordered before.
FIRST = {
    State.ON_HOLD: ("/hold",),
    State.APPROVED: ("/approve",),
    State.ACCEPTED: ("/approve",),
    State.DECLINED: ("/decline",),
    State.WITHDRAWN: ("/withdraw",),
}


def suggested(folder: Path, state: State) -> Stage:
    """Let issue 1 by ann be in a state."""
    stage = Stage(folder, in_memory=True)
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    stage.services.down = state is State.WAITING
    link = {State.NEEDS_WORK: arxiv(9), State.DUPLICATE: "https://arxiv.org/abs/2309.06180"}
    stage.world.open_issue("ann", "A paper", paper(link.get(state, arxiv(1))))
    stage.sweep()
    if state is State.APPROVED:
        stage.pull(1).opened.draft = True
    for order in FIRST.get(state, ()):
        stage.world.comment(1, "mia", order)
        stage.sweep()
    assert stage.state(1) is state
    return stage


def seen(stage: Stage) -> tuple[object, ...]:
    """Give what an order without effect leaves as it is."""
    issue = stage.world.issue(1)
    pulls = [(each.title, each.body, each.state, each.opened.head_sha) for each in stage.pulls(1)]
    return stage.state(1), issue.state, pulls, stage.titles()


@pytest.mark.parametrize("state", [each for each in State if each is not State.STUCK])
def test_every_command_is_answered_by_the_table(state: State, tmp_path: Path) -> None:
    before = suggested(tmp_path / "before", state)
    for who in ("mia", "ann", "eve"):
        for name in MAY:
            stage = before.copy(folder(tmp_path, who, name))
            order = stage.world.comment(1, who, f"/{name}{ARGUMENTS.get(name, '')}")
            stage.sweep()
            check(before, stage, (name, who, state), order)


def folder(root: Path, who: str, name: str) -> Path:
    """Make a folder for one case."""
    made = root / f"{who}-{name}"
    made.mkdir()
    return made


def check(before: Stage, stage: Stage, asked: tuple[CommandName, str, State], order: int) -> None:
    """Assert that an order got its reaction and its sentence, and no effect but its own."""
    name, who, state = asked
    (sign,) = [each.content for each in stage.world.state.comments[order].reactions]
    said = effect(name, state).said
    if who not in MAY[name]:
        assert sign == REFUSED, asked
    elif said:
        assert sign == PARTLY, asked
    else:
        assert sign in {OBEYED, PARTLY}, asked
    if sign != OBEYED:
        assert f"/{name}" in stage.comment(1), asked
        assert seen(stage) == seen(before), asked
