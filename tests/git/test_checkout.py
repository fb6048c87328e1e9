"""Is history told as it is, fetched where it lacks, and left untouched?"""

import subprocess
from pathlib import Path

import pytest

from bot.errors import GitError
from bot.git.checkout import SHORT, Checkout
from tests.git.conftest import LINES, Both, Place

NOWHERE = "1234567890" * 4


def test_a_file_is_given_as_it_is(both: Both) -> None:
    data = "Größe\r\nno end".encode() + b"\xff"
    sha = both.there.commit("More", {"a b/ü.txt": data, "empty": b"", "run": b"x\n"})

    assert both.here.text(sha, "a b/ü.txt") == "Größe\r\nno end\ufffd"
    assert both.here.text(sha, "empty") == ""
    assert both.here.text(both.first, "run") is None


def test_what_is_no_file_has_no_text(both: Both) -> None:
    for path in ("", "data", "nowhere", "README.md/x", "a\nb", "a\0b", "../x", "./README.md"):
        assert both.here.text(both.first, path) is None, path


def test_a_commit_tells_message_parents_and_tree(both: Both) -> None:
    both.there.at("other", both.first)
    other = both.there.commit("Other", {"b": b"1\n"})
    both.there.git("switch", "-q", "main")
    main = both.there.commit("Mine", {"c": b"1\n"})
    both.there.git("merge", "-q", "--no-ff", "-m", "Merge\n\nSubmission: 1\n\nEnd", other)
    merge = both.there.git("rev-parse", "HEAD")

    assert both.here.message(merge) == "Merge\n\nSubmission: 1\n\nEnd\n"
    assert both.here.parents(merge) == (main, other)
    assert both.here.parents(both.first) == ()
    assert both.here.tree(merge) == both.there.git("rev-parse", f"{merge}^{{tree}}")


def test_a_commit_that_is_not_here_is_fetched_once(both: Both) -> None:
    sha = both.there.commit("New", {"new": b"1\n"})
    assert not both.here.has(sha)

    assert both.here.text(sha, "new") == "1\n"
    both.there.path.rename(both.there.path.with_name("moved"))
    assert both.here.message(sha) == "New\n"
    assert both.here.has(sha)


def test_branches_are_fetched_by_their_whole_name(both: Both) -> None:
    both.there.at("suggest/issue-1", both.first)
    sha = both.there.commit("New", {"new": b"1\n"})

    both.here.fetch(["refs/heads/suggest/issue-1"])
    both.here.fetch([])

    assert both.here.has(sha)


def test_a_commit_that_is_nowhere_is_told(both: Both) -> None:
    assert not both.here.has(NOWHERE)
    with pytest.raises(GitError, match=f"commit {NOWHERE} is not here, and fetching failed"):
        both.here.message(NOWHERE)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "main",
        "HEAD",
        "--upload-pack=x",
        "refs/heads/a:refs/heads/b",
        "refs/heads/a..b",
        "+refs/heads/a",
        "refs/heads/-a ",
        "abc123",
        "refs/heads/*",
        "A" * 40,
        f"{NOWHERE}\n",
    ],
)
def test_what_is_no_whole_name_never_reaches_git(tmp_path: Path, name: str) -> None:
    here = Checkout(tmp_path / "nowhere")
    with pytest.raises(GitError, match="is neither a full commit id nor"):
        here.fetch([name])
    with pytest.raises(GitError, match="is no full id"):
        here.has(name)
    with pytest.raises(GitError, match="is no full id"):
        here.text_of_tree(name, "x")


def test_the_paths_that_differ_are_named_in_order(both: Both) -> None:
    sha = both.there.commit(
        "Change", {"z": b"1\n", "data/p.json": None, "data/q.json": b"[]\n", "ä\n b": b"1\n"}
    )

    assert both.here.changed_paths(both.first, sha) == (
        "data/p.json",
        "data/q.json",
        "z",
        "ä\n b",
    )
    assert both.here.changed_paths(sha, sha) == ()


def edited(line: int, text: bytes) -> dict[str, bytes | None]:
    return {"README.md": LINES.replace(b"line %d\n" % line, text)}


def test_a_merge_without_a_conflict_gives_its_tree(both: Both) -> None:
    both.there.at("suggest/issue-1", both.first)
    head = both.there.commit("Add", edited(2, b"line 2\nnew\n"))
    both.there.git("switch", "-q", "main")
    tip = both.there.commit("Mine", edited(20, b"mine\n"))

    tree = both.here.merges(tip, head)

    both.there.git("merge", "-q", "--no-edit", head)
    assert tree == both.there.git("rev-parse", "HEAD^{tree}")
    text = both.here.text_of_tree(tree, "README.md")
    assert text == (both.there.path / "README.md").read_text()
    assert both.here.merge_base(tip, head) == both.first


def test_a_merge_with_a_conflict_gives_none_and_leaves_the_checkout_alone(both: Both) -> None:
    both.there.at("suggest/issue-1", both.first)
    head = both.there.commit("Add", edited(2, b"theirs\n"))
    both.there.git("switch", "-q", "main")
    tip = both.there.commit("Mine", edited(2, b"mine\n"))

    assert both.here.merges(tip, head) is None

    assert Place(both.path).git("status", "--porcelain") == ""
    assert Place(both.path).git("rev-parse", "HEAD") == both.first


def test_where_one_is_ahead_of_the_other_the_merge_is_the_one_ahead(both: Both) -> None:
    ahead = both.there.commit("Ahead", {"a": b"1\n"})

    for pair in ((both.first, ahead), (ahead, both.first), (ahead, ahead)):
        assert both.here.merges(*pair) == both.there.git("rev-parse", f"{ahead}^{{tree}}")
        assert both.here.merge_base(*pair) == (ahead if pair == (ahead, ahead) else both.first)


def test_a_branch_that_was_brought_up_to_date_begins_where_it_was(both: Both) -> None:
    both.there.at("suggest/issue-1", both.first)
    both.there.commit("Add", {"a": b"1\n"})
    both.there.git("switch", "-q", "main")
    tip = both.there.commit("Mine", {"b": b"1\n"})
    both.there.git("switch", "-q", "suggest/issue-1")
    both.there.git("merge", "-q", "--no-edit", tip)
    head = both.there.commit("More", {"c": b"1\n"})

    assert both.here.merge_base(tip, head) == tip
    assert both.here.merge_base(head, tip) == tip
    assert both.here.merge_base(both.first, head) == both.first


def test_a_branch_of_many_commits_begins_where_git_says(both: Both) -> None:
    both.there.at("suggest/issue-1", both.first)
    head = both.first
    for at in range(SHORT + 2):
        head = both.there.commit(f"Add {at}", {"a": b"%d\n" % at})

    assert both.here.merge_base(both.first, head) == both.first


def test_histories_that_have_nothing_in_common_do_not_merge(both: Both) -> None:
    both.there.git("switch", "-q", "--orphan", "other")
    other = both.there.commit("Other", {"README.md": b"other\n"})

    assert both.here.merge_base(both.first, other) is None
    assert both.here.merges(both.first, other) is None


def test_a_history_that_is_cut_off_is_told(both: Both, tmp_path: Path) -> None:
    both.there.at("suggest/issue-1", both.first)
    head = both.there.commit("Add", {"a": b"1\n"})
    both.there.git("switch", "-q", "main")
    tip = both.there.commit("Mine", {"b": b"1\n"})
    shallow = tmp_path / "shallow"
    url = both.there.path.as_uri()
    Place(tmp_path).git("clone", "-q", "--depth=1", "--no-single-branch", url, str(shallow))

    with pytest.raises(GitError, match="fetch-depth: 0"):
        Checkout(shallow).merge_base(tip, head)


def test_a_place_that_is_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        Checkout(tmp_path).fetch(["refs/heads/main"])
    with pytest.raises(GitError, match="could not start git"):
        Checkout(tmp_path / "nowhere").has(NOWHERE)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/octo/papers.git", "octo/papers"),
        ("https://user:secret@github.com/octo/my.papers", "octo/my.papers"),
        ("git@github.com:octo/papers.git", "octo/papers"),
        ("ssh://git@github.com:22/octo/papers/", "octo/papers"),
        ("https://example.org/octo/papers.git", ""),
        ("https://github.com.example.org/octo/papers", ""),
        ("/somewhere/octo/papers", ""),
    ],
)
def test_the_remote_tells_the_repository_on_github(tmp_path: Path, url: str, name: str) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert Checkout(tmp_path).repository() == ""
    subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", url], check=True)
    assert Checkout(tmp_path).repository() == name
