"""Does an approval count for exactly what the bot had shown, whenever it runs?

Every order of a few events is played, with a run of the bot at every subset of the places between
them, and with none. What lands must have been shown when somebody approved it.
"""

from collections.abc import Callable, Iterator
from itertools import permutations, product
from pathlib import Path

import pytest

from bot.lifecycle.approval import BY_HAND, EDITED, NOTHING, ORDERED
from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Services, Stage, arxiv, example_files, paper
from tests.flows.stories import CORRECTION

OLD, NEW, LISTED = "Steady Queues", "Swift Kernels", "Efficient Memory Management"
COUNTED = example_files()
COUNTED[files.LIST] += "\n[bot]\nreviews_approve = true\n"
Event = Callable[[Stage], object]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Give a list on which one suggestion was made, and the bot has not run."""
    stage = Stage(tmp_path_factory.mktemp("begun"), in_memory=True)
    stage.services.learn(OLD, "arxiv:2501.00001")
    stage.services.learn(NEW, "arxiv:2501.00002")
    stage.suggest("ann", arxiv(1))
    return stage


@pytest.fixture
def stage(begun: Stage, tmp_path: Path) -> Stage:
    """Give a list with one suggestion that is ready."""
    stage = begun.copy(tmp_path)
    stage.services = stage.look_up = Services()
    stage.services.learn(OLD, "arxiv:2501.00001")
    stage.services.learn(NEW, "arxiv:2501.00002")
    stage.sweep()
    return stage


def edit(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=paper(arxiv(2)))


def edit_back(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1)))


def approve(stage: Stage) -> None:
    stage.world.comment(1, "mia", "/approve")


def move(stage: Stage) -> None:
    """Move the suggestion elsewhere by another maintainer's command."""
    stage.world.comment(1, "kim", "/category kernels")


def mend(stage: Stage) -> None:
    """Mend the entry on the branch, as a maintainer may, if there is one yet."""
    if stage.pulls(1) and stage.pulls(1)[-1].state == "open":
        head = stage.pull(1).opened.head
        text = stage.world.read_file(head, files.PAPERS)
        title = LISTED if LISTED in stage.comment(1) else OLD
        mended = text.replace(f'"title": "{title}', f'"title": "{title}, Mended')
        stage.world.push_commit(head, {files.PAPERS: mended}, "kim")


def amend(stage: Stage) -> None:
    """Change the bot's own commit, if there is one yet."""
    if stage.pulls(1) and stage.pulls(1)[-1].state == "open":
        head = stage.pull(1).opened.head
        text = stage.world.read_file(head, files.PAPERS)
        amended = text.replace('"title": "', '"title": "Amended: ')
        stage.world.amend(head, {files.PAPERS: amended}, "kim")


def hand_back(stage: Stage) -> None:
    """Give the bot its branch again by another maintainer's command."""
    stage.world.comment(1, "kim", "/refresh")


def close_pull(stage: Stage) -> None:
    """Close the pull request, if there is one yet."""
    for pull in stage.pulls(1)[-1:]:
        if pull.state == "open":
            stage.world.close(pull.number, "kim")


def reopen(stage: Stage) -> None:
    """Reopen the issue, or where that is open still, its pull request, unless it was merged."""
    if stage.world.issue(1).state == "closed":
        stage.world.reopen(1, "kim")
        return
    for pull in stage.pulls(1)[-1:]:
        if pull.state == "closed" and not pull.opened.merged_at:
            stage.world.reopen(pull.number, "kim")


class Told:
    """What should come of a history: nothing but who saw what, and when.

    A form is all that would land: of the issue's text, of commands, of commits on the branch.
    What was changed by hand since the last run may have been so when somebody approved.
    """

    def __init__(self, stage: Stage) -> None:
        """Begin before the bot has run."""
        self.stage = stage
        self.by_hand = self.handed_back = self.closed = False
        self.form: dict[str, object] = {}
        self.shown: dict[str, object] | None = None
        self.word: dict[str, object] | None = None
        self.listed: dict[str, object] | None = None

    def happens(self, event: Event) -> None:
        """Let something happen, and note what it does to the form or who saw what."""
        opened = any(pull.state == "open" for pull in self.stage.pulls(1))
        event(self.stage)
        if event is amend:
            self.by_hand |= opened
        elif event is hand_back:
            self.handed_back = True
        elif event is close_pull:
            self.closed |= opened
        elif event is reopen and self.closed:
            self.closed, self.word = False, None
        elif event is approve:
            self.word = self.shown
        elif event in {edit, correct, edit_back, correct_back}:
            self.form = self.form | {"edited": event in {edit, correct}}
        elif event is not reopen and (event is not mend or opened):
            self.form = self.form | {event.__name__: True}

    def runs(self) -> None:
        """Let the bot run: what was approved as it stands lands, any other word is spent."""
        self.stage.sweep()
        kept_off = self.by_hand and not (self.handed_back or self.closed)
        counts = not (self.by_hand or self.closed) and self.word is not None
        if self.listed is None and counts and self.word == self._plain():
            self.listed = self._plain()
        self.word, self.shown = None, None if kept_off or self.closed else self._plain()
        self.by_hand, self.handed_back = kept_off, False

    def _plain(self) -> dict[str, object]:
        return {name: value for name, value in self.form.items() if value}


def correct(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=CORRECTION.replace("SOSP 2024", "OSDI 2025"))


def correct_back(stage: Stage) -> None:
    stage.world.edit_issue(1, "ann", body=CORRECTION)


def set_note(stage: Stage) -> None:
    """Set a field of the corrected entry by another maintainer's command."""
    stage.world.comment(1, "kim", "/set note Read it twice.")


SUGGESTED: tuple[tuple[Event, ...], ...] = (
    (edit, approve),
    (move, approve),
    (mend, approve),
    (edit, edit_back, approve),
    (edit, move, approve),
    (mend, move, approve),
    (edit, approve, approve),
    (amend, hand_back, approve),
    (close_pull, reopen, approve),
)
CORRECTED: tuple[tuple[Event, ...], ...] = (
    (correct, approve),
    (set_note, approve),
    (correct, correct_back, approve),
    (correct, set_note, approve),
    (mend, approve),
)


def histories(events: tuple[Event, ...]) -> Iterator[list[Event | None]]:
    """Give every order of some events, with a run (None) at every subset of the places."""
    for order in dict.fromkeys(permutations(events)):
        yield from with_runs(order)


def with_runs(order: tuple[Event, ...]) -> Iterator[list[Event | None]]:
    """Give some events in this order, with a run (None) at every subset of the places."""
    for ran in product((False, True), repeat=len(order)):
        yield [each for pair in zip(ran, order, strict=True) for each in steps(*pair)]


def steps(ran: bool, event: Event) -> list[Event | None]:  # noqa: FBT001 - a place of a table
    return [None, event] if ran else [event]


def tell(stage: Stage, history: list[Event | None]) -> None:
    """Play a history and assert that it ends as whoever saw what says."""
    stage.world.state.people.allow("kim", "write")
    told = Told(stage)
    for event in history:
        if event:
            told.happens(event)
        else:
            told.runs()
    told.runs()
    ended = State.DECLINED if told.closed else State.READY
    ended = ended if told.listed is None else State.ACCEPTED
    names = [event.__name__ if event else "RUN" for event in history]
    assert stage.state(1) is ended, names
    stage.quiet()
    if ended is State.READY and approve in history:
        said = "The approval by `mia` does not count, since"
        assert (" does not count" if reopen in history else said) in stage.comment(1), names


@pytest.mark.parametrize(
    "events", SUGGESTED, ids=lambda events: ", ".join(each.__name__ for each in events)
)
def test_every_order_of_edits_approvals_and_runs_lands_only_what_was_shown(
    begun: Stage, events: tuple[Event, ...], tmp_path: Path
) -> None:
    for at, history in enumerate(histories(events)):
        tell(begun.copy(tmp_path / str(at)), history)


def test_every_order_of_runs_lands_only_what_an_open_pull_request_has_shown(
    begun: Stage, tmp_path: Path
) -> None:
    for at, history in enumerate(with_runs((amend, close_pull, reopen, approve))):
        tell(begun.copy(tmp_path / str(at)), history)


@pytest.mark.parametrize(
    "events", CORRECTED, ids=lambda events: ", ".join(each.__name__ for each in events)
)
def test_every_order_lands_only_what_was_shown_of_a_correction_too(
    tmp_path: Path, events: tuple[Event, ...]
) -> None:
    begun = Stage(tmp_path / "begun", in_memory=True)
    begun.world.open_issue("ann", "[correction]", CORRECTION, ("correction",))
    for at, history in enumerate(histories(events)):
        tell(begun.copy(tmp_path / str(at)), history)


def again(stage: Stage, *, says: str, by: str = "mia") -> None:
    """Assert that an approval does not count, that the comment says why, and that one now does."""
    assert stage.state(1) is State.READY
    assert f"The approval by `{by}` does not count, since {says};" in stage.comment(1)
    stage.quiet()
    stage.world.comment(1, by, "/approve")
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED
    assert "does not count" not in stage.comment(1)


def test_an_approval_of_what_the_bot_has_not_looked_at_yet_has_to_be_said_again(
    begun: Stage, tmp_path: Path
) -> None:
    stage = begun.copy(tmp_path)
    approve(stage)
    stage.sweep()
    again(stage, says=NOTHING)


def test_an_approval_that_crosses_an_edit_has_to_be_said_again(stage: Stage) -> None:
    edit(stage)
    approve(stage)
    stage.sweep()
    again(stage, says=EDITED)
    assert NEW in stage.titles()


def test_an_approval_of_an_amended_commit_has_to_be_said_again(stage: Stage) -> None:
    stage.world.state.people.allow("kim", "write")
    amend(stage)
    approve(stage)
    hand_back(stage)
    stage.sweep()
    again(stage, says=BY_HAND)
    assert OLD in stage.titles()


def test_an_approval_where_no_pull_request_is_open_has_to_be_said_again(stage: Stage) -> None:
    stage.world.close(2, "mia")
    stage.sweep()
    stage.world.reopen(1, "mia")
    approve(stage)
    stage.sweep()
    again(stage, says=NOTHING)


def test_an_approval_that_crosses_a_command_has_to_be_said_again(stage: Stage) -> None:
    stage.world.state.people.allow("kim", "write")
    move(stage)
    approve(stage)
    stage.sweep()
    again(stage, says=ORDERED)


def test_what_a_service_says_by_now_has_to_be_seen_first(stage: Stage) -> None:
    stage.services.learn("Steadier Queues", "arxiv:2501.00001")
    stage.world.comment(1, "mia", "/refresh")
    approve(stage)
    stage.sweep()
    again(stage, says=ORDERED)
    assert "Steadier Queues" in stage.titles()


@pytest.mark.parametrize(
    "said",
    [
        ("/category kernels\n/approve",),
        ("/approve\n/category kernels",),
        ("/category kernels", "/set note Read it twice.", "/approve"),
    ],
    ids=["in one comment", "in one comment, the other way round", "one after the other"],
)
def test_whoever_approves_has_seen_what_they_order_themselves(
    stage: Stage, said: tuple[str, ...]
) -> None:
    for text in said:
        stage.world.comment(1, "mia", text)
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert "stands in `Attention / Kernels`" in stage.comment(1)


def test_own_orders_do_not_cover_what_a_service_says_by_now(stage: Stage) -> None:
    stage.services.learn("Steadier Queues", "arxiv:2501.00001")
    stage.world.comment(1, "mia", "/category kernels\n/approve")
    stage.sweep()
    again(stage, says=ORDERED)


def test_own_orders_do_not_cover_a_category_that_the_bot_proposes_by_now(
    stage: Stage,
) -> None:
    for number, name in ((11, "Garnet"), (12, "Hematite")):
        stage.services.learn(f"{name}: Scheduling {name} Requests", f"arxiv:2501.000{number}")
    first = stage.world.open_issue("ann", "A", paper(arxiv(11), category="Surveys | Reviews"))
    second = stage.world.open_issue("bob", "B", paper(arxiv(12), category="Not sure"))
    stage.sweep()
    proposed = "`Attention / Surveys | Reviews`"
    assert f"**Category**: {proposed}" not in stage.comment(second)
    stage.world.comment(first, "mia", "/approve")
    stage.world.comment(second, "mia", "/set note Read it twice.\n/approve")
    stage.sweep()

    assert stage.state(second) is State.READY
    assert f"**Category**: {proposed}" in stage.comment(second)
    assert f"The approval by `mia` does not count, since {ORDERED};" in stage.comment(second)


def test_what_is_ordered_after_an_approval_takes_it_back(stage: Stage) -> None:
    approve(stage)
    stage.world.comment(1, "mia", "/category kernels")
    stage.sweep()
    again(stage, says=ORDERED)


def test_an_approval_outlives_a_move_of_main_that_leaves_the_entry_alone(stage: Stage) -> None:
    other = stage.suggest("bob", arxiv(2))
    stage.sweep()
    approve(stage)
    stage.world.merge_by_hand(stage.pull(other).number, "mia")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED


def test_an_approval_that_lapsed_stays_so_when_all_is_as_it_was(stage: Stage) -> None:
    approve(stage)
    edit(stage)
    stage.sweep()
    edit_back(stage)
    stage.sweep()
    again(stage, says=EDITED)


def test_an_edited_approval_counts_for_what_it_was_given_for(stage: Stage) -> None:
    word = stage.world.comment(1, "mia", "/approve")
    edit(stage)
    stage.sweep()
    stage.world.edit_comment(word, "mia", "/approve\n\nThank you all!")
    stage.sweep()
    again(stage, says=EDITED)


def test_an_old_comment_edited_into_an_approval_counts_from_its_edit(
    begun: Stage, tmp_path: Path
) -> None:
    stage = begun.copy(tmp_path)
    word = stage.world.comment(1, "mia", "Nice.")
    stage.sweep()
    stage.world.edit_comment(word, "mia", "/approve")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED


def test_where_the_bots_comment_is_gone_the_pull_request_has_shown_it(stage: Stage) -> None:
    (own,) = stage.world.issue(1).comments
    stage.world.issue(1).comments.remove(own)
    del stage.world.state.comments[own.id]
    approve(stage)
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize("who", ["mia", "bob"])
def test_a_review_approves_where_the_list_says_so_and_its_writer_may(
    tmp_path: Path, who: str, *, counted: bool
) -> None:
    stage = reviewed(tmp_path, counted=counted)
    stage.world.approve(2, who)
    stage.sweep()

    assert stage.state(1) is (State.ACCEPTED if counted and who == "mia" else State.READY)
    stage.quiet()


def reviewed(folder: Path, *, counted: bool = True) -> Stage:
    given = example_files()
    given[files.LIST] += "\n[bot]\nreviews_approve = true\n" if counted else ""
    stage = Stage(folder, given, in_memory=True)
    stage.services.learn(OLD, "arxiv:2501.00001")
    stage.services.learn(NEW, "arxiv:2501.00002")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


@pytest.mark.parametrize("what", [edit, mend, move])
@pytest.mark.parametrize("first", [True, False])
def test_a_review_counts_for_its_commit_alone(tmp_path: Path, what: Event, *, first: bool) -> None:
    stage = reviewed(tmp_path)
    stage.world.state.people.allow("kim", "write")
    if first:
        what(stage)
    stage.world.approve(2, "mia")
    if not first:
        what(stage)
    stage.sweep()

    assert stage.state(1) is State.READY
    stage.quiet()


def test_a_review_that_asks_for_changes_or_a_hold_outweighs_one_that_approves(
    tmp_path: Path,
) -> None:
    stage = reviewed(tmp_path)
    stage.world.state.people.allow("kim", "write")
    stage.world.review(2, "kim", "REQUEST_CHANGES", "Why here?")
    stage.world.approve(2, "mia")
    stage.sweep()
    assert stage.state(1) is State.READY

    stage.world.approve(2, "kim")
    stage.world.comment(1, "mia", "/hold")
    stage.sweep()
    assert stage.state(1) is State.ON_HOLD
    stage.world.comment(1, "mia", "/refresh")
    stage.sweep()
    assert stage.state(1) is State.READY


def test_a_review_outlives_a_rebuild_that_leaves_the_entry_alone(tmp_path: Path) -> None:
    stage = reviewed(tmp_path)
    other = stage.suggest("bob", arxiv(2))
    stage.sweep()
    stage.world.approve(2, "mia")
    stage.world.merge_by_hand(stage.pull(other).number, "mia")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
