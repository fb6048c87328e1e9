"""Does the server carry requests, connections and faults over HTTP?"""

import http.client
import json
import threading
from collections.abc import Iterator

import pytest

from tests.github_server.server import serving
from tests.github_server.world import World

HEADERS = {"Authorization": "token workflow-token"}
ISSUES = "/repos/octo/papers/issues"


@pytest.fixture
def line(world: World) -> Iterator[http.client.HTTPConnection]:
    with serving(world.hub) as url:
        connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=5)
        yield connection
        connection.close()


def ask(
    line: http.client.HTTPConnection, method: str, path: str, asked: object = None
) -> tuple[int, bytes]:
    line.request(method, path, None if asked is None else json.dumps(asked), HEADERS)
    found = line.getresponse()
    return found.status, found.read()


def test_one_connection_carries_many_requests(
    world: World, line: http.client.HTTPConnection
) -> None:
    assert ask(line, "POST", ISSUES, {"title": "x"})[0] == 201
    sock = line.sock
    assert ask(line, "PATCH", f"{ISSUES}/1", {"state": "closed"})[0] == 200
    assert ask(line, "PUT", f"{ISSUES}/1/lock")[0] == 204
    assert ask(line, "DELETE", f"{ISSUES}/1/lock") == (204, b"")
    status, body = ask(line, "GET", f"{ISSUES}/1?x=1")
    assert (status, json.loads(body)["url"]) == (200, f"http://{line.host}:{line.port}{ISSUES}/1")
    assert line.sock is sock
    assert len(world.hub.log) == 5


@pytest.mark.parametrize(("kind", "left"), [("reset before", 0), ("reset after", 1)])
def test_a_reset_closes_the_connection_without_an_answer(
    world: World, line: http.client.HTTPConnection, kind: str, left: int
) -> None:
    world.hub.fault(kind, at=1)

    with pytest.raises(http.client.RemoteDisconnected):
        ask(line, "POST", ISSUES, {"title": "x"})

    assert len(world.state.issues) == left
    line.close()
    assert ask(line, "GET", ISSUES)[0] == 200


def test_a_slow_answer_is_slower_than_a_client_waits(
    world: World, line: http.client.HTTPConnection
) -> None:
    world.hub.fault("slow", at=1, delay=0.3)
    line.timeout = 0.05

    with pytest.raises(TimeoutError):
        ask(line, "POST", ISSUES, {"title": "x"})

    assert len(world.state.issues) == 1


def test_a_truncated_answer_is_whole_as_far_as_http_goes(
    world: World, line: http.client.HTTPConnection
) -> None:
    world.hub.fault("truncated", at=1)

    status, body = ask(line, "GET", "/repos/octo/papers")

    assert status == 200
    with pytest.raises(json.JSONDecodeError):
        json.loads(body)


def test_requests_at_the_same_time_do_not_mix(world: World) -> None:
    with serving(world.hub) as url:

        def open_ten(name: str) -> None:
            connection = http.client.HTTPConnection(url.removeprefix("http://"))
            for at in range(10):
                assert ask(connection, "POST", ISSUES, {"title": f"{name}{at}"})[0] == 201
            connection.close()

        threads = [threading.Thread(target=open_ten, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert sorted(world.state.issues) == list(range(1, 41))
    assert len({issue.title for issue in world.state.issues.values()}) == 40
