"""What becomes of a suggestion while a service is down, and once it is back?"""

from pathlib import Path

import pytest

from bot.model.state import State
from tests.flows.on_github import Stage, arxiv, paper

TITLE = "Keeping Keys Warm: A Cache for Long Prompts"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list and services that know a work, but are down."""
    stage = Stage(tmp_path, in_memory=True)
    stage.services.learn(TITLE, "arxiv:2501.00001", authors=("Ada Ode", "Bo Plum"))
    stage.services.down = True
    return stage


def test_what_waits_for_a_service_becomes_ready_by_itself_once_it_is_back(stage: Stage) -> None:
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()

    assert stage.state(number) is State.WAITING
    assert "`arxiv` gave no answer (answered 503)" in stage.comment(number)
    assert "**Who acts next:** the bot, by itself. Nobody has to do anything." in stage.comment(
        number
    )
    assert stage.pulls(number) == []
    stage.quiet()

    stage.services.down = False
    stage.sweep()
    assert stage.state(number) is State.READY
    assert "gave no answer" not in stage.comment(number)
    assert stage.pull(number).title == f"Add {TITLE}"
    stage.quiet()


def test_an_approval_given_in_an_outage_is_no_approval_of_what_nobody_knew(stage: Stage) -> None:
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()
    stage.world.comment(number, "mia", "/category kernels")
    stage.sweep()
    assert stage.state(number) is State.WAITING

    stage.services.down = False
    stage.sweep()
    assert stage.state(number) is State.READY
    assert "- **Category**: `Attention / Kernels`" in stage.comment(number)
    stage.quiet()


def test_an_outage_later_on_takes_nothing_back(stage: Stage) -> None:
    stage.services.down = False
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()
    said = stage.comment(number)

    stage.services.down = True
    stage.quiet()
    stage.world.comment(number, "mia", "Thank you!")
    stage.event(number)
    assert (stage.state(number), stage.comment(number)) == (State.READY, said)


def test_an_edit_in_an_outage_waits_and_goes_on_with_its_pull_request(stage: Stage) -> None:
    stage.services.down = False
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()
    pull = stage.pull(number).number

    stage.services.down = True
    stage.world.edit_issue(number, "ann", body=paper(arxiv(1), category="Attention / Kernels"))
    stage.sweep()
    assert stage.state(number) is State.WAITING
    assert stage.pull(number).number == pull
    stage.quiet()

    stage.services.down = False
    stage.sweep()
    assert stage.state(number) is State.READY
    assert stage.pull(number).number == pull
    stage.quiet()


def test_with_a_title_typed_an_outage_holds_nothing_up(stage: Stage) -> None:
    number = stage.suggest("ann", arxiv(1), TITLE)
    stage.sweep()

    assert stage.state(number) is State.READY
    assert "so something may be missing" in stage.comment(number)
    stage.quiet()


def test_a_title_typed_beside_a_link_that_a_service_knows_is_believed_if_it_is_the_works(
    stage: Stage,
) -> None:
    stage.services.down = False
    number = stage.suggest("ann", arxiv(1), "Keeping keys warm: a cache for long prompts")
    stage.sweep()

    assert stage.state(number) is State.READY
    assert stage.pull(number).title == "Add Keeping keys warm: a cache for long prompts"
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert "Keeping keys warm: a cache for long prompts" in stage.titles()
    stage.quiet()


def test_the_title_of_another_work_is_asked_back_and_mended_by_an_edit(stage: Stage) -> None:
    stage.services.down = False
    number = stage.suggest("ann", arxiv(1), "Serving Bees in Small Rooms")
    stage.sweep()

    assert stage.state(number) is State.NEEDS_WORK
    assert f"is the link of `{TITLE}` (`arxiv` says so)" in stage.comment(number)
    assert "You wrote: `Serving Bees in Small Rooms`" in stage.comment(number)
    assert stage.pulls(number) == []
    stage.quiet()

    stage.world.edit_issue(number, "ann", body=paper(arxiv(1)))
    stage.sweep()
    assert stage.state(number) is State.READY
    stage.quiet()
