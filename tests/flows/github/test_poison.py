"""Does one submission that the bot cannot handle stop, change or delay any other?"""

import importlib
import re
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from bot.errors import BotError, GitError
from bot.git.checkout import Checkout
from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, paper
from tests.flows.stories import CORRECTION

SAID = "The bot could not handle this; a maintainer has to look."
POISON = "wolfsbane"
ERRORS = (RuntimeError, MemoryError, RecursionError, AssertionError, KeyError, BotError)


def unable(monkeypatch: pytest.MonkeyPatch, place: str, error: type[Exception]) -> None:
    """Let a function raise for whatever has to do with the poisoned submission."""
    module, _, name = place.rpartition(".")
    room = importlib.import_module(module)
    real: Callable[..., Any] = getattr(room, name)

    @wraps(real)
    def poisoned(*given: object, **named: object) -> object:
        if POISON in repr((given, named)):
            raise error(f"{POISON}\n::error::https://user:pass@{POISON}.example")
        return real(*given, **named)

    monkeypatch.setattr(room, name, poisoned)


# Where what one submission holds passes by, and only its own; each is called by a flow.
ROOMS = (
    "bot.form.which",
    "bot.form.read",
    "bot.flows.review_form.understand",
    "bot.review.review.enriched",
    "bot.review.review.review_paper",
    "bot.flows.github.decide.build.applied",
    "bot.flows.github.decide.build.texts_after",
    "bot.flows.github.reconcile.build",
    "bot.flows.github.reconcile.comment",
    "bot.flows.github.reconcile.digest_of",
    "bot.flows.github.reconcile.orders_of",
    "bot.flows.github.reconcile.state_of",
    "bot.flows.github.reconcile.talk_steps",
    "bot.flows.github.reconcile.too_long",
)


def neighbours(stage: Stage) -> list[int]:
    """Let four people ask for something, and a maintainer approve one of them."""
    new = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    poor = stage.suggest("ben", "the one by Ada", "A Cache of Values")
    correction = stage.world.open_issue("cem", "[correction]", CORRECTION, ("correction",))
    approved = stage.suggest("dee", arxiv(4), "A Cache of Heads")
    stage.world.comment(approved, "mia", "/approve")
    return [new, poor, correction, approved]


def ends(stage: Stage, numbers: list[int]) -> list[tuple[object, ...]]:
    """Give how issues ended, without the numbers of what belongs to them."""
    return [
        (
            stage.state(number),
            re.sub(r"#\d+", "#", stage.comment(number)),
            [each.state for each in stage.pulls(number)],
        )
        for number in numbers
    ]


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    """Give how the neighbours end where there is no poison."""
    stage = Stage(tmp_path_factory.mktemp("healthy"), in_memory=True)
    stage.suggest("eve", arxiv(99), "A Work Like Others")
    numbers = neighbours(stage)
    for _ in range(2):
        stage.sweep()
    return ends(stage, numbers)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give the example list, on which the bot may be unable to handle something."""
    stage = Stage(tmp_path, in_memory=True)
    stage.poisoned = True
    return stage


def poison(stage: Stage) -> int:
    """Let somebody suggest what no room of this test can handle."""
    return stage.suggest("eve", arxiv(99), f"A Work of {POISON}")


@pytest.mark.parametrize("place", ROOMS)
def test_a_room_that_fails_for_one_submission_is_kept_to_it(
    place: str, healthy: object, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = poison(stage)
    numbers = neighbours(stage)
    unable(monkeypatch, place, RuntimeError)
    first = stage.sweep()
    second = stage.sweep()

    assert ends(stage, numbers) == healthy
    assert stage.state(number) is State.STUCK
    assert SAID in stage.comment(number)
    assert POISON not in stage.comment(number)
    assert (first.failed, second.failed) == ([number], [])
    assert any("left aside" in str(deed) for deed in second.done)
    stage.quiet()


def test_another_version_of_the_bot_tries_once_more(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = poison(stage)
    with monkeypatch.context() as patch:
        unable(patch, ROOMS[0], RuntimeError)
        assert (stage.sweep().failed, stage.sweep().failed) == ([number], [])
        patch.setattr("bot.flows.github.attempt.__version__", "99")
        assert (stage.sweep().failed, stage.sweep().failed) == ([number], [])
    stage.sweep()

    assert stage.state(number) is State.READY
    stage.quiet()


@pytest.mark.parametrize(
    ("place", "state"),
    [("bot.flows.github.runs.run.asked_at", State.READY), ("bot.commands.read", State.STUCK)],
)
def test_what_is_asked_of_all_and_fails_for_one_is_kept_to_it(
    place: str, state: State, healthy: object, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = poison(stage)
    numbers = neighbours(stage)
    stage.sweep()
    stage.world.comment(number, "eve", f"/hold {POISON}")
    unable(monkeypatch, place, RuntimeError)
    stage.event(numbers[0])
    stage.sweep()

    assert ends(stage, numbers) == healthy
    assert stage.state(number) is state
    stage.quiet()


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_an_error_of_any_class_is_kept_to_its_submission(
    error: type[Exception], stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, other = poison(stage), stage.suggest("ann", arxiv(1), "A Cache of Keys")
    unable(monkeypatch, "bot.flows.github.reconcile.build", error)
    run = stage.event(number)

    assert (stage.state(number), stage.state(other)) == (State.STUCK, State.READY)
    told = [str(deed) for deed in run.done]
    assert f"#{number}: could not be handled, and is set aside:" in told
    assert any(line.startswith(f"#{number}: | ") and error.__name__ in line for line in told)
    assert run.failed == [number]


@pytest.mark.parametrize("ending", [KeyboardInterrupt, SystemExit])
def test_who_ends_the_process_ends_it(
    ending: type[Exception], stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    poison(stage)
    unable(monkeypatch, "bot.flows.github.reconcile.build", ending)
    with pytest.raises(ending):
        stage.sweep()


def edit(stage: Stage, number: int) -> None:
    """Let the submitter change a word."""
    stage.world.edit_issue(number, "eve", body=paper(arxiv(99), f"Another Work of {POISON}"))


def refresh(stage: Stage, number: int) -> None:
    """Let a maintainer ask for another try."""
    stage.world.comment(number, "mia", "/refresh")


@pytest.mark.parametrize("change", [edit, refresh])
def test_a_change_lets_the_bot_try_again(
    change: Callable[[Stage, int], None], stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = poison(stage)
    with monkeypatch.context() as patch:
        unable(patch, "bot.flows.github.reconcile.build", RuntimeError)
        stage.sweep()
        change(stage, number)
        assert stage.sweep().failed == [number]
        assert stage.sweep().failed == []
    assert stage.state(number) is State.STUCK
    stage.quiet()
    change(stage, number)
    stage.world.comment(number, "mia", "Now it should be fine.")
    stage.sweep()
    assert stage.state(number) is State.READY
    assert SAID not in stage.comment(number)
    stage.quiet()


def test_an_unreadable_issue_is_looked_at_and_harms_no_other_one(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = stage.world.open_issue("eve", "Look", f"https://arxiv.org/abs/2501.00099?{POISON}")
    other = stage.suggest("eve", arxiv(1), "A Cache of Keys")
    unable(monkeypatch, "bot.free_text.asks_for_works", RecursionError)
    unable(monkeypatch, "bot.flows.review_form.understand", RecursionError)
    stage.sweep()

    assert (stage.state(number), stage.state(other)) == (State.STUCK, State.READY)
    stage.quiet()


def test_who_cannot_be_held_against_an_older_one_is_judged_without_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = poison(stage)
    other = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.sweep()
    stage.world.edit_issue(other, "ann", body=paper(arxiv(1), "A Cache of Keys and Values"))
    unable(monkeypatch, "bot.review.review.review_paper", RuntimeError)
    run = stage.event(other)

    assert run.failed == []
    assert (stage.state(number), stage.state(other)) == (State.READY, State.READY)
    assert "A Cache of Keys and Values" in stage.pull(other).body


def test_what_cannot_be_handled_keeps_no_work_from_others(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = poison(stage)
    stage.sweep()
    stage.world.comment(number, "ann", POISON)
    unable(monkeypatch, "bot.flows.github.reconcile.orders_of", RuntimeError)
    other = stage.suggest("ann", arxiv(99), "A Work of Wolves")
    stage.sweep()

    assert (stage.state(number), stage.state(other)) == (State.STUCK, State.READY)
    (status,) = stage.world.state.latest_statuses(stage.pull(number).opened.head_sha)
    assert status.state == "failure"
    stage.quiet()


UNREADABLE = {
    "no JSON": "{",
    "nothing": "",
    "nested": "[" * 100_000,
    "a long number": '{"schema_version": ' + "9" * 5_000 + "}",
    "large": "[" + '"' + "x" * 3_000_000 + '"]',
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_a_branch_that_holds_no_list_is_kept_to_its_submission(
    text: str, healthy: object, stage: Stage
) -> None:
    number = stage.suggest("eve", arxiv(99), "A Work Like Others")
    numbers = neighbours(stage)
    stage.event(number)
    stage.world.push_commit(stage.pull(number).opened.head, {files.PAPERS: text}, "mia")
    for _ in range(2):
        stage.sweep()

    assert ends(stage, numbers) == healthy
    assert stage.state(number) in {State.READY, State.STUCK}
    assert "keeps off" in stage.comment(number) or SAID in stage.comment(number)
    stage.quiet()


def test_a_branch_that_cannot_be_fetched_is_kept_to_its_submission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(tmp_path)
    stage.poisoned = True
    number, other = poison(stage), stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.event(number)
    stage.world.push_commit(stage.pull(number).opened.head, {files.PAPERS: "[]"}, "mia")
    lost = stage.pull(number).opened.head_sha
    fetch, has = Checkout.fetch, Checkout.has

    def broken(checkout: Checkout, names: Iterable[str]) -> None:
        wanted = [*names]
        if lost in wanted:
            raise GitError(f"fatal: remote error: {lost} is corrupt")
        fetch(checkout, wanted)

    monkeypatch.setattr(Checkout, "fetch", broken)
    monkeypatch.setattr(Checkout, "has", lambda checkout, sha: sha != lost and has(checkout, sha))
    first, second = stage.sweep(), stage.sweep()

    assert (stage.state(number), stage.state(other)) == (State.STUCK, State.READY)
    assert (first.failed, second.failed) == ([number], [])


@pytest.mark.parametrize("status", [403, 404, 410, 422, 451, 500])
@pytest.mark.parametrize("part", ["", "/comments", "/labels"])
def test_an_issue_that_github_refuses_stops_no_other_one(
    part: str, status: int, healthy: object, stage: Stage
) -> None:
    number = stage.suggest("eve", arxiv(99), "A Work Like Others")
    numbers = neighbours(stage)
    path = rf"/issues/{number}{part}\b" if part else rf"/issues/{number}\b"
    message = "This one cannot be changed."
    stage.world.hub.fault("refused", path=path, status=status, message=message, times=9_999)
    first, second, third = stage.sweep(), stage.sweep(), stage.sweep()

    assert ends(stage, numbers) == healthy
    assert len(first.failed) <= 1
    assert (second.failed, third.failed) == ([], [])
    assert any(f"#{number}: " in str(deed) for deed in second.done)


def test_a_refusal_that_ends_after_a_while_leaves_no_trace(stage: Stage) -> None:
    number = stage.suggest("eve", arxiv(99), "A Work Like Others")
    stage.world.hub.fault("500 before", path=rf"/issues/{number}/", times=9_999)
    stage.sweep()
    stage.world.hub.clear_faults()
    stage.sweep()

    assert stage.state(number) is State.READY
    assert SAID not in stage.comment(number)
    stage.quiet()


def test_an_outage_of_one_answer_is_got_over_in_the_same_run(stage: Stage) -> None:
    number = stage.suggest("eve", arxiv(99), "A Work Like Others")
    other = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.world.hub.fault("500 before", path="/pulls$", method="POST", times=3)
    run = stage.sweep()

    assert (stage.state(number), stage.state(other)) == (State.READY, State.READY)
    assert run.failed == []
    assert State.STUCK not in stage.world.state.labels
    stage.quiet()


def add_a_row(stage: Stage) -> int:
    """Let somebody's pull request add the poison to the README."""
    row, below = f"| [A Work of {POISON}]({arxiv(99)}) | | 2025-01 | |", "\n\n## Attention\n"
    readme = stage.main(files.README).replace(below, f"\n{row}{below}", 1)
    return stage.world.pull_from_fork("eve", {files.README: readme}, "Add a row")


def test_a_pull_request_that_nobody_can_read_is_kept_to_it(
    healthy: object, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = add_a_row(stage)
    numbers = neighbours(stage)
    with monkeypatch.context() as patch:
        unable(patch, "bot.flows.github.offers.read_offer", RuntimeError)
        first, second = stage.sweep(), stage.sweep()
        stage.quiet()

    assert ends(stage, numbers) == healthy
    assert stage.state(number) is State.STUCK
    assert (first.failed, second.failed) == ([number], [])
    stage.world.comment(number, "mia", "/refresh")
    stage.sweep()
    assert stage.state(number) is State.READY


def test_a_pull_request_of_which_github_tells_nothing_is_kept_to_it(
    healthy: object, stage: Stage
) -> None:
    number = add_a_row(stage)
    numbers = neighbours(stage)
    stage.world.hub.fault("500 before", path="/compare/", times=100)
    for _ in range(2):
        stage.sweep()

    assert ends(stage, numbers) == healthy
    assert stage.state(number) is State.STUCK
    stage.world.hub.clear_faults()
    stage.sweep()
    assert stage.state(number) is State.READY
    stage.quiet()


def test_an_issue_at_which_no_hint_can_be_given_is_kept_to_it(
    healthy: object, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"Has anybody read {arxiv(98)}?"
    number = stage.world.open_issue("eve", f"A question about {POISON}", text)
    other = stage.world.open_issue("eve", "A question", text)
    numbers = neighbours(stage)
    unable(monkeypatch, "bot.form.read", RuntimeError)
    run = stage.sweep()
    stage.sweep()

    assert ends(stage, numbers) == healthy
    assert f"#{number}: could not be told where the form is:" in map(str, run.done)
    assert (run.failed, stage.world.issue(number).comments) == ([], [])
    assert len(stage.world.issue(other).comments) == 1
