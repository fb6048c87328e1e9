"""Is what GitHub says of one thing read for what it is?"""

import pytest

from bot.github_api.world import payload
from bot.model.github.plan import STATUS

OLD, NEW = "1" * 40, "2" * 40


@pytest.mark.parametrize(
    ("author", "login"),
    [
        (None, "ghost"),
        ({"__typename": "User", "login": "ann"}, "ann"),
        ({"__typename": "Bot", "login": "github-actions"}, "github-actions[bot]"),
        ({"__typename": "Bot", "login": "github-actions[bot]"}, "github-actions[bot]"),
        ({"__typename": "User", "login": "github-actions"}, "github-actions"),
    ],
)
def test_a_bot_has_the_login_that_it_has_everywhere_else(
    author: payload.Node | None, login: str
) -> None:
    assert payload.login(author) == login


@pytest.mark.parametrize(
    ("author", "number"),
    [
        (None, 0),
        ({"__typename": "User", "login": "ann", "databaseId": 7}, 7),
        ({"__typename": "User", "login": "ann", "databaseId": None}, 0),
        ({"__typename": "Mannequin", "login": "ann"}, 0),
    ],
    ids=["gone", "there", "without a number", "of an import"],
)
def test_an_author_without_an_account_has_no_number(
    author: payload.Node | None, number: int
) -> None:
    node = {
        "number": 5,
        "title": "A paper",
        "body": "",
        "state": "OPEN",
        "locked": False,
        "author": author,
        "createdAt": "2026-01-01T00:00:00Z",
        "lastEditedAt": None,
        "closedAt": None,
        "labels": {"nodes": []},
        "timelineItems": {"nodes": []},
    }

    assert payload.issue(node, "bot").author_id == number


@pytest.mark.parametrize(
    ("ref", "checked"),
    [
        (None, ""),
        ({"target": {"oid": NEW, "status": None}}, ""),
        ({"target": {"oid": NEW, "status": {"contexts": []}}}, ""),
        ({"target": {"oid": NEW, "status": {"contexts": [(STATUS, "SUCCESS")]}}}, "success"),
        ({"target": {"oid": NEW, "status": {"contexts": [(STATUS, "FAILURE")]}}}, "failure"),
        ({"target": {"oid": NEW, "status": {"contexts": [(STATUS, "PENDING")]}}}, ""),
        ({"target": {"oid": NEW, "status": {"contexts": [("other", "SUCCESS")]}}}, ""),
        ({"target": {"oid": OLD, "status": {"contexts": [(STATUS, "SUCCESS")]}}}, "success"),
    ],
    ids=["no branch", "none", "empty", "passed", "failed", "pending", "another's", "follows late"],
)
def test_a_pull_request_is_checked_by_the_bots_own_status_of_its_head(
    ref: payload.Node | None, checked: str
) -> None:
    target = (ref or {}).get("target", {})
    if status := target.get("status"):
        status["contexts"] = [
            {"context": name, "state": s, "createdAt": "2026-01-01T00:00:00Z"}
            for name, s in status["contexts"]
        ]
    node = {
        "number": 5,
        "title": "Add",
        "body": "",
        "pullState": "OPEN",
        "createdAt": "2026-01-01T00:00:00Z",
        "closedAt": None,
        "headRefName": "suggest/issue-1",
        "headRefOid": NEW,
        "headRef": ref,
        "baseRefName": "main",
        "labels": {"nodes": []},
        "timelineItems": {"nodes": []},
    }

    assert payload.pull(node, "bot", "main").checked == checked


@pytest.mark.parametrize(
    ("prefix", "name"),
    [("refs/heads/", "suggest/issue-1"), ("refs/heads/suggest/", "issue-1")],
)
def test_a_branch_has_its_whole_name_however_github_cuts_it(prefix: str, name: str) -> None:
    node = {"prefix": prefix, "name": name, "target": {"oid": NEW}}

    assert payload.branch(node) == ("suggest/issue-1", NEW)
