"""Do issues, comments, labels and reactions behave as on GitHub?"""

import pytest

from tests.github_server.client import Client
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.world import World


def test_an_issue_shows_what_was_written_and_by_whom(world: World, bot: Client) -> None:
    number = world.open_issue("ann", "A paper", "### Link\n\nhttps://example.org\n")

    issue = bot.get(f"/issues/{number}")

    assert (issue["number"], issue["title"], issue["state"]) == (1, "A paper", "open")
    assert issue["user"]["login"] == "ann"
    assert issue["user"]["type"] == "User"
    assert issue["author_association"] == "NONE"
    assert issue["url"] == "http://hub.invalid/repos/octo/papers/issues/1"
    assert "pull_request" not in issue


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


def test_a_form_sets_only_labels_that_exist_and_the_api_makes_the_others(
    world: World, bot: Client
) -> None:
    bot.post("/labels", {"name": "Submission", "color": "00ff00"})
    world.open_issue("ann", "by form", "x", ("submission", "unknown"))
    bot.post("/issues", {"title": "by API", "labels": ["submission", "unknown"]})

    assert [label["name"] for label in bot.get("/issues/1")["labels"]] == ["Submission"]
    assert [label["name"] for label in bot.get("/issues/2")["labels"]] == ["Submission", "unknown"]


def test_labels_of_somebody_without_write_permission_are_left_out(world: World) -> None:
    world.state.people.add("ann")

    issue = Client(world.hub, "ann-token").post("/issues", {"title": "x", "labels": ["a"]})

    assert issue["labels"] == []


def test_an_edited_body_changes_the_times_and_a_repeated_one_does_not(
    world: World, bot: Client
) -> None:
    world.open_issue("ann", "x", "one")
    created = bot.get("/issues/1")["updated_at"]
    world.edit_issue(1, "ann", body="one")
    assert bot.get("/issues/1")["updated_at"] == created
    assert world.issue(1).edited_at is None

    world.edit_issue(1, "mia", body="two")

    assert bot.get("/issues/1")["updated_at"] > created
    assert world.issue(1).edited_at == world.issue(1).updated_at
    assert world.issue(1).editor is world.state.people.find("mia")


def test_a_new_title_is_no_edit_of_the_body(world: World) -> None:
    world.open_issue("ann", "x", "one")

    world.edit_issue(1, "ann", title="y")

    assert world.issue(1).edited_at is None


@pytest.mark.parametrize(
    ("method", "path", "field"),
    [
        ("POST", "/issues", "body"),
        ("PATCH", "/issues/1", "body"),
        ("POST", "/issues/1/comments", "body"),
    ],
)
def test_a_body_has_at_most_65536_characters(
    world: World, bot: Client, method: str, path: str, field: str
) -> None:
    world.open_issue("ann", "x", "y")
    longest = "é" * 65_536

    assert bot.refused(method, path, {"title": "t", field: longest + "."}) == (
        422,
        "Validation Failed: body is too long (maximum is 65536 characters)",
    )
    assert bot.ask(method, path, {"title": "t", field: longest}).status < 300


def test_closing_keeps_the_reason_and_reopening_forgets_it(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")

    closed = bot.patch("/issues/1", {"state": "closed", "state_reason": "not_planned"})
    assert (closed["state"], closed["state_reason"]) == ("closed", "not_planned")
    assert closed["closed_by"]["login"] == "github-actions[bot]"

    world.reopen(1, "mia")
    reopened = bot.get("/issues/1")
    assert (reopened["state"], reopened["state_reason"]) == ("open", "reopened")
    assert reopened["closed_at"] is None


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


def test_lists_are_filtered_sorted_and_cut_into_pages(world: World, bot: Client) -> None:
    for at in range(1, 8):
        world.open_issue("ann" if at % 2 else "ben", f"paper {at}", "x")
    bot.post("/issues/3/labels", {"labels": ["a", "b"]})
    bot.post("/issues/5/labels", {"labels": ["a"]})
    world.close(2, "ben")
    moment = bot.get("/issues/2")["updated_at"]

    def numbers(query: str) -> list[int]:
        return [issue["number"] for issue in bot.get(f"/issues?{query}")]

    assert numbers("") == [7, 6, 5, 4, 3, 1]
    assert numbers("state=closed") == [2]
    assert numbers("state=all&direction=asc&per_page=3&page=2") == [4, 5, 6]
    assert numbers("labels=a") == [5, 3]
    assert numbers("labels=A,b") == [3]
    assert numbers("creator=ben&state=all") == [6, 4, 2]
    assert numbers("state=all&sort=updated") == [2, 5, 3, 7, 6, 4, 1]
    assert numbers(f"state=all&since={moment}") == [2]


def test_pages_are_linked_under_the_host_that_was_asked(world: World) -> None:
    for _ in range(5):
        world.open_issue("ann", "x", "y")

    answer = world.hub.handle(
        "GET",
        "/api/v3/repos/octo/papers/issues",
        "per_page=2&page=2&state=all",
        {},
        b"",
        "http://h:1",
    )

    base = "http://h:1/api/v3/repos/octo/papers/issues?per_page=2&page="
    assert answer.headers["Link"] == (
        f'<{base}1&state=all>; rel="prev", <{base}3&state=all>; rel="next", '
        f'<{base}3&state=all>; rel="last", <{base}1&state=all>; rel="first"'
    )


def test_pull_requests_are_issues_too(world: World, bot: Client) -> None:
    world.pull_from_fork("ann", {"new.txt": "1\n"}, "Add")

    issue = bot.get("/issues")[0]

    assert issue["pull_request"]["url"].endswith("/pulls/1")
    assert issue["html_url"] == "https://github.com/octo/papers/pull/1"


def test_comments_are_listed_edited_and_deleted(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    first = world.comment(1, "ann", "one")
    bot.post("/issues/1/comments", {"body": "two"})
    assert [c["body"] for c in bot.get("/issues/1/comments")] == ["one", "two"]
    assert bot.get("/issues/1")["comments"] == 2

    bot.patch(f"/issues/comments/{first}", {"body": "ONE"})
    shown = bot.get(f"/issues/comments/{first}")
    assert (shown["body"], shown["user"]["login"]) == ("ONE", "ann")
    assert shown["updated_at"] > shown["created_at"]
    assert [c["body"] for c in bot.get(f"/issues/comments?since={shown['updated_at']}")] == ["ONE"]

    bot.delete(f"/issues/comments/{first}")
    assert bot.refused("GET", f"/issues/comments/{first}") == (404, "Not Found")
    assert bot.refused("POST", "/issues/1/comments", {"body": " "})[0] == 422


def test_a_locked_issue_takes_comments_only_of_those_who_may_write(
    world: World, bot: Client
) -> None:
    world.open_issue("ann", "x", "y")
    world.lock(1, "mia")
    ann = Client(world.hub, "ann-token")

    assert ann.refused("POST", "/issues/1/comments", {"body": "z"}) == (
        403,
        "Unable to create comment because issue is locked.",
    )
    assert ann.refused("POST", "/issues/1/reactions", {"content": "eyes"})[0] == 403
    world.comment(1, "mia", "z")
    bot.post("/issues/1/comments", {"body": "z"})


def test_a_reaction_is_given_once(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    comment = world.comment(1, "ann", "/approve")
    place = f"/issues/comments/{comment}/reactions"

    first = bot.ask("POST", place, {"content": "+1"})
    second = bot.ask("POST", place, {"content": "+1"})

    assert (first.status, second.status) == (201, 200)
    assert first.body["id"] == second.body["id"]
    assert [r["user"]["login"] for r in bot.get(place)] == ["github-actions[bot]"]
    assert bot.get(f"/issues/comments/{comment}")["reactions"]["+1"] == 1
    assert bot.refused("POST", place, {"content": "thumbs"})[0] == 422
    bot.post("/issues/1/reactions", {"content": "rocket"})
    assert bot.get("/issues/1/reactions?content=eyes") == []
    bot.delete(f"{place}/{first.body['id']}")
    assert bot.get(place) == []


def test_labels_are_made_once_renamed_everywhere_and_removed_everywhere(
    world: World, bot: Client
) -> None:
    world.open_issue("ann", "x", "y")
    bot.post("/labels", {"name": "needs work", "color": "aabbcc", "description": "d"})
    assert bot.refused("POST", "/labels", {"name": "Needs Work"}) == (
        422,
        "Validation Failed: already_exists",
    )
    assert bot.refused("POST", "/labels", {"name": "x", "color": "#aabbcc"})[0] == 422
    assert bot.refused("POST", "/labels", {"name": "x", "description": "d" * 101})[0] == 422

    bot.post("/issues/1/labels", ["needs work", "other"])
    bot.patch("/labels/needs%20work", {"new_name": "to mend", "color": "000000"})
    assert [label["name"] for label in bot.get("/issues/1/labels")] == ["to mend", "other"]
    assert bot.get("/labels/TO%20MEND")["color"] == "000000"

    bot.delete("/issues/1/labels/other")
    assert bot.refused("DELETE", "/issues/1/labels/other") == (404, "Label does not exist")
    bot.delete("/labels/to%20mend")
    assert bot.get("/issues/1")["labels"] == []
    bot.put("/issues/1/labels", {"labels": ["a", "b"]})
    bot.delete("/issues/1/labels")
    assert bot.get("/issues/1/labels") == []
    assert [label["name"] for label in bot.get("/labels")] == ["other", "a", "b"]


def test_the_timeline_holds_events_and_comments_in_order(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    bot.post("/issues/1/labels", {"labels": ["a"]})
    world.comment(1, "ann", "hello")
    world.edit_issue(1, "ann", title="z")
    world.close(1, "mia", "not_planned")

    timeline = bot.get("/issues/1/timeline")

    assert [line["event"] for line in timeline] == ["labeled", "commented", "renamed", "closed"]
    assert [line["actor"]["login"] for line in timeline] == [
        "github-actions[bot]",
        "ann",
        "ann",
        "mia",
    ]
    assert [line["event"] for line in bot.get("/issues/1/events")] == [
        "labeled",
        "renamed",
        "closed",
    ]


def test_deleted_transferred_and_unknown_issues_are_three_things(world: World, bot: Client) -> None:
    world.open_issue("ann", "gone", "y")
    world.open_issue("ann", "moved", "y")
    comment = world.comment(1, "ann", "z")
    world.delete_issue(1)
    world.transfer_issue(2)

    assert bot.refused("GET", "/issues/1") == (410, "This issue was deleted")
    assert bot.refused("GET", f"/issues/comments/{comment}")[0] == 404
    moved = bot.ask("GET", "/issues/2")
    assert moved.status == 301
    assert moved.headers["Location"] == "http://hub.invalid/repos/octo/elsewhere/issues/1"
    assert bot.refused("GET", "/issues/3") == (404, "Not Found")
    assert bot.get("/issues?state=all") == []
    assert world.open_issue("ann", "next", "y") == 3


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
    ("area", "method", "path", "asked"),
    [
        ("issues", "POST", "/issues", {"title": "x"}),
        ("pull_requests", "POST", "/pulls", {"title": "x", "head": "a", "base": "main"}),
        ("contents", "POST", "/git/blobs", {"content": "x"}),
        ("statuses", "POST", "/statuses/" + "0" * 40, {"state": "success"}),
    ],
)
def test_a_job_without_a_permission_is_refused(
    world: World, bot: Client, area: str, method: str, path: str, asked: dict[str, str]
) -> None:
    world.state.people.grant(WORKFLOW_TOKEN, **{area: "read"})

    assert bot.refused(method, path, asked) == (403, "Resource not accessible by integration")


@pytest.mark.parametrize("path", ["//repos/octo/other", "//nowhere", "/issues/x"])
def test_what_is_not_there_is_404(bot: Client, path: str) -> None:
    assert bot.refused("GET", path) == (404, "Not Found")
