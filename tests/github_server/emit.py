"""What does a change tell the workflows, and the issue's own timeline?

Payloads: https://docs.github.com/en/webhooks/webhook-events-and-payloads
"""

from tests.github_server.people import Actor
from tests.github_server.show import Show
from tests.github_server.state import Comment, Event, Issue, State
from tests.github_server.wire import Json

# By a job's own token these wait for somebody's approval; everything else by it starts nothing.
_AWAITING = {"opened", "reopened", "synchronize"}


def emit(state: State, actor: Actor, name: str, action: str, payload: Json) -> None:
    """Add one event, with what all payloads hold."""
    show = Show(state)
    whole: Json = {"action": action} if action else {}
    whole |= payload | {"repository": show.repository(), "sender": show.person(actor.person)}
    starts = "nothing" if actor.is_workflow else "run"
    if actor.is_workflow and name == "pull_request" and action in _AWAITING:
        starts = "approval"
    login = actor.person.login
    state.events.append(Event(name, action, whole, login, actor.is_workflow, starts))
    state.wrote(f"{name} {action}".strip())


def emit_issue(state: State, actor: Actor, issue: Issue, action: str, **more: object) -> None:
    """Tell of a change to an issue, or to a pull request by its own name."""
    show = Show(state)
    if issue.pull:
        shown: Json = {"number": issue.number, "pull_request": show.pull_item(issue)}
        shown["pull_request"]["merged"] = issue.pull.merged_at is not None
        emit(state, actor, "pull_request", action, shown | more)
    else:
        emit(state, actor, "issues", action, {"issue": show.issue(issue)} | more)


def emit_comment(state: State, actor: Actor, comment: Comment, action: str, **more: object) -> None:
    """Tell of a change to a comment."""
    show = Show(state)
    shown = {"issue": show.issue(comment.issue), "comment": show.comment(comment)}
    emit(state, actor, "issue_comment", action, shown | more)


def emit_push(state: State, actor: Actor, ref: str, old: str | None, new: str | None) -> None:
    """Tell of a branch that moved; None stands for a branch that is not there."""
    nothing = "0" * 40
    shown: Json = {"ref": ref, "before": old or nothing, "after": new or nothing}
    shown |= {"created": old is None, "deleted": new is None, "forced": False}
    shown |= {"pusher": {"name": actor.person.login}, "commits": [], "head_commit": None}
    if new:
        message = state.repo.objects.commit(new).message
        shown["head_commit"] = {"id": new, "message": message}
        shown["forced"] = bool(old) and not state.repo.is_ancestor(old or new, new)
    emit(state, actor, "push", "", shown)


def note(state: State, actor: Actor, issue: Issue, event: str, **more: object) -> None:
    """Add a line to an issue's timeline."""
    line: Json = {"id": state.next_id(), "event": event, "created_at": state.now}
    issue.timeline.append(line | {"who": actor.person} | more)
