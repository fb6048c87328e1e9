"""What happens when somebody opens, edits, closes or reopens a pull request?"""

from tests.github_server.branches import look_again
from tests.github_server.emit import emit_issue, note
from tests.github_server.issue_changes import checked_title, edit_text, set_state
from tests.github_server.people import Actor
from tests.github_server.state import Issue, Pull, State
from tests.github_server.wire import ApiError, Json, checked_body, invalid

NOT_PERMITTED = "GitHub Actions is not permitted to create or approve pull requests."


def open_pull(state: State, actor: Actor, asked: Json, fork_head: str | None = None) -> Issue:
    """Open a pull request; `fork_head` is the commit at the head branch of somebody's fork.

    Raises ApiError 403 where a job may not, 422 for an unknown branch, for no difference, and
    where one is open for this head already.
    """
    if actor.is_workflow and not state.settings.actions_may_open_pulls:
        raise ApiError(403, NOT_PERMITTED)
    owner, branch = _head(state, asked)
    base = str(asked.get("base") or "")
    base_sha = state.repo.branch(base)
    head_sha = fork_head or (state.repo.branch(branch) if owner == state.owner else None)
    if base_sha is None:
        raise invalid("PullRequest", "base", "invalid")
    if head_sha is None or not state.sees_branch(branch):
        raise invalid("PullRequest", "head", "invalid")
    _refuse_second(state, owner, branch, base)
    commits = state.repo.between(base_sha, head_sha)
    if not commits:
        raise _custom(f"No commits between {base} and {branch}")
    pull = Pull(
        head=branch,
        head_owner=owner,
        head_sha=head_sha,
        base=base,
        base_sha=base_sha,
        commits=commits,
    )
    pull.draft = bool(asked.get("draft"))
    return _opened(state, actor, asked, pull)


def _head(state: State, asked: Json) -> tuple[str, str]:
    """Read `branch` or `owner:branch`."""
    owner, colon, branch = str(asked.get("head") or "").partition(":")
    if not colon:
        owner, branch = state.owner, owner
    return (state.owner if owner.lower() == state.owner.lower() else owner), branch


def _custom(message: str) -> ApiError:
    error = {"resource": "PullRequest", "code": "custom", "message": message}
    return ApiError(422, "Validation Failed", [error])


def _refuse_second(state: State, owner: str, branch: str, base: str) -> None:
    """Raise ApiError 422 where a pull request from this head into this base is open."""
    for _, pull in state.open_pulls():
        if (pull.head_owner, pull.head, pull.base) == (owner, branch, base):
            raise _custom(f"A pull request already exists for {owner}:{branch}.")


def _opened(state: State, actor: Actor, asked: Json, pull: Pull) -> Issue:
    issue = Issue(
        id=state.next_id(),
        number=max(state.issues, default=0) + 1,
        author=actor.person,
        title=checked_title(asked.get("title")),
        body=checked_body("PullRequest", asked.get("body")),
        created_at=state.now,
        updated_at=state.now,
        pull=pull,
    )
    state.issues[issue.number] = issue
    look_again(state, issue, pull.head_sha)
    emit_issue(state, actor, issue, "opened")
    return issue


def edit_pull(state: State, actor: Actor, issue: Issue, asked: Json) -> None:
    """Change title, body, base or state, each if given."""
    edit_text(state, actor, issue, asked.get("title"), asked.get("body"))
    if asked.get("base") not in {None, issue.opened.base}:
        _change_base(state, actor, issue, str(asked["base"]))
    wanted = asked.get("state")
    if wanted is not None and wanted != issue.state:
        change_state(state, actor, issue, str(wanted))


def _change_base(state: State, actor: Actor, issue: Issue, base: str) -> None:
    pull, before = issue.opened, issue.opened.base
    if state.repo.branch(base) is None:
        raise invalid("PullRequest", "base", "invalid")
    _refuse_second(state, pull.head_owner, pull.head, base)
    pull.base = base
    look_again(state, issue, pull.head_sha)
    note(state, actor, issue, "base_ref_changed")
    emit_issue(state, actor, issue, "edited", changes={"base": {"ref": {"from": before}}})


def change_state(state: State, actor: Actor, issue: Issue, wanted: str) -> None:
    """Close or reopen a pull request.

    Raises ApiError 422 for reopening where it was merged, its branch is gone or was force-pushed
    meanwhile, or another one is open for it.
    """
    pull = issue.opened
    if wanted == "open":
        head = pull.head_sha if pull.head_owner != state.owner else state.repo.branch(pull.head)
        if pull.merged_at or head is None or state.repo.branch(pull.base) is None:
            raise _unchangeable(f"The {pull.head} branch has been deleted.")
        if not state.repo.is_ancestor(pull.head_sha, head):
            raise _unchangeable(f"The {pull.head} branch was force-pushed or recreated.")
        _refuse_second(state, pull.head_owner, pull.head, pull.base)
        if state.repo.is_ancestor(head, state.repo.branch(pull.base) or head):
            raise _unchangeable(f"There are no new commits on the {pull.head} branch.")
        look_again(state, issue, head)
    set_state(state, actor, issue, wanted)


def _unchangeable(why: str) -> ApiError:
    message = f"state cannot be changed. {why}"
    error = {"resource": "PullRequest", "code": "invalid", "field": "state", "message": message}
    return ApiError(422, "Validation Failed", [error])
