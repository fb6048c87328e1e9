"""Do we see a history, and merge two sides of it, as git does?"""

import random
from pathlib import Path

import pytest

from tests.github_server.history import Repository, found_repository
from tests.github_server.objects import Commit, Entry, Signature
from tests.github_server.trees import edited

WHO = Signature("a", "a@example.org", 1)
LINES = [f"line {at}\n" for at in range(12)]


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    found_repository(tmp_path / "r.git", "main")
    return Repository(tmp_path / "r.git")


def commit(repo: Repository, files: dict[str, str], *parents: str, message: str = "x") -> str:
    objects = repo.objects
    lines = {
        path: Entry("100644", objects.write("blob", text.encode())) for path, text in files.items()
    }
    return objects.write_commit(Commit(edited(objects, None, lines), parents, WHO, WHO, message))


def random_history(repo: Repository, seed: int) -> list[str]:
    """Make commits whose parents are drawn at random, merges among them."""
    draw = random.Random(seed)
    made = [commit(repo, {"a": "0"})]
    for at in range(1, 14):
        parents = draw.sample(made[-5:], min(len(made), draw.choice([1, 1, 2])))
        made.append(commit(repo, {"a": str(at)}, *parents))
    return made


@pytest.mark.parametrize("seed", range(6))
def test_merge_bases_and_ranges_are_those_that_git_finds(repo: Repository, seed: int) -> None:
    made = random_history(repo, seed)
    for one, other in [(made[-1], made[-2]), (made[-3], made[-1]), (made[4], made[9])]:
        bases = repo.git("merge-base", "--all", one, other).split()
        between = repo.git("rev-list", f"{one}..{other}").split()

        assert sorted(repo.merge_bases(one, other)) == sorted(bases)
        assert sorted(repo.between(one, other)) == sorted(between)
        assert repo.is_ancestor(one, other) == (one in repo.git("rev-list", other).split())


def test_a_range_goes_from_parents_to_children(repo: Repository) -> None:
    made = random_history(repo, 3)

    found = repo.between(made[0], made[-1])

    assert len(found) > 1
    for at, sha in enumerate(found):
        assert not set(repo.objects.commit(sha).parents) & set(found[at:])


def changed(draw: random.Random, files: dict[str, str]) -> dict[str, str]:
    """Change, add or remove one or two files at random."""
    result = dict(files)
    for _ in range(draw.choice([1, 2])):
        path = draw.choice(["a", "b", "c/d", "new", "c/new"])
        lines = result.get(path, "".join(LINES)).splitlines(keepends=True)
        lines[draw.randrange(len(lines))] = f"changed {draw.random()}\n"
        result[path] = "".join(lines)
        if draw.random() < 0.15:
            del result[path]
    return result


@pytest.mark.parametrize("seed", range(25))
def test_a_merge_gives_the_tree_and_the_conflicts_that_git_gives(
    repo: Repository, seed: int
) -> None:
    draw = random.Random(seed)
    start = dict.fromkeys(["a", "b", "c/d"], "".join(LINES))
    base = commit(repo, start)
    ours, theirs = (commit(repo, changed(draw, start), base) for _ in range(2))
    command = ("merge-tree", "--write-tree", "--name-only", "--no-messages", ours, theirs)
    tree, *conflicts = repo.git(*command, accept=(0, 1)).split()

    found = repo.merge(ours, theirs)

    assert (found.tree, sorted(found.conflicts)) == (None if conflicts else tree, sorted(conflicts))


def test_a_renamed_file_takes_the_other_sides_change_along(repo: Repository) -> None:
    text = "".join(LINES)
    base = commit(repo, {"old": text})
    ours = commit(repo, {"new": text}, base)
    theirs = commit(repo, {"old": text.replace("line 3", "line three")}, base)

    tree = repo.merge(ours, theirs).tree

    assert repo.git("ls-tree", "-r", "--name-only", str(tree)).split() == ["new"]


def test_a_file_added_to_a_folder_that_the_other_side_renamed_is_gits_to_judge(
    repo: Repository,
) -> None:
    texts = {name: name + "".join(LINES) for name in "xyz"}
    base = commit(repo, {f"old/{name}": text for name, text in texts.items()})
    ours = commit(repo, {f"new/{name}": text for name, text in texts.items()}, base)
    theirs = commit(repo, {**{f"old/{n}": t for n, t in texts.items()}, "old/more": "1"}, base)
    command = ("merge-tree", "--write-tree", "--name-only", "--no-messages", ours, theirs)
    _, *conflicts = repo.git(*command, accept=(0, 1)).split()

    assert conflicts == ["new/more"]
    assert list(repo.merge(ours, theirs).conflicts) == conflicts


def test_many_merges_at_once_are_the_merges_one_by_one(tmp_path: Path) -> None:
    together, alone = (Repository(tmp_path / name) for name in ("a", "b"))
    for repo in (together, alone):
        found_repository(repo.path, "main")
    start = dict.fromkeys(["a", "b", "c/d"], "".join(LINES))
    pairs = []
    for seed in range(12):
        for repo in (alone, together):
            draw = random.Random(seed)
            base = commit(repo, start)
            one, other = (commit(repo, changed(draw, start), base) for _ in range(2))
            pairs.append((one, other))

    together.merge_all(pairs)

    results = [alone.merge(*pair) for pair in pairs]
    assert [together.merge(*pair) for pair in pairs] == results
    assert len({result.tree is None for result in results}) == 2


def test_a_file_against_a_folder_is_a_conflict(repo: Repository) -> None:
    base = commit(repo, {"x": "1"})
    ours = commit(repo, {"x": "1", "a": "file"}, base)
    theirs = commit(repo, {"x": "1", "a/b": "folder"}, base)

    assert repo.merge(ours, theirs).tree is None


def test_a_replayed_commit_brings_its_own_change_only(repo: Repository) -> None:
    text = "".join(LINES)
    base = commit(repo, {"a": text})
    first = commit(repo, {"a": text, "unwanted": "1"}, base)
    second = commit(repo, {"a": text.replace("line 2", "two"), "unwanted": "1"}, first)
    onto = commit(repo, {"a": text.replace("line 9", "nine")}, base)

    tree = str(repo.replay(second, onto).tree)

    assert repo.git("show", f"{tree}:a") == text.replace("line 2", "two").replace("line 9", "nine")
    assert repo.git("ls-tree", "-r", "--name-only", tree).split() == ["a"]


def test_names_are_resolved_as_branch_reference_and_shortened_id(repo: Repository) -> None:
    sha = commit(repo, {"a": "1"})
    repo.refs.set("refs/heads/suggest/issue-1", sha)

    for name in (
        "suggest/issue-1",
        "heads/suggest/issue-1",
        "refs/heads/suggest/issue-1",
        sha,
        sha[:9],
    ):
        assert repo.resolve(name) == sha
    assert repo.resolve("nowhere") is None
