"""Is every change told as GitHub tells it to workflows?"""

import pytest

from tests.github_server.client import Client
from tests.github_server.people import APP_TOKEN, WORKFLOW_TOKEN
from tests.github_server.state import Event
from tests.github_server.world import World


def told(world: World) -> list[str]:
    """Give the events so far as words, and forget them."""
    words = [f"{e.name} {e.action}".strip() for e in world.hub.events]
    world.hub.events.clear()
    return words


def last(world: World) -> Event:
    return world.hub.events[-1]


def test_an_issue_with_labels_is_opened_and_then_labelled_with_each(
    world: World, bot: Client
) -> None:
    bot.post("/labels", {"name": "a"})
    bot.post("/labels", {"name": "b"})

    world.open_issue("ann", "A paper", "text", ("a", "b"))

    assert told(world) == ["issues opened", "issues labeled", "issues labeled"]


def test_a_payload_holds_the_issue_the_repository_and_the_sender(world: World) -> None:
    world.open_issue("ann", "A paper", "one")
    world.edit_issue(1, "mia", body="two", title="B")

    payload = last(world).payload

    assert payload["action"] == "edited"
    assert payload["issue"]["body"] == "two"
    assert payload["changes"] == {"title": {"from": "A paper"}, "body": {"from": "one"}}
    assert payload["sender"]["login"] == "mia"
    assert payload["repository"]["full_name"] == "octo/papers"
    assert payload["repository"]["default_branch"] == "main"
    assert payload["issue"]["url"] == "https://api.github.com/repos/octo/papers/issues/1"


def test_comments_are_told_with_their_issue_on_pull_requests_too(world: World) -> None:
    world.pull_from_fork("ann", {"a": "1"}, "A")
    comment = world.comment(1, "mia", "/approve")

    payload = last(world).payload
    assert payload["comment"]["body"] == "/approve"
    assert "pull_request" in payload["issue"]

    world.edit_comment(comment, "mia", "/hold")
    assert last(world).payload["changes"] == {"body": {"from": "/approve"}}
    assert told(world)[-2:] == ["issue_comment created", "issue_comment edited"]


def test_nothing_is_told_where_nothing_changed(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    comment = world.comment(1, "ann", "z")
    bot.post("/issues/1/labels", {"labels": ["a"]})
    told(world)

    bot.patch("/issues/1", {"title": "x", "body": "y", "state": "open", "labels": ["a"]})
    bot.patch(f"/issues/comments/{comment}", {"body": "z"})
    bot.post("/issues/1/labels", {"labels": ["a"]})

    assert told(world) == []
    assert [line.writes for line in world.hub.log[-3:]] == [(), (), ()]


def test_a_push_tells_where_the_branch_was_and_is(world: World) -> None:
    before = world.state.repo.branch("main")
    after = world.push_commit("main", {"a": "1"}, "mia", "Title\n")

    payload = last(world).payload

    assert (payload["ref"], payload["before"], payload["after"]) == (
        "refs/heads/main",
        before,
        after,
    )
    assert payload["head_commit"] == {"id": after, "message": "Title\n"}
    assert (payload["created"], payload["deleted"], payload["forced"]) == (False, False, False)


def test_a_pull_request_is_told_from_opening_to_merging(world: World) -> None:
    world.open_issue("ann", "x", "y")
    world.push_commit("suggest/issue-1", {"a": "1"})
    number = world.open_pull("mia", "suggest/issue-1", "A", "Closes #1")
    world.push_commit("suggest/issue-1", {"a": "2"})
    told(world)

    world.merge_by_hand(number, "mia")
    merged = world.hub.events[1].payload["pull_request"]
    world.delete_branch("suggest/issue-1")

    assert merged["merged"] is True
    assert told(world) == ["push", "pull_request closed", "issues closed", "push"]


def test_a_pull_request_from_opening_to_the_end_of_its_branch(world: World) -> None:
    world.push_commit("b", {"a": "1"})
    world.open_pull("mia", "b", "A")
    world.push_commit("b", {"a": "2"})
    world.delete_branch("b")

    assert told(world) == [
        "push",
        "pull_request opened",
        "push",
        "pull_request synchronize",
        "push",
        "pull_request closed",
    ]


@pytest.mark.parametrize(
    ("token", "starts"), [(WORKFLOW_TOKEN, "nothing"), (APP_TOKEN, "run"), ("mia-token", "run")]
)
def test_what_a_jobs_own_token_does_starts_no_workflow(
    world: World, token: str, starts: str
) -> None:
    Client(world.hub, token).post("/issues", {"title": "x"})

    assert last(world).starts == starts
    assert last(world).by_workflow == (token == WORKFLOW_TOKEN)


def test_a_pull_request_by_a_job_waits_for_somebodys_approval(world: World, bot: Client) -> None:
    world.push_commit("suggest/issue-1", {"a": "1"})

    bot.post("/pulls", {"head": "suggest/issue-1", "base": "main", "title": "x"})

    assert (last(world).name, last(world).action, last(world).starts) == (
        "pull_request",
        "opened",
        "approval",
    )
    bot.patch("/pulls/1", {"state": "closed"})
    assert last(world).starts == "nothing"


def test_deletion_transfer_and_locking_are_told(world: World) -> None:
    world.open_issue("ann", "x", "y")
    world.open_issue("ann", "x", "y")
    told(world)

    world.lock(1, "mia")
    world.delete_issue(1)
    world.transfer_issue(2)

    assert told(world) == ["issues locked", "issues deleted", "issues transferred"]
