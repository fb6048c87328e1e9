"""Do issues, comments, labels and reactions behave as on GitHub?"""

import pytest

from tests.github_server.client import Client
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
