"""Does a run that was stopped or disturbed anywhere leave a mess, or does the next one go on?

Every story is played once undisturbed. Then each of its requests goes wrong once in every way, and
the next run has to lead to the very same repository: nothing twice, nothing lost.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import BotError
from tests.flows.on_github import Stage
from tests.flows.snapshot import snapshot
from tests.flows.stories import STORIES, Story
from tests.github_server.hub import Hub
from tests.github_server.wire import Request

by_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)


class Killed(BaseException):  # noqa: N818 - no error: the process is gone
    """The end of the process, which nothing in it can catch as an error."""


def undisturbed(story: Story, folder: Path) -> tuple[Stage, int, str]:
    """Give the stage before the run, how many requests the run takes, and where it leads."""
    before = Stage(folder, in_memory=True)
    story(before)
    after = before.copy(folder / "undisturbed")
    began = after.requests
    assert after.sweep().done
    count = after.requests - began
    after.quiet()
    return before, count, snapshot(after.world.state)


def disturbed(
    story: Story, folder: Path, disturb: Callable[[Hub, int], None], *, stops: bool | None
) -> None:
    """Disturb each request once; `stops` says whether the run has to end, None that it may."""
    before, count, expected = undisturbed(story, folder)
    for at in range(1, count + 1):
        stage = before.copy(folder / str(at))
        disturb(stage.world.hub, at)
        try:
            stage.sweep()
        except (BotError, Killed) as end:
            assert stops is not False, f"request {at} of {count}: {end!r}"
        else:
            assert not stops, f"request {at} of {count} did not stop the run"
        stage.world.hub.clear_faults()
        stage.world.hub.before_request = stage.world.hub.after_request = None
        stage.sweep()
        assert snapshot(stage.world.state) == expected, f"request {at} of {count}"
        stage.quiet()


def killed_at(at: int) -> Callable[[int, Request], None]:
    """Give a hook of the hub that ends the process at a request."""

    def hook(count: int, _: Request) -> None:
        if count == at:
            raise Killed

    return hook


@by_story
def test_a_run_killed_before_any_request_is_taken_up_by_the_next(
    story: Story, tmp_path: Path
) -> None:
    def disturb(hub: Hub, at: int) -> None:
        hub.before_request = killed_at(at)

    disturbed(story, tmp_path, disturb, stops=True)


@by_story
def test_a_run_killed_after_any_request_is_taken_up_by_the_next(
    story: Story, tmp_path: Path
) -> None:
    def disturb(hub: Hub, at: int) -> None:
        hub.after_request = killed_at(at)

    disturbed(story, tmp_path, disturb, stops=True)


@pytest.mark.parametrize("kind", ["500 before", "502 after", "reset before", "reset after", "429"])
@by_story
def test_a_fault_of_any_request_is_got_over_in_the_same_run(
    story: Story, kind: str, tmp_path: Path
) -> None:
    disturbed(story, tmp_path, lambda hub, at: hub.fault(kind, at=at), stops=False)
