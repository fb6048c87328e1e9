"""Are the objects that we write those that git would have written?"""

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.github_server.history import Repository, found_repository
from tests.github_server.objects import Commit, Entry, MissingObjectError, Signature
from tests.github_server.trees import differing, edited, find, walk

NAMES = st.sampled_from(["a", "a.b", "a-b", "b", "data", "é"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
FILES = st.dictionaries(PATHS, st.binary(max_size=8), max_size=8)


def only_files(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out what would be a file and a folder at once."""
    return {p: data for p, data in files.items() if not any(q.startswith(p + "/") for q in files)}


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    found_repository(tmp_path / "r.git", "main")
    return Repository(tmp_path / "r.git")


def stored(repo: Repository, files: dict[str, bytes]) -> str:
    objects = repo.objects
    lines = {path: Entry("100644", objects.write("blob", data)) for path, data in files.items()}
    return edited(objects, None, lines)


def by_git(repo: Repository, files: dict[str, bytes]) -> str:
    """Make the same tree with git's own index."""
    repo.git("read-tree", "--empty")
    for path, data in files.items():
        command = ["git", "-C", str(repo.path), "hash-object", "-w", "--stdin"]
        sha = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
        repo.git("update-index", "--add", "--cacheinfo", f"100644,{sha.strip()},{path}")
    return repo.git("write-tree").strip()


@given(files=FILES.map(only_files))
@settings(
    max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_a_tree_has_the_id_that_git_gives_it(repo: Repository, files: dict[str, bytes]) -> None:
    assert stored(repo, files) == by_git(repo, files)


@given(old=FILES.map(only_files), new=FILES.map(only_files))
@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_what_differs_between_two_trees_makes_the_one_out_of_the_other(
    repo: Repository, old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    one, other = stored(repo, old), stored(repo, new)

    changes = differing(repo.objects, one, other)

    gone = {path: entry for path, entry in changes.items() if entry is None}
    come = {path: entry for path, entry in changes.items() if entry is not None}
    assert edited(repo.objects, edited(repo.objects, one, gone), come) == other
    assert set(changes) == {
        path for path in old.keys() | new.keys() if old.get(path) != new.get(path)
    }


def test_a_commit_has_the_id_that_git_gives_it(repo: Repository) -> None:
    tree = stored(repo, {"a": b"1"})
    who = Signature("Müller <x>", "m@example.org", 1_767_225_600)
    environment = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (
            ("NAME", "Müller x"),
            ("EMAIL", who.email),
            ("DATE", f"{who.seconds} +0000"),
        )
    }
    command = ["git", "-C", str(repo.path), "commit-tree", tree, "-m", "Title", "-m", "Text"]
    theirs = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    ours = repo.objects.write_commit(Commit(tree, (), who, who, "Title\n\nText\n"))

    assert ours == theirs.stdout.strip()
    assert repo.objects.commit(ours).author == Signature("Müller x", who.email, who.seconds)


def test_git_finds_nothing_wrong_with_what_we_store(repo: Repository) -> None:
    who = Signature("a", "a@example.org", 1)
    first = repo.objects.write_commit(Commit(stored(repo, {"x/y": b"1"}), (), who, who, "one"))
    tree = stored(repo, {"x/y": b"2", "x.y": b"3", "x-": b""})
    second = repo.objects.write_commit(Commit(tree, (first,), who, who, "two\n"))
    repo.refs.set("refs/heads/main", second)

    assert repo.git("fsck", "--full", "--strict") == ""
    assert repo.git("log", "--format=%s", "main").split() == ["two", "one"]


def test_objects_in_a_pack_are_found_too(repo: Repository) -> None:
    who = Signature("a", "a@example.org", 1)
    sha = repo.objects.write_commit(Commit(stored(repo, {"x": b"1"}), (), who, who, "one"))
    repo.refs.set("refs/heads/main", sha)
    repo.git("repack", "-adq")

    again = Repository(repo.path)

    assert not (repo.path / "objects" / sha[:2] / sha[2:]).exists()
    assert again.objects.commit(sha).message == "one"


def test_a_blob_is_no_tree(repo: Repository) -> None:
    sha = repo.objects.write("blob", b"1")

    with pytest.raises(MissingObjectError):
        repo.objects.tree(sha)


@pytest.mark.parametrize("sha", ["f" * 40, "main", "../../config", ""])
def test_what_is_not_there_is_missing(repo: Repository, sha: str) -> None:
    with pytest.raises(MissingObjectError):
        repo.objects.blob(sha)


def test_deleting_what_is_not_there_is_refused(repo: Repository) -> None:
    with pytest.raises(MissingObjectError):
        edited(repo.objects, stored(repo, {"a": b""}), {"b/c": None})


def test_a_folder_without_files_is_gone(repo: Repository) -> None:
    tree = edited(repo.objects, stored(repo, {"a": b"", "b/c/d": b""}), {"b/c/d": None})

    assert [path for path, _ in walk(repo.objects, tree)] == ["a"]
    assert find(repo.objects, tree, "b/c") is None
    assert find(repo.objects, tree, "") == Entry("40000", tree)
