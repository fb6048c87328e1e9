"""Does each step lead from what is to what should be, and none from there?"""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.lifecycle.state import CLOSED_BY_BOT
from bot.lifecycle.steps import PASSED, branch_steps, merge_step, missing_labels, talk_steps
from bot.model.github.plan import (
    Acknowledge,
    Action,
    CloseIssue,
    EditPull,
    MakeLabel,
    Merge,
    OpenPull,
    Push,
    ReopenIssue,
    Say,
    SetCommitStatus,
    SetLabels,
)
from bot.model.state import LABELS, State
from bot.model.submissions.review import Review
from bot.model.submissions.status import SubmissionStatus
from tests.lifecycle.cases import BUILT, at, case, facts, issue, pull

OPEN = pull(checked="success")
NOTHING: list[Action] = []
PUSH = Push("suggest/issue-7", "tip", BUILT.files, BUILT.message, "head")
FAIL = "The issue is in the state “needs work”; see its comment."


def steps(found: SubmissionStatus, state: State = State.READY) -> list[Action]:
    return [*branch_steps(found, state)]


TABLE: dict[str, tuple[SubmissionStatus, State, Iterable[Action]]] = {
    "no branch yet": (
        case(),
        State.READY,
        [Push("suggest/issue-7", "tip", BUILT.files, BUILT.message)],
    ),
    "after a closed one, a branch of its own": (
        case("accepted", pull(closed=5)),
        State.READY,
        [Push("suggest/issue-7-2", "tip", BUILT.files, BUILT.message)],
    ),
    "a branch, but no pull request": (
        case(branch=facts()),
        State.READY,
        [OpenPull(7, "suggest/issue-7", "Add it", "Block.")],
    ),
    "not checked yet": (
        case("accepted", pull(), branch=facts()),
        State.READY,
        [SetCommitStatus(8, "head", passed=True, description=PASSED)],
    ),
    "an earlier one was reopened": (
        case("accepted", OPEN, pull(9, checked="success"), branch=facts()),
        State.READY,
        [EditPull(9, f"Block.\n\n{CLOSED_BY_BOT}", close=True)],
    ),
    "led elsewhere": (
        case("accepted", replace(OPEN, astray=True), branch=facts()),
        State.READY,
        [EditPull(8, "Block.", back=True)],
    ),
    "all is well": (case("accepted", OPEN, branch=facts()), State.READY, NOTHING),
    "the issue has changed": (
        case("accepted", OPEN, branch=facts(current=False)),
        State.READY,
        [PUSH],
    ),
    "main has moved, and it merges": (
        case("accepted", OPEN, branch=facts(exact=False), turn=True),
        State.READY,
        NOTHING,
    ),
    "it conflicts, and it is its turn": (
        case("accepted", OPEN, branch=facts(clean=False, exact=False), turn=True),
        State.READY,
        [PUSH],
    ),
    "it conflicts, and it is not its turn": (
        case("accepted", OPEN, branch=facts(clean=False, exact=False)),
        State.READY,
        NOTHING,
    ),
    "approved, and not what would be computed": (
        case("accepted", OPEN, branch=facts(exact=False), next=True),
        State.APPROVED,
        [PUSH],
    ),
    "somebody else changed the branch": (
        case("accepted", OPEN, branch=facts(current=False, foreign="it is mine")),
        State.READY,
        [SetCommitStatus(8, "head", passed=False, description="Not checked: it is mine")],
    ),
    "somebody else made the branch": (
        case(branch=facts(current=False, foreign="it is mine")),
        State.READY,
        NOTHING,
    ),
    "it needs work again": (
        case("needs-work", OPEN),
        State.NEEDS_WORK,
        [SetCommitStatus(8, "head", passed=False, description=FAIL)],
    ),
    "main is broken": (case(None, OPEN, broken="x"), State.WAITING, NOTHING),
    "on hold": (case("waiting", OPEN), State.ON_HOLD, NOTHING),
    "declined": (
        case(None, OPEN),
        State.DECLINED,
        [EditPull(8, f"Block.\n\n{CLOSED_BY_BOT}", close=True)],
    ),
    "ended without a pull request": (case(None, pull(closed=5)), State.DECLINED, NOTHING),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_branch_and_its_pull_request_follow(name: str) -> None:
    found, state, expected = TABLE[name]

    assert steps(found, state) == [*expected]


def approved(*, exact: bool = True) -> SubmissionStatus:
    return case("accepted", OPEN, branch=facts(exact=exact), next=True)


def test_what_is_approved_and_exact_is_merged_with_its_head_by_the_first_allowed_way() -> None:
    expected = Merge(8, "head", ("squash", "merge"), "Add it (#8)", "- it")

    assert merge_step(approved(), State.APPROVED, ("merge", "squash")) == expected
    merged = merge_step(approved(), State.APPROVED, ("rebase",))
    assert merged
    assert merged.methods == ("rebase",)


def test_nothing_else_is_merged() -> None:
    every = ("squash",)

    assert merge_step(approved(), State.READY, every) is None
    assert merge_step(approved(exact=False), State.APPROVED, every) is None
    foreign = case("accepted", OPEN, branch=facts(foreign="mine"), next=True)
    assert merge_step(foreign, State.APPROVED, every) is None
    assert merge_step(case("accepted", branch=facts(), next=True), State.APPROVED, every) is None


SAY, SEEN = Say(7, "Hello."), Acknowledge(7, 5, "rocket")


def talk(found: SubmissionStatus, state: State) -> list[Action]:
    return [*talk_steps(found, state, "suggestion", [SAY, SEEN])]


def test_words_come_before_labels_and_the_pull_requests_label_comes_last() -> None:
    assert talk(case("accepted", OPEN), State.DECLINED) == [
        SAY,
        SEEN,
        SetLabels(7, ("suggestion", "declined")),
        CloseIssue(7),
        SetLabels(8, ("suggestion", "declined")),
    ]


def test_the_labels_of_people_stay_and_those_of_the_bot_are_replaced() -> None:
    found = case(issue=issue(labels=("good first issue", "needs work", "suggestion")))

    assert SetLabels(7, ("good first issue", "suggestion", "ready")) in talk(found, State.READY)


def test_of_several_pull_requests_the_last_one_tells_how_it_ended() -> None:
    found = case(None, pull(8, closed=4), pull(9, closed=5, merged=True))

    labels = [step for step in talk(found, State.ACCEPTED) if isinstance(step, SetLabels)]
    assert labels == [SetLabels(number, ("suggestion", "accepted")) for number in (7, 9)]


def test_labels_that_are_right_are_left_alone() -> None:
    found = case(issue=issue(labels=("ready", "suggestion")))

    assert talk(found, State.READY) == [SAY, SEEN]


def test_an_accepted_issue_is_closed_as_completed_unless_a_person_has_reopened_it() -> None:
    merged = pull(closed=5, merged=True)

    assert CloseIssue(7, completed=True) in talk(case(None, merged), State.ACCEPTED)
    reopened = talk(case(None, merged, issue=issue(reopened=6)), State.ACCEPTED)
    assert not any(isinstance(each, CloseIssue) for each in reopened)


def test_an_issue_whose_pull_request_was_reopened_is_reopened_once() -> None:
    closed = issue(closed=5, is_open=False, labels=("suggestion", State.READY))
    reopened = replace(OPEN, reopened_at=at(6))

    found = [*talk_steps(case("accepted", reopened, issue=closed), State.READY, "suggestion", ())]
    assert found == [ReopenIssue(7), SetLabels(8, ("suggestion", State.READY))]
    again = issue(labels=("suggestion", State.READY))
    found = [*talk_steps(case("accepted", reopened, issue=again), State.READY, "suggestion", ())]
    assert found == [SetLabels(8, ("suggestion", State.READY))]


def test_nothing_is_said_of_a_deleted_issue() -> None:
    gone = case(None, OPEN, issue=None)

    assert [*talk_steps(gone, State.WITHDRAWN, "suggestion", [])] == NOTHING


def test_labels_are_made_once_with_their_colours() -> None:
    wanted = [*missing_labels(("suggestion", State.READY), {"suggestion"})]

    assert wanted == [MakeLabel("ready", *LABELS[State.READY])]


def test_a_long_reason_is_cut_where_github_cuts_it() -> None:
    mine = "x" * 127
    for reason, shown in ((mine, mine), (mine + "y", mine)):
        found = case("accepted", OPEN, branch=facts(foreign=reason))
        (step,) = steps(found)
        assert step == SetCommitStatus(
            8, "head", passed=False, description=f"Not checked: {shown}"
        ), reason


def test_a_merge_waits_for_its_turn_its_branch_and_the_newest_head() -> None:
    every = ("squash",)
    for found in (
        replace(approved(), next=False),
        replace(approved(), branch=None),
        replace(approved(), built=None),
        case("accepted", replace(OPEN, astray=True), branch=facts(), next=True),
        case("accepted", replace(OPEN, head="older"), branch=facts(), next=True),
    ):
        assert merge_step(found, State.APPROVED, every) is None


def test_a_title_that_has_changed_is_put_right() -> None:
    found = case("accepted", replace(OPEN, title="Old"), branch=facts())

    assert steps(found) == [EditPull(8, "Block.", title="Add it")]


def test_a_pull_request_whose_work_waits_for_an_older_one_is_closed() -> None:
    found = case("waiting", OPEN)
    failed = "The issue is in the state “waiting”; see its comment."
    assert steps(found, State.WAITING) == [
        SetCommitStatus(8, "head", passed=False, description=failed)
    ]
    behind = replace(found, review=Review(verdict="waiting", waiting_for=3))
    assert steps(behind, State.WAITING) == [EditPull(8, f"Block.\n\n{CLOSED_BY_BOT}", close=True)]
    again = case("needs-work", replace(OPEN, checked="failure"))
    assert steps(again, State.NEEDS_WORK) == NOTHING


def test_in_a_locked_issue_nothing_is_said() -> None:
    found = case(issue=replace(issue(labels=("ready", "suggestion")), locked=True))

    assert talk(found, State.READY) == NOTHING
