"""Which works does a maintainer's `/suggest` take up from the thread of an issue?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.render.github.submissions.hint import HINT, MISUSED
from tests.flows.on_github import BOT, Stage, arxiv, paper
from tests.flows.stories import CORRECTION

THREAD = "A thread for the papers of this year: leave a comment with yours."


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list, and services that know nine works."""
    stage = Stage(tmp_path, in_memory=True)
    for number in range(1, 13):
        stage.services.learn(f"Fine System Number {number}", f"arxiv:2501.{number:05d}")
    return stage


def said(stage: Stage, number: int, *comments: tuple[str, str]) -> str:
    """Let people comment, and give the title of the pull request that comes of it, or ""."""
    for who, text in comments:
        stage.world.comment(number, who, text)
    stage.event(number)
    stage.quiet()
    return " ".join(each.title for each in stage.pulls(number) if each.state == "open")


def test_a_link_behind_it_is_a_suggestion_whatever_the_issue_is(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "How are categories chosen?", "I wonder.")
    assert said(stage, number, ("mia", f"/suggest {arxiv(1)}")) == "Add Fine System Number 1"
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) is State.ACCEPTED
    stage.quiet()


@pytest.mark.parametrize(
    "order",
    [
        f"/suggest {arxiv(1)} {arxiv(2)}",
        f"/suggest {arxiv(1)}\n{arxiv(2)}\n\nThanks, all!",
        f"- /suggest {arxiv(1)}, {arxiv(2)}",
        f"/suggest arXiv:2501.00001 and {arxiv(2)}",
        f"> Please also add {arxiv(1)} and {arxiv(2)}\n\n/suggest",
        f"Good ones:\n{arxiv(1)}\n{arxiv(2)}\n/suggest",
        f"/suggest {arxiv(1)}\n\n/suggest {arxiv(2)}",
    ],
)
def test_several_links_are_several_works(stage: Stage, order: str) -> None:
    number = stage.world.open_issue("ann", "Hello", "Which ones?")
    assert said(stage, number, ("mia", order)) == "Add Fine System Number 1 and 1 more"
    assert "Left out" not in stage.comment(number)


def test_comments_of_others_with_links_are_taken_up_by_it(stage: Stage) -> None:
    number = stage.world.open_issue("mia", "Papers of 2025", THREAD)
    title = said(
        stage,
        number,
        ("ann", f"Please add ours: {arxiv(1)}"),
        ("ben", f"Paper: {arxiv(2)}\nCode: https://github.com/fine/two"),
        ("cat", "Great thread!"),
        ("mia", "/suggest"),
        ("dan", f"And this one: {arxiv(3)}"),
    )
    assert title == "Add Fine System Number 1 and 1 more"
    assert "`https://arxiv.org/abs/2501.00002 https://github.com/fine/two`" in stage.comment(number)

    assert said(stage, number, ("mia", "/suggest")) == "Add Fine System Number 1 and 2 more"


def test_the_issues_own_works_come_along_and_alone_where_nothing_else_is_named(
    stage: Stage,
) -> None:
    number = stage.world.open_issue("ann", "A question", f"What do you think of {arxiv(1)}?")
    also = ("ben", f"See also {arxiv(2)}")
    assert said(stage, number, also, ("mia", "/suggest")) == "Add Fine System Number 1"
    more = ("mia", f"/suggest {arxiv(2)}")
    assert said(stage, number, more) == "Add Fine System Number 1 and 1 more"


def test_a_work_more_leaves_what_the_form_says_of_its_own(stage: Stage) -> None:
    body = f"{paper(arxiv(1), 'Fine System Number 1')}\n\n### Venue\n\nICML 2025\n"
    number = stage.world.open_issue("ann", "A paper", body)
    title = said(stage, number, ("ben", f"and {arxiv(2)}?"), ("mia", f"/suggest {arxiv(2)}"))
    assert title == "Add Fine System Number 1 and 1 more"
    assert stage.comment(number).count("- **Venue**: `ICML 2025`") == 1


def test_an_approval_counts_for_what_it_had_shown(stage: Stage) -> None:
    number = stage.suggest("ann", arxiv(1))
    stage.event(number)
    stage.world.state.settings.approvals_required = 1
    assert said(stage, number, ("mia", "/approve"))
    assert stage.state(number) is State.APPROVED
    stage.world.state.people.allow("noa", "write")
    assert said(stage, number, ("noa", f"/suggest {arxiv(2)}"))
    assert stage.state(number) is State.READY


def test_more_than_ten_works_are_asked_to_be_parted(stage: Stage) -> None:
    links = "\n".join(map(arxiv, range(2, 13)))
    number = stage.suggest("ann", arxiv(1))
    said(stage, number, ("mia", f"/suggest\n{links}"))
    assert stage.state(number) is State.NEEDS_WORK
    assert "more than 10 works" in stage.comment(number)


@pytest.mark.parametrize(
    ("who", "order", "answer"),
    [
        ("ann", f"/suggest {arxiv(1)}", ""),
        ("mia", "/suggest the one by Ada", ""),
    ],
)
def test_who_may_not_and_what_is_no_link_take_up_nothing(
    stage: Stage, who: str, order: str, answer: str
) -> None:
    number = stage.world.open_issue("ann", "Hello", "Which ones?")
    assert said(stage, number, (who, order)) == answer
    assert stage.state(number) is None


def test_on_a_correction_it_says_why_nothing_comes_of_it(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "Wrong", CORRECTION)
    said(stage, number, ("mia", f"/suggest {arxiv(1)}"))
    assert "`/suggest` had no effect" in stage.comment(number)
    assert [c.author.login for c in stage.world.issue(number).comments] == ["mia", BOT]


@pytest.mark.parametrize(
    "order", ["/suggest the paper about paging", "/suggest this one", "/suggest Fine System"]
)
def test_words_behind_it_that_are_no_link_are_answered_with_what_to_write(
    stage: Stage, order: str
) -> None:
    number = stage.world.open_issue("ann", "How are categories chosen?", "I wonder.")
    assert said(stage, number, ("mia", order)) == ""
    stage.sweep()
    answers = [c.body for c in stage.world.issue(number).comments if c.author.login == BOT]
    assert answers == [MISUSED]
    assert "/suggest https://arxiv.org/abs/2309.06180" in MISUSED
    assert stage.world.issue(number).labels == []
    assert said(stage, number, ("mia", f"/suggest {arxiv(1)}")) == "Add Fine System Number 1"
    assert stage.state(number) is State.READY


def test_words_behind_it_are_answered_once_where_the_bot_has_told_of_the_form(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "How so?", f"Is {arxiv(1)} on the list?")
    assert said(stage, number) == ""
    assert said(stage, number, ("mia", "/suggest this one")) == ""
    stage.sweep()
    hint, *answers = [c.body for c in stage.world.issue(number).comments if c.author.login == BOT]
    assert (HINT in hint, answers) == (True, [MISUSED])
    assert said(stage, number, ("mia", "/suggest")) == "Add Fine System Number 1"
    assert [c.author.login for c in stage.world.issue(number).comments].count(BOT) == 1


def test_both_are_one_comment_where_nothing_was_said_before(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "How so?", f"Is {arxiv(1)} on the list?")
    assert said(stage, number, ("mia", "/suggest this one")) == ""
    stage.sweep()
    (answer,) = [c.body for c in stage.world.issue(number).comments if c.author.login == BOT]
    assert "is not sure whether you suggest it" in answer
    assert answer.endswith(MISUSED)


def test_a_strangers_words_behind_it_get_no_answer(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "How are categories chosen?", "I wonder.")
    assert said(stage, number, ("ann", "/suggest the paper about paging")) == ""
    assert [c for c in stage.world.issue(number).comments if c.author.login == BOT] == []
