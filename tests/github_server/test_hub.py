"""Do faults, hooks, limits and the log do what a test of a crash needs?"""

from pathlib import Path

import pytest

from tests.github_server.client import Client, suggest
from tests.github_server.wire import ConnectionDroppedError, Request
from tests.github_server.world import World

COMMENT = ("POST", "/issues/1/comments", {"body": "hello"})


def comments(world: World) -> int:
    return len(world.issue(1).comments)


@pytest.fixture(autouse=True)
def issue(world: World) -> None:
    world.open_issue("ann", "x", "y")


@pytest.mark.parametrize(
    ("kind", "left", "status"),
    [
        ("reset before", 0, 0),
        ("reset after", 1, 0),
        ("500 before", 0, 500),
        ("502 after", 1, 502),
        ("403", 0, 403),
        ("429", 0, 429),
        ("secondary rate limit", 0, 403),
        ("truncated", 1, 201),
        ("refused", 0, 422),
        ("slow", 1, 201),
    ],
)
def test_a_fault_comes_before_or_after_the_effect(
    world: World, bot: Client, kind: str, left: int, status: int
) -> None:
    world.hub.fault(kind, at=1, status=422)

    if status:
        path = "/repos/octo/papers/issues/1/comments"
        found = world.hub.handle("POST", path, "", bot.headers, b'{"body": "hello"}')
        assert found.status == status
    else:
        with pytest.raises(ConnectionDroppedError):
            bot.ask(*COMMENT)

    assert comments(world) == left
    assert world.hub.log[-1].status == status
    assert bool(world.hub.log[-1].writes) == bool(left)
    assert bot.ask(*COMMENT).status == 201


def test_a_fault_waits_for_its_call_or_its_path(world: World, bot: Client) -> None:
    world.hub.fault("500 before", at=3)
    world.hub.fault("500 before", path="/labels$", method="POST", times=2)

    statuses = [bot.ask("GET", "/issues/1").status for _ in range(4)]
    statuses += [bot.ask("POST", "/labels", {"name": "a"}).status for _ in range(3)]

    assert statuses == [200, 200, 500, 200, 500, 500, 201]


def test_faults_are_forgotten_on_request(world: World, bot: Client) -> None:
    world.hub.fault("500 before", at=1)
    world.hub.clear_faults()

    assert bot.ask("GET", "/issues/1").status == 200


@pytest.mark.parametrize("kind", ["429", "403", "secondary rate limit"])
def test_a_refusal_says_when_to_come_again_if_so_set(world: World, bot: Client, kind: str) -> None:
    world.hub.fault(kind, at=1, retry_after=7)
    world.hub.fault(kind, at=2)

    first, second = (bot.ask("GET", "/issues/1") for _ in range(2))

    assert first.headers["Retry-After"] == "7"
    assert "Retry-After" not in second.headers


def test_a_refusal_can_have_any_words(world: World, bot: Client) -> None:
    world.hub.fault("refused", at=1, status=410, message="Gone for good")

    assert bot.refused("GET", "/issues/1") == (410, "Gone for good")


def test_a_truncated_answer_is_half_of_it(world: World) -> None:
    path = "/repos/octo/papers/issues/1"
    whole = world.hub.handle("GET", path).payload()
    world.hub.fault("truncated", at=1)

    assert world.hub.handle("GET", path).payload() == whole[: len(whole) // 2]


def test_a_slow_answer_leaves_the_waiting_to_its_carrier(world: World) -> None:
    world.hub.fault("slow", at=1, delay=30)

    assert world.hub.handle("GET", "/repos/octo/papers").delay == 30


class Crash(BaseException):
    """The bot dies."""


@pytest.mark.parametrize(("hook", "left"), [("before_request", 0), ("after_request", 1)])
def test_a_hook_can_crash_the_client_before_or_after_a_request(
    world: World, bot: Client, hook: str, left: int
) -> None:
    def crash(count: int, request: Request) -> None:
        if (count, request.method) == (2, "POST"):
            raise Crash

    setattr(world.hub, hook, crash)
    bot.get("/issues/1")

    with pytest.raises(Crash):
        bot.ask(*COMMENT)

    assert comments(world) == left


def test_requests_run_out(world: World, bot: Client) -> None:
    world.state.rate.limit, world.state.rate.remaining = 1_000, 2

    first = bot.ask("GET", "/issues/1")
    bot.get("/issues/1")
    refused = bot.ask(*COMMENT)

    assert first.headers["X-RateLimit-Remaining"] == "1"
    assert (refused.status, refused.headers["X-RateLimit-Remaining"]) == (403, "0")
    assert refused.body["message"].startswith("API rate limit exceeded")
    assert comments(world) == 0
    assert bot.get("//rate_limit")["rate"]["remaining"] == 0


def test_the_log_tells_what_each_request_changed_and_leaves_people_out(
    world: World, bot: Client
) -> None:
    bot.get("/issues/1")
    bot.ask(*COMMENT)
    world.comment(1, "ann", "by hand")
    bot.ask("POST", "/issues/1/comments", {})

    assert [line[1:] for line in world.hub.log] == [
        ("GET", "/repos/octo/papers/issues/1", 200, ()),
        ("POST", "/repos/octo/papers/issues/1/comments", 201, ("issue_comment created",)),
        ("POST", "/repos/octo/papers/issues/1/comments", 422, ()),
    ]


def test_what_is_no_json_is_refused(world: World, bot: Client) -> None:
    found = world.hub.handle("POST", "/repos/octo/papers/issues", "", bot.headers, b"{")

    assert found.status == 400


def test_the_same_acts_give_the_same_repository_and_answers(tmp_path: Path) -> None:
    def story(folder: Path) -> tuple[object, object]:
        world = World.create(folder, {"README.md": "x\n"}, "trunk")
        world.open_issue("ann", "A paper", "text")
        world.push_commit("suggest/issue-1", {"README.md": "y\n"})
        world.merge_by_hand(world.open_pull("octo", "suggest/issue-1", "A", "Closes #1"))
        bot = Client(world.hub)
        return bot.get("/issues?state=all"), bot.get("/branches")

    assert story(tmp_path / "a") == story(tmp_path / "b")


def test_the_version_of_the_api_that_is_asked_for_decides_what_is_shown(
    world: World, bot: Client
) -> None:
    number = suggest(world, bot)
    assert "merge_commit_sha" in bot.get(f"/pulls/{number}")
    bot.headers["X-GitHub-Api-Version"] = "2026-03-10"
    assert "merge_commit_sha" not in bot.get(f"/pulls/{number}")
    bot.headers["X-GitHub-Api-Version"] = "1999-01-01"
    assert bot.ask("GET", f"/pulls/{number}").status == 400


def test_ids_are_larger_than_the_integers_of_graphql(world: World, bot: Client) -> None:
    query = """{ repository(owner: "octo", name: "papers") { issue(number: 1) {
      comments(first: 1) { nodes { databaseId fullDatabaseId } } } } }"""
    world.open_issue("ann", "A paper", "")
    for large in (False, True):
        world.state.settings.large_ids = large
        comment = world.comment(1, "ann", "Hello")
        assert (comment >= 2**31) is large
        (node,) = bot.query(query)["data"]["repository"]["issue"]["comments"]["nodes"]
        assert node["fullDatabaseId"] == str(comment)
        assert node["databaseId"] == (None if large else comment)
        bot.delete(f"/issues/comments/{comment}")
