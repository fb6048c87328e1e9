"""Does the check of GraphQL see what GitHub's schema does not have?"""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.descriptions.graph import wrong_answer, wrong_request

Json = dict[str, Any]
QUERY = """query($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(first: 2, after: $after) {
      nodes { number title ...more }
      pageInfo { hasNextPage endCursor }
    }
  }
}
fragment more on Issue {
  state lastEditedAt author { __typename login ... on User { databaseId } }
  timelineItems(first: 1, itemTypes: [REOPENED_EVENT]) {
    nodes { ... on ReopenedEvent { createdAt } }
  }
}"""
HERE = {"owner": "octo", "name": "papers"}
ISSUE = {
    "number": 7,
    "title": "A paper",
    "state": "OPEN",
    "lastEditedAt": None,
    "author": {"__typename": "User", "login": "ann", "databaseId": 12},
    "timelineItems": {"nodes": [{"createdAt": "2026-01-01T00:00:00Z"}]},
}


def asked(query: str = QUERY, **variables: object) -> Json:
    return {"query": query, "variables": HERE | variables}


@pytest.mark.parametrize(
    ("payload", "problem"),
    [
        (asked(), ""),
        (asked(after=None), ""),
        (asked(QUERY.replace("title ", "titel ")), "Cannot query field 'titel' on type 'Issue'"),
        (asked(QUERY.replace("first: 2", "first: ALL")), "Int cannot represent non-integer value"),
        (asked(after=7), "Variable '$after' has invalid value"),
        (asked(mood="good"), "the variable 'mood' is not declared"),
        (asked("query {"), "Syntax Error"),
        ({"variables": {}}, "there is no query"),
        (
            {"query": QUERY, "variables": {"owner": "octo"}},
            "Variable '$name'",
        ),
        (asked(QUERY.replace("ReopenedEvent", "Label")), "Fragment cannot be spread here"),
    ],
)
def test_a_query_fits_the_schema_or_it_is_said_what_is_wrong(payload: Json, problem: str) -> None:
    found = wrong_request(payload)
    assert [words.startswith(problem) for words in found] == ([True] if problem else []), found


def test_what_is_deprecated_is_wrong() -> None:
    query = "{ node(id: 1) { ... on PullRequestReview { databaseId } } }"
    assert [words[:54] for words in wrong_request({"query": query})] == [
        "The field PullRequestReview.databaseId is deprecated. "
    ]


def changed(change: Callable[[Json], object]) -> Json:
    issue = copy.deepcopy(ISSUE)
    change(issue)
    page = {"nodes": [None, issue], "pageInfo": {"hasNextPage": False, "endCursor": None}}
    return {"data": {"repository": {"issues": page}}}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda issue: issue, ""),
        (lambda issue: issue.update(author=None), ""),
        (lambda issue: issue.update(author={"__typename": "Bot", "login": "app"}), ""),
        (lambda issue: issue.update(lastEditedAt="2026-01-01T00:00:00Z"), ""),
        (lambda issue: issue.update(title=None), "title: null, where the schema has String!"),
        (lambda issue: issue.update(number="7"), 'number: "7", where the schema has Int'),
        (lambda issue: issue.update(number=2**31), "number: 2147483648, where the schema has Int"),
        (
            lambda issue: issue.update(state="AJAR"),
            'state: "AJAR", where the schema has IssueState',
        ),
        (
            lambda issue: issue.update(lastEditedAt="yesterday"),
            'lastEditedAt: "yesterday", where the schema has DateTime',
        ),
        (lambda issue: issue.pop("title"), "title: asked for of Issue, and missing"),
        (lambda issue: issue.update(mood=1), "mood: not asked for of Issue"),
        (lambda issue: issue.update(author=7), "author: no object, where the schema has Actor"),
        (
            lambda issue: issue["author"].pop("databaseId"),
            "author.databaseId: asked for of User, and missing",
        ),
        (
            lambda issue: issue["author"].update(__typename="Cat"),
            "author.__typename: 'Cat', which is no Actor",
        ),
        (
            lambda issue: issue["timelineItems"].update(nodes={}),
            "timelineItems.nodes: no list, where the schema has [IssueTimelineItems]",
        ),
    ],
)
def test_an_answer_is_typed_by_the_schema_or_it_is_said_what_is_wrong(
    change: Callable[[Json], object], problem: str
) -> None:
    found = wrong_answer(asked(), changed(change))
    place = "data.repository.issues.nodes[1]."
    assert found == ([place + problem] if problem else [])


def test_errors_come_without_data_or_beside_it() -> None:
    error = {"message": "Something went wrong", "type": "INTERNAL"}
    assert wrong_answer(asked(), {"errors": [error]}) == []
    assert wrong_answer(asked(), {"data": None, "errors": [error]}) == []
    assert wrong_answer(asked(), {"data": {"repository": None}, "errors": [error]}) == []
    assert wrong_answer(asked(), {}) == ["an answer holds data and errors, not []"]
    assert wrong_answer(asked(), []) == ["an answer is an object"]
