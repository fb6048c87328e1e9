"""What becomes of the suggestions of a person who sends many, or a long one?"""

from pathlib import Path

import pytest

from bot.model.state import State
from tests.flows.on_github import Stage, arxiv, example_files, paper
from tests.flows.snapshot import snapshot

DAY = 86_400
LIMITS = "\n[limits]\nopen_per_person = 3\nper_day = 2\nlongest_text = 1000\n"
READY, ON_HOLD = State.READY, State.ON_HOLD


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list that looks at three of one person together, and at two a day."""
    given = example_files()
    given["data/list.toml"] += LIMITS
    return Stage(tmp_path, given, in_memory=True)


def states(stage: Stage, numbers: list[int]) -> list[State | None]:
    """Let the bot run twice, the second time in vain, and give the states."""
    stage.sweep()
    stage.quiet()
    return [stage.state(number) for number in numbers]


def test_what_goes_beyond_a_day_is_on_hold_with_a_friendly_sentence(stage: Stage) -> None:
    numbers = [stage.suggest("ann", arxiv(at), f"Work Number {at}") for at in range(3)]
    other = stage.suggest("ben", arxiv(7), "Work Number 7")

    assert states(stage, [*numbers, other]) == [READY, READY, ON_HOLD, READY]
    assert stage.pulls(numbers[2]) == []
    assert stage.comment(numbers[2]).startswith(
        "<!-- bot:answer -->\n### Thank you, this is on hold\n\n"
        "**Who acts next:** the bot, once the reason below is gone. Nobody has to do anything.\n\n"
        "This list looks at 2 suggestions of one person a day; this one is taken up in its turn "
        "on a later day, or when a maintainer says `/approve`."
    )


def test_the_sweep_of_the_next_day_takes_up_as_many_as_a_day_may_have(stage: Stage) -> None:
    numbers = [stage.suggest("ann", arxiv(at), f"Work Number {at}") for at in range(5)]
    for number in numbers[:2]:
        stage.sweep()
        stage.world.merge_by_hand(stage.pull(number).number, "mia")
    stage.world.pass_time(DAY)

    assert states(stage, numbers[2:]) == [READY, READY, ON_HOLD]
    stage.world.pass_time(DAY)
    assert states(stage, numbers[2:]) == [READY, READY, READY]


def test_what_goes_beyond_those_open_is_taken_up_once_one_is_decided(stage: Stage) -> None:
    numbers = []
    for at in range(4):
        numbers.append(stage.suggest("ann", arxiv(at), f"Work Number {at}"))
        stage.world.pass_time(DAY)

    assert states(stage, numbers) == [READY, READY, READY, ON_HOLD]
    assert "You have 3 suggestions open already" in stage.comment(numbers[3])
    stage.world.comment(numbers[0], "mia", "/decline")
    assert states(stage, numbers) == [State.DECLINED, READY, READY, READY]


def test_nobody_is_asked_about_what_is_on_hold_until_its_turn(stage: Stage) -> None:
    for at in range(1, 4):
        stage.services.learn(f"Work Number {at}", f"arxiv:2501.{at:05d}")
    numbers = [stage.suggest("ann", arxiv(at)) for at in range(1, 4)]
    twin = stage.suggest("ben", arxiv(3))

    assert states(stage, [*numbers, twin]) == [READY, READY, ON_HOLD, State.WAITING]
    assert stage.services.asked == [
        ("arxiv:2501.00001",),
        ("arxiv:2501.00002",),
        ("arxiv:2501.00003",),
    ]
    assert f"Issue #{numbers[2]} suggests the same work" in stage.comment(twin)
    stage.services.asked.clear()
    stage.world.pass_time(DAY)

    assert states(stage, [*numbers, twin]) == [READY, READY, READY, State.WAITING]
    assert stage.services.asked == [("arxiv:2501.00003",)]
    assert "`Work Number 3`" in stage.comment(numbers[2])


def test_what_comes_free_in_the_middle_of_a_run_is_looked_up_in_it(stage: Stage) -> None:
    numbers = []
    for at in range(1, 5):
        stage.services.learn(f"Work Number {at}", f"arxiv:2501.{at:05d}")
        numbers.append(stage.suggest("ann", arxiv(at)))
        stage.world.pass_time(DAY)
    stage.sweep()
    assert stage.state(numbers[3]) is ON_HOLD
    stage.world.comment(numbers[1], "mia", "/approve")

    assert states(stage, numbers) == [READY, State.ACCEPTED, READY, READY]


def test_one_that_was_ready_stays_known_though_it_comes_on_hold(stage: Stage) -> None:
    numbers = []
    for at in range(1, 5):
        stage.services.learn(f"Work Number {at}", f"arxiv:2501.{at:05d}")
        numbers.append(stage.suggest("ann", arxiv(at)))
        stage.world.pass_time(DAY)
    stage.world.comment(numbers[0], "mia", "/decline")
    assert states(stage, numbers) == [State.DECLINED, READY, READY, READY]
    stage.world.reopen(numbers[0], "mia")

    assert states(stage, numbers) == [READY, READY, READY, ON_HOLD]
    assert stage.services.asked.count(("arxiv:2501.00004",)) == 1
    assert "`Work Number 4`" in stage.comment(numbers[3])
    assert stage.pull(numbers[3]).state == "open"


def test_a_maintainer_takes_one_up_out_of_its_turn(stage: Stage) -> None:
    numbers = [stage.suggest("ann", arxiv(at), f"Work Number {at}") for at in range(3)]
    stage.sweep()
    stage.world.comment(numbers[2], "mia", "/approve")

    assert states(stage, numbers) == [READY, READY, READY]
    assert "The approval by `mia` does not count" in stage.comment(numbers[2])
    stage.world.comment(numbers[2], "mia", "/approve")
    assert states(stage, numbers) == [READY, READY, State.ACCEPTED]


def test_an_issue_that_is_too_long_is_read_once_it_is_short(stage: Stage) -> None:
    long = paper(arxiv(1), "A Work") + "\n### Why it belongs here\n\n" + "so good " * 200
    number = stage.world.open_issue("ann", "A paper", long)
    stage.world.comment(number, "mia", "/approve")

    assert states(stage, [number]) == [ON_HOLD]
    assert "longer than the 1,000 characters that this list reads" in stage.comment(number)
    stage.world.edit_issue(number, "ann", body=paper(arxiv(1), "A Work"))
    assert states(stage, [number]) == [READY]


def test_nobody_is_held_for_what_others_sent_whose_accounts_are_gone(stage: Stage) -> None:
    numbers = [stage.suggest(f"s{at}", arxiv(at), f"Work Number {at}") for at in range(4)]
    for at in range(4):
        stage.world.delete_user(f"s{at}")

    assert states(stage, numbers) == [READY] * 4
    assert "Co-authored-by" not in snapshot(stage.world.state)
