"""Is the whole state of the repository read, from all pages, in a handful of requests?"""

import pytest

from bot.errors import MissingError, OutageError
from bot.model.github.plan import STATUS, SetCommitStatus
from bot.model.github.world import Comment, Issue, Pull, PullReview, World
from tests.github_api.scene import BOT, MARK, NEW, OPEN, PULL, PUSHED, Scene, branch, scene
from tests.github_server.faults import Fault
from tests.github_server.world import World as GitHub


def test_everything_about_a_submission_is_read_in_two_requests(github: GitHub) -> None:
    github.edit_issue(OPEN, "ann", body="edited")
    github.close(PUSHED, "ann")
    github.reopen(PUSHED, "ann")
    github.hub.act("octo", "POST", "/repos/octo/papers/labels", {"name": "ready"})
    github.edit_issue(OPEN, "mia", labels=["ready"])
    github.state.settings.allow_rebase_merge = False
    github.lock(3, "mia")
    said, ordered = github.issue(OPEN).comments
    with scene(github) as here:
        head = here.head(branch(OPEN))
        here.hub.read()
        here.hub.perform(SetCommitStatus(PULL, head, passed=True, description="Fine"))
        before = len(here.hub.sent)

        world = here.hub.read()

        assert len(here.hub.sent) - before == 2
    issue, pull = github.issue(OPEN), github.issue(PULL)
    assert world.issues[OPEN] == Issue(
        number=OPEN,
        title="Paper 1",
        body="edited",
        author="ann",
        author_id=issue.author.number,
        created_at=issue.created_at,
        edited_at=str(issue.edited_at),
        editor="ann",
        labels=("ready",),
        comments=(
            Comment(
                id=said.id,
                author=BOT,
                body=f"{MARK}\nA pull request is open.",
                created_at=said.created_at,
            ),
            Comment(id=ordered.id, author="mia", body="/approve", created_at=ordered.created_at),
        ),
    )
    reopened = world.issues[PUSHED].reopened_at
    assert reopened == github.issue(PUSHED).timeline[-1]["created_at"]
    assert [n for n, each in world.issues.items() if each.locked] == [3]
    assert world.pulls == {
        PULL: Pull(
            number=PULL,
            branch=branch(OPEN),
            head=head,
            title="Add paper 1",
            body="Closes #1",
            created_at=pull.created_at,
            checked="success",
            checked_at=github.state.statuses[head][-1].created_at,
        )
    }
    assert world == World(
        name="octo/papers",
        today="2026-01-01",
        base="main",
        tip=here.head("main"),
        methods=("squash", "merge"),
        labels=frozenset({"ready"}),
        issues=world.issues,
        pulls=world.pulls,
        branches={branch(OPEN): head, branch(PUSHED): here.head(branch(PUSHED))},
    )
    assert list(world.issues) == [1, 2, 3, 4]


def test_the_bots_own_reactions_to_a_comment_are_its_signs(github: GitHub) -> None:
    ordered = github.issue(OPEN).comments[1].id
    path = f"/repos/octo/papers/issues/comments/{ordered}/reactions"
    github.hub.act("ann", "POST", path, {"content": "heart"})
    with scene(github) as here:
        assert not here.hub.read().issues[OPEN].comments[1].signs
        github.hub.act(BOT, "POST", path, {"content": "rocket"})
        assert here.hub.read().issues[OPEN].comments[1].signs == {"rocket"}


@pytest.mark.parametrize(
    ("reason", "rejected"),
    [("completed", False), ("not_planned", True), ("duplicate", True), (None, False)],
)
def test_an_issue_tells_who_closed_it_and_whether_as_rejected(
    github: GitHub, reason: str | None, *, rejected: bool
) -> None:
    github.close(NEW, "mia", reason)
    with scene(github) as here:
        found = here.hub.read().issues[NEW]
        assert (found.closed_by, found.rejected) == ("mia", rejected)
        github.reopen(NEW, "mia")
        found = here.hub.read().issues[NEW]
        assert (found.closed_by, found.rejected) == ("", False)


def test_a_vanished_author_is_the_ghost(github: GitHub) -> None:
    github.delete_user("ann")
    with scene(github) as here:
        assert here.hub.read().issues[OPEN].author == "ghost"


def test_what_was_closed_lately_is_there_too(github: GitHub) -> None:
    github.merge_by_hand(PULL, "mia")
    github.close(3, "ann")
    with scene(github) as here:
        world = here.hub.read()
        assert len(here.hub.sent) == 2
    pull = world.pulls[PULL]
    assert (pull.is_open, pull.merged, bool(pull.closed_at)) == (False, True, True)
    assert [world.issues[n].is_open for n in (OPEN, PUSHED, 3)] == [False, True, False]
    assert world.issues[3].closed_at


@pytest.mark.parametrize("way", ["deleted", "transferred"])
def test_an_issue_that_is_gone_is_missing(github: GitHub, way: str) -> None:
    (github.delete_issue if way == "deleted" else github.transfer_issue)(OPEN)
    with scene(github) as here:
        world = here.hub.read()
        assert len(here.hub.sent) == 2
    assert world.missing == {OPEN}
    assert OPEN not in world.issues
    assert PULL in world.pulls


def test_pull_requests_of_others_are_none_of_the_bots(github: GitHub) -> None:
    github.push_commit("mend", {"LICENSE": "x"})
    github.open_pull("mia", "mend", "Mend")
    fork = github.pull_from_fork("ann", {"LICENSE": "y"}, "From a fork")
    github.issue(fork).opened.head = branch(3)  # a branch of this name, but in the fork
    github.push_commit("release", {"LICENSE": "z"})
    elsewhere = github.open_pull(BOT, branch(PUSHED), "Elsewhere")
    github.issue(elsewhere).opened.base = "release"
    github.push_commit("suggest/else", {"LICENSE": "q"})
    with scene(github) as here:
        world = here.hub.read()
    assert list(world.pulls) == [PULL]
    assert world.branches[branch(PUSHED)] == here.head(branch(PUSHED))


@pytest.mark.parametrize(("open_issues", "most"), [(96, 3), (150, 4), (250, 6)])
def test_a_sweep_over_many_submissions_takes_few_requests(
    github: GitHub, open_issues: int, most: int
) -> None:
    for at in range(open_issues):
        github.open_issue("ann", f"Another {at}", "x")
    with scene(github) as here:
        world = here.hub.read()
        assert len(here.hub.sent) == most
    assert len(world.issues) == open_issues + 4


def test_a_hundred_submissions_with_pull_requests_take_four_requests(github: GitHub) -> None:
    for at in range(97):
        number = github.open_issue("ann", f"Another {at}", "x")
        github.push_commit(branch(number), {"README.md": f"{at}\n"}, BOT)
        github.open_pull(BOT, branch(number), "Add", f"Closes #{number}")
    with scene(github) as here:
        world = here.hub.read()
        assert len(here.hub.sent) <= 4
    assert len(world.pulls) == 98
    assert len(world.branches) == 99


def test_all_pages_of_comments_labels_and_pull_requests_are_read(github: GitHub) -> None:
    for at in range(230):
        github.comment(OPEN, "ann", f"{at}")
    for at in range(120):
        github.comment(PULL, "ann", f"{at}")
    for at in range(101):
        github.hub.act("octo", "POST", "/repos/octo/papers/labels", {"name": f"l{at}"})
        github.push_commit(f"other/{at}", {"LICENSE": f"{at}"})
        github.open_pull("mia", f"other/{at}", "Other")
    with scene(github) as here:
        world = here.hub.read()
        # Comments of the issue 3 pages, twice; of the pull request 2; labels 2; pull requests 2.
        # Those of people are looked at as well, a hundred at once.
        assert len(here.hub.sent) == 2 + 2 * 2 + 1 + 1 + 1 + 1
    assert [c.body for c in world.issues[OPEN].comments[2:]] == [str(at) for at in range(230)]
    assert [c.body for c in world.pulls[PULL].comments] == [str(at) for at in range(120)]
    assert len(world.labels) == 101


def test_reviews_are_read_with_the_commit_that_they_are_of(github: GitHub) -> None:
    head = github.issue(PULL).opened.head_sha
    github.review(PULL, "ann", "COMMENT", "Is it new?")
    github.approve(PULL, "mia")
    github.push_commit(branch(OPEN), {"README.md": "Changed.\n"}, "mia")
    for at in range(120):
        github.review(PULL, "mia", "REQUEST_CHANGES", f"{at}")
    with scene(github) as here:
        found = here.hub.read().pulls[PULL].reviews
        assert len(here.hub.sent) == 3
    asked, approved, *others = github.issue(PULL).opened.reviews
    assert found[:2] == (
        PullReview(
            id=asked.id,
            author="ann",
            body="Is it new?",
            created_at=asked.created_at,
            state="COMMENTED",
            commit=head,
        ),
        PullReview(
            id=approved.id,
            author="mia",
            body="",
            created_at=approved.created_at,
            state="APPROVED",
            commit=head,
        ),
    )
    assert [each.body for each in found[2:]] == [each.body for each in others]
    assert {each.commit for each in found[2:]} == {github.issue(PULL).opened.head_sha}


def test_who_edited_a_comment_is_read_and_when(github: GitHub) -> None:
    ordered = github.issue(OPEN).comments[1]
    github.edit_comment(ordered.id, "octo", "/decline")
    with scene(github) as here:
        found = here.hub.read().issues[OPEN].comments[1]
    assert (found.body, found.author, found.editor) == ("/decline", "mia", "octo")
    assert found.created_at < found.edited_at == ordered.edited_at


def test_old_pull_requests_of_an_open_issue_are_found_however_many_came_after(
    github: GitHub,
) -> None:
    github.close(PULL, "mia")
    for at in range(60):
        github.push_commit(f"other/{at}", {"LICENSE": f"{at}"})
        github.close(github.open_pull("mia", f"other/{at}", "Other"), "mia")
    with scene(github) as here:
        world = here.hub.read()
        assert len(here.hub.sent) == 3
    assert list(world.pulls) == [PULL]
    assert not world.pulls[PULL].is_open


def test_a_branch_without_a_pull_request_is_found_among_hundreds_of_old_ones(
    github: GitHub,
) -> None:
    for at in range(120):
        github.push_commit(f"suggest/issue-{1000 + at}", {"LICENSE": f"{at}"})
    github.delete_branch(branch(PUSHED))
    # GitHub lists branches by name, so that 899 comes after 1000.
    late = github.state.issues.pop(github.open_issue("ann", "Late", "x"))
    late.number = 899
    github.state.issues[late.number] = late
    github.push_commit("suggest/issue-899", {"LICENSE": "late"}, BOT)
    with scene(github) as here:
        world = here.hub.read()
        assert len(here.hub.sent) == 2
    assert world.branches["suggest/issue-899"] == here.head("suggest/issue-899")
    assert branch(PUSHED) not in world.branches


def test_a_status_of_another_name_or_of_an_older_head_is_not_the_bots(github: GitHub) -> None:
    def publish(sha: str, context: str) -> None:
        asked = {"state": "success", "context": context}
        github.hub.act("octo", "POST", f"/repos/octo/papers/statuses/{sha}", asked)

    with scene(github) as here:
        publish(here.head(branch(OPEN)), "other")
        assert here.hub.read().pulls[PULL].checked == ""
        publish(here.head(branch(OPEN)), STATUS)
        assert here.hub.read().pulls[PULL].checked == "success"
        github.push_commit(branch(OPEN), {"LICENSE": "x"}, "mia")
        assert here.hub.read().pulls[PULL].checked == ""


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.ERROR_BEFORE, Fault.TRUNCATED])
@pytest.mark.parametrize("at", [1, 2])
def test_a_passing_outage_while_reading_is_got_over(github: GitHub, fault: Fault, at: int) -> None:
    with scene(github) as here:
        github.hub.fault(fault, at=at, times=2)
        assert here.hub.read().pulls
        assert here.time.slept


@pytest.mark.parametrize("times", [1, 4])
def test_lists_that_are_too_much_at_once_are_read_all_the_same(github: GitHub, times: int) -> None:
    with scene(github) as here:
        whole = here.hub.read()
        requests = len(here.hub.sent)
        github.hub.fault(Fault.ERROR_AFTER, times=times)

        assert here.hub.read() == whole
        assert len(here.hub.sent) > 2 * requests
        assert not here.time.slept


def test_a_lasting_outage_while_reading_is_told(github: GitHub) -> None:
    with scene(github) as here:
        github.hub.fault(Fault.ERROR_BEFORE, times=99)
        with pytest.raises(OutageError, match="500"):
            here.hub.read()
        assert len(here.hub.sent) == 3


def test_another_repository_is_missing(github: GitHub) -> None:
    with scene(github) as here:
        github.state.name = "renamed"
        with pytest.raises(MissingError, match="octo/papers"):
            here.hub.read()


def test_people_with_the_right_to_write_may_command_and_each_is_asked_for_once(
    here: Scene,
) -> None:
    here.github.state.people.allow("ada", "admin")
    here.github.state.people.allow("rob", "read")
    before = len(here.hub.sent)

    found = [here.hub.may_command(who) for who in ("mia", "ada", "rob", "ann", "nobody", "ghost")]

    assert found == [True, True, False, False, False, False]
    assert len(here.hub.sent) - before == 5
    assert here.hub.may_command("mia")
    assert here.hub.may_command("../../issues") is False
    assert len(here.hub.sent) - before == 6
