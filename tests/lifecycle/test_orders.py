"""Is the sum of all commands what people ordered, and may order?"""

from dataclasses import replace

import pytest

from bot.lifecycle.orders import Orders
from bot.model.approval import Word
from bot.model.command import GRAMMAR, Rule
from bot.model.world import Comment
from tests.lifecycle.cases import BOT, at, comment, given, issue

ARGUMENTS = {"": "", "[reason]": "", "slug": " kernels", "field value": " venue SOSP 2023"}
WORDS = {rule.name: f"/{rule.name}{ARGUMENTS[rule.argument]}" for rule in GRAMMAR}


@pytest.mark.parametrize("rule", GRAMMAR, ids=lambda rule: rule.name)
def test_whoever_may_write_may_order_everything(rule: Rule) -> None:
    found = given(comment(5, WORDS[rule.name]))

    assert found != Orders(obeyed=(5,))
    assert found.answers == ()


@pytest.mark.parametrize("rule", GRAMMAR, ids=lambda rule: rule.name)
@pytest.mark.parametrize("who", ["ann", "bob"])
def test_others_may_order_only_what_is_open_to_them(rule: Rule, who: str) -> None:
    name = rule.name
    found = given(comment(5, WORDS[name], who))
    allowed = who == "ann" and name in {"withdraw", "help"}

    assert (found.answers == ()) is allowed
    if not allowed:
        assert found.answers == (f"“/{name}” was not obeyed: “{who}” has no right to write here",)
        assert found == Orders(answers=found.answers, obeyed=(5,))


def test_the_bot_never_obeys_itself() -> None:
    assert given(comment(5, "/approve", BOT.login)) == Orders()


def test_the_bot_does_not_obey_what_it_wrote_by_an_earlier_account_either() -> None:
    said = "<!-- bot:answer -->\n/approve"
    for login in ("github-actions[bot]", "max"):
        assert given(comment(5, said, login)) == Orders(), login


def test_a_person_whose_account_the_bot_once_had_may_order_as_others_do() -> None:
    assert given(comment(5, "/hold", "max")).answers == (
        "“/hold” was not obeyed: “max” has no right to write here",
    )


def test_comments_are_read_by_time_whichever_thread_they_stand_in() -> None:
    found = given(comment(9, "/category serving"), comment(5, "/category kernels"))

    assert found.category == "serving"
    assert found.obeyed == (5, 9)


def edited(minute: int, at_: int, body: str, by: str = "mia", author: str = "mia") -> Comment:
    return replace(comment(minute, body, author), edited_at=at(at_), editor=by)


def test_the_last_approval_is_told_with_who_gave_it_and_when() -> None:
    found = given(comment(5, "/approve"), comment(7, "/approve"))

    assert found.approval == Word("7", "mia", at(7))


def test_an_edited_comment_counts_from_its_last_edit() -> None:
    found = given(edited(5, 9, "/category serving"), comment(7, "/category kernels"))
    assert found.category == "serving"

    assert given(edited(5, 9, "/approve")).approval == Word("5", "mia", at(9))
    assert given(edited(5, 9, "/approve"), of=issue(reopened=7)).approval


@pytest.mark.parametrize(("author", "editor"), [("bob", "mia"), ("mia", "bob"), ("mia", "ghost")])
def test_a_word_that_two_wrote_takes_the_right_of_both(author: str, editor: str) -> None:
    found = given(edited(5, 9, "/approve", editor, author))

    assert found.approval is None
    barred = author if author != "mia" else editor
    assert found.answers == (f"“/approve” was not obeyed: “{barred}” has no right to write here",)


def test_a_submitters_own_words_edited_by_a_maintainer_stay_theirs() -> None:
    assert given(edited(5, 9, "/withdraw", "mia", "ann")).ended == "withdraw"
    assert given(edited(5, 9, "/withdraw", "bob", "ann")).ended == ""


def test_a_reopening_spends_every_decision_before_it() -> None:
    reopened = issue(reopened=6)
    for word in ("/approve", "/decline no", "/withdraw", "/hold wait"):
        assert given(comment(5, word), of=reopened) == Orders(obeyed=(5,), spent_at=at(6)), word
    assert given(comment(7, "/decline no"), of=reopened).ended == "decline"


def test_a_reopening_leaves_what_was_set() -> None:
    found = given(comment(5, "/category kernels\n/set venue SOSP 2023"), of=issue(reopened=6))

    assert found.category == "kernels"
    assert [each.field for each in found.settings] == ["venue"]


def test_the_first_end_stands_and_only_its_reason_may_change() -> None:
    found = given(
        comment(5, "/decline no"),
        comment(6, "/approve"),
        comment(7, "/withdraw", "ann"),
        comment(8, "/hold wait"),
        comment(9, "/decline out of scope"),
    )

    assert (found.ended, found.reason) == ("decline", "out of scope")
    assert not found.approval
    assert not found.held


@pytest.mark.parametrize("word", ["/approve", "/refresh"])
def test_what_is_on_hold_is_taken_up_by_approving_or_refreshing(word: str) -> None:
    held = given(comment(5, "/hold wait"))
    assert (held.held, held.reason) == (True, "wait")

    freed = given(comment(5, "/hold wait"), comment(6, word))
    assert (freed.held, freed.reason) == (False, "")
    assert bool(freed.approval) is (word == "/approve")


def test_holding_takes_an_approval_back() -> None:
    assert not given(comment(5, "/approve"), comment(6, "/hold")).approval


def test_each_refresh_counts() -> None:
    assert given(comment(5, "/refresh"), comment(6, "/refresh")).refreshed == 2


def test_the_last_setting_of_a_field_counts() -> None:
    found = given(comment(5, "/set note One\n/set date 2023"), comment(6, "/set note Two"))

    assert [(each.field, each.value) for each in found.settings] == [
        ("note", "Two"),
        ("date", "2023"),
    ]


def test_an_unknown_word_is_answered_to_people_concerned_only() -> None:
    assert given(comment(5, "/aprove", "ann")).answers == (
        "there is no command “/aprove”; did you mean “/approve”?",
    )
    assert given(comment(5, "/aprove", "bob")).answers == ()


def test_the_same_answer_is_given_once() -> None:
    assert len(given(comment(5, "/frob"), comment(6, "/frob")).answers) == 1


def test_comments_without_a_command_are_not_acknowledged() -> None:
    assert given(comment(5, "Thanks!"), comment(6, "> /approve")) == Orders()
