"""Is it told who somebody is and what they may do, as on GitHub?"""

import pytest

from tests.github_server.client import Client
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.world import World


@pytest.mark.parametrize(
    ("login", "association"), [("octo", "OWNER"), ("mia", "COLLABORATOR"), ("ann", "NONE")]
)
def test_association_tells_owner_and_collaborator_apart(
    world: World, bot: Client, login: str, association: str
) -> None:
    world.open_issue(login, "x", "y")

    assert bot.get("/issues/1")["author_association"] == association


def test_somebody_with_a_merged_pull_request_is_a_contributor(world: World, bot: Client) -> None:
    number = world.pull_from_fork("ann", {"new.txt": "1\n"}, "Add")
    world.merge_by_hand(number)
    world.open_issue("ann", "x", "y")

    assert bot.get("/issues/2")["author_association"] == "CONTRIBUTOR"


def test_strangers_may_edit_and_close_only_what_is_theirs(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    world.state.people.add("eve")
    eve = Client(world.hub, "eve-token")
    bot.post("/issues/1/comments", {"body": "hello"})
    comment = bot.get("/issues/1/comments")[0]["id"]

    refusals = [
        eve.refused("PATCH", "/issues/1", {"title": "z"})[0],
        eve.refused("PATCH", "/issues/1", {"state": "closed"})[0],
        eve.refused("PATCH", f"/issues/comments/{comment}", {"body": "z"})[0],
        eve.refused("POST", "/issues/1/labels", {"labels": ["a"]})[0],
        eve.refused("POST", "/labels", {"name": "a"})[0],
        eve.refused("POST", "/git/refs", {"ref": "refs/heads/x", "sha": "0" * 40})[0],
    ]
    assert refusals == [403] * 6
    world.close(1, "ann")


def test_what_a_vanished_person_wrote_is_by_the_ghost(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    world.delete_user("ann")

    assert bot.get("/issues/1")["user"]["login"] == "ghost"
    assert bot.refused("GET", "//users/ann")[0] == 404
    assert bot.refused("GET", "/collaborators/ann/permission")[0] == 404


@pytest.mark.parametrize(
    ("login", "permission"), [("octo", "admin"), ("mia", "write"), ("ann", "read"), ("tom", "none")]
)
def test_permission_is_one_of_four(world: World, bot: Client, login: str, permission: str) -> None:
    world.state.people.add("ann")
    world.state.people.allow("tom", "none")

    assert bot.get(f"/collaborators/{login}/permission")["permission"] == permission


def test_a_jobs_token_may_not_ask_who_it_is_but_a_person_may(world: World, bot: Client) -> None:
    assert bot.refused("GET", "//user") == (403, "Resource not accessible by integration")
    assert Client(world.hub, "mia-token").get("//user")["login"] == "mia"
    assert bot.get("//users/github-actions%5Bbot%5D")["type"] == "Bot"


def test_without_a_token_one_may_read_only(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    bot.headers = {}

    assert bot.get("/issues/1")["title"] == "x"
    assert bot.refused("POST", "/issues", {"title": "x"}) == (401, "Requires authentication")
    bot.headers = {"Authorization": "Bearer wrong"}
    assert bot.refused("GET", "/issues/1") == (401, "Bad credentials")


@pytest.mark.parametrize(
    ("area", "path", "asked"),
    [
        ("issues", "/issues", {"title": "x"}),
        ("pull_requests", "/pulls", {"title": "x", "head": "a", "base": "main"}),
        ("contents", "/git/blobs", {"content": "x"}),
        ("statuses", "/statuses/" + "0" * 40, {"state": "success"}),
    ],
)
def test_a_job_without_a_permission_is_refused(
    world: World, bot: Client, area: str, path: str, asked: dict[str, str]
) -> None:
    world.state.people.grant(WORKFLOW_TOKEN, **{area: "read"})

    assert bot.refused("POST", path, asked) == (403, "Resource not accessible by integration")


def test_a_job_without_a_permission_may_not_even_edit_what_is_its_own(
    world: World, bot: Client
) -> None:
    bot.post("/issues", {"title": "x"})
    comment = bot.post("/issues/1/comments", {"body": "x"})["id"]
    world.state.people.grant(WORKFLOW_TOKEN, issues="read")

    refusal = (403, "Resource not accessible by integration")
    assert bot.refused("PATCH", "/issues/1", {"title": "y"}) == refusal
    assert bot.refused("PATCH", f"/issues/comments/{comment}", {"body": "y"}) == refusal


@pytest.mark.parametrize("path", ["//repos/octo/other", "//nowhere", "/issues/x"])
def test_what_is_not_there_is_404(bot: Client, path: str) -> None:
    assert bot.refused("GET", path) == (404, "Not Found")
