"""Is a real process that was really killed taken up by the next, too?"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.flows.on_github import Stage
from tests.flows.processes import environment
from tests.flows.snapshot import snapshot
from tests.flows.stories import Story, train
from tests.github_server.server import serving
from tests.github_server.wire import Request


def killed(stage: Stage, clone: Path, dies: Callable[[Request], bool]) -> int:
    """Run `bot reconcile --all`, kill it at the first request that `dies`, give its exit code."""
    pids: SimpleQueue[int] = SimpleQueue()

    def hook(_: int, request: Request) -> None:
        if dies(request):
            os.kill(pids.get(), signal.SIGKILL)

    stage.world.hub.after_request = hook
    command = [sys.executable, "-m", "bot", "reconcile", "--all", "--root", str(clone)]
    with serving(stage.world.hub) as url:
        process = subprocess.Popen(command, env=environment(url))
        pids.put(process.pid)
        code = process.wait(60)
    stage.world.hub.after_request = None
    return code


def submission(stage: Stage) -> None:
    """Let a work be suggested of which no service is asked."""
    stage.suggest("ann", "https://ada.example/a-cache-of-keys", "A Cache of Keys")


def writes(method: str, path: str, nth: int = 1) -> Callable[[Request], bool]:
    """Say which request is the last: the nth of this method to a path that ends so."""
    seen: list[Request] = []

    def dies(request: Request) -> bool:
        if request.method == method and path in request.path:
            seen.append(request)
        return len(seen) == nth

    return dies


@pytest.mark.parametrize(
    ("story", "method", "path", "nth"),
    [
        pytest.param(submission, "POST", "/git/refs", 1, id="submission, branch made"),
        pytest.param(submission, "POST", "/pulls", 1, id="submission, pull request opened"),
        pytest.param(submission, "POST", "/comments", 1, id="submission, comment written"),
        pytest.param(train, "PUT", "/merge", 1, id="train, first merged"),
        pytest.param(train, "PATCH", "/git/refs", 1, id="train, second computed afresh"),
        pytest.param(train, "PUT", "/merge", 2, id="train, second merged"),
    ],
)
def test_a_process_that_was_killed_is_taken_up_by_the_next(
    story: Story, method: str, path: str, nth: int, tmp_path: Path
) -> None:
    stage = Stage(tmp_path)
    story(stage)
    undisturbed = stage.copy(tmp_path / "undisturbed")
    undisturbed.sweep()

    assert killed(stage, tmp_path / "clone", writes(method, path, nth)) == -signal.SIGKILL
    stage.sweep()
    assert snapshot(stage.world.state) == snapshot(undisturbed.world.state)
    stage.quiet()
