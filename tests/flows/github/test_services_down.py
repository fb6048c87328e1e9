"""What becomes of a bare link on GitHub while a service is silent, and once it speaks again?"""

from collections.abc import Sequence
from pathlib import Path

from bot.model.papers.metadata import LookUp, LookupResult, Metadata, Unavailable
from bot.model.state import State
from tests.flows.on_github import Stage, arxiv, paper

TITLE = "Kernels That Wait for Nobody"
FORUM = "https://openreview.net/forum?id=abcDEF123"
A_DAY = 86_400


def silent(*answers: Unavailable) -> LookUp:
    """Give services that know nothing, since none of them answers."""

    def look_up(works: Sequence[Sequence[str]]) -> list[LookupResult]:
        return [LookupResult(tuple(ids), answers, Metadata()) for ids in works]

    return look_up


def test_an_outage_is_waited_for_and_taken_up_when_it_is_over(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    stage.look_up = silent(Unavailable("arxiv", "answered 503"))
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()
    assert stage.state(number) == State.WAITING
    assert "`arxiv` gave no answer (answered 503)" in stage.comment(number)
    stage.quiet()

    stage.services.learn(TITLE, "arxiv:2501.00001")
    stage.look_up = stage.services
    stage.sweep()
    assert stage.state(number) == State.READY
    assert TITLE in stage.pull(number).title
    stage.quiet()


def test_an_outage_that_lasts_asks_for_the_title_and_is_still_taken_up_when_it_is_over(
    tmp_path: Path,
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    stage.look_up = silent(Unavailable("arxiv", "answered 503"))
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()
    stage.world.state.clock.seconds += 3 * A_DAY
    stage.sweep()
    assert stage.state(number) == State.NEEDS_WORK
    assert "write it here" in stage.comment(number)
    assert "`arxiv` gave no answer (answered 503)" in stage.comment(number)
    stage.quiet()

    stage.services.learn(TITLE, "arxiv:2501.00001")
    stage.look_up = stage.services
    stage.sweep()
    assert stage.state(number) == State.READY


def test_a_service_that_turns_programs_away_asks_for_the_title_and_goes_on_with_it(
    tmp_path: Path,
) -> None:
    wall = "answered 403 and lets only people in"
    stage = Stage(tmp_path, in_memory=True)
    stage.look_up = silent(Unavailable("openreview", wall, refused=True))
    number = stage.suggest("ann", FORUM)
    stage.sweep()
    assert stage.state(number) == State.NEEDS_WORK
    assert f"`openreview` gave no answer ({wall})" in stage.comment(number)

    stage.world.edit_issue(number, "ann", body=paper(FORUM, TITLE))
    stage.sweep()
    assert stage.state(number) == State.READY
    assert TITLE in stage.pull(number).title
    assert f"`openreview` gave no answer ({wall})" in stage.comment(number)
    stage.quiet()


def test_a_title_beside_the_link_is_enough_where_a_service_turns_programs_away(
    tmp_path: Path,
) -> None:
    wall = "answered 403 and lets only people in"
    stage = Stage(tmp_path, in_memory=True)
    stage.look_up = silent(Unavailable("openreview", wall, refused=True))
    number = stage.suggest("ann", f"[{TITLE}]({FORUM})")
    stage.sweep()
    assert stage.state(number) == State.READY
    assert "The bot keeps off" not in stage.comment(number)
    stage.quiet()

    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) == State.ACCEPTED
    assert TITLE in stage.titles()


def test_a_title_beside_the_link_is_enough_once_an_outage_has_lasted(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    stage.look_up = silent(Unavailable("arxiv", "answered 503"))
    number = stage.suggest("ann", f"[{TITLE}]({arxiv(1)})")
    stage.sweep()
    assert stage.state(number) == State.WAITING
    stage.world.state.clock.seconds += 3 * A_DAY
    stage.sweep()
    assert stage.state(number) == State.READY
    stage.quiet()

    stage.services.learn(TITLE, "arxiv:2501.00001")
    stage.look_up = stage.services
    stage.world.comment(number, "mia", "/refresh")
    stage.sweep()
    assert stage.state(number) == State.READY
    assert "gave no answer" not in stage.comment(number)
    stage.quiet()
