"""What does the bot make of what people push to a suggestion's branch?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, paper
from tests.github_server.state import Issue

TITLE, MENDED = "A Fine System", "A Finer System"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.services.learn(TITLE, "arxiv:2501.00001")
    stage.services.learn("Swift Kernels", "arxiv:2501.00002")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


def mend(stage: Stage, old: str = TITLE, new: str = MENDED) -> Issue:
    pull = stage.pull(1)
    text = stage.world.read_file(pull.opened.head, files.PAPERS)
    stage.world.push_commit(pull.opened.head, {files.PAPERS: text.replace(old, new)}, "mia")
    stage.event(pull.number)
    return pull


def on_branch(stage: Stage, path: str) -> str:
    return stage.world.read_file(stage.pull(1).opened.head, path)


def test_a_title_mended_in_the_pull_request_is_adopted_and_its_row_follows(stage: Stage) -> None:
    pull = mend(stage)

    assert f"[{MENDED}]" in on_branch(stage, files.README)
    assert TITLE not in on_branch(stage, files.README)
    assert f"**Title**: `{MENDED}`" in stage.comment(1)
    assert f"**Title**: `{MENDED}`" in pull.body
    stage.quiet()


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("http://169.254.169.254/x", "`http://169.254.169.254/x`; it is no public link"),
        (
            "https://example.org/x?id=1&utm_source=y",
            "`https://example.org/x?id=1&utm_source=y`; write it as `https://example.org/x?id=1`",
        ),
    ],
)
def test_a_link_that_no_form_would_take_is_not_adopted(stage: Stage, new: str, said: str) -> None:
    pull = mend(stage, "https://arxiv.org/abs/2501.00001", new)

    assert (
        f"**The bot keeps off pull request #{pull.number}**: it gives its entry the link {said}"
        in (stage.comment(1))
    )
    assert new not in pull.body


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"issue": 1', '"issue": ' + "9" * 5_000),
        (f'"title": "{TITLE}"', '"title": ' + "[" * 5_000 + "]" * 5_000),
        ('"schema_version": 1', '"schema_version": -1' + "0" * 4_000),
        ("{", ""),
    ],
    ids=["a number of 5,000 digits", "a deep nest", "another version", "no JSON"],
)
def test_a_file_that_cannot_be_read_concerns_its_own_branch_only(
    stage: Stage, old: str, new: str
) -> None:
    other = stage.suggest("bob", arxiv(2))
    pull = mend(stage, old, new)
    stage.sweep()

    assert f"**The bot keeps off pull request #{pull.number}**: `data/papers.json" in stage.comment(
        1
    )
    assert "this can go onto the list" in stage.comment(other)
    stage.quiet()


def test_what_was_mended_survives_an_edit_of_the_issue(stage: Stage) -> None:
    mend(stage)
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Kernels"))
    stage.event(1)

    assert f'"title": "{MENDED}"' in on_branch(stage, files.PAPERS)
    assert "**Category**: `Attention / Kernels`" in stage.comment(1)
    stage.quiet()


def test_what_was_mended_survives_being_computed_afresh_on_another_main(stage: Stage) -> None:
    mend(stage)
    other = stage.suggest("bob", arxiv(2))
    stage.sweep()
    stage.world.merge_by_hand(stage.pull(other).number, "mia")
    stage.sweep()
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert MENDED in stage.titles()
    assert TITLE not in stage.titles()


def test_a_second_mend_is_adopted_too(stage: Stage) -> None:
    mend(stage)
    mend(stage, MENDED, "The Finest System")

    assert "[The Finest System]" in on_branch(stage, files.README)
    stage.quiet()


def test_refreshing_gives_up_what_was_mended(stage: Stage) -> None:
    mend(stage)
    stage.world.comment(1, "mia", "/refresh")
    stage.event(1)

    assert f"[{TITLE}]" in on_branch(stage, files.README)
    stage.quiet()


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("NOTES.md", "Mine.\n", "it changes `NOTES.md`"),
        (files.README, "Mine.\n", "it changes README.md by hand"),
        (files.PAPERS, "{", "data/papers.json"),
    ],
    ids=["another file", "the README", "broken data"],
)
def test_the_bot_keeps_off_any_other_change_until_it_is_handed_back(
    stage: Stage, path: str, text: str, said: str
) -> None:
    pull = stage.pull(1)
    pushed = stage.world.push_commit(pull.opened.head, {path: text}, "mia")
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Kernels"))
    stage.event(1)

    assert pull.opened.head_sha == pushed
    (status,) = stage.world.state.latest_statuses(pushed)
    assert status.state == "failure"
    answer = stage.comment(1)
    assert f"**The bot keeps off pull request #{pull.number}**" in answer
    assert said in answer
    stage.quiet()

    stage.world.comment(pull.number, "mia", "/refresh")
    stage.event(pull.number)

    assert "keeps off" not in stage.comment(1)
    assert '"category": "attention-kernels"' in on_branch(stage, files.PAPERS)
    stage.quiet()


def test_another_entry_changed_on_the_branch_is_not_adopted(stage: Stage) -> None:
    mend(stage, "AlpaServe: ", "BetaServe: ")

    assert "it changes the entry `alpaserve" in stage.comment(1)
    stage.quiet()


def test_a_branch_brought_up_to_date_by_its_button_is_nobody_elses(stage: Stage) -> None:
    other = stage.world.open_issue("bob", "x", paper(arxiv(2), category="Kernels"))
    stage.sweep()
    stage.world.merge_by_hand(stage.pull(other).number, "mia")
    stage.world.update_branch(stage.pull(1).number, "mia")
    stage.sweep()

    assert "keeps off" not in stage.comment(1)
    stage.quiet()
    mend(stage)
    assert f"[{MENDED}]" in on_branch(stage, files.README)
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    assert {MENDED, "Swift Kernels"} <= set(stage.titles())


def test_a_branch_that_a_person_made_is_left_alone_until_it_is_handed_over(stage: Stage) -> None:
    number = stage.suggest("bob", arxiv(2))
    pushed = stage.world.push_commit(f"suggest/issue-{number}", {"NOTES.md": "Mine.\n"}, "mia")
    stage.sweep()

    assert stage.pulls(number) == []
    assert f"**The bot keeps off the branch `suggest/issue-{number}`**" in stage.comment(number)
    stage.quiet()
    stage.world.comment(number, "mia", "/refresh")
    stage.sweep()
    assert stage.pull(number).opened.head_sha != pushed
    assert stage.state(number) is State.READY
    stage.quiet()


def test_a_category_that_was_proposed_stays_however_the_list_grows(stage: Stage) -> None:
    stage.services.learn("Finer Attention Serving", "arxiv:2501.00003")
    number = stage.world.open_issue("bob", "x", paper(arxiv(3), category="Not sure"))
    stage.sweep()
    before = stage.comment(number)
    assert "is a guess" in before
    for at in range(4, 8):
        stage.services.learn(f"Finer Attention Serving, Part {at}", f"arxiv:2501.{at:05d}")
        stage.world.open_issue(f"p{at}", "x", paper(arxiv(at), category="Kernels"))
    stage.sweep()
    for at in range(4, 8):
        stage.world.comment(number + at - 2, "mia", "/approve")
    stage.sweep()

    assert stage.comment(number) == before
    stage.quiet()
