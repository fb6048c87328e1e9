"""Do `bot event` and `bot reconcile` work on GitHub, and tell what they did or would do?"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.model.state import State
from bot.settings import ADDRESSES
from bot.store import files
from tests.flows.on_github import Stage, arxiv, paper
from tests.github_server.server import serving

Bot = Callable[..., "subprocess.CompletedProcess[str]"]
NOWHERE = "http://127.0.0.1:1"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


@pytest.fixture
def bot(stage: Stage, tmp_path: Path) -> Iterator[Bot]:
    """Give a function that runs the bot as a workflow's job does."""
    with serving(stage.world.hub) as url:
        environment = dict.fromkeys(ADDRESSES, NOWHERE) | {
            "PATH": os.environ["PATH"],
            "GITHUB_TOKEN": "workflow-token",
            "GITHUB_REPOSITORY": "octo/papers",
            "GITHUB_API_URL": url,
            "GITHUB_GRAPHQL_URL": f"{url}/graphql",
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        }

        def run(
            *arguments: str, program: str = "", **more: str
        ) -> "subprocess.CompletedProcess[str]":
            what = ["-c", program] if program else ["-m", "bot"]
            return subprocess.run(
                [sys.executable, *what, *arguments, "--root", tmp_path / "clone"],
                env=environment | more,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )

        yield run


def test_a_dry_run_prints_the_plan_and_changes_nothing(stage: Stage, bot: Bot) -> None:
    stage.world.open_issue("ann", "A paper\u202e ::error::boo", paper(arxiv(1), "Something new"))
    stage.world.open_issue("bob", "[paper] ", paper("https://example.org/x"))
    began = len(stage.world.hub.log)

    answer = bot("reconcile", "--all", "--dry-run")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout == (
        "#1 “A paper  ::error::boo” by ann:\n"
        "  - push to suggest/issue-1: data/papers.json, README.md\n"
        "  - open a pull request from suggest/issue-1: Add Something new\n"
        "  - say that #3 passed its checks\n"
        "  - create the label “suggestion”\n"
        "  - create the label “ready”\n"
        "  - write a comment on #1\n"
        "  - label #1: suggestion, ready\n"
        "  - label #3: suggestion, ready\n"
        "#2 “[paper] ” by bob:\n"
        "  - create the label “needs work”\n"
        "  - write a comment on #2\n"
        "  - label #2: suggestion, needs work\n"
        "Nothing was changed.\n"
    )
    assert stage.wrote_since(began) == []


def test_a_dry_run_goes_as_far_as_a_merge(stage: Stage, bot: Bot) -> None:
    number = stage.suggest("ann", arxiv(1), "Something new")
    stage.sweep()
    stage.world.comment(number, "mia", "/approve")

    answer = bot("reconcile", str(number), "--dry-run")

    assert answer.stdout.splitlines()[-2:] == ["  - merge pull request #2", "Nothing was changed."]
    assert stage.pulls(number)[0].state == "open"


def test_a_dry_run_with_nothing_to_do_says_so(bot: Bot) -> None:
    assert bot("reconcile", "--all", "--dry-run").stdout == "There is nothing to do.\n"


def test_a_merge_is_told_to_later_jobs_in_a_fixed_word(
    stage: Stage, bot: Bot, tmp_path: Path
) -> None:
    number = stage.suggest("ann", arxiv(1), "Something new")
    assert bot("reconcile", "--all").returncode == 0
    assert not (tmp_path / "output").exists()
    stage.world.comment(number, "mia", "/approve")

    answer = bot("reconcile", "--all")

    assert "- #1: merge pull request #2\n" in answer.stdout
    assert (tmp_path / "output").read_text("utf-8") == "merged=true\n"


def test_a_broken_configuration_is_told_on_github_too(
    stage: Stage, bot: Bot, tmp_path: Path
) -> None:
    number = stage.suggest("ann", arxiv(1), "Something new")
    stage.world.push_commit("main", {files.LIST: "title ="}, "mia")
    pull = ["git", "-C", str(tmp_path / "clone"), "pull", "-q"]
    subprocess.run(pull, check=True, capture_output=True)

    answer = bot("reconcile", "--all")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "open an issue: The list has to be mended" in answer.stdout
    assert stage.state(number) is State.WAITING
    assert "data/list.toml" in stage.comment(number)


def test_sums_are_brought_up_to_date_by_hand(stage: Stage, bot: Bot, tmp_path: Path) -> None:
    number = stage.suggest("ann", arxiv(1), "Something new")
    stage.sweep()
    stage.world.merge_by_hand(stage.pull(number).number, "mia")

    plan = bot("reconcile", "--sums", "--dry-run")
    done = bot("reconcile", "--sums")

    assert plan.stdout == (
        "The list:\n"
        "  - push to suggest/refresh: README.md\n"
        "  - open a pull request from suggest/refresh: Bring counts, pictures and recently added "
        "up to date\n"
        "  - say that #3 passed its checks\n"
        "  - merge pull request #3\n"
        "Nothing was changed.\n"
    )
    assert "- merge pull request #3\n" in done.stdout
    assert (tmp_path / "output").read_text("utf-8") == "merged=true\n"


def test_an_event_leads_to_its_issue_and_its_words_command_nothing(
    stage: Stage, bot: Bot, tmp_path: Path
) -> None:
    number = stage.suggest("ann", arxiv(1), "New\n::add-mask::x `code` ![](https://x.example)")
    event = tmp_path / "event.json"
    event.write_text(json.dumps(stage.world.hub.events[-1].payload), "utf-8")

    answer = bot("event", GITHUB_EVENT_PATH=str(event))

    assert answer.returncode == 0
    assert f"- #{number}: write a comment on #{number}\n" in answer.stdout
    assert all(line.startswith("- ") for line in answer.stdout.splitlines())
    summary = (tmp_path / "summary").read_text("utf-8").splitlines()
    assert summary == [
        f"- `{line[2:].replace('`', chr(39))}`" for line in answer.stdout.splitlines()
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(None, "GITHUB_EVENT_PATH is not set", id="no path"),
        pytest.param("{", "cannot be read", id="no JSON"),
        pytest.param("[]", "does not hold the payload of an event", id="no object"),
    ],
)
def test_an_event_that_cannot_be_read_is_a_wrong_use(
    bot: Bot, tmp_path: Path, text: str | None, said: str
) -> None:
    event = tmp_path / "event.json"
    if text is not None:
        event.write_text(text, "utf-8")
    answer = bot("event", **({"GITHUB_EVENT_PATH": str(event)} if text is not None else {}))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert said in answer.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--dry-run",), ("1", "--all"), ("1", "--sums")], ids=" ".join
)
def test_what_to_reconcile_has_to_be_named(bot: Bot, arguments: tuple[str, ...]) -> None:
    answer = bot("reconcile", *arguments)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "name issues, or give --all, --sums or both" in answer.stderr


POISONED = """
import sys
from bot import cli
from bot.flows.github import reconcile

build = reconcile.build

def poisoned(found, *more):
    if "Wolfsbane" in repr(found):
        raise RuntimeError("odd\\n::error::no\\n##[warning]no workflow-token")
    return build(found, *more)

reconcile.build = poisoned
sys.argv[0] = "bot"
cli.main()
"""


@pytest.mark.parametrize("command", ["event", "reconcile"])
def test_what_cannot_be_handled_fails_the_run_once_and_is_named(
    stage: Stage, bot: Bot, tmp_path: Path, command: str
) -> None:
    other = stage.suggest("bob", arxiv(2), "Something new")
    number = stage.suggest("ann", arxiv(1), "Wolfsbane")
    event = tmp_path / "event.json"
    event.write_text(json.dumps(stage.world.hub.events[-1].payload), "utf-8")
    arguments = [command, *(["--all"] if command == "reconcile" else [])]

    first, second = (
        bot(*arguments, GITHUB_EVENT_PATH=str(event), program=POISONED) for _ in range(2)
    )

    assert first.returncode == 70
    assert first.stderr == (
        f"bot: could not handle #{number}; above is why, and a maintainer has to look\n"
    )
    assert f"- #{number}: | Traceback (most recent call last):\n" in first.stdout
    assert f"- #{number}: | RuntimeError: odd\n- #{number}: | ::error::no\n" in first.stdout
    assert f"- #{number}: | ## [warning]no ***\n" in first.stdout
    assert all(line.startswith("- ") for line in first.stdout.splitlines())
    assert (second.returncode, second.stderr) == (0, "")
    assert f"- #{number}: left aside: the bot could not handle it" in second.stdout
    assert (stage.state(number), stage.state(other)) == (State.STUCK, State.READY)
    summary = (tmp_path / "summary").read_text("utf-8")
    assert "RuntimeError" in summary
    assert "workflow-token" not in summary + first.stdout


def test_a_list_that_is_only_watched_is_told_what_would_be_done(
    stage: Stage, bot: Bot, tmp_path: Path
) -> None:
    text = stage.main(files.LIST)
    watching = text.replace("[[categories]]", '[bot]\nmode = "watch"\n\n[[categories]]', 1)
    stage.world.push_commit("main", {files.LIST: watching}, "octo")
    number = stage.suggest("ann", arxiv(1), "Something new")
    stage.suggest("ben", arxiv(2), "Wolfsbane")
    event = tmp_path / "event.json"
    event.write_text(json.dumps(stage.world.hub.events[-1].payload), "utf-8")
    began = len(stage.world.hub.log)

    for arguments in (["event"], ["reconcile", "--all"], ["reconcile", "--sums"]):
        answer = bot(*arguments, GITHUB_EVENT_PATH=str(event), program=POISONED)
        assert (answer.returncode, answer.stderr) == (0, "")
        first, *rest = answer.stdout.splitlines()
        assert first == (
            '- data/list.toml says mode = "watch": nothing was written; this would have been done'
        )
        if "--sums" not in arguments:
            assert f"- #{number}: write a comment on #{number}" in rest
    assert stage.wrote_since(began) == []
    assert "nothing was written" in (tmp_path / "summary").read_text("utf-8")
    assert not (tmp_path / "output").exists()
