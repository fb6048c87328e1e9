"""How many requests does a run take, and how many points?

The token of a workflow has 1,000 of each an hour for everything.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.model.state import State
from tests.flows import stories
from tests.flows.on_github import Stage, arxiv


def ready(stage: Stage) -> None:
    """Let a suggestion be ready, with nothing to do about it."""
    stories.submission(stage)
    stage.sweep()


def commanded(stage: Stage) -> None:
    """Let two people have ordered what changes nothing any more."""
    ready(stage)
    stage.world.state.people.allow("max", "write")
    for login in ("mia", "max", "mia"):
        stage.world.comment(1, login, "/category serving")
    stage.sweep()


def rebuilt(stage: Stage) -> None:
    """Let a pull request conflict with what was merged, and all be said about the latter."""
    stories.rebuild(stage)
    stage.event(1)


@pytest.mark.parametrize(
    ("story", "most"),
    [
        pytest.param(stories.submission, 14, id="a new valid submission"),
        pytest.param(rebuilt, 6, id="a pull request that is rebuilt"),
        pytest.param(ready, 3, id="one that is unchanged"),
        pytest.param(commanded, 3 + 2, id="one that is unchanged, with two commanding persons"),
    ],
)
def test_a_run_takes_few_requests(
    story: Callable[[Stage], None], most: int, tmp_path: Path
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    story(stage)
    began = stage.requests
    stage.sweep()

    assert stage.requests - began <= most
    stage.quiet()


def test_runs_over_a_hundred_submissions_take_few_requests_and_points(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    numbers = [
        stage.suggest(f"s{at}", arxiv(at), f"On Caches, Chapter {at}") for at in range(1, 101)
    ]
    # A run stops before it has created more than GitHub allows in an hour; the next goes on.
    runs = [stage.sweep() for _ in range(3)]
    assert "to go on next time" in str(runs[0].done[-1])
    assert {stage.state(number) for number in numbers} == {State.READY}

    def spent(act: Callable[[], object]) -> tuple[int, int]:
        requests, points = stage.requests, stage.world.state.rate.spent
        act()
        found = stage.requests - requests, stage.world.state.rate.spent - points
        print(f"{found[0]} requests, {found[1]} points")  # noqa: T201 - the docs name them
        return found

    requests, points = spent(stage.quiet)
    assert requests <= 5
    assert points <= 15
    stage.world.comment(1, "s1", "Is anything missing?")
    requests, points = spent(lambda: stage.event(1))
    assert requests <= 3 + 1  # and one for whether the person may command
    assert points <= 6
    new = stage.suggest("ann", arxiv(101), "On Caches, Chapter 101")
    requests, points = spent(lambda: stage.event(new))
    assert stage.state(new) is State.READY
    assert points <= 6
    stage.world.comment(new, "mia", "/approve")
    assert spent(lambda: stage.event(new))[1] <= 6 + 6  # and the ten that follow a merge
    assert stage.state(new) is State.ACCEPTED
