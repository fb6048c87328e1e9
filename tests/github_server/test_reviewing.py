"""Are reviews taken, refused, counted and shown as GitHub does?"""

import pytest

from tests.github_server.client import HEAD, Client, suggest
from tests.github_server.wire import ApiError
from tests.github_server.world import World

DECIDED = """
query($number: Int!) { repository(owner: "octo", name: "papers") {
  pullRequest(number: $number) { reviewDecision reviews(first: 10) { nodes {
    fullDatabaseId state body submittedAt commit { oid } author { login } } } } } }"""


def decision(bot: Client, number: int) -> str | None:
    found = bot.query(DECIDED, number=number)
    word: str | None = found["data"]["repository"]["pullRequest"]["reviewDecision"]
    return word


def test_a_review_names_its_author_its_word_and_the_commit_it_was_given_on(
    world: World, bot: Client
) -> None:
    number = suggest(world, bot)
    review = world.review(number, "mia", "REQUEST_CHANGES", "Which venue?")
    head = world.issue(number).opened.head_sha
    world.push_commit(HEAD, {"other": "1"})

    (shown,) = bot.get(f"/pulls/{number}/reviews")
    assert (shown["id"], shown["state"]) == (review, "CHANGES_REQUESTED")
    assert (shown["body"], shown["commit_id"]) == ("Which venue?", head)
    (node,) = bot.query(DECIDED, number=number)["data"]["repository"]["pullRequest"]["reviews"][
        "nodes"
    ]
    assert node == {
        "fullDatabaseId": str(review),
        "state": "CHANGES_REQUESTED",
        "body": "Which venue?",
        "submittedAt": shown["submitted_at"],
        "commit": {"oid": head},
        "author": {"login": "mia"},
    }


@pytest.mark.parametrize(
    ("event", "body", "login", "message"),
    [
        ("REQUEST_CHANGES", "", "mia", "Unprocessable Entity: body is required"),
        ("COMMENT", " ", "mia", "Unprocessable Entity: body is required"),
        ("APPROVE", "", "octo", "Can not approve your own pull request"),
        ("REQUEST_CHANGES", "No", "octo", "Can not request changes on your own pull request"),
        ("SHRUG", "", "mia", 'No subschema in "oneOf" matched.'),
    ],
)
def test_a_review_that_github_does_not_take_is_refused(
    world: World, event: str, body: str, login: str, message: str
) -> None:
    world.push_commit(HEAD, {"other": "1"})
    number = world.open_pull("octo", HEAD, "Mine")
    with pytest.raises(ApiError, match=message.replace(".", r"\.")) as caught:
        world.review(number, login, event, body)
    assert caught.value.status == 422


def test_nobody_reviews_a_locked_pull_request_but_who_may_write(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    world.lock(number, "mia")
    with pytest.raises(ApiError) as caught:
        world.review(number, "ann", "COMMENT", "Nice")
    assert (caught.value.status, caught.value.errors) == (422, ["lock prevents review"])
    assert world.review(number, "mia", "COMMENT", "Nice")


def test_the_decision_is_that_of_those_who_may_write_and_only_where_one_is_asked_for(
    world: World, bot: Client
) -> None:
    number = suggest(world, bot)
    world.approve(number, "mia")
    assert decision(bot, number) is None
    world.state.settings.approvals_required = 1
    assert decision(bot, number) == "APPROVED"
    review = world.review(number, "mia", "REQUEST_CHANGES", "Wait")
    world.review(number, "mia", "COMMENT", "Still")
    assert decision(bot, number) == "CHANGES_REQUESTED"
    world.dismiss_review(number, review, "octo")
    world.approve(number, "ann")  # a reader
    assert decision(bot, number) == "REVIEW_REQUIRED"
    world.edit_review(number, review, "mia", "Waited")
    assert bot.get(f"/pulls/{number}/reviews")[1]["body"] == "Waited"
    assert [e.action for e in world.hub.events if e.name == "pull_request_review"] == [
        "submitted",
        "submitted",
        "submitted",
        "dismissed",
        "submitted",
        "edited",
    ]
