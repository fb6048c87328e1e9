"""Are references kept where git keeps them?"""

import subprocess
from pathlib import Path

import pytest

from tests.github_server.refs import is_valid_ref
from tests.github_server.world import World


@pytest.mark.parametrize(
    "name",
    [
        "refs/heads/a b",
        "refs/heads/a..b",
        "refs/heads/a.lock",
        "refs/heads/",
        "heads/a",
        "refs/heads/a~1",
    ],
)
def test_names_that_git_refuses_are_refused(name: str) -> None:
    assert not is_valid_ref(name)


def test_references_that_git_has_packed_are_found_moved_and_deleted(world: World) -> None:
    repo = world.state.repo
    first = repo.branch("main")
    world.push_commit("suggest/issue-1", {"a": "1"})
    repo.git("pack-refs", "--all")

    assert not (repo.path / "refs/heads/main").exists()
    assert repo.branch("main") == first
    assert list(repo.refs.matching("refs/heads/suggest/")) == ["refs/heads/suggest/issue-1"]

    second = world.push_commit("main", {"a": "1"})
    world.delete_branch("suggest/issue-1")

    assert (
        repo.git("for-each-ref", "--format=%(refname) %(objectname)")
        == f"refs/heads/main {second}\n"
    )


def test_a_deleted_branch_leaves_room_for_one_with_the_name_of_its_folder(world: World) -> None:
    world.push_commit("a/b/c", {"x": "1"})
    world.delete_branch("a/b/c")

    world.push_commit("a", {"x": "1"})

    assert world.read_file("a", "x") == "1"


def test_a_clone_pushes_and_the_push_is_noticed(world: World, tmp_path: Path) -> None:
    world.push_commit("suggest/issue-1", {"new.txt": "1\n"})
    number = world.open_pull("mia", "suggest/issue-1", "New")
    clone = tmp_path / "clone"
    world.clone_to(clone)

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Mia", "-c", "user.email=mia@example.org")
        subprocess.run(
            ["git", "-C", str(clone), *identity, *arguments], check=True, capture_output=True
        )

    git("switch", "-q", "suggest/issue-1")
    (clone / "new.txt").write_text("2\n")
    git("commit", "-qam", "Mend")
    git("push", "-q")
    world.notice_pushes("mia")

    head = world.state.repo.branch("suggest/issue-1")
    assert world.issue(number).opened.head_sha == head
    assert world.read_file("suggest/issue-1", "new.txt") == "2\n"
    assert [(e.name, e.action, e.sender) for e in world.hub.events[-2:]] == [
        ("push", "", "mia"),
        ("pull_request", "synchronize", "mia"),
    ]
