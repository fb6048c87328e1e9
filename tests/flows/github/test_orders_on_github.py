"""Is each command obeyed from end to end, and what does the bot say to it?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.render.github.submissions.sentences import FOOT, TURN
from tests.flows.on_github import BOT, Stage, arxiv, paper

READY = "Thank you, this can go onto the list"
ASKS = "Merge pull request #2, or comment here"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


def order(stage: Stage, text: str, who: str = "mia", number: int = 1, sign: str = "rocket") -> str:
    """Comment, and give the bot's answer; a second run has nothing to add to it."""
    comment = stage.world.comment(number, who, text)
    stage.event(number)
    stage.quiet()
    reactions = stage.world.state.comments[comment].reactions
    assert [(each.person.login, each.content) for each in reactions] == [(BOT, sign)]
    return stage.comment(1)


def test_fields_are_set_in_the_entry_its_row_and_the_comment(stage: Stage) -> None:
    answer = order(stage, "/set title A Finer System\n/set venue SOSP 2025", number=2)

    assert f"### {READY}" in answer
    assert "- **Title**: `A Finer System`\n" in answer
    assert "- **Venue**: `SOSP 2025`\n" in answer
    row = "| [A Finer System](https://arxiv.org/abs/2501.00001) | SOSP 2025 | 2025-01 |  |"
    assert row in answer
    assert row in stage.world.read_file("suggest/issue-1", "README.md")


def test_a_title_set_by_command_stands_in_for_one_that_nobody_knows(stage: Stage) -> None:
    number = stage.suggest("bob", arxiv(9))
    stage.sweep()
    assert stage.state(number) is State.NEEDS_WORK
    stage.world.comment(number, "mia", "/set title Named by Hand")
    stage.event(number)

    assert stage.state(number) is State.READY
    assert stage.pull(number).title == "Add Named by Hand"
    stage.quiet()


@pytest.mark.parametrize("named", ["attention-kernels", "Kernels", "`attention-kernels`"])
def test_the_category_is_changed_by_its_slug_or_title(stage: Stage, named: str) -> None:
    assert "- **Category**: `Attention / Kernels`\n" in order(stage, f"/category {named}")


def test_a_work_given_another_title_by_command_is_still_the_work_that_others_wait_for(
    stage: Stage,
) -> None:
    stage.services.learn("Keeping Sparse Caches in Small Rooms", "arxiv:2501.00003")
    first, second = (stage.suggest(login, arxiv(3)) for login in ("bob", "cyd"))
    stage.sweep()
    assert stage.state(second) is State.WAITING

    stage.world.comment(first, "mia", "/set title A Cookbook of Striped Zebras")
    stage.sweep()
    assert (stage.state(first), stage.state(second)) == (State.READY, State.WAITING)
    assert f"Issue #{first} suggests the same work" in stage.comment(second)
    stage.quiet()


def test_a_category_by_command_mends_the_category_and_nothing_else(stage: Stage) -> None:
    body = paper(arxiv(1), category="Kernel") + "\n### Code link\n\nftp://example.org\n"
    stage.world.edit_issue(1, "ann", body=body)
    stage.event(1)
    assert "- **Category**: " in stage.comment(1)
    assert "- **Code link**: " in stage.comment(1)

    answer = order(stage, "/category attention-kernels")
    assert stage.state(1) is State.NEEDS_WORK
    assert "- **Category**: " not in answer
    assert "- **Code link**: " in answer


def test_a_category_that_is_none_is_answered_with_those_there_are(stage: Stage) -> None:
    answer = order(stage, "/category nonsense", sign="eyes")

    assert (
        "`/category` was not obeyed: no category is called `nonsense`; there are `serving`, "
        "`attention`, `attention-kernels`, `attention-surveys`.\n"
    ) in answer
    assert "- **Category**: `Serving Systems`\n" in answer


def test_what_is_on_hold_is_left_alone_until_it_is_taken_up_again(stage: Stage) -> None:
    head = stage.pull(1).opened.head_sha
    answer = order(stage, "/hold wait for the camera-ready")

    assert stage.state(1) is State.ON_HOLD
    assert "A maintainer has set this aside until `/approve` or `/refresh`.\n" in answer
    assert "The reason given: `wait for the camera-ready`.\n" in answer
    assert stage.pull(1).opened.head_sha == head

    assert f"### {READY}" in order(stage, "/refresh")
    assert "camera-ready" not in stage.comment(1)


@pytest.mark.parametrize("who", ["ann", "mia"])
def test_a_withdrawn_suggestion_is_closed_with_its_pull_request(stage: Stage, who: str) -> None:
    answer = order(stage, "/withdraw", who)

    assert answer.rstrip() == (
        "<!-- bot:answer -->\n### This was taken back\n\n"
        f"**Who acts next:** {TURN[State.WITHDRAWN]}\n\n{FOOT[State.WITHDRAWN]}"
    )
    assert stage.world.issue(1).state == stage.pulls(1)[0].state == "closed"


def test_a_declined_suggestion_is_closed_with_the_reason_as_plain_words(stage: Stage) -> None:
    answer = order(stage, "/decline out of scope, @bob, fixes #1")

    assert "The reason given: `out of scope, @bob, fixes #1`.\n" in answer
    assert stage.state(1) is State.DECLINED
    assert stage.world.issue(1).state == stage.pulls(1)[0].state == "closed"


def test_what_was_declined_and_is_reopened_gets_a_pull_request_of_its_own(stage: Stage) -> None:
    old = stage.pull(1).opened
    order(stage, "/approve\n/decline")
    stage.world.reopen(1, "mia")
    stage.sweep()

    assert stage.state(1) is State.READY
    assert stage.pull(1).opened.head == "suggest/issue-1-2"
    assert stage.world.state.repo.branch(old.head) == old.head_sha
    stage.quiet()


def test_an_edit_takes_the_approval_back(stage: Stage) -> None:
    stage.world.comment(1, "mia", "/approve")
    body = stage.world.issue(1).body.replace("Serving Systems", "Kernels")
    stage.world.edit_issue(1, "ann", body=body)
    stage.event(1)

    assert stage.state(1) is State.READY
    assert ASKS in stage.comment(1)
    stage.quiet()


def test_whoever_asks_for_help_gets_all_commands(stage: Stage) -> None:
    answer = order(stage, "/help", "ann")

    assert "| `/decline [reason]` | maintainers | Close it unlisted, and say why. |\n" in answer
    assert "The fields of `/set`: `title`, `short_name`," in answer


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("/aprove", "mia", "There is no command `/aprove`; did you mean `/approve`?\n"),
        ("/frobnicate", "ann", "There is no command `/frobnicate`.\n"),
        ("/set tile X", "mia", "`/set` was not obeyed: there is no such field; the fields are "),
        ("/set date soon", "mia", "`/set` was not obeyed: write a date, as 2023, 2023-09 or "),
        ("/approve", "ann", "`/approve` was not obeyed: `ann` has no right to write here.\n"),
        ("/withdraw", "bob", "`/withdraw` was not obeyed: `bob` has no right to write here.\n"),
    ],
    ids=["misspelt", "unknown", "no such field", "no such date", "not allowed", "not theirs"],
)
def test_what_cannot_be_obeyed_is_answered_and_changes_nothing(
    stage: Stage, text: str, who: str, said: str
) -> None:
    head = stage.pull(1).opened.head_sha

    assert said in order(stage, text, who, sign="confused")
    assert stage.state(1) is State.READY
    assert stage.pull(1).opened.head_sha == head


def test_a_reason_set_aside_says_nothing_once_something_else_is_decided(stage: Stage) -> None:
    order(stage, "/hold not yet")
    answer = order(stage, "/approve")

    assert stage.state(1) is State.ACCEPTED
    assert "not yet" not in answer
    assert "`A Fine System` stands in `Serving Systems`.\n" in answer


def test_a_comment_of_21_commands_is_obeyed_up_to_the_twentieth(stage: Stage) -> None:
    text = "".join(f"/set note Version {at}\n" for at in range(1, 22))
    answer = order(stage, text, sign="eyes")

    assert "- **Note**: `Version 20`\n" in answer
    assert (
        "`/set` was not obeyed: a comment holds at most 20 commands; write another comment.\n"
    ) in answer


def test_a_command_in_a_review_is_obeyed_and_confirmed_in_words(stage: Stage) -> None:
    stage.world.review(2, "mia", "COMMENT", "Good, but elsewhere:\n\n/category kernels\n")
    stage.event(1)

    assert "- **Category**: `Attention / Kernels`\n" in stage.comment(1)
    assert "`/category` in the review by `mia` was obeyed.\n" in stage.comment(1)
    stage.quiet()

    stage.world.review(2, "bob", "COMMENT", "/decline")
    stage.event(1)
    assert stage.state(1) is State.READY
    assert "`/decline` was not obeyed: `bob` has no right to write here.\n" in stage.comment(1)
    stage.quiet()


def test_a_mail_that_quotes_a_strangers_approval_approves_nothing(stage: Stage) -> None:
    mail = "Thanks, I will look.\n\nOn 2 May 2026, at 10:11, Bob <b@example.org> wrote:\n/approve\n"
    comment = stage.world.comment(1, "mia", mail)
    stage.event(1)

    assert stage.state(1) is State.READY
    assert stage.world.state.comments[comment].reactions == []
    stage.quiet()


def test_a_notice_of_a_misspelt_command_goes_once_the_right_one_came(stage: Stage) -> None:
    assert "did you mean" in order(stage, "/holt", sign="confused")
    assert "did you mean" not in order(stage, "/hold")


def test_a_maintainer_who_leaves_keeps_what_was_decided(stage: Stage) -> None:
    order(stage, "/hold until it is public")
    stage.world.state.people.allow("mia", "read")
    stage.sweep()

    assert stage.state(1) is State.ON_HOLD
    assert "no right" not in stage.comment(1)
    order(stage, "/refresh", sign="confused")
    assert stage.state(1) is State.ON_HOLD


def test_who_may_write_by_now_has_not_ordered_what_was_refused_before(stage: Stage) -> None:
    order(stage, "/decline", "bob", sign="confused")
    stage.world.state.people.allow("bob", "write")
    stage.sweep()

    assert stage.state(1) is State.READY
    assert "`/decline` was not obeyed when it was written, and does not" in stage.comment(1)
    order(stage, "/decline", "bob")
    assert stage.state(1) is State.DECLINED
