"""What follows when a branch is made, moved or deleted?

Pull requests follow their head, close with it, count as merged once their base holds them; and
closing keywords in commits that reach the default branch close issues:
https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
"""

import re
from collections.abc import Iterable

from tests.github_server.emit import emit_issue, emit_push, note
from tests.github_server.issue_changes import set_state, touch
from tests.github_server.people import Actor
from tests.github_server.refs import is_valid_ref
from tests.github_server.state import Issue, Pull, State
from tests.github_server.wire import ApiError

_CLOSING = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+"
    r"(?:([\w.-]+/[\w.-]+)?#|https://github\.com/([\w.-]+/[\w.-]+)/issues/)(\d{1,9})\b",
    re.IGNORECASE,
)


def create_ref(state: State, actor: Actor, name: str, sha: str) -> None:
    """Make a reference.

    Raises ApiError 422 for a bad name, an unknown commit, or a reference that exists.
    """
    if not is_valid_ref(name):
        raise ApiError(422, f"{name} is not a valid ref name.")
    if not state.repo.is_commit(sha):
        raise ApiError(422, "Object does not exist")
    if state.repo.refs.get(name):
        raise ApiError(422, "Reference already exists")
    forbidden = state.settings.forbidden_branches
    if forbidden and name.startswith(f"refs/heads/{forbidden}"):
        words = "Repository rule violations found\n\nCannot create ref due to creations being "
        raise ApiError(422, f"{words}restricted.\n\n")
    try:
        state.repo.refs.set(name, sha)
    except OSError as error:
        raise ApiError(422, "Reference update failed") from error
    moved(state, actor, name, None, sha)


def update_ref(state: State, actor: Actor, name: str, sha: str, *, force: bool) -> None:
    """Move a reference.

    Raises ApiError 422 where it is not there, is protected, or would lose commits without `force`.
    """
    old = state.repo.refs.get(name)
    if old is None:
        raise ApiError(422, "Reference does not exist")
    if not state.repo.is_commit(sha):
        raise ApiError(422, "Object does not exist")
    _refuse_protected(state, actor, name, sha)
    if not force and not state.repo.is_ancestor(old, sha):
        raise ApiError(422, "Update is not a fast forward")
    if old != sha:
        state.repo.refs.set(name, sha)
        moved(state, actor, name, old, sha)


def delete_ref(state: State, actor: Actor, name: str) -> None:
    """Delete a reference.

    Raises ApiError 422 where it is not there or is the default branch.
    """
    old = state.repo.refs.get(name)
    if old is None:
        raise ApiError(422, "Reference does not exist")
    if name == f"refs/heads/{state.default_branch}":
        raise ApiError(422, "Cannot delete the default branch")
    state.repo.refs.delete(name)
    moved(state, actor, name, old, None)


def _refuse_protected(state: State, actor: Actor, name: str, sha: str) -> None:
    """Raise ApiError 422 for a direct push to a protected default branch; admins may."""
    chosen = state.settings
    if name != f"refs/heads/{state.default_branch}" or actor.person.can("admin"):
        return
    if chosen.pull_required or chosen.approvals_required:
        raise ApiError(422, "Changes must be made through a pull request.")
    passed = {s.context for s in state.latest_statuses(sha) if s.state == "success"}
    for context in chosen.required_checks:
        if context not in passed:
            raise ApiError(422, f'Required status check "{context}" is expected.')


def moved(state: State, actor: Actor, name: str, old: str | None, new: str | None) -> None:
    """Do what follows from a reference that is already in its new place."""
    branch = name.removeprefix("refs/heads/")
    if branch == name:
        state.wrote(f"ref {name}")
        return
    if new is None:
        state.branches.pop(branch, None)
    else:
        state.branches[branch] = new
    if old is None:
        state.branches_made[branch] = state.clock.seconds
    emit_push(state, actor, name, old, new)
    for issue, pull in state.open_pulls():
        if pull.head == branch and pull.head_owner == state.owner:
            head_moved(state, actor, issue, new)
        elif pull.base == branch:
            _base_moved(state, actor, issue, pull, new)
    if new and branch == state.default_branch:
        fresh = state.repo.between(old, new) if old else []
        messages = (state.repo.objects.commit(sha).message for sha in fresh)
        close_named(state, actor, messages)


def head_moved(state: State, actor: Actor, issue: Issue, new: str | None) -> None:
    """Let a pull request follow its branch; without anything to merge it closes."""
    pull = issue.opened
    if new is None:
        note(state, actor, issue, "head_ref_deleted")
        set_state(state, actor, issue, "closed")
        return
    before = pull.head_sha
    if state.settings.heads_lag:
        pull.former = (before, state.clock.seconds + state.settings.heads_lag)
    look_again(state, issue, new)
    touch(state, issue)
    more = {"before": before, "after": new}
    if not state.repo.is_ancestor(before, new):
        note(state, actor, issue, "head_ref_force_pushed")
    emit_issue(state, actor, issue, "synchronize", **more)
    if not pull.commits:
        set_state(state, actor, issue, "closed")


def _base_moved(state: State, actor: Actor, issue: Issue, pull: Pull, new: str | None) -> None:
    """Close a pull request whose base is gone; call it merged once its base holds its head."""
    if new is None:
        set_state(state, actor, issue, "closed")
    elif state.repo.is_ancestor(pull.head_sha, new):
        mark_merged(state, actor, issue, new)


def look_again(state: State, issue: Issue, head: str) -> None:
    """Note the head (for git at `refs/pull/N/head`), the base as it is now, and what is between."""
    pull = issue.opened
    state.repo.refs.set(f"refs/pull/{issue.number}/head", head)
    pull.head_sha = head
    pull.base_sha = state.repo.branch(pull.base) or pull.base_sha
    pull.commits = state.repo.between(pull.base_sha, head)


def mark_merged(state: State, actor: Actor, issue: Issue, sha: str) -> None:
    """Close a pull request as merged by the commit `sha`, and the issues that it names."""
    pull = issue.opened
    pull.merged_at, pull.merged_by, pull.merge_sha = state.now, actor.person, sha
    note(state, actor, issue, "merged", commit_id=sha)
    set_state(state, actor, issue, "closed")
    if pull.base == state.default_branch:
        close_named(state, actor, [issue.body])


def close_named(state: State, actor: Actor, texts: Iterable[str]) -> None:
    """Close the open issues that the texts say they close."""
    for text in texts:
        for issue in named_issues(state, text):
            if issue.state == "open":
                set_state(state, actor, issue, "closed", "completed")


def named_issues(state: State, text: str) -> list[Issue]:
    """Give the issues of this repository that a text says it closes, each once."""
    found: dict[int, Issue] = {}
    for here, there, number in _CLOSING.findall(text):
        issue = state.issues.get(int(number))
        ours = (here or there or state.full_name).lower() == state.full_name.lower()
        if issue and ours and not (issue.pull or issue.deleted or issue.moved_to):
            found[issue.number] = issue
    return list(found.values())
