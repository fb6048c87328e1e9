"""Does an approval count for what had been shown when it was given, and for nothing else?"""

from dataclasses import replace

import pytest

from bot.lifecycle.approval import (
    BY_HAND,
    CHANGED,
    EDITED,
    MOST_REVIEWS,
    NOTHING,
    ORDERED,
    OTHER_COMMIT,
    bound,
    weighed,
    words,
)
from bot.lifecycle.orders import Orders
from bot.model.github.world import PullReview
from bot.model.submissions.approval import Approval, ApprovalWord, Form, Shown
from tests.lifecycle.cases import at

FORM = Form(issue="issue", orders="orders", entries="entries")
WORD = ApprovalWord("5", "mia", at(5))
SHOWN = Shown(form=FORM, since=at(4))
NO_ORDERS = Orders()
OF_REVIEW = ApprovalWord("review 3", "mia", at(5), "head")


def review(minute: int, state: str, author: str = "mia", number: int = 0) -> PullReview:
    return PullReview(
        id=number or minute,
        author=author,
        body="",
        created_at=at(minute),
        state=state,
        commit="head",
    )


def stand(*reviews: PullReview, orders: Orders = NO_ORDERS) -> list[str]:
    """Name the approvals that stand, where all but bob have the right to write."""
    return [each.id for each in words(orders, reviews, lambda login: login != "bob")]


@pytest.mark.parametrize(
    ("reviews", "standing"),
    [
        ([review(5, "APPROVED")], ["review 5"]),
        ([review(5, "APPROVED"), review(6, "COMMENTED")], ["review 5"]),
        ([review(5, "APPROVED"), review(6, "DISMISSED")], []),
        ([review(5, "APPROVED"), review(6, "CHANGES_REQUESTED")], []),
        ([review(6, "APPROVED"), review(5, "CHANGES_REQUESTED")], ["review 6"]),
        ([review(5, "APPROVED"), review(6, "CHANGES_REQUESTED", "max")], []),
        ([review(5, "APPROVED"), review(6, "CHANGES_REQUESTED", "bob")], ["review 5"]),
        ([review(5, "APPROVED", "bob")], []),
        ([review(5, "APPROVED", number=9), review(6, "CHANGES_REQUESTED", number=2)], []),
        ([review(5, "APPROVED", number=2), review(5, "CHANGES_REQUESTED", number=1)], ["review 2"]),
    ],
)
def test_the_last_review_of_each_who_may_decides(
    reviews: list[PullReview], standing: list[str]
) -> None:
    assert stand(*reviews) == standing


def test_a_command_stands_first_and_a_spent_review_not_at_all() -> None:
    orders = Orders(approval=WORD, spent_at=at(6))
    reviews = [review(minute, "APPROVED", f"m{minute}") for minute in (5, 6, 7)]

    assert stand(*reviews, orders=orders) == ["5", "review 7"]


def test_of_many_reviews_the_last_ones_are_looked_at() -> None:
    reviews = [review(minute, "APPROVED", f"m{minute}") for minute in range(1, MOST_REVIEWS + 2)]

    assert stand(*reviews) == [f"review {minute}" for minute in range(2, MOST_REVIEWS + 2)]


@pytest.mark.parametrize(
    ("word", "shown", "now", "by_hand", "expected"),
    [
        (WORD, SHOWN, None, False, (SHOWN, "")),
        (WORD, None, SHOWN, False, (None, NOTHING)),
        (WORD, replace(SHOWN, since=at(5)), None, False, (None, NOTHING)),
        (WORD, SHOWN, None, True, (SHOWN, BY_HAND)),
        (OF_REVIEW, SHOWN, None, False, (None, OTHER_COMMIT)),
        (OF_REVIEW, replace(SHOWN, commit="head"), None, True, (replace(SHOWN, commit="head"), "")),
        (
            OF_REVIEW,
            replace(SHOWN, commit="head", since=at(1)),
            replace(SHOWN, commit="head"),
            False,
            (replace(SHOWN, commit="head"), ""),
        ),
    ],
)
def test_an_approval_is_of_what_was_shown_before_it(
    word: ApprovalWord,
    shown: Shown | None,
    now: Shown | None,
    *,
    by_hand: bool,
    expected: tuple[Shown | None, str],
) -> None:
    approval = bound(word, shown, now, by_hand=by_hand)

    assert (approval.word, approval.by, approval.at) == (word.id, "mia", at(5))
    assert (approval.shown, approval.lapsed) == expected


@pytest.mark.parametrize(
    ("now", "without", "lapsed"),
    [
        (FORM, FORM, ""),
        (replace(FORM, issue="other"), FORM, EDITED),
        (replace(FORM, entries="other"), FORM, ""),
        (replace(FORM, entries="other"), replace(FORM, entries="other"), CHANGED),
        (
            replace(FORM, entries="other", orders="more"),
            replace(FORM, entries="other"),
            ORDERED,
        ),
    ],
)
def test_an_approval_lapses_by_what_has_changed_since(
    now: Form, without: Form, lapsed: str
) -> None:
    approval = Approval(word="5", by="mia", at=at(5), shown=SHOWN)

    assert weighed(approval, now, lambda _: without) == replace(approval, lapsed=lapsed)


def test_what_has_lapsed_stays_so() -> None:
    for approval in (
        Approval(word="5", by="mia", at=at(5), shown=SHOWN, lapsed=BY_HAND),
        Approval(word="5", by="mia", at=at(5), lapsed=NOTHING),
    ):
        assert weighed(approval, FORM, lambda _: FORM) == approval
