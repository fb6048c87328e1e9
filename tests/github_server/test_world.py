"""Can a test tell a story of people, and git follow it?"""

import subprocess
from pathlib import Path

import pytest

from tests.github_server.client import Client
from tests.github_server.wire import ApiError
from tests.github_server.world import World


def test_a_story_from_issue_to_merge_in_another_persons_clone(
    world: World, bot: Client, tmp_path: Path
) -> None:
    number = world.open_issue("ann", "A paper", "text")
    branch, login = f"suggest/issue-{number}", "github-actions[bot]"
    world.push_commit(branch, {"data/papers.json": "[1]\n"}, login)
    pull = world.open_pull(login, branch, "Add", "Closes #1")
    clone = tmp_path / "clone"
    world.clone_to(clone)
    sha = world.merge_by_hand(pull, "mia", "squash")

    subprocess.run(["git", "-C", str(clone), "pull", "-q"], check=True, capture_output=True)

    head = subprocess.run(
        ["git", "-C", str(clone), "log", "-1", "--format=%H %an <%ae> %cn"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert head == f"{sha} {login} <41898282+{login}@users.noreply.github.com> GitHub\n"
    assert (clone / "data/papers.json").read_text() == "[1]\n"
    assert bot.get(f"/issues/{number}")["state"] == "closed"


def test_people_are_refused_what_github_refuses_them(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")

    with pytest.raises(ApiError, match="Must have push access"):
        world.lock(1, "ann")
    with pytest.raises(ApiError, match="Must have push access"):
        world.merge_by_hand(world.pull_from_fork("ann", {"a": "1"}, "A"), "ann")
    assert bot.get("/issues/1")["locked"] is False


def test_files_are_read_where_they_are(world: World) -> None:
    world.push_commit("next", {"a/b": "1", "LICENSE": None})

    assert world.read_file("next", "a/b") == "1"
    for branch, path in (("main", "a/b"), ("next", "LICENSE"), ("nowhere", "LICENSE")):
        with pytest.raises(FileNotFoundError):
            world.read_file(branch, path)


def test_time_passes_with_acts_and_on_request(world: World) -> None:
    world.open_issue("ann", "x", "y")
    world.pass_time(86_400)
    world.comment(1, "ann", "a day later")

    assert world.issue(1).created_at == "2026-01-01T00:00:01Z"
    assert world.issue(1).updated_at == "2026-01-02T00:00:02Z"
