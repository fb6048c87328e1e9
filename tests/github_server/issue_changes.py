"""What happens when somebody opens, edits, labels, closes or comments on an issue?

The same functions serve pull requests, which are issues with a branch.
"""

from collections.abc import Iterable

from tests.github_server.emit import emit_comment, emit_issue, note
from tests.github_server.people import Actor
from tests.github_server.show import Show
from tests.github_server.state import Comment, Issue, Label, Post, State
from tests.github_server.wire import ApiError, Json, checked_body, invalid

LONGEST_TITLE = 256
REASONS = {"completed", "not_planned", "duplicate", "reopened"}


def open_issue(
    state: State, actor: Actor, title: object, body: object, labels: list[Label]
) -> Issue:
    """Open an issue; tells of `opened`, then of each label, as GitHub does."""
    number, now = max(state.issues, default=0) + 1, state.now
    issue = Issue(
        id=state.next_id(),
        number=number,
        author=actor.person,
        title=checked_title(title),
        body=checked_body("Issue", body),
        created_at=now,
        updated_at=now,
    )
    state.issues[number] = issue
    issue.labels += labels
    emit_issue(state, actor, issue, "opened")
    for label in labels:
        _labelled(state, actor, issue, label, "labeled")
    return issue


def checked_title(title: object) -> str:
    """Give a title that GitHub accepts."""
    if not isinstance(title, str) or not title.strip():
        raise invalid("Issue", "title", "missing_field")
    if len(title) > LONGEST_TITLE:
        message = f"title is too long (maximum is {LONGEST_TITLE} characters)"
        raise invalid("Issue", "title", "custom", message)
    return title


def label_named(state: State, name: object) -> Label:
    """Give the label with this name, after making it if there is none."""
    if not isinstance(name, str) or not name.strip() or len(name) > 50:
        raise invalid("Label", "name", "invalid")
    return state.labels.setdefault(name.lower(), Label(state.next_id(), name))


def touch(state: State, issue: Issue) -> None:
    """Note that something about an issue changed just now."""
    issue.updated_at = state.now


def edit_text(state: State, actor: Actor, issue: Issue, title: object, body: object) -> None:
    """Give an issue a new title or body (None: as it was); no event where both are as they were."""
    new_title = issue.title if title is None else checked_title(title)
    new_body = issue.body if body is None else checked_body("Issue", body)
    before: Json = {}
    if new_title != issue.title:
        before["title"] = {"from": issue.title}
        note(state, actor, issue, "renamed", rename={"from": issue.title, "to": new_title})
    if new_body != issue.body:
        before["body"] = {"from": issue.body}
        _edited(state, actor, issue, new_body)
    issue.title = new_title
    if before:
        touch(state, issue)
        emit_issue(state, actor, issue, "edited", changes=before)


def _edited(state: State, actor: Actor, post: Post, body: str) -> None:
    post.body = body
    post.updated_at = post.edited_at = state.now
    post.editor = actor.person


def set_state(
    state: State, actor: Actor, issue: Issue, wanted: str, reason: str | None = None
) -> None:
    """Close or reopen an issue; no event where it is so already."""
    if wanted not in {"open", "closed"} or (reason is not None and reason not in REASONS):
        raise invalid("Issue", "state", "invalid")
    closing = wanted == "closed"
    if wanted == issue.state:
        if closing and reason and reason != issue.state_reason:
            issue.state_reason = reason
            touch(state, issue)
            state.wrote(f"issue {issue.number} {reason}")
        return
    issue.state = wanted
    issue.closed_at = state.now if closing else None
    issue.closed_by = actor.person if closing else None
    if not issue.pull:
        issue.state_reason = (reason or "completed") if closing else "reopened"
    touch(state, issue)
    note(state, actor, issue, "closed" if closing else "reopened", state_reason=issue.state_reason)
    emit_issue(state, actor, issue, "closed" if closing else "reopened")


def set_labels(state: State, actor: Actor, issue: Issue, wanted: Iterable[Label]) -> None:
    """Make the labels of an issue exactly these; tells of each that came or went."""
    kept = list(dict.fromkeys(wanted))
    gone = [label for label in issue.labels if label not in kept]
    come = [label for label in kept if label not in issue.labels]
    issue.labels = [label for label in issue.labels if label in kept]
    for label in gone:
        _labelled(state, actor, issue, label, "unlabeled")
    for label in come:
        issue.labels.append(label)
        _labelled(state, actor, issue, label, "labeled")


def _labelled(state: State, actor: Actor, issue: Issue, label: Label, action: str) -> None:
    touch(state, issue)
    note(state, actor, issue, action, label={"name": label.name, "color": label.color})
    emit_issue(state, actor, issue, action, label=Show(state).label(label))


def add_comment(state: State, actor: Actor, issue: Issue, body: object) -> Comment:
    """Add a comment.

    Raises ApiError 403 where the issue is locked and the person may not write.
    """
    text = checked_body("IssueComment", body)
    if not text.strip():
        raise invalid("IssueComment", "body", "missing_field")
    if issue.locked and not state.may_write_here(actor, issue):
        raise ApiError(403, "Unable to create comment because issue is locked.")
    comment = Comment(
        id=state.next_id(),
        author=actor.person,
        body=text,
        created_at=state.now,
        updated_at=state.now,
        issue=issue,
    )
    state.comments[comment.id] = comment
    issue.comments.append(comment)
    touch(state, issue)
    emit_comment(state, actor, comment, "created")
    return comment


def edit_comment(state: State, actor: Actor, comment: Comment, body: object) -> None:
    """Give a comment a new text; no event where it is as it was."""
    text, before = checked_body("IssueComment", body), comment.body
    if text != before:
        _edited(state, actor, comment, text)
        touch(state, comment.issue)
        emit_comment(state, actor, comment, "edited", changes={"body": {"from": before}})


def delete_comment(state: State, actor: Actor, comment: Comment) -> None:
    """Take a comment away."""
    comment.issue.comments.remove(comment)
    del state.comments[comment.id]
    touch(state, comment.issue)
    emit_comment(state, actor, comment, "deleted")


def lock(state: State, actor: Actor, issue: Issue, *, locked: bool) -> None:
    """Lock or unlock a conversation."""
    if issue.locked != locked:
        issue.locked = locked
        touch(state, issue)
        note(state, actor, issue, "locked" if locked else "unlocked")
        emit_issue(state, actor, issue, "locked" if locked else "unlocked")


def remove(state: State, actor: Actor, issue: Issue) -> None:
    """Delete an issue: from then on it is gone (410)."""
    emit_issue(state, actor, issue, "deleted")
    issue.deleted = True


def transfer(state: State, actor: Actor, issue: Issue, to: str) -> None:
    """Move an issue to another repository: from then on it is elsewhere (301)."""
    url = f"{state.base_url}/repos/{to}/issues/1"
    emit_issue(state, actor, issue, "transferred", changes={"new_issue": {"url": url}})
    issue.moved_to = to
