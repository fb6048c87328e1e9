"""Does one git program answer all questions about objects, and is it told of where it fails?"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import GitError
from bot.git.objects import GitObject, Objects
from tests.git.conftest import Both, Place

NOWHERE = "1234567890" * 4


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the place of a program that is taken for git."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return program


def test_questions_are_answered_in_any_order_whether_or_not_there_is_an_answer(both: Both) -> None:
    objects = Objects(both.path)

    assert objects.read(f"{both.first}:data/p.json") == GitObject("blob", b"[]\n")
    for name in (NOWHERE, f"{both.first}:nowhere", f"{NOWHERE}:x", f"{both.first}:a b c 5", "x y"):
        assert objects.read(name) is None, name
    commit = objects.read(both.first)
    assert commit
    assert commit.kind == "commit"
    assert commit.data.endswith(b"\n\nBegin\n\nWith a text.\n")


def test_what_is_written_meanwhile_is_seen(both: Both) -> None:
    objects, here = Objects(both.path), Place(both.path)
    assert objects.read(NOWHERE) is None
    loose = here.commit("Loose", {"a": b"1\n"})
    packed = both.there.commit("Packed", {"b": b"2\n"})
    here.git("-c", "fetch.unpackLimit=1", "fetch", "-q", "origin")

    assert objects.read(f"{loose}:a") == GitObject("blob", b"1\n")
    assert objects.read(f"{packed}:b") == GitObject("blob", b"2\n")
    here.git("gc", "-q", "--prune=now")
    assert objects.read(f"{loose}:a") == GitObject("blob", b"1\n")


def test_after_its_end_the_next_question_starts_it_again(both: Both) -> None:
    objects = Objects(both.path)
    for _ in range(2):
        assert objects.read(f"{both.first}:data/p.json") == GitObject("blob", b"[]\n")
        objects.close()
        objects.close()


def test_a_place_that_is_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="git cat-file failed in"):
        Objects(tmp_path).read(NOWHERE)
    with pytest.raises(GitError, match="could not start git"):
        Objects(tmp_path / "nowhere").read(NOWHERE)


@pytest.mark.parametrize(
    "script",
    ["exec sleep 60", "exit 1", "read line; printf half", "read line; printf 'x blob 9\\nhalf'"],
    ids=["silent", "gone", "half a line", "half an object"],
)
def test_a_program_that_gives_no_whole_answer_is_given_up(fake: Path, script: str) -> None:
    fake.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    with pytest.raises(GitError, match="git cat-file failed"):
        Objects(fake.parent, seconds=0.5).read(NOWHERE)


NAMES = st.sampled_from(["a", "b", "a.b", "ä\n", "data/p.json", "data/q/r", "data/q", "README.md"])
CHANGES = st.dictionaries(NAMES, st.sampled_from([b"", b"1\n", b"2\n"]), max_size=5)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=CHANGES, after=CHANGES)
def test_the_paths_in_which_trees_differ_are_those_that_git_names(
    both: Both, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    here, trees = Place(both.path), []
    for files in (before, after):
        fitting = {name: data for name, data in files.items() if f"{name}/r" not in files}
        here.git("read-tree", "--empty")
        for name, data in fitting.items():
            (both.path / "blob").write_bytes(data)
            blob = here.git("hash-object", "-w", "blob")
            here.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{name}")
        trees.append(here.git("write-tree"))
    options = ("-r", "-z", "--name-only", "--no-renames")
    named = here.git("diff-tree", *options, *trees).split("\0")

    assert Objects(both.path).differing(*trees) == tuple(sorted(filter(None, named)))


def test_a_mode_is_a_difference_and_a_folder_in_place_of_a_file_is_both(both: Both) -> None:
    here = Place(both.path)
    old = here.commit("Old", {"x": b"1\n", "run": b"1\n"})
    here.git("update-index", "--chmod=+x", "run")
    (both.path / "run").chmod(0o755)
    (both.path / "x").unlink()
    new = here.commit("New", {"x/y": b"1\n"})
    trees = (here.git("rev-parse", f"{sha}^{{tree}}") for sha in (old, new))

    assert Objects(both.path).differing(*trees) == ("run", "x", "x/y")
