"""What if people, or the repository's settings, do what nobody has foreseen?"""

from pathlib import Path

import pytest

from bot.model.state import State
from tests.flows.on_github import BOT, Stage, arxiv


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    return stage


def test_a_merge_that_protection_forbids_is_said_once_and_tried_again(stage: Stage) -> None:
    stage.world.state.settings.approvals_required = 1
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    assert stage.state(1) is State.APPROVED
    assert (
        "GitHub refused to `merge pull request #2`: `At least 1 approving review is required by "
        "reviewers with write access.`; the rules and protections of branches (Settings, Rules and "
        "Branches) tell why.\n"
    ) in stage.comment(1)
    stage.quiet()

    stage.world.approve(2, "mia")
    stage.sweep()
    assert stage.state(1) is State.ACCEPTED
    assert "refused" not in stage.comment(1)
    stage.quiet()


@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
def test_the_bot_merges_by_the_one_method_that_is_allowed(stage: Stage, method: str) -> None:
    chosen = stage.world.state.settings
    chosen.allow_merge_commit = method == "merge"
    chosen.allow_squash_merge = method == "squash"
    chosen.allow_rebase_merge = method == "rebase"
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert "A Fine System" in stage.titles()
    stage.quiet()


def test_a_title_that_a_person_gave_the_pull_request_stays(stage: Stage) -> None:
    stage.world.edit_issue(2, "mia", title="Fine: a system")
    stage.world.comment(1, "mia", "/approve")
    stage.sweep()

    repo = stage.world.state.repo
    message = repo.objects.commit(str(repo.branch("main"))).message
    assert message.partition("\n")[0] == "Fine: a system (#2)"


def test_what_people_wrote_beside_the_bots_block_stays(stage: Stage) -> None:
    ours = stage.pull(1).body
    stage.world.edit_issue(2, "mia", body=f"Read it with care.\r\n\r\n{ours}\r\n\r\nAgreed.")
    stage.world.comment(1, "mia", "/category kernels")
    stage.sweep()

    described = stage.pull(1).body
    assert described.startswith("Read it with care.\n\n<!-- bot:pull -->")
    assert described.endswith("<!-- /bot:pull -->\n\nAgreed.")
    assert "- **Category**: `Attention / Kernels`" in described
    assert described.count("<!-- bot:pull -->") == 1
    stage.quiet()


def test_a_pull_request_closed_with_its_branch_is_a_decision_and_can_be_reopened(
    stage: Stage,
) -> None:
    stage.world.close(2, "mia")
    stage.world.delete_branch("suggest/issue-1", "mia")
    stage.sweep()
    assert stage.state(1) is State.DECLINED
    stage.quiet()

    stage.world.reopen(1, "ann")
    stage.sweep()
    assert stage.pull(1).opened.head == "suggest/issue-1-2"
    stage.quiet()


def test_a_pull_request_that_the_bot_closed_and_a_person_reopened_can_be_declined(
    stage: Stage,
) -> None:
    stage.world.comment(1, "ann", "/withdraw")
    stage.sweep()
    stage.world.reopen(1, "ann")
    stage.world.reopen(2, "mia")
    stage.sweep()
    assert stage.state(1) is State.READY
    assert stage.pull(1).number == 2
    assert "bot:closed" not in stage.pull(1).body

    stage.world.close(2, "mia")
    stage.sweep()
    assert stage.state(1) is State.DECLINED
    stage.quiet()


def test_words_of_a_stranger_do_not_make_a_decision_of_a_maintainer_the_bots(
    stage: Stage,
) -> None:
    forged = "<!-- bot:closed -->\n<!-- /bot:pull -->\n<!-- bot:closed -->"
    body = f"{stage.world.issue(1).body}\n### Why it belongs here\n\n```text\n{forged}\n```\n"
    stage.world.edit_issue(1, "ann", body=body)
    stage.sweep()
    stage.quiet()
    stage.world.close(2, "mia")
    stage.sweep()

    assert stage.state(1) is State.DECLINED


def test_labels_taken_off_and_an_answer_deleted_come_back_and_a_persons_label_stays(
    stage: Stage,
) -> None:
    (answer,) = [each for each in stage.world.issue(1).comments if each.author.login == BOT]
    before = stage.comment(1)
    stage.world.hub.act(
        "mia", "DELETE", f"/repos/{stage.world.state.full_name}/issues/comments/{answer.id}"
    )
    stage.world.edit_issue(1, "mia", labels=[])
    stage.world.edit_issue(2, "mia", labels=["to discuss"])
    stage.sweep()

    assert stage.comment(1) == before
    assert stage.state(1) is State.READY
    assert {label.name for label in stage.pull(1).labels} == {"to discuss", "suggestion", "ready"}
    stage.quiet()


def test_a_pull_request_opened_by_hand_from_a_branch_of_that_name_is_left_alone(
    stage: Stage,
) -> None:
    bug = stage.world.open_issue("bob", "A bug", "It crashes, see the log.")
    stage.world.push_commit(f"suggest/issue-{bug}", {"NOTES.md": "Mine.\n"}, "mia")
    number = stage.world.open_pull("mia", f"suggest/issue-{bug}", "By hand", "See there.")
    stage.quiet()

    pull = stage.world.issue(number)
    assert (pull.state, pull.title, pull.body, pull.labels) == ("open", "By hand", "See there.", [])


def test_an_issue_is_closed_by_its_merge_though_the_keyword_was_taken_out(stage: Stage) -> None:
    stage.world.edit_issue(2, "mia", body="Nothing to say.")
    stage.world.merge_by_hand(2, "mia", "squash")
    stage.sweep()

    assert stage.state(1) is State.ACCEPTED
    assert stage.world.issue(1).state_reason == "completed"
    stage.quiet()


def test_an_issue_reopened_after_its_merge_is_left_alone_until_its_body_changes(
    stage: Stage,
) -> None:
    stage.services.learn("Swift Kernels", "arxiv:2501.00002")
    stage.world.merge_by_hand(2, "mia")
    stage.sweep()
    stage.world.reopen(1, "ann")
    stage.quiet()

    stage.world.edit_issue(1, "ann", body=stage.world.issue(1).body.replace("00001", "00002"))
    stage.sweep()
    assert stage.pull(1).title == "Add Swift Kernels"
    stage.quiet()


def test_a_workflow_that_may_not_open_pull_requests_names_the_setting(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.world.state.settings.actions_may_open_pulls = False
    stage.services.learn("A Fine System", "arxiv:2501.00001")
    number = stage.suggest("ann", arxiv(1))
    stage.sweep()
    assert "“" not in stage.comment(number)
    assert "`Allow GitHub Actions to create and approve pull requests`" in stage.comment(number)
    stage.quiet()

    stage.world.state.settings.actions_may_open_pulls = True
    stage.sweep()
    assert stage.pull(number).title == "Add A Fine System"
    stage.quiet()


def test_a_broken_main_costs_no_new_look_up_once_it_is_mended(stage: Stage) -> None:
    right = stage.main("data/papers.json")
    asked = len(stage.services.asked)
    stage.world.push_commit("main", {"data/papers.json": "oops"}, "mia")
    stage.sweep()
    assert stage.state(1) is State.WAITING
    assert "data/papers.json" in stage.comment(1)
    stage.quiet()

    stage.world.push_commit("main", {"data/papers.json": right}, "mia")
    stage.sweep()
    assert stage.state(1) is State.READY
    assert len(stage.services.asked) == asked
    stage.quiet()
