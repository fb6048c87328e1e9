"""What if a maintainer does what maintainers do every day, and nobody has told the bot?"""

from pathlib import Path

import pytest

from bot.model.state import FINAL, State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, paper
from tests.github_server.wire import Request

TITLE, MENDED = "A Fine System", "A Finer System"
LABELS = "/repos/octo/papers/labels"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list with one suggestion that is ready: issue 1, pull request 2."""
    stage = Stage(tmp_path, in_memory=True)
    stage.services.learn(TITLE, "arxiv:2501.00001")
    stage.services.learn("Swift Kernels", "arxiv:2501.00002")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


def labels(stage: Stage, number: int = 1) -> set[str]:
    return {label.name for label in stage.world.issue(number).labels}


def pages(stage: Stage) -> list[str]:
    """Give the titles of all open pull requests."""
    every = stage.world.state.issues.values()
    return [each.title for each in every if each.pull and each.state == "open"]


def test_a_label_that_was_there_in_another_case_is_the_bots(tmp_path: Path) -> None:
    stage = Stage(tmp_path, in_memory=True)
    for name in ("Ready", "Accepted", "SUGGESTION"):
        stage.world.hub.act("octo", "POST", LABELS, {"name": name, "color": "000000"})
    number = stage.suggest("ann", arxiv(1), TITLE)
    stage.sweep()
    assert labels(stage, number) == {"Ready", "SUGGESTION"}
    stage.quiet()

    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert labels(stage, number) == {"Accepted", "SUGGESTION"}
    stage.quiet()


def test_a_label_that_is_renamed_becomes_a_persons_own(stage: Stage) -> None:
    stage.world.hub.act("octo", "PATCH", f"{LABELS}/ready", {"new_name": "good to go"})
    stage.sweep()

    assert labels(stage) == {"suggestion", "ready", "good to go"}
    stage.quiet()


def test_a_label_that_is_deleted_comes_back(stage: Stage) -> None:
    stage.world.hub.act("octo", "DELETE", f"{LABELS}/ready")
    stage.sweep()

    assert labels(stage) == {"suggestion", "ready"}
    stage.quiet()


def test_a_pull_request_led_elsewhere_is_led_back(stage: Stage) -> None:
    stage.world.push_commit("next", {"NOTES.md": "Next.\n"}, "mia")
    stage.world.retarget(2, "next", "mia")
    stage.sweep()

    assert stage.pull(1).opened.base == "main"
    assert pages(stage) == [f"Add {TITLE}"]
    stage.quiet()


def test_a_pull_request_led_elsewhere_and_closed_is_a_decision(stage: Stage) -> None:
    stage.world.push_commit("next", {"NOTES.md": "Next.\n"}, "mia")
    stage.world.retarget(2, "next", "mia")
    stage.world.delete_branch("suggest/issue-1", "mia")
    stage.sweep()

    assert stage.state(1) is State.DECLINED
    assert [each.number for each in stage.pulls(1)] == [2]
    stage.quiet()


def test_when_another_branch_becomes_the_default_one_pull_requests_lead_there(
    stage: Stage,
) -> None:
    stage.world.push_commit("trunk", {"NOTES.md": "Moved.\n"}, "mia")
    stage.world.choose_default_branch("trunk")
    stage.sweep()

    assert pages(stage) == [f"Add {TITLE}"]
    assert stage.pull(1).opened.base == "trunk"
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED
    assert TITLE in stage.world.read_file("trunk", files.PAPERS)
    stage.quiet()


def test_a_default_branch_that_is_renamed_takes_its_pull_requests_along(stage: Stage) -> None:
    stage.world.rename_default_branch("trunk")
    stage.quiet()
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert TITLE in stage.world.read_file("trunk", files.PAPERS)
    stage.quiet()


def test_where_branches_have_to_be_up_to_date_all_that_is_approved_lands(stage: Stage) -> None:
    stage.world.state.settings.up_to_date_required = True
    numbers = [1, stage.suggest("bob", arxiv(2))]
    stage.sweep()
    stage.world.push_commit("main", {"NOTES.md": "On main.\n"}, "octo")
    for number in numbers:
        stage.world.comment(number, "mia", "/approve")
    run = stage.sweep()

    assert [stage.state(number) for number in numbers] == [State.ACCEPTED] * 2
    assert not [deed for deed in run.done if "could not" in deed.text]
    assert {TITLE, "Swift Kernels"} <= set(stage.titles())
    stage.quiet()


def test_a_main_that_moves_all_the_time_is_left_to_the_next_run(stage: Stage) -> None:
    stage.world.state.settings.up_to_date_required = True
    stage.world.comment(1, "mia", "/approve")

    def move(_: int, request: Request) -> None:
        if request.path.endswith("/merge"):
            stage.world.push_commit("main", {"NOTES.md": f"{stage.world.state.now}\n"}, "octo")

    stage.world.hub.before_request = move
    began = len(stage.world.hub.log)
    stage.sweep()
    tried = [line for line in stage.world.hub.log[began:] if line.path.endswith("/merge")]
    assert len(tried) == 2
    stage.world.hub.before_request = None
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED


def test_a_draft_is_not_merged_and_the_answer_says_why(stage: Stage) -> None:
    stage.pull(1).opened.draft = True
    stage.quiet()
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    assert stage.state(1) is State.APPROVED
    assert "Pull Request is still a draft" in stage.comment(1)
    stage.quiet()

    stage.pull(1).opened.draft = False
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED


def test_a_branch_deleted_by_hand_declines_like_closing_its_pull_request(stage: Stage) -> None:
    stage.world.delete_branch("suggest/issue-1", "mia")
    stage.sweep()

    assert stage.state(1) is State.DECLINED
    stage.quiet()


def test_closing_and_reopening_a_pull_request_at_once_changes_nothing(stage: Stage) -> None:
    stage.world.close(2, "mia")
    stage.world.reopen(2, "mia")

    stage.quiet()
    assert stage.state(1) is State.READY


@pytest.mark.parametrize("how", ["closed", "/decline", "/withdraw", "issue closed"])
def test_a_pull_request_reopened_after_the_end_is_taken_up_again(stage: Stage, how: str) -> None:
    if how.startswith("/"):
        stage.world.comment(1, "mia", how)
    else:
        stage.world.close(2 if how == "closed" else 1, "mia")
    stage.sweep()
    assert stage.state(1) in FINAL
    assert pages(stage) == []
    stage.world.reopen(2, "mia")
    stage.world.comment(2, "mia", "/hold until Monday")
    stage.sweep()

    assert stage.state(1) is State.ON_HOLD
    assert stage.world.issue(1).state == "open"
    assert stage.pull(1).number == 2
    stage.quiet()
    stage.world.comment(2, "mia", "/approve")
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED
    stage.quiet()


def test_a_commit_of_the_bots_that_was_amended_is_not_overwritten(stage: Stage) -> None:
    changed = {
        path: stage.world.read_file("suggest/issue-1", path).replace(TITLE, MENDED)
        for path in (files.PAPERS, files.README)
    }
    sha = stage.world.amend("suggest/issue-1", changed, "mia")
    stage.sweep()

    assert stage.pull(1).opened.head_sha == sha
    assert "keeps off pull request #2**: its commit is no longer as" in stage.comment(1)
    stage.quiet()
    stage.world.comment(1, "mia", "/refresh")
    stage.sweep()
    assert stage.pull(1).opened.head_sha != sha
    stage.quiet()


def test_another_file_in_an_amended_commit_keeps_the_bot_off(stage: Stage) -> None:
    sha = stage.world.amend("suggest/issue-1", {"NOTES.md": "Mine.\n"}, "mia")
    stage.sweep()

    assert stage.pull(1).opened.head_sha == sha
    assert "it changes `NOTES.md`" in stage.comment(1)
    stage.quiet()


def test_a_branch_rebased_by_hand_is_still_the_bots(stage: Stage) -> None:
    stage.world.push_commit("main", {"NOTES.md": "On main.\n"}, "mia")
    repo = stage.world.state.repo
    changed = {
        path: stage.world.read_file("suggest/issue-1", path)
        for path in (files.PAPERS, files.README)
    }
    message = repo.objects.commit(stage.pull(1).opened.head_sha).message
    sha = stage.world.push_commit("rebased", changed, "mia", message)
    stage.world.force_push("suggest/issue-1", sha, "mia")
    stage.sweep()

    assert stage.pull(1).opened.head_sha == sha
    assert stage.state(1) is State.READY
    stage.quiet()


@pytest.mark.parametrize("merged", [(), (2,)], ids=["first", "after a merge"])
def test_a_branch_forced_to_something_else_is_somebody_elses(
    stage: Stage, merged: tuple[int, ...]
) -> None:
    for each in merged:
        stage.world.comment(stage.suggest("bob", arxiv(each)), "mia", "/approve")
        stage.sweep()
    sha = stage.world.push_commit("mine", {"NOTES.md": "Mine.\n"}, "mia")
    stage.world.force_push("suggest/issue-1", sha, "mia")
    stage.sweep()

    assert stage.pull(1).opened.head_sha == sha
    assert "keeps off pull request #2**: none of its commits is the bot's" in stage.comment(1)
    stage.quiet()


@pytest.mark.parametrize(
    "line",
    [
        "Refreshed: by mia",
        "Refreshed: ²",
        "Refreshed: 1" + "0" * 5000,
        "Adopted: x.y, ., z",
        "Adopted: ID.nothing",
    ],
)
def test_a_persons_message_that_looks_like_the_bots_stops_no_run(stage: Stage, line: str) -> None:
    text = stage.world.read_file("suggest/issue-1", files.PAPERS)
    mended = {files.PAPERS: text.replace(TITLE, MENDED)}
    stage.world.push_commit(
        "suggest/issue-1",
        mended,
        "mia",
        f"Mend\n\nSubmission: {'0' * 64}\n{line}\n".replace("ID", "a-fine-system"),
    )
    other = stage.suggest("bob", arxiv(2))
    stage.sweep()

    assert stage.state(other) is State.READY
    stage.quiet()
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Kernels"))
    stage.sweep()
    stage.quiet()


@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
@pytest.mark.parametrize("when", [2, 3, 4, 5, 6, 8])
def test_a_merge_by_the_button_while_the_sweep_runs_is_settled_by_the_next(
    stage: Stage, method: str, when: int
) -> None:
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Kernels"))
    stage.suggest("bob", arxiv(2))
    began = len(stage.world.hub.log)

    def press(*_: object) -> None:
        here = len(stage.world.hub.log) - began
        if here >= when and stage.world.issue(2).state == "open":
            stage.world.merge_by_hand(2, "mia", method)

    stage.world.hub.before_request = press
    stage.sweep()
    stage.world.hub.before_request = None
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert stage.titles().count(TITLE) == 1
    stage.quiet()


def test_nothing_is_lost_while_the_repository_is_archived(stage: Stage) -> None:
    number = stage.suggest("bob", arxiv(2))
    stage.world.hub.fault(
        "refused",
        path="^/repos/",
        status=403,
        message="Repository was archived so is read-only.",
        times=999,
    )
    with pytest.raises(Exception, match="Repository was archived so is read-only"):
        stage.sweep()
    stage.world.hub.clear_faults()
    stage.sweep()

    assert stage.state(number) is State.READY
    stage.quiet()


def test_of_two_open_pull_requests_of_one_suggestion_one_stays(stage: Stage) -> None:
    stage.world.close(2, "mia")
    stage.sweep()
    stage.world.reopen(1, "mia")
    stage.sweep()
    assert stage.pull(1).opened.head == "suggest/issue-1-2"
    stage.world.reopen(2, "mia")
    stage.sweep()

    assert stage.state(1) is State.READY
    assert len(pages(stage)) == 1
    stage.quiet()
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED
    assert pages(stage) == []
    stage.quiet()


@pytest.mark.parametrize("when", [2, 3, 4, 5])
def test_a_branch_that_goes_with_its_merge_while_the_sweep_runs_does_not_come_back(
    stage: Stage, when: int
) -> None:
    stage.world.edit_issue(1, "ann", body=paper(arxiv(1), category="Kernels"))
    began = len(stage.world.hub.log)

    def press(*_: object) -> None:
        if len(stage.world.hub.log) - began >= when and stage.world.issue(2).state == "open":
            stage.world.merge_by_hand(2, "mia")
            stage.world.delete_branch("suggest/issue-1", "mia")

    stage.world.hub.before_request = press
    stage.sweep()
    stage.world.hub.before_request = None
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert stage.world.state.repo.branch("suggest/issue-1") is None
    stage.quiet()
