"""Is everything settled where no sweep ever runs, as long as anybody writes?"""

from pathlib import Path

import pytest

from bot.flows.github.facts.submissions import OTHERS, in_turn
from bot.flows.github.runs.run import looked_at
from bot.model.github.world import Comment, Issue, World
from bot.model.state import State
from tests.flows.on_github import Stage, arxiv, paper


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give the example list."""
    return Stage(tmp_path, in_memory=True)


def test_what_changed_without_an_event_is_settled_by_anybodys(stage: Stage) -> None:
    merged = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    closed = stage.suggest("ben", arxiv(2), "A Cache of Values")
    twice = stage.suggest("cem", arxiv(1), "A Cache of Keys")
    stage.sweep()
    stage.world.merge_by_hand(stage.pull(merged).number, "mia")
    stage.world.close(stage.pull(closed).number, "mia")
    missed = [stage.suggest(f"s{at}", arxiv(10 + at), f"On Caches, Part {at}") for at in range(5)]
    new = stage.suggest("dee", arxiv(9), "A Cache of Heads")
    run = stage.event(new)

    assert [stage.state(number) for number in (merged, closed, twice, new)] == [
        State.ACCEPTED,
        State.DECLINED,
        State.DUPLICATE,
        State.READY,
    ]
    assert {stage.state(number) for number in missed} == {State.READY}
    assert looked_at(run) == "all 9 open submissions were looked at"
    stage.quiet()


def test_events_alone_bring_a_long_list_to_where_a_sweep_would(stage: Stage) -> None:
    numbers = [
        stage.suggest(f"s{at}", arxiv(at), f"On Caches, Chapter {at}") for at in range(OTHERS + 10)
    ]
    for _ in range(2):
        stage.sweep()
    for number in numbers:
        stage.world.edit_issue(number, "octo", body=paper("a link to come", "A Work"))
    for at in range(6):
        stage.world.comment(numbers[0], "ann", f"Is there any news, in week {at}?")
        stage.event(numbers[0])

    assert {stage.state(number) for number in numbers} == {State.NEEDS_WORK}


def world(count: int, newest: int, label: str = "") -> World:
    """Give a repository with so many issues, on one of which somebody has just written."""
    word = Comment(id=newest, author="ann", body="Hello", created_at="2026-01-01T00:00:00Z")
    issues = {
        number: Issue(
            number=number,
            title="",
            body="",
            author="ann",
            created_at="",
            labels=(label,) if label else (),
            comments=(word,) if number == 1 else (),
        )
        for number in range(1, count + 1)
    }
    return World(name="o/p", base="main", tip="", methods=(), labels=frozenset(), issues=issues)


@pytest.mark.parametrize("count", [0, 1, OTHERS, OTHERS + 1, 3 * OTHERS])
def test_everybody_has_a_turn(count: int) -> None:
    every = set(range(1, count + 1))
    turns = [in_turn(every, world(count, newest)) for newest in range(100, 100 + 3 * OTHERS)]

    assert {number for turn in turns for number in turn} == every
    assert all(len(turn) == min(count, OTHERS) for turn in turns)


def test_few_of_those_that_wait_ask_again_together() -> None:
    every = set(range(1, 21))
    turns = [in_turn(every, world(20, newest, State.WAITING)) for newest in range(100, 120)]

    assert {len(turn) for turn in turns} == {5}
    assert {number for turn in turns for number in turn} == every
