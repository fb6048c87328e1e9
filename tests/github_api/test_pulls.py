"""Are pull requests opened once, merged only as approved, and refusals told in GitHub's words?"""

import pytest

from bot.model.github.plan import EditPull, Merge, OpenPull
from bot.model.github.result import Behind, Gone, Merged, NotPermitted, NotReady, Opened, Refused
from tests.github_api.scene import BOT, OPEN, PULL, PUSHED, Scene, branch
from tests.github_server.faults import Fault

ADD = OpenPull(PUSHED, branch(PUSHED), "Add paper 2", f"Closes #{PUSHED}")
BUSY = "Base branch was modified. Review and try the merge again."


def merge(here: Scene, head: str = "", *methods: str) -> Merge:
    return Merge(
        PULL, head or here.head(branch(OPEN)), methods or ("squash",), "Add paper 1 (#5)", "Text"
    )


def test_a_pull_request_that_is_open_is_found(here: Scene) -> None:
    number = here.github.open_pull(BOT, branch(PUSHED), "By a run before")

    assert here.hub.perform(ADD) == Opened(number)


def test_a_branch_without_a_change_gets_no_pull_request(here: Scene) -> None:
    asked = {"ref": f"refs/heads/{branch(3)}", "sha": here.head("main")}
    here.github.hub.act("octo", "POST", "/repos/octo/papers/git/refs", asked)

    result = here.hub.perform(OpenPull(3, branch(3), "Add", ""))

    words = "Validation Failed: No commits between main and suggest/issue-3"
    assert result == Refused(words)


def test_a_branch_that_is_gone_gets_no_pull_request(here: Scene) -> None:
    here.github.delete_branch(branch(PUSHED))

    assert here.hub.perform(ADD) == Refused("Validation Failed: head invalid")
    assert here.time.slept == []


@pytest.mark.parametrize(("lag", "pauses"), [(1, []), (3, [1.0]), (7, [1.0, 2.0, 4.0])])
def test_a_branch_that_github_does_not_see_yet_is_waited_for(
    here: Scene, lag: int, pauses: list[float]
) -> None:
    here.github.state.settings.branches_lag = lag
    here.github.push_commit(branch(3), {"LICENSE": "free\n"}, BOT)

    assert isinstance(here.hub.perform(OpenPull(3, branch(3), "Add", "")), Opened)
    assert here.time.slept == pauses


def test_a_branch_that_github_does_not_see_at_all_is_left_to_the_next_run(here: Scene) -> None:
    here.github.state.settings.branches_lag = 99_999
    here.github.push_commit(branch(3), {"LICENSE": "free\n"}, BOT)
    before = len(here.hub.sent)

    assert here.hub.perform(OpenPull(3, branch(3), "Add", "")) == Refused(
        "Validation Failed: head invalid"
    )
    assert len(here.hub.sent) - before == 7


@pytest.mark.parametrize("lag", [3, 7])
def test_a_merge_right_after_a_push_waits_for_the_new_head(here: Scene, lag: int) -> None:
    here.github.state.settings.heads_lag = lag
    here.github.push_commit(branch(OPEN), {"LICENSE": "free\n"}, BOT)

    assert isinstance(here.hub.perform(merge(here)), Merged)
    assert 0 < len(here.time.slept) <= 3


def test_a_merge_at_a_head_that_never_comes_is_left_to_the_next_run(here: Scene) -> None:
    here.github.state.settings.heads_lag = 99_999
    here.github.push_commit(branch(OPEN), {"LICENSE": "free\n"}, BOT)

    assert isinstance(here.hub.perform(merge(here)), NotReady)
    assert here.time.slept == [1.0, 2.0, 4.0]


def test_a_repository_that_lets_no_job_open_pull_requests_is_told_apart(here: Scene) -> None:
    here.github.state.settings.actions_may_open_pulls = False

    result = here.hub.perform(ADD)

    assert isinstance(result, NotPermitted)
    assert "not permitted to create or approve pull requests" in result.message


def test_a_merge_has_the_title_and_message_that_were_asked_for(here: Scene) -> None:
    result = here.hub.perform(merge(here))

    assert result == Merged(here.head("main"))
    made = here.github.state.repo.objects.commit(here.head("main"))
    assert made.message.rstrip() == "Add paper 1 (#5)\n\nText"


def test_a_merge_that_github_is_not_ready_for_is_tried_again(here: Scene) -> None:
    here.github.hub.fault(Fault.REFUSED, path="/merge$", times=3, message=BUSY)

    assert isinstance(here.hub.perform(merge(here)), Merged)
    assert here.time.slept == [1.0, 2.0, 4.0]


def test_a_merge_that_stays_refused_is_left_to_the_next_run(here: Scene) -> None:
    here.github.hub.fault(Fault.REFUSED, path="/merge$", times=99, message=BUSY)
    before = len(here.hub.sent)

    assert here.hub.perform(merge(here)) == NotReady(BUSY)
    assert len(here.hub.sent) - before == 8


def test_a_pull_request_that_was_pushed_to_is_not_merged(here: Scene) -> None:
    approved = here.head(branch(OPEN))
    here.github.push_commit(branch(OPEN), {"LICENSE": "mine\n"}, "mia")

    result = here.hub.perform(merge(here, approved))

    assert isinstance(result, Refused)
    assert "Head branch was modified" in result.message
    assert here.time.slept == []
    assert not here.github.issue(PULL).opened.merged_at


def test_a_merge_that_conflicts_or_is_forbidden_is_refused_at_once(here: Scene) -> None:
    here.github.push_commit("main", {"README.md": "# Other\n"})
    assert isinstance(here.hub.perform(merge(here)), Refused)

    here.github.push_commit("main", {"README.md": "# Papers\n\n- one\n- two\n"})
    here.github.state.settings.required_checks = ("tests",)
    found = here.hub.perform(merge(here))
    assert found == Refused('Required status check "tests" is expected.')

    here.github.close(PULL, "mia")
    assert isinstance(here.hub.perform(merge(here)), Refused)
    assert here.time.slept == []


def test_a_branch_that_has_to_be_brought_up_to_date_first_is_told_apart(here: Scene) -> None:
    here.github.state.settings.up_to_date_required = True
    here.github.push_commit("main", {"LICENSE": "free\n"}, "octo")
    before = len(here.hub.sent)

    result = here.hub.perform(merge(here))

    assert isinstance(result, Behind)
    assert len(here.hub.sent) - before == 2


def test_a_method_that_is_not_allowed_is_refused(here: Scene) -> None:
    here.github.state.settings.allow_rebase_merge = False

    result = here.hub.perform(merge(here, "", "rebase"))

    assert result == Refused("Rebase merges are not allowed on this repository.")


def test_a_pull_request_that_never_was_is_gone(here: Scene) -> None:
    assert isinstance(here.hub.perform(EditPull(99, "text")), Gone)


def test_a_text_that_is_too_long_is_refused(here: Scene) -> None:
    result = here.hub.perform(EditPull(PULL, "x" * 65_537))

    assert isinstance(result, Refused)
    assert "body is too long (maximum is 65536 characters)" in result.message


@pytest.mark.parametrize(
    ("body", "closed", "seen"),
    [("<!-- bot:pull -->\nCloses #1", False, True), ("Closes #1", False, False), ("", True, False)],
    ids=["the bot's", "a person's", "closed there"],
)
def test_of_pull_requests_into_other_branches_only_the_bots_are_its_business(
    here: Scene, body: str, *, closed: bool, seen: bool
) -> None:
    here.github.push_commit("next", {"NOTES.md": "Next.\n"}, "mia")
    here.github.edit_issue(PULL, "mia", body=body)
    here.github.retarget(PULL, "next", "mia")
    if closed:
        here.github.close(PULL, "mia")

    world = here.hub.read()
    assert (PULL in world.pulls) is seen
    if seen:
        assert world.pulls[PULL].astray
        here.hub.perform(EditPull(PULL, body, back=True))
        assert here.github.issue(PULL).opened.base == "main"
        assert not here.hub.read().pulls[PULL].astray
