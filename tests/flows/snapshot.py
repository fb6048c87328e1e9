"""What does GitHub show by now, without the ids and times that no two runs share?"""

import json
from typing import Any

from tests.github_server import trees
from tests.github_server.state import Comment, Issue, Pull, State


def snapshot(state: State) -> str:
    """Give every label, issue, pull request, comment, reaction, branch and status, as JSON."""
    branches = state.repo.refs.matching("refs/heads/")
    shown = {
        "labels": sorted((each.name, each.color) for each in state.labels.values()),
        "issues": [_issue(state, issue) for _, issue in sorted(state.issues.items())],
        "branches": {name: _branch(state, sha) for name, sha in branches.items()},
    }
    return json.dumps(shown, indent=1, ensure_ascii=False)


def _issue(state: State, issue: Issue) -> dict[str, Any]:
    return {
        "number": issue.number,
        "author": issue.author.shown,
        "title": issue.title,
        "body": issue.body.splitlines(),
        "state": [issue.state, issue.state_reason],
        "locked, deleted, moved": [issue.locked, issue.deleted, issue.moved_to],
        "labels": sorted(label.name for label in issue.labels),
        "comments": [_comment(comment) for comment in issue.comments],
        "pull": _pull(state, issue.pull) if issue.pull else None,
    }


def _comment(comment: Comment) -> dict[str, Any]:
    return {
        "author": comment.author.shown,
        "body": comment.body.splitlines(),
        "reactions": [(each.person.shown, each.content) for each in comment.reactions],
    }


def _pull(state: State, pull: Pull) -> dict[str, Any]:
    verdicts = state.latest_statuses(pull.head_sha)
    return {
        "head": pull.head,
        "base": pull.base,
        "merged": pull.merged_at is not None,
        "commits": len(pull.commits),
        "statuses": [(each.context, each.state, each.description) for each in verdicts],
    }


def _branch(state: State, tip: str) -> dict[str, Any]:
    """Show what a branch holds, and the messages of all its commits."""
    objects = state.repo.objects
    return {
        "files": {
            path: objects.blob(entry.sha).decode().splitlines()
            for path, entry in trees.walk(objects, objects.commit(tip).tree)
            if entry.kind == "blob"
        },
        "history": [objects.commit(sha).message.splitlines() for sha in state.repo.ancestors(tip)],
    }
