"""Does a run that was stopped or disturbed anywhere leave a mess, or does the next one go on?

Every story is played once undisturbed. Then each of its requests goes wrong once in every way, and
the next run has to lead to the very same repository: nothing twice, nothing lost.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import BotError
from bot.model.state import State
from bot.store import files
from tests.flows import stories
from tests.flows.on_github import BOT, Stage
from tests.flows.snapshot import snapshot
from tests.flows.stories import FURTHER, MAIN, Story
from tests.github_server.hub import Hub
from tests.github_server.wire import Request

FAULTS = (
    "500 before",
    "502 after",
    "429",
    "reset before",
    "reset after",
    "slow",
    "truncated",
)
EVERY = (*MAIN, *FURTHER)
by_story = pytest.mark.parametrize("story", EVERY, ids=lambda story: story.__name__)
by_main_story = pytest.mark.parametrize("story", MAIN, ids=lambda story: story.__name__)


class Killed(BaseException):
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


@pytest.mark.parametrize(
    ("story", "ends"),
    [
        pytest.param(stories.submission, ["ready, 1 comment, open pull"], id="submission"),
        pytest.param(stories.edit, ["ready, 1 comment, open pull"], id="edit"),
        pytest.param(stories.spoiling, ["needs work, 1 comment, open pull"], id="spoiling"),
        pytest.param(stories.approval, ["accepted, 1 comment, merged pull"], id="approval"),
        pytest.param(
            stories.rebuild,
            ["accepted, 1 comment, merged pull", "ready, 1 comment, open pull"],
            id="rebuild",
        ),
        pytest.param(stories.train, ["accepted, 1 comment, merged pull"] * 2, id="train"),
        pytest.param(stories.decline, ["declined, 1 comment, closed pull"], id="decline"),
        pytest.param(stories.withdrawal, ["withdrawn, 1 comment, closed pull"], id="withdrawal"),
        pytest.param(
            stories.resubmission,
            ["ready, 1 comment, closed pull, open pull"],
            id="resubmission",
        ),
        pytest.param(stories.correction, ["ready, 1 comment, open pull"], id="correction"),
        pytest.param(stories.offer, ["accepted, 1 comment, merged pull"], id="offer"),
        pytest.param(stories.breaking, ["waiting, 1 comment"], id="breaking"),
        pytest.param(stories.mending, ["ready, 1 comment, open pull"], id="mending"),
    ],
)
def test_an_undisturbed_run_brings_every_story_to_its_end(
    story: Story, ends: list[str], tmp_path: Path
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    story(stage)
    stage.sweep()

    assert [ending(stage, number) for number in range(1, len(ends) + 1)] == ends
    stage.quiet()


def ending(stage: Stage, number: int) -> str:
    """Say how an issue stands, and its pull requests; an open one is what the issue asks for."""
    comments = [each for each in stage.world.issue(number).comments if each.author.login == BOT]
    pulls = stage.pulls(number)
    for pull in pulls:
        assert len(pull.opened.commits) == 1
        if pull.state == "open" and stage.state(number) is State.READY:
            repo = stage.world.state.repo
            assert repo.merge(str(repo.branch("main")), pull.opened.head_sha).tree
            asked = re.search(r"A Cache of Keys.*", stage.world.issue(number).body)
            listed = stage.world.read_file(pull.opened.head, files.PAPERS)
            assert not asked or f'"{asked[0]}"' in listed
    shown = ["merged" if pull.opened.merged_at else pull.state for pull in pulls]
    said = f"{len(comments)} comment"
    return ", ".join((str(stage.state(number)), said, *(f"{each} pull" for each in shown)))


def disturbed(story: Story, folder: Path, disturb: Callable[[Hub, int], None]) -> list[bool]:
    """Disturb each request once, and let another run follow; say which runs got to their end."""
    before, count, expected = undisturbed(story, folder)
    assert count
    ends = []
    for at in range(1, count + 1):
        stage = before.copy(folder / str(at))
        disturb(stage.world.hub, at)
        ends.append(runs_through(stage))
        stage.world.hub.clear_faults()
        stage.world.hub.before_request = stage.world.hub.after_request = None
        stage.sweep()
        assert snapshot(stage.world.state) == expected, f"request {at} of {count}"
    return ends


def runs_through(stage: Stage) -> bool:
    """Let the bot run, and say whether it got to its end."""
    try:
        stage.sweep()
    except (BotError, Killed):
        return False
    return True


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

    assert not any(disturbed(story, tmp_path, disturb))


@by_story
def test_a_run_killed_after_any_request_is_taken_up_by_the_next(
    story: Story, tmp_path: Path
) -> None:
    def disturb(hub: Hub, at: int) -> None:
        hub.after_request = killed_at(at)

    assert not any(disturbed(story, tmp_path, disturb))


@pytest.mark.parametrize("kind", FAULTS)
@by_main_story
def test_a_fault_of_any_request_is_got_over_in_the_same_run(
    story: Story, kind: str, tmp_path: Path
) -> None:
    def disturb(hub: Hub, at: int) -> None:
        hub.fault(kind, at=at, retry_after=2, delay=99)

    assert all(disturbed(story, tmp_path, disturb))


@pytest.mark.parametrize("kind", ["403", "reset after"])
@by_main_story
def test_what_ends_a_run_at_any_request_is_got_over_in_the_next(
    story: Story, kind: str, tmp_path: Path
) -> None:
    def disturb(hub: Hub, at: int) -> None:
        for each in range(at, at + 50):
            hub.fault(kind, at=each)

    assert not any(disturbed(story, tmp_path, disturb))
