"""Which labels does the repository have, and which does an issue carry?

https://docs.github.com/en/rest/issues/labels
"""

import re

from tests.github_server import issue_changes as change
from tests.github_server.routing import REPO, Call, done, ok, route
from tests.github_server.state import Label
from tests.github_server.wire import ApiError, Response, invalid, not_found, page


def listing(call: Call) -> Response:
    """List the repository's labels."""
    return page(call.request, list(call.state.labels.values()), call.show.label)


def create(call: Call) -> Response:
    """Make a label."""
    call.actor.needs("write", "issues", "pull_requests")
    asked = call.asked
    if str(asked.get("name", "")).lower() in call.state.labels:
        raise invalid("Label", "name", "already_exists")
    _check(asked.get("color"), asked.get("description"))
    label = change.label_named(call.state, asked.get("name"))
    label.color = asked.get("color") or label.color
    label.description = asked.get("description")
    call.state.wrote(f"label {label.name}")
    return ok(call.show.label(label), 201)


def _check(color: object, description: object) -> None:
    if color is not None and not re.fullmatch("[0-9a-fA-F]{6}", str(color)):
        raise invalid("Label", "color", "invalid")
    if len(str(description or "")) > 100:
        message = "description is too long (maximum is 100 characters)"
        raise invalid("Label", "description", "custom", message)


def _named(call: Call) -> Label:
    label = call.state.labels.get(call.values["name"].lower())
    if label is None:
        raise not_found()
    return label


def get(call: Call) -> Response:
    """Show one label."""
    return ok(call.show.label(_named(call)))


def edit(call: Call) -> Response:
    """Change a label's name, colour or description; issues that carry it follow."""
    call.actor.needs("write", "issues", "pull_requests")
    label, asked = _named(call), call.asked
    _check(asked.get("color"), asked.get("description"))
    new = str(asked.get("new_name") or label.name)
    if new.lower() != label.name.lower() and new.lower() in call.state.labels:
        raise invalid("Label", "name", "already_exists")
    del call.state.labels[label.name.lower()]
    call.state.labels[new.lower()] = label
    label.name, label.color = new, asked.get("color") or label.color
    label.description = asked.get("description", label.description)
    call.state.wrote(f"label {new}")
    return ok(call.show.label(label))


def delete(call: Call) -> Response:
    """Remove a label from the repository and from all issues."""
    call.actor.needs("write", "issues", "pull_requests")
    label = _named(call)
    del call.state.labels[label.name.lower()]
    for issue in call.state.issues.values():
        if label in issue.labels:
            issue.labels.remove(label)
    call.state.wrote(f"label {label.name} deleted")
    return done()


def of_issue(call: Call) -> Response:
    """List the labels of an issue."""
    return page(call.request, call.issue().labels, call.show.label)


def add(call: Call) -> Response:
    """Add labels to an issue; those that do not exist are made."""
    return _set(call, [*call.issue().labels, *_asked(call)])


def replace(call: Call) -> Response:
    """Make the labels of an issue exactly these."""
    return _set(call, _asked(call))


def clear(call: Call) -> Response:
    """Take all labels off an issue."""
    _set(call, [])
    return done()


def remove(call: Call) -> Response:
    """Take one label off an issue."""
    issue, name = call.issue(), call.values["name"].lower()
    if name not in {label.name.lower() for label in issue.labels}:
        raise ApiError(404, "Label does not exist")
    return _set(call, [label for label in issue.labels if label.name.lower() != name])


def _asked(call: Call) -> list[Label]:
    call.actor.needs("write", "issues", "pull_requests")
    return [change.label_named(call.state, name) for name in call.asked.get("labels", [])]


def _set(call: Call, labels: list[Label]) -> Response:
    issue = call.issue()
    call.actor.needs("write", *(("issues", "pull_requests") if issue.pull else ("issues",)))
    change.set_labels(call.state, call.actor, issue, labels)
    return Response(200, [call.show.label(label) for label in issue.labels])


ROUTES = (
    route("GET", f"{REPO}/labels", listing),
    route("POST", f"{REPO}/labels", create),
    route("GET", f"{REPO}/labels/{{name*}}", get),
    route("PATCH", f"{REPO}/labels/{{name*}}", edit),
    route("DELETE", f"{REPO}/labels/{{name*}}", delete),
    route("GET", f"{REPO}/issues/{{number}}/labels", of_issue),
    route("POST", f"{REPO}/issues/{{number}}/labels", add),
    route("PUT", f"{REPO}/issues/{{number}}/labels", replace),
    route("DELETE", f"{REPO}/issues/{{number}}/labels", clear),
    route("DELETE", f"{REPO}/issues/{{number}}/labels/{{name*}}", remove),
)
