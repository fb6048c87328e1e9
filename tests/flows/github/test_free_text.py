"""What does the bot answer to an issue that nobody wrote with a form?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.render.github.submissions.answer import MARKER
from bot.render.github.submissions.hint import HINT
from bot.store import files
from tests.flows.github.test_poison import POISON, unable
from tests.flows.on_github import BOT, Stage, arxiv, example_files

TALK = "What do you think of this?\n\n{}"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list, and services that know two works."""
    stage = Stage(tmp_path, in_memory=True)
    for number in (1, 2):
        stage.services.learn(f"Fine System Number {number}", f"arxiv:2501.{number:05d}")
    return stage


def said(stage: Stage, number: int) -> list[str]:
    return [comment.body for comment in stage.world.issue(number).comments]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Suggestion", f"Hi, can you add this please? Thanks!\n\n{arxiv(1)}"),
        (f"Add {arxiv(1)}", ""),
        ("希望收录", f"大家好，希望能收录我们的工作，谢谢！\n{arxiv(1)}"),
        ("Mine", f"## Lien\n\n{arxiv(1)}\n\n## Pourquoi\n\nC'est utile."),
        ("Mine", f"#### Paper link(s)\n\n{arxiv(1)}\n"),
    ],
    ids=["words", "title", "Chinese", "headings of their own", "headings of another level"],
)
def test_links_and_little_else_are_a_submission(stage: Stage, title: str, body: str) -> None:
    number = stage.world.open_issue("ann", title, body)
    stage.event(number)

    assert stage.state(number) is State.READY
    assert stage.pull(number).title == "Add Fine System Number 1"
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) is State.ACCEPTED
    stage.quiet()


def test_a_work_among_other_text_gets_one_friendly_answer(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "A question", TALK.format(arxiv(1)))
    stage.event(number)

    expected = (
        f"{HINT}\n"
        "Thank you! The bot found a work in this issue, and is not sure whether you suggest it.\n\n"
        "**Who acts next:** a maintainer of this list, who reads this. You need do nothing more; "
        "what would be quicker:\n\n"
        "- **To suggest the work in it**, send [this form](https://github.com/octo/papers/issues/"
        "new?template=paper.yml&links=https%3A%2F%2Farxiv.org%2Fabs%2F2501.00001): what the bot "
        "understood is filled in. The bot then answers by itself.\n\n"
        "**For maintainers.** `/suggest` in a comment lets the bot take this issue for a "
        "suggestion as it is.\n"
    )
    assert said(stage, number) == [expected]
    assert stage.world.issue(number).labels == []
    stage.world.edit_issue(number, "ann", body=f"{TALK.format(arxiv(1))} And of {arxiv(2)}?")
    stage.quiet()


def test_of_a_listed_work_it_leads_to_the_form_for_corrections(stage: Stage) -> None:
    listed = "https://arxiv.org/abs/2309.06180"
    number = stage.world.open_issue("ann", "Wrong title", f"Its title is wrong: {listed}")
    stage.sweep()

    (text,) = said(stage, number)
    assert "is **on the list already**" in text
    assert "template=correction.yml&entry=" in text
    assert "template=paper.yml" not in text


def test_a_maintainers_suggest_takes_it_up_in_the_same_comment(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "A question", TALK.format(arxiv(1)))
    stage.event(number)
    stage.world.comment(number, "mia", "/suggest")
    stage.event(number)

    assert stage.state(number) is State.READY
    own = [c.body for c in stage.world.issue(number).comments if c.author.login == BOT]
    assert len(own) == 1
    assert own[0].startswith(MARKER)
    assert HINT not in own[0]
    stage.quiet()


def test_a_strangers_suggest_does_not(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "A question", TALK.format(arxiv(1)))
    stage.event(number)
    stage.world.comment(number, "ann", "/suggest")
    stage.event(number)
    assert stage.state(number) is None
    stage.quiet()


def test_an_edit_into_a_submission_is_taken_up(stage: Stage) -> None:
    number = stage.world.open_issue("ann", "A question", TALK.format(arxiv(1)))
    stage.event(number)
    stage.world.edit_issue(number, "ann", body=f"Please add this:\n{arxiv(1)}")
    stage.event(number)
    assert stage.state(number) is State.READY
    assert len(said(stage, number)) == 1
    stage.quiet()


@pytest.mark.parametrize("login", ["mia", "renovate[bot]"])
def test_maintainers_and_programs_hear_nothing(stage: Stage, login: str) -> None:
    stage.world.state.people.add("renovate[bot]").kind = "Bot"
    number = stage.world.open_issue(login, "A note", TALK.format(arxiv(1)))
    stage.event(number)
    stage.quiet()
    assert said(stage, number) == []


def test_what_was_open_before_hears_nothing(tmp_path: Path) -> None:
    given = example_files()
    given[files.LIST] += (
        '\n[bot]\nsince = "2026-02-01"\n' if "[bot]" not in given[files.LIST] else ""
    )
    stage = Stage(tmp_path, given, in_memory=True)
    number = stage.world.open_issue("ann", "A question", TALK.format(arxiv(1)))
    run = stage.sweep()
    assert said(stage, number) == []
    assert run.earlier == [number]


def test_an_issue_that_another_workflow_files_is_answered_by_its_label(stage: Stage) -> None:
    stage.world.edit_issue(stage.suggest("ann", arxiv(2)), "mia", labels=["suggestion"])
    number = stage.world.open_issue(BOT, "Found today", f"Found:\n{arxiv(1)}", ("suggestion",))
    marked = f"<!-- bot:dashboard -->\n{arxiv(1)}"
    other = stage.world.open_issue(BOT, "Dashboard", marked, ("suggestion",))
    stage.sweep()

    assert stage.state(number) is State.READY
    assert said(stage, other) == []
    stage.quiet()


def test_the_hint_goes_where_the_submitter_has_to_act_and_gets_a_new_comment(
    stage: Stage,
) -> None:
    number = stage.world.open_issue("ann", "A question", TALK.format(arxiv(9)))
    stage.event(number)
    stage.world.comment(number, "mia", "/suggest")
    stage.event(number)

    assert stage.state(number) is State.NEEDS_WORK
    word, answer = sorted(said(stage, number))
    assert (answer.startswith(MARKER), word) == (True, "/suggest")
    stage.quiet()


def test_the_hint_becomes_the_word_that_a_maintainer_has_to_look(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = stage.world.open_issue("eve", "A question", TALK.format(f"{arxiv(9)}#{POISON}"))
    stage.event(number)
    stage.poisoned = True
    unable(monkeypatch, "bot.flows.github.reconcile.too_long", RuntimeError)
    stage.world.comment(number, "mia", "/suggest")
    stage.event(number)

    assert stage.state(number) is State.STUCK
    assert len(said(stage, number)) == 2
    stage.quiet()
