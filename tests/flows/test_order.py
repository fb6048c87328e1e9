"""Does the bot come to the same end in whatever order things happen, and however often it runs?

For longer: `python -m tests.bench.order --number 1000 --seed 7`.
"""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.flows.crowd import (
    EVERYTHING,
    ON_ISSUES,
    ON_MAIN,
    ON_PULLS,
    Crowd,
    ends,
    play,
)
from tests.flows.on_github import Stage

Step = tuple[str, int, int]

NUMBERS = st.integers(min_value=0, max_value=29)


def steps(names: list[str], longest: int) -> st.SearchStrategy[list[Step]]:
    """Draw what happens: its name, to whom, and a choice that depends on the name."""
    step = st.tuples(st.sampled_from(names), NUMBERS, NUMBERS)
    return st.lists(step, min_size=longest // 2, max_size=longest)


# Suggestions and runs of the bot come often, or there is nothing that the rest can happen to.
ANYTHING = steps([*EVERYTHING, *ON_PULLS, *3 * ["suggest"], *4 * ["event"], "sweep"], 24)
BEFORE_THE_BOT = steps([*ON_ISSUES, *ON_MAIN, *3 * ["suggest"]], 10)
quick = settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def tell(history: list[Step]) -> None:
    """Play a history, let the bot sweep, and assert all that must then be true."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        crowd = Crowd(stage)
        for name, at, what in history:
            play(crowd, name, at, what)
        crowd.settle()
        stage.sweep()
        crowd.check_settled()
        stage.quiet()


def tell_twice(history: list[Step]) -> None:
    """Play a history with a bot that hears of everything and with one that hears of nothing."""
    ended = []
    for hears in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(Path(folder))
            crowd = Crowd(stage)
            for name, at, what in history:
                play(crowd, name, at, what)
                if hears:
                    play(crowd, "event", at, what)
            crowd.settle()
            stage.sweep()
            crowd.check_settled()
            ended.append(ends(crowd))
    told, late = ended
    # The one that came late has never seen what was closed before.
    assert [
        one if other != "closed" else other for one, other in zip(told, late, strict=True)
    ] == late


@quick
@given(history=ANYTHING)
def test_whatever_happens_in_whatever_order_all_is_well_after_a_sweep(history: list[Step]) -> None:
    tell(history)


@quick
@given(history=BEFORE_THE_BOT)
def test_a_bot_that_saw_no_event_comes_to_the_same_states(history: list[Step]) -> None:
    tell_twice(history)
