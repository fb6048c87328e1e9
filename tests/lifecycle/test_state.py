"""Does each state follow from what people did and from the verdict?"""

from dataclasses import replace

import pytest

from bot.lifecycle.orders import Orders
from bot.lifecycle.state import state_of, told
from bot.model.state import State
from bot.model.submissions.approval import Approval
from bot.model.submissions.status import SubmissionStatus
from tests.lifecycle.cases import at, case, issue, pull

APPROVED = Approval(word="5", by="mia", at=at(5))
DECLINED = Orders(ended="decline")
OPEN = pull()
CLOSED_BY_PERSON = pull(closed=5)
CLOSED_BY_BOT = pull(closed=5, by_bot=True)
MERGED = pull(closed=5, merged=True)
CLOSED_ISSUE = issue(is_open=False)


def approved(given: SubmissionStatus) -> SubmissionStatus:
    return replace(given, approvals=(APPROVED,))


TABLE: dict[str, tuple[SubmissionStatus, Orders, State]] = {
    "accepted is ready": (case("accepted"), Orders(), State.READY),
    "accepted and approved": (approved(case("accepted", OPEN)), Orders(), State.APPROVED),
    "needs work": (case("needs-work"), Orders(), State.NEEDS_WORK),
    "accepted and approved as it was before": (
        case("accepted", OPEN, approvals=(replace(APPROVED, lapsed="x"),)),
        Orders(),
        State.READY,
    ),
    "approved, but needs work": (approved(case("needs-work")), Orders(), State.NEEDS_WORK),
    "duplicate": (case("duplicate"), Orders(), State.DUPLICATE),
    "waits for a service or an older one": (case("waiting"), Orders(), State.WAITING),
    "nothing decided yet": (case(None), Orders(), State.WAITING),
    "main is broken": (approved(case(None, broken="x")), Orders(), State.WAITING),
    "held": (case("accepted", OPEN), Orders(held=True), State.ON_HOLD),
    "held while main is broken": (case(None, broken="x"), Orders(held=True), State.ON_HOLD),
    "a limit": (case("accepted", limit="x"), Orders(), State.ON_HOLD),
    "declined": (case("accepted", OPEN), DECLINED, State.DECLINED),
    "declined while main is broken": (case(None, broken="x"), DECLINED, State.DECLINED),
    "withdrawn": (case("accepted", OPEN), Orders(ended="withdraw"), State.WITHDRAWN),
    "merged": (case("duplicate", MERGED, issue=CLOSED_ISSUE), Orders(), State.ACCEPTED),
    "merged, whatever was said before": (
        case("accepted", MERGED, issue=CLOSED_ISSUE),
        DECLINED,
        State.ACCEPTED,
    ),
    "merged, and edited since": (
        case("accepted", MERGED, issue=issue(edited=7, is_open=False)),
        Orders(),
        State.ACCEPTED,
    ),
    "merged, and reopened": (
        case("duplicate", MERGED, issue=issue(reopened=6)),
        Orders(),
        State.ACCEPTED,
    ),
    "merged, reopened and edited": (
        case("accepted", MERGED, issue=issue(edited=7, reopened=6)),
        Orders(),
        State.READY,
    ),
    "pull request closed by a person": (
        case("accepted", CLOSED_BY_PERSON),
        Orders(),
        State.DECLINED,
    ),
    "closed by a person, issue reopened": (
        case("accepted", CLOSED_BY_PERSON, issue=issue(reopened=6)),
        Orders(),
        State.READY,
    ),
    "closed by a person, then opened again": (
        case("accepted", pull(9, closed=4), OPEN),
        Orders(),
        State.READY,
    ),
    "closed by a person after a later one was closed by the bot": (
        case("accepted", pull(8, closed=6), pull(9, closed=5, by_bot=True)),
        Orders(),
        State.DECLINED,
    ),
    "merged after a later one was closed": (
        case("duplicate", pull(8, closed=6, merged=True), pull(9, closed=5), issue=CLOSED_ISSUE),
        Orders(),
        State.ACCEPTED,
    ),
    "pull request closed by the bot": (case("accepted", CLOSED_BY_BOT), Orders(), State.READY),
    "issue closed by a person": (
        case("accepted", OPEN, issue=CLOSED_ISSUE),
        Orders(),
        State.WITHDRAWN,
    ),
    "issue closed by a person as not planned": (
        replace(case("accepted", OPEN, issue=CLOSED_ISSUE), rejected=True),
        Orders(),
        State.DECLINED,
    ),
    "issue closed, and its pull request reopened since": (
        case("accepted", replace(OPEN, reopened_at=at(6)), issue=issue(closed=5, is_open=False)),
        Orders(),
        State.READY,
    ),
    "pull request reopened, and the issue closed since": (
        case("accepted", replace(OPEN, reopened_at=at(5)), issue=issue(closed=6, is_open=False)),
        Orders(),
        State.WITHDRAWN,
    ),
    "issue deleted": (case(None, OPEN, issue=None), Orders(), State.WITHDRAWN),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_state_follows(name: str) -> None:
    found, given, expected = TABLE[name]

    assert state_of(found, given) is expected


def test_every_state_is_in_the_table() -> None:
    """But the one that follows from no rule: the bot could not work out the state."""
    assert {state for _, _, state in TABLE.values()} == set(State) - {State.STUCK}


@pytest.mark.parametrize("state", State)
def test_nothing_is_called_ready_before_it_can_be_merged(state: State) -> None:
    hidden = state in {State.READY, State.APPROVED}

    assert told(case("accepted", OPEN), state) is state
    assert told(case("accepted"), state) is (State.WAITING if hidden else state)
