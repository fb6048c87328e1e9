"""Is the sum of all commands what people ordered, and may order?"""

from dataclasses import replace

import pytest

from bot.lifecycle.orders import Orders, Suggested, orders_of
from bot.lifecycle.outcomes import answers
from bot.model.commands.command import GRAMMAR, CommandRule
from bot.model.commands.effect import EFFECTS, ELSEWHERE
from bot.model.github.account import Account
from bot.model.github.world import Comment
from bot.model.state import State
from bot.model.submissions.approval import ApprovalWord
from tests.lifecycle.cases import BOT, at, comment, given, issue

ARGUMENTS = {
    "": "",
    "[numbers or links]": "",
    "[reason]": "",
    "slug": " kernels",
    "field value": " venue SOSP 2023",
}
ARGUMENTS |= {"link": " https://example.org/a", "id": " orca"}
WORDS = {rule.name: f"/{rule.name}{ARGUMENTS[rule.argument]}" for rule in GRAMMAR}


@pytest.mark.parametrize(
    "rule", [rule for rule in GRAMMAR if rule.name not in ELSEWHERE], ids=lambda rule: rule.name
)
def test_whoever_may_write_may_order_everything(rule: CommandRule) -> None:
    found = given(comment(5, WORDS[rule.name]))

    assert replace(found, given=()) != Orders()
    assert [each.refusal or each.idle for each in found.given] == [""]


@pytest.mark.parametrize("rule", GRAMMAR, ids=lambda rule: rule.name)
@pytest.mark.parametrize("who", ["ann", "bob"])
def test_others_may_order_only_what_is_open_to_them(rule: CommandRule, who: str) -> None:
    name = rule.name
    found = given(comment(5, WORDS[name], who))
    allowed = who == "ann" and name in {"withdraw", "help"}

    assert (answers(found.given) == ()) is allowed
    if not allowed:
        assert answers(found.given) == (
            f"“/{name}” was not obeyed: “{who}” has no right to write here",
        )
        assert replace(found, given=()) == Orders()


def test_the_bot_never_obeys_itself() -> None:
    assert given(comment(5, "/approve", BOT.login)) == Orders()


def test_the_bot_does_not_obey_what_it_wrote_by_an_earlier_account_either() -> None:
    said = "<!-- bot:answer -->\n/approve"
    for login in ("github-actions[bot]", "max"):
        assert given(comment(5, said, login)) == Orders(), login


def test_a_person_whose_account_the_bot_once_had_may_order_as_others_do() -> None:
    assert answers(given(comment(5, "/hold", "max")).given) == (
        "“/hold” was not obeyed: “max” has no right to write here",
    )


def test_comments_are_read_by_time_whichever_thread_they_stand_in() -> None:
    found = given(comment(9, "/category serving"), comment(5, "/category kernels"))

    assert found.category == "serving"
    assert [each.comment for each in found.given] == [5, 9]


def edited(minute: int, at_: int, body: str, by: str = "mia", author: str = "mia") -> Comment:
    return replace(comment(minute, body, author), edited_at=at(at_), editor=by)


def test_the_last_approval_is_told_with_who_gave_it_and_when() -> None:
    found = given(comment(5, "/approve"), comment(7, "/approve"))

    assert found.approval == ApprovalWord("7", "mia", at(7))


def test_an_edited_comment_counts_from_its_last_edit() -> None:
    found = given(edited(5, 9, "/category serving"), comment(7, "/category kernels"))
    assert found.category == "serving"

    assert given(edited(5, 9, "/approve")).approval == ApprovalWord("5", "mia", at(9))
    assert given(edited(5, 9, "/approve"), of=issue(reopened=7)).approval


@pytest.mark.parametrize(("author", "editor"), [("bob", "mia"), ("mia", "bob"), ("mia", "ghost")])
def test_a_word_that_two_wrote_takes_the_right_of_both(author: str, editor: str) -> None:
    found = given(edited(5, 9, "/approve", editor, author))

    assert found.approval is None
    barred = author if author != "mia" else editor
    assert answers(found.given) == (
        f"“/approve” was not obeyed: “{barred}” has no right to write here",
    )


def test_a_submitters_own_words_edited_by_a_maintainer_stay_theirs() -> None:
    assert given(edited(5, 9, "/withdraw", "mia", "ann")).ended == "withdraw"
    assert given(edited(5, 9, "/withdraw", "bob", "ann")).ended == ""


def test_a_reopening_spends_every_decision_before_it() -> None:
    reopened = issue(reopened=6)
    for word in ("/approve", "/decline no", "/withdraw", "/hold wait"):
        found = given(comment(5, word), of=reopened)
        assert replace(found, given=()) == Orders(spent_at=at(6)), word
        name = word.split(maxsplit=1)[0]
        assert answers(found.given) == (
            f"“{name}” does not count: the issue was reopened after it",
        )
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
    assert answers(given(comment(5, "/aprove", "ann")).given) == (
        "there is no command “/aprove”; did you mean “/approve”?",
    )
    assert given(comment(5, "/aprove", "bob")).given == ()


def test_comments_without_a_command_are_not_acknowledged() -> None:
    assert given(comment(5, "Thanks!"), comment(6, "> /approve")) == Orders()


def signed(minute: int, body: str, sign: str, author: str = "mia") -> Comment:
    return replace(comment(minute, body, author), signs=frozenset({sign}))


def test_what_was_obeyed_stays_so_when_its_author_may_no_longer_write() -> None:
    assert given(signed(5, "/hold", "rocket", "max")).held
    assert not given(signed(5, "/hold", "+1", "max")).held
    later = replace(signed(5, "/hold", "rocket", "max"), edited_at=at(6), editor="max")
    assert not given(later).held


def test_what_was_refused_stays_so_when_its_author_may_write_by_now() -> None:
    found = given(signed(5, "/decline no", "confused"))

    assert found.ended == ""
    said = (
        "was not obeyed when it was written, and does not count later; write it again if it should"
    )
    assert answers(found.given) == (f"“/decline” {said}",)
    later = replace(signed(5, "/decline no", "confused"), edited_at=at(6), editor="mia")
    assert given(later).ended == "decline"


DECLINED = EFFECTS["approve", State.DECLINED].said
WITHDRAWN = EFFECTS["category", State.WITHDRAWN].said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("/approve", "/hold", "“/approve” by “mia” no longer counts: “max” said “/hold” later"),
        ("/hold", "/approve", "“/hold” by “mia” no longer counts: “max” said “/approve” later"),
        (
            "/approve",
            "/decline",
            "“/approve” by “mia” no longer counts: “max” said “/decline” later",
        ),
        ("/decline", "/approve", f"“/approve” had no effect: {DECLINED} (“mia” said “/decline”)"),
        (
            "/withdraw",
            "/category kernels",
            f"“/category” had no effect: {WITHDRAWN} (“mia” said “/withdraw”)",
        ),
    ],
)
def test_a_second_maintainers_opposite_word_is_answered(first: str, second: str, said: str) -> None:
    found = orders_of(
        issue(),
        (comment(5, first), comment(6, second, "max")),
        lambda _: True,
        Account("list[bot]"),
    )

    assert answers(found.given) == (said,)


def test_of_comments_at_one_time_the_later_number_has_the_last_word() -> None:
    one, other = comment(5, "/category kernels"), replace(comment(5, "/category serving"), id=6)

    assert given(other, one).category == given(one, other).category == "serving"


def test_a_setting_does_nothing_else() -> None:
    found = given(comment(5, "/set note One"))

    assert replace(found, given=(), settings=()) == Orders()


def test_a_refused_word_between_is_not_the_one_that_no_longer_counts() -> None:
    found = orders_of(
        issue(),
        (comment(5, "/approve"), comment(6, "/approve", "bob"), comment(7, "/hold", "max")),
        lambda login: login != "bob",
        Account("list[bot]"),
    )

    assert [(each.comment, each.idle, each.refusal) for each in found.given] == [
        (5, "“/approve” by “mia” no longer counts: “max” said “/hold” later", ""),
        (6, "", "“/approve” was not obeyed: “bob” has no right to write here"),
        (7, "", ""),
    ]


def test_nobody_overrules_themselves_nor_says_the_same_again() -> None:
    for second, who in (("/hold", "mia"), ("/approve", "max")):
        found = orders_of(
            issue(),
            (comment(5, "/approve"), comment(6, second, who)),
            lambda _: True,
            Account("list[bot]"),
        )
        assert answers(found.given) == (), second


def test_a_word_at_the_moment_of_the_reopening_is_spent() -> None:
    assert given(comment(6, "/hold wait"), of=issue(reopened=6)).held is False
    obeyed = given(signed(5, "/hold wait", "rocket"), of=issue(reopened=6))
    assert answers(obeyed.given) == ()


def test_help_is_given_after_the_end_too() -> None:
    found = given(comment(5, "/decline no"), comment(6, "/help", "ann"))

    assert (found.helped, answers(found.given)) == (True, ())


def test_a_refresh_keeps_the_reason_of_an_end_and_tells_its_time() -> None:
    found = given(comment(5, "/hold wait"), comment(6, "/refresh"))

    assert (found.reason, found.refreshed_at) == ("", at(6))


def test_each_suggestion_is_kept_with_its_words_or_its_whole_comment() -> None:
    found = given(comment(5, "/suggest https://example.org/a"), comment(6, "See b.\n\n/suggest"))

    assert found.suggestions == (
        Suggested("https://example.org/a", at(5)),
        Suggested("See b.\n\n/suggest", at(6)),
    )
    assert found.suggested
