"""Does the check of REST see what GitHub's description does not have?"""

import json
from typing import Any

import pytest

from tests.descriptions.rest import VERSIONS, Asked, found_operation, wrong_answer, wrong_request

HERE = "/repos/octo/papers"
LABEL = {
    "id": 1,
    "node_id": "LA_1",
    "url": f"https://api.github.com{HERE}/labels/ready",
    "name": "ready",
    "color": "c2e0c6",
    "default": False,
    "description": None,
}
REF = {
    "ref": "refs/heads/main",
    "node_id": "REF_1",
    "url": f"https://api.github.com{HERE}/git/refs/heads/main",
    "object": {"type": "commit", "sha": "a" * 40, "url": "https://api.github.com/x"},
}


def ask(method: str, path: str, body: object = None, **query: str) -> Asked:
    return Asked(method, path, query, b"" if body is None else json.dumps(body).encode())


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (ask("POST", f"{HERE}/issues", {"title": "A paper", "body": "text"}), ""),
        (ask("GET", f"{HERE}/issues", state="open", per_page="100", page="2"), ""),
        (ask("DELETE", f"{HERE}/git/refs/heads/suggest/issue-7"), ""),
        (ask("GET", f"{HERE}/contents/data/papers.json"), ""),
        (ask("GET", f"{HERE}/moods"), "no such operation is described"),
        (ask("PUT", f"{HERE}/issues"), "no such operation is described"),
        (ask("POST", f"{HERE}/issues", {"body": "text"}), "body: without 'title'"),
        (
            ask("POST", f"{HERE}/issues", {"title": "t", "tilte": "t"}),
            "body: Additional properties are not allowed ('tilte' was unexpected)",
        ),
        (
            ask("PATCH", f"{HERE}/issues/7", {"state": "shut"}),
            "body['state']: 'shut' is not one of ['open', 'closed']",
        ),
        (ask("POST", f"{HERE}/issues"), "the body is missing"),
        (ask("GET", f"{HERE}/issues", [1]), "no body is described"),
        (ask("GET", f"{HERE}/issues", stat="open"), "the query's 'stat' is not described"),
        (
            ask("GET", f"{HERE}/pulls", sort="mood"),
            (
                "the query's 'sort': 'mood' is not one of "
                "['created', 'updated', 'popularity', 'long-running']"
            ),
        ),
        (
            ask("GET", f"{HERE}/issues/seven"),
            "the path's 'issue_number': 'seven' is not of type 'integer'",
        ),
    ],
)
def test_a_request_is_as_described_or_it_is_said_what_is_wrong(asked: Asked, problem: str) -> None:
    assert wrong_request(asked) == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({}, ""),
        ({"description": "text"}, ""),
        ({"name": None}, "answer['name']: None is not of type 'string'"),
        ({"default": "no"}, "answer['default']: 'no' is not of type 'boolean'"),
        ({"url": "nowhere"}, "answer['url']: 'nowhere' is not a 'uri'"),
        (
            {"mood": "good"},
            "answer: Additional properties are not allowed ('mood' was unexpected)",
        ),
    ],
)
def test_an_answer_is_as_described_or_it_is_said_what_is_wrong(
    changed: dict[str, Any], problem: str
) -> None:
    found = wrong_answer(Asked("GET", f"{HERE}/labels/ready"), 200, LABEL | changed)
    assert found == ([problem] if problem else [])


def test_what_is_missing_in_an_answer_is_named_together() -> None:
    short = {key: value for key, value in LABEL.items() if key not in {"id", "color"}}
    assert wrong_answer(Asked("GET", f"{HERE}/labels/ready"), 200, short) == [
        "answer: without 'id', 'color'"
    ]


def test_a_right_answer_before_does_not_hide_a_wrong_one_of_another_shape() -> None:
    path = f"{HERE}/git/ref/heads/main"
    assert wrong_answer(Asked("GET", path), 200, REF) == []
    assert wrong_answer(Asked("GET", path), 200, REF | {"object": None}) != []
    assert wrong_answer(Asked("GET", path), 200, REF | {"ref": 7}) != []
    assert wrong_answer(Asked("GET", path), 200, REF) == []


@pytest.mark.parametrize(
    ("method", "path", "status", "problem"),
    [
        ("PUT", f"{HERE}/pulls/7/merge", 405, ""),
        ("PUT", f"{HERE}/pulls/7/merge", 503, ""),
        ("GET", f"{HERE}/pulls/7", 404, ""),
        ("GET", f"{HERE}/moods", 404, ""),
        (
            "PUT",
            f"{HERE}/pulls/7/merge",
            418,
            "the status 418 is none of 200, 403, 404, 405, 409, 422",
        ),
        ("GET", f"{HERE}/moods", 200, "no such operation is described"),
    ],
)
def test_a_status_is_a_described_one_or_one_that_any_request_may_get(
    method: str, path: str, status: int, problem: str
) -> None:
    body = {"message": "No", "documentation_url": "https://docs.github.com/rest", "status": "405"}
    assert wrong_answer(Asked(method, path), status, body) == ([problem] if problem else [])


def test_nothing_is_answered_where_nothing_is_described() -> None:
    assert wrong_answer(Asked("DELETE", f"{HERE}/git/refs/heads/x"), 204, None) == []
    assert wrong_answer(Asked("DELETE", f"{HERE}/git/refs/heads/x"), 204, {"ok": True}) == [
        "there is an answer where none is described"
    ]


def test_the_longer_path_is_found_first() -> None:
    found = found_operation(Asked("GET", f"{HERE}/commits/main/status"))
    assert found
    assert found[0].name == "GET /repos/{owner}/{repo}/commits/{ref}/status"


def test_a_later_version_lacks_what_it_has_dropped() -> None:
    rate = {"limit": 5000, "remaining": 5000, "used": 0, "reset": 1}
    shown = {"resources": {"core": rate, "search": rate}, "rate": rate}
    asked = Asked("GET", "/rate_limit")
    assert VERSIONS[0] == asked.version
    assert wrong_answer(asked, 200, shown) == []
    assert wrong_answer(asked._replace(version="2026-03-10"), 200, shown) == [
        "answer: Additional properties are not allowed ('rate' was unexpected)"
    ]
    del shown["rate"]
    assert wrong_answer(asked, 200, shown) == ["answer: without 'rate'"]
    assert wrong_answer(asked._replace(version="2026-03-10"), 200, shown) == []
