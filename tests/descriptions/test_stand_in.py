"""Does the stand-in know only what GitHub has, and does a test fail that goes against it?"""

from pathlib import Path

import pytest

from tests.conftest import pytest_runtest_call
from tests.descriptions.graph import SCHEMA
from tests.descriptions.rest import VERSIONS, operations
from tests.descriptions.watch import FOUND
from tests.github_server.endpoints import ROUTES
from tests.github_server.graphql.schema import ENUMS, TYPES
from tests.github_server.hub import Hub
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.routing import Route

BOT = {"Authorization": f"token {WORKFLOW_TOKEN}", "User-Agent": "paper-list-bot"}
# GraphQL has a description of its own; a folder without a path is the root.
ELSEWHERE = {"/graphql", "/repos/{owner}/{repo}/contents/", "/repos/{owner}/{repo}/contents"}


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_every_route_of_the_stand_in_is_described(route: Route) -> None:
    path = route.path.replace("{number}", "7").replace("{owner}", "o").replace("*}", "}")
    asked = path.replace("{", "").replace("}", "")
    found = [
        operation.name
        for operation in operations(VERSIONS[0])
        if operation.name.startswith(f"{route.method} ") and operation.pattern.fullmatch(asked)
    ]
    assert found or route.path in ELSEWHERE, "not described; if GitHub has it: make descriptions"


@pytest.mark.parametrize("name", sorted(TYPES))
def test_every_type_of_the_stand_in_is_a_part_of_the_schema(name: str) -> None:
    real = SCHEMA.get_type(name)
    assert real is not None, "unknown; if GitHub has it: make descriptions"
    fields = getattr(real, "fields", {})
    for field, spec in TYPES[name].items():
        assert field in fields, field
        assert str(fields[field].type) == spec.type, field
        assert fields[field].deprecation_reason is None, field
        given = {argument: str(found.type) for argument, found in fields[field].args.items()}
        assert spec.arguments.items() <= given.items(), field
        needed = {argument for argument, type_ in given.items() if type_.endswith("!")}
        assert needed <= spec.arguments.keys(), field


@pytest.mark.parametrize("name", sorted(ENUMS))
def test_every_enum_of_the_stand_in_is_that_of_the_schema(name: str) -> None:
    assert ENUMS[name] == getattr(SCHEMA.get_type(name), "values", {}).keys()


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub.create(tmp_path, {"README.md": "# Papers\n"})


def taken() -> list[str]:
    """Give what was found, and forget it, so that this test does not fail of it."""
    found = list(FOUND)
    FOUND.clear()
    return found


def test_a_wrong_request_of_the_bot_is_found_even_where_it_is_obeyed(hub: Hub) -> None:
    answer = hub.handle(
        "POST", "/repos/octo/papers/issues", "", BOT, b'{"title": "A", "mood": "good"}'
    )
    assert answer.status == 201
    assert taken() == [
        (
            "POST /repos/octo/papers/issues: request: body: "
            "Additional properties are not allowed ('mood' was unexpected)"
        )
    ]


def test_a_wrong_request_of_a_test_is_its_own_affair(hub: Hub) -> None:
    hub.handle("GET", "/repos/octo/papers/issues", "mood=good", BOT | {"User-Agent": "test"})
    assert taken() == []


def test_a_wrong_answer_is_found_whoever_asked(hub: Hub) -> None:
    hub.state.default_branch = None  # type: ignore[assignment]  # what GitHub would never say
    hub.handle("GET", "/repos/octo/papers", "", {"Authorization": "token octo-token"})
    assert taken() == [
        (
            "GET /repos/octo/papers: answer (200): answer['default_branch']: "
            "None is not of type 'string'"
        )
    ]


def test_a_test_fails_at_its_end_for_what_was_found() -> None:
    running = pytest_runtest_call()
    next(running)
    FOUND.append("GET /x: answer (200): wrong")
    with pytest.raises(pytest.fail.Exception, match=r"GET /x: answer \(200\): wrong"):
        running.send(None)
    FOUND.clear()
