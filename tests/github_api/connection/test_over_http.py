"""Does the door work over a real socket, and does the token stay where it belongs?"""

import logging
import socket
from collections.abc import Iterator

import pytest

from bot.errors import BotError, OutageError
from bot.github_api.hub import Hub
from bot.model.github.plan import Merge, Say
from bot.model.github.result import Merged, Said
from tests.github_api.scene import MARK, NEW, OPEN, PATHS, PULL, actions, branch
from tests.github_server.faults import Fault
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.server import serving
from tests.github_server.world import World


def door(url: str, token: str = WORKFLOW_TOKEN, timeout: int = 20) -> Hub:
    return Hub(
        token,
        "octo/papers",
        paths=PATHS,
        api_url=url,
        pause=0,
        timeout=timeout,
        sleep=lambda _: None,
    )


@pytest.fixture(params=["", "/api/v3"], ids=["github.com", "Enterprise"])
def hub(request: pytest.FixtureRequest, github: World) -> Iterator[Hub]:
    with serving(github.hub) as url:
        found = door(url + request.param)
        yield found
        found.close()


def test_everything_works_over_http(github: World, hub: Hub) -> None:
    world = hub.read()
    assert list(world.pulls) == [PULL]
    assert hub.may_command("mia")
    planned = actions(github)
    for name in ("make a label", "write a comment", "push a new branch", "report"):
        hub.perform(planned[name])
    merge = Merge(PULL, world.branches[branch(OPEN)], ("squash",), "Add", "")
    assert isinstance(hub.perform(merge), Merged)
    assert hub.read().pulls[PULL].merged


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.TRUNCATED, Fault.ERROR_AFTER])
def test_a_comment_is_written_once_over_a_socket_that_breaks(
    github: World, hub: Hub, fault: Fault
) -> None:
    hub.read()
    github.hub.fault(fault, method="POST", path="/comments$")

    assert isinstance(hub.perform(Say(NEW, f"{MARK}\nHello.")), Said)
    assert len(github.issue(NEW).comments) == 1


def test_a_comment_is_written_once_by_a_server_that_is_too_slow(github: World) -> None:
    with serving(github.hub) as url:
        hub = door(url, timeout=1)
        hub.read()
        github.hub.fault(Fault.SLOW, method="POST", path="/comments$", delay=1.5)
        assert isinstance(hub.perform(Say(NEW, f"{MARK}\nHello.")), Said)
        hub.close()
    assert len(github.issue(NEW).comments) == 1


def test_a_closed_port_is_an_outage() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        hub = door(f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(OutageError, match="could not be reached"):
            hub.read()
        assert {sent.status for sent in hub.sent} == {0}
        hub.close()


def test_a_token_is_never_told(github: World, caplog: pytest.LogCaptureFixture) -> None:
    # Which the look-ups let say nothing: here all that it could say is held against the token.
    for name in ("", "urllib3", "github"):
        caplog.set_level(logging.DEBUG, name)
    with serving(github.hub) as url:
        hub = door(url, "secret-token")
        with pytest.raises(BotError, match="Bad credentials") as caught:
            hub.read()
        hub.close()
    told = f"{caught.value!r} {caught.value.__cause__} {hub.sent} {vars(hub)} {caplog.text}"
    assert "secret-token" not in told
    assert caplog.text
