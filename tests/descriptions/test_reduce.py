"""What of GitHub's descriptions is kept, and as what?"""

from typing import Any

from tests.descriptions.reduce import FIRST, Rest, events, schema, versions_of

Json = dict[str, Any]
NEWER = "2026-03-10"


def described(**changes: object) -> Json:
    """Give a description of two operations, one of which the stand-in answers."""
    label = {
        "title": "Label",
        "description": "A label.",
        "type": "object",
        "required": ["name", "colour"],
        "properties": {
            "name": {"type": "string", "example": "bug"},
            "title": {"type": "string", "nullable": True},
            "colour": {"type": "string", "nullable": True, "enum": ["red"]},
            "owner": {"nullable": True, "oneOf": [{"$ref": "#/components/schemas/owner"}]},
            "more": {"type": "object", "additionalProperties": True, "properties": {}},
        },
    } | changes
    answer = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/label"}}}}
    parameters = [
        {"name": "owner", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}},
    ]
    labels = {"parameters": parameters, "responses": {"200": answer, "304": {}}}
    return {
        "paths": {"/repos/{o}/{r}/labels": {"get": labels}, "/moods": {"get": {"responses": {}}}},
        "components": {"schemas": {"label": label, "owner": {"type": "object"}, "mood": {}}},
    }


def test_an_operation_is_kept_with_the_schemas_that_it_leads_to() -> None:
    assert Rest(described()).reduced() == {
        "operations": {
            "GET /repos/{o}/{r}/labels": {
                "parameters": [{"name": "page", "in": "query", "schema": {"type": "integer"}}],
                "answers": {"200": {"$ref": "urn:rest#/schemas/label"}, "304": None},
            }
        },
        "schemas": {
            "label": {
                "type": "object",
                "required": ["name", "colour"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    "title": {"type": ["string", "null"]},
                    "colour": {"type": ["string", "null"], "enum": ["red", None]},
                    "owner": {
                        "anyOf": [
                            {"anyOf": [{"$ref": "urn:rest#/schemas/owner"}]},
                            {"type": "null"},
                        ]
                    },
                    "more": {"type": "object", "additionalProperties": True, "properties": {}},
                },
            },
            "owner": {"type": "object"},
        },
    }


def test_an_object_that_is_put_together_may_hold_what_its_other_parts_describe() -> None:
    both = {"allOf": [{"$ref": "#/components/schemas/owner"}, {"properties": {"name": {}}}]}
    found = Rest(described(properties={"both": both})).reduced()["schemas"]["label"]
    assert found["properties"]["both"] == {
        "allOf": [{"$ref": "urn:rest#/schemas/owner%20and%20more"}, {"properties": {"name": {}}}]
    }


def test_of_a_later_version_only_what_differs_is_kept() -> None:
    patch = {"required": ["name"], "properties": {"colour": None}}
    change = {"version": NEWER, "changeset": "remove_colour", "patch": patch}
    edit = {"op": "remove", "path": "/properties/title"}
    other = {"version": NEWER, "changeset": "remove_title", "patch": [edit]}
    whole = described(**{"x-github-breaking-changes": [change, other]})

    made = versions_of(whole)

    assert list(made) == [FIRST, NEWER]
    assert made[FIRST] == Rest(described()).reduced()
    assert made[NEWER]["operations"] == {}
    assert list(made[NEWER]["schemas"]) == ["label"]
    label = made[NEWER]["schemas"]["label"]
    assert label["required"] == ["name"]
    assert list(label["properties"]) == ["name", "owner", "more"]


def test_types_are_kept_with_their_fields_among_themselves() -> None:
    found = schema('''
      """An issue."""
      type Issue implements Node & Moody {
        id: ID!
        mood: Mood
        state(in: Country): IssueState! @deprecated(reason: "Never mind.")
        labels(first: Int, orderBy: LabelOrder): LabelConnection
      }
      interface Node { id: ID! }
      interface Moody { mood: Mood }
      enum IssueState { "Open." OPEN CLOSED }
      type LabelConnection { nodes: [Label] mood: Mood }
      type Label implements Node { id: ID! }
      type Mood { good: Boolean }
      union IssueOrPullRequest = Issue | Mood
      input LabelOrder { by: Country! }
      enum Country { HERE }
      scalar Colour
    ''')
    assert found == (
        "enum Country {\n  HERE\n}\n"
        "type Issue implements Node {\n"
        "  id: ID!\n"
        '  state(in: Country): IssueState! @deprecated(reason: "Never mind.")\n'
        "  labels(first: Int, orderBy: LabelOrder): LabelConnection\n"
        "}\n"
        "union IssueOrPullRequest = Issue\n"
        "enum IssueState {\n  OPEN\n  CLOSED\n}\n"
        "type Label implements Node {\n  id: ID!\n}\n"
        "type LabelConnection {\n  nodes: [Label]\n}\n"
        "input LabelOrder {\n  by: Country!\n}\n"
        "interface Node {\n  id: ID!\n}\n"
    )


def test_of_each_event_and_action_one_example_is_kept_without_addresses() -> None:
    def example(action: str, number: int) -> Json:
        issue = {"number": number, "html_url": "https://github.com/x", "url": None}
        return {"action": action, "issue": issue, "repository": {"name": "x"}}

    examples = [example("opened", 1), example("edited", 2), example("opened", 3)]

    found = events([{"name": "issues", "examples": examples}, {"name": "star", "examples": [{}]}])

    assert found == {
        "issues": [
            {
                "action": "opened",
                "issue": {"number": 3, "url": None},
                "repository": {"name": "x"},
            },
            {"action": "edited", "issue": {"number": 2, "url": None}},
        ]
    }
