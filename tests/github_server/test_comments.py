"""Do comments, reactions and labels behave as on GitHub?"""

from tests.github_server.client import Client
from tests.github_server.world import World


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
