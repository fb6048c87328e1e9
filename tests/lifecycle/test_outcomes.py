"""Is it said and signed of every order what came of it?"""

from dataclasses import replace

import pytest

from bot.lifecycle.orders import Orders
from bot.lifecycle.outcomes import MOST_ANSWERS, answers, outcomes, signs
from bot.model.commands.effect import EFFECTS
from bot.model.commands.given import Given
from bot.model.github.world import Comment
from bot.model.lists.listing import Category, Listing
from bot.model.state import State
from bot.model.submissions.approval import Approval
from bot.model.submissions.status import SubmissionStatus
from tests.lifecycle.cases import at, case, comment, given, issue, pull


def outcome(found: Orders, of: SubmissionStatus, state: State = State.READY) -> tuple[Given, ...]:
    return outcomes(of, found, state, None, correction=False)


def signed(*comments: Comment, of: SubmissionStatus | None = None) -> dict[int, str]:
    of = of or case()
    return signs(outcome(given(*comments), of), of)


def test_each_comment_is_signed_by_what_came_of_its_orders() -> None:
    assert signed(
        comment(5, "/category kernels"),
        comment(6, "/category kernels\n/aprove"),
        comment(7, "/hold", "bob"),
        comment(8, "`/hold`"),
        comment(9, "/aprove", "ann"),
        comment(10, "/aprove", "bob"),
        comment(11, "Thanks!"),
    ) == {5: "rocket", 6: "eyes", 7: "confused", 8: "confused", 9: "confused"}


def test_an_approval_that_does_not_count_is_not_signed_as_obeyed() -> None:
    lapsed = Approval(word="5", by="mia", at=at(5), lapsed="nothing had been shown")

    assert signed(comment(5, "/approve")) == {5: "rocket"}
    assert signed(comment(5, "/approve"), of=replace(case(), approvals=(lapsed,))) == {5: "eyes"}


MERGED = case(None, pull(closed=5, merged=True), issue=issue(closed=5, is_open=False))


def test_what_is_ordered_after_the_end_is_answered_by_the_table() -> None:
    for late, word in ((False, "/category kernels"), (True, "/set note x"), (True, "/hold")):
        found = given(comment(6 if late else 4, word))
        said = EFFECTS["hold", State.ACCEPTED].said
        name = word.split(maxsplit=1)[0]
        assert answers(outcome(found, MERGED, State.ACCEPTED)) == (
            (f"“{name}” had no effect: {said}",) if late else ()
        )


@pytest.mark.parametrize("word", ["/category kernels", "/not-duplicate"])
def test_what_is_about_suggestions_only_is_answered_on_a_correction(word: str) -> None:
    found = outcomes(case(), given(comment(5, word)), State.READY, None, correction=True)

    name = word.split(maxsplit=1)[0]
    assert answers(found) == (
        f"“{name}” had no effect: this corrects an entry, and its issue says how; edit the issue",
    )


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("/aprove", "/approve", False),
        ("`/approve`", "/approve", False),
        ("/approve now", "/approve", False),
        ("/frobnicate", "/approve", False),
        ("/aprove", "/hold", True),
        ("/set tile X", "/set title X", False),
        ("/set date soon", "/set date 2024", False),
        ("/set date soon", "/set title X", True),
        ("/set", "/set title X", False),
    ],
)
def test_a_notice_goes_once_the_right_order_came(wrong: str, right: str, *, said: bool) -> None:
    found = outcome(given(comment(5, wrong), comment(6, right)), case())
    assert bool(answers(found)) is said

    assert answers(outcome(given(comment(5, wrong, "ann"), comment(6, right)), case())) != ()
    assert answers(outcome(given(comment(5, right), comment(6, wrong)), case())) != ()


def test_the_same_sentence_is_said_once_and_strangers_crowd_nobody_out() -> None:
    ours = [comment(5, f"/frob{letter}") for letter in "abcdefghijkl"]
    theirs = [comment(20 + at_, word, "bob") for at_, word in enumerate(["/hold", "/help"] * 20)]
    found = answers(outcome(given(*ours, *theirs), case()))

    assert len(found) == MOST_ANSWERS + 2
    assert found[0] == "there is no command “/frobc”"
    assert found[-1] == "“/help” was not obeyed: “bob” has no right to write here"


def test_an_order_in_a_review_is_confirmed_in_words() -> None:
    review = replace(comment(5, "/category kernels"), id=-5)

    assert answers(outcome(given(review), case())) == (
        "“/category” in the review by “mia” was obeyed",
    )


def test_an_approval_that_a_closing_crossed_is_answered() -> None:
    closed = case("accepted", pull(closed=7), issue=issue(closed=7, is_open=False))
    found = outcome(given(comment(5, "/approve")), closed, State.DECLINED)

    assert answers(found) == (
        "“/approve” had no effect: this was closed before the bot had merged it",
    )
    other = outcome(given(comment(5, "/category kernels")), closed, State.DECLINED)
    assert answers(other) == ()
    merged = replace(closed, pulls=(*closed.pulls, pull(9, closed=6, merged=True)))
    assert answers(outcome(given(comment(5, "/approve")), merged, State.DECLINED)) == ()


def listing(number: int) -> Listing:
    slugs = [f"topic-{each}" for each in range(1, number + 1)]
    return Listing(
        schema_version=1,
        title="A list",
        introduction="What it is.",
        categories=tuple(Category(slug=slug, title=slug) for slug in slugs),
    )


@pytest.mark.parametrize(
    ("number", "there"),
    [
        (2, "“topic-1”, “topic-2”"),
        (40, ", ".join(f"“topic-{each}”" for each in range(1, 41))),
        (41, ", ".join(f"“topic-{each}”" for each in range(1, 41)) + ", ..."),
    ],
)
def test_a_category_that_is_not_there_is_answered_with_those_that_are(
    number: int, there: str
) -> None:
    orders = given(comment(5, "/category kernels"), comment(6, "/category topic-2"))
    found = outcomes(case(), orders, State.READY, listing(number), correction=False)

    said = f"“/category” was not obeyed: no category is called “kernels”; there are {there}"
    assert [each.idle for each in found] == [said, ""]


def test_an_order_at_the_moment_of_the_end_is_in_time() -> None:
    assert answers(outcome(given(comment(5, "/hold")), MERGED, State.ACCEPTED)) == ()
