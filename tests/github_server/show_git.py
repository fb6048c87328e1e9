"""What does GitHub's REST API show of commits, trees, blobs and changed files?

https://docs.github.com/en/rest/git and https://docs.github.com/en/rest/commits
"""

import re
from collections.abc import Iterator

from tests.github_server import trees
from tests.github_server.clock import iso
from tests.github_server.objects import Entry, Signature
from tests.github_server.people import Person
from tests.github_server.show import Show
from tests.github_server.wire import Json

_WORDS = {"A": "added", "M": "modified", "D": "removed", "R": "renamed", "T": "changed"}


def signature(found: Signature) -> Json:
    """Show who made a commit, and when."""
    return {"name": found.name, "email": found.email, "date": iso(found.seconds)}


def git_commit(show: Show, sha: str) -> Json:
    """Show a commit as the Git Data API does."""
    commit = show.state.repo.objects.commit(sha)
    verified = sha in show.state.verified
    return {
        "sha": sha,
        "node_id": f"C_{sha}",
        "url": f"{show.url}/git/commits/{sha}",
        "html_url": f"{show.html}/commit/{sha}",
        "author": signature(commit.author),
        "committer": signature(commit.committer),
        "message": commit.message,
        "tree": {"sha": commit.tree, "url": f"{show.url}/git/trees/{commit.tree}"},
        "parents": [_parent(show, parent, "git/commits") for parent in commit.parents],
        "verification": {
            "verified": verified,
            "reason": "valid" if verified else "unsigned",
            "signature": None,
            "payload": None,
            "verified_at": iso(commit.committer.seconds) if verified else None,
        },
    }


def _parent(show: Show, sha: str, place: str) -> Json:
    url = f"{show.url}/{place}/{sha}"
    return {"sha": sha, "url": url, "html_url": f"{show.html}/commit/{sha}"}


def repo_commit(show: Show, sha: str) -> Json:
    """Show a commit as the repository's history does, with the accounts behind it."""
    inner = git_commit(show, sha)
    commit = show.state.repo.objects.commit(sha)
    kept = ("author", "committer", "message", "tree", "url", "verification")
    author, committer = (account(show, who) for who in (commit.author, commit.committer))
    return {
        "sha": sha,
        "node_id": inner["node_id"],
        "commit": {key: inner[key] for key in kept} | {"comment_count": 0},
        "url": f"{show.url}/commits/{sha}",
        "html_url": inner["html_url"],
        "comments_url": f"{show.url}/commits/{sha}/comments",
        "author": show.person(author) if author else None,
        "committer": show.person(committer) if committer else None,
        "parents": [_parent(show, parent, "commits") for parent in commit.parents],
    }


def account(show: Show, who: Signature) -> Person | None:
    """Find the account that an address in a commit belongs to."""
    login = who.email.removesuffix("@users.noreply.github.com").partition("+")[2]
    return show.state.people.find(login) if login else None


def tree_line(show: Show, path: str, entry: Entry) -> Json:
    """Show one line of a tree."""
    line: Json = {"path": path, "mode": entry.mode.zfill(6), "type": entry.kind, "sha": entry.sha}
    if entry.kind == "blob":
        line["size"] = len(show.state.repo.objects.blob(entry.sha))
    return line | {"url": f"{show.url}/git/{entry.kind}s/{entry.sha}"}


def tree(show: Show, sha: str, *, recursive: bool) -> Json:
    """Show a tree, with all below it if asked."""
    objects = show.state.repo.objects
    lines = trees.walk(objects, sha) if recursive else objects.tree(sha).items()
    shown = [tree_line(show, path, entry) for path, entry in lines]
    return {"sha": sha, "url": f"{show.url}/git/trees/{sha}", "tree": shown, "truncated": False}


def changed_files(show: Show, base: str, head: str) -> list[Json]:
    """Show the files that differ between two commits, as git tells them apart."""
    command = ("diff", "--raw", "--patch", "-M", "--abbrev=40", "--no-color", "--no-ext-diff")
    text = show.state.repo.git("-c", "core.quotePath=false", *command, base, head)
    raw, _, rest = text.partition("\n\n")
    patches = re.split(r"^diff --git ", rest, flags=re.MULTILINE)[1:]
    lines = [line for line in raw.split("\n") if line.startswith(":")]
    return [_file(show, line, patch) for line, patch in zip(lines, patches, strict=True)]


def _file(show: Show, line: str, patch: str) -> Json:
    """Show one changed file from git's raw line and its patch."""
    facts, *paths = line.split("\t")
    sha, status = facts.split(" ")[3:5]
    hunks = "@@" + patch.partition("\n@@")[2] if "\n@@" in patch else ""
    added, removed = (sum(1 for _ in _marked(hunks, mark)) for mark in "+-")
    shown: Json = {
        "sha": sha,
        "filename": paths[-1],
        "status": _WORDS[status[0]],
        "additions": added,
        "deletions": removed,
        "changes": added + removed,
        "contents_url": f"{show.url}/contents/{paths[-1]}",
        "blob_url": f"{show.html}/blob/{sha}/{paths[-1]}",
        "raw_url": f"{show.html}/raw/{sha}/{paths[-1]}",
    }
    if hunks:
        shown["patch"] = hunks.rstrip("\n")
    if len(paths) > 1:
        shown["previous_filename"] = paths[0]
    return shown


def _marked(hunks: str, mark: str) -> Iterator[str]:
    return (line for line in hunks.split("\n") if line.startswith(mark))
