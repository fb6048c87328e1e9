"""Which issues are there, and what becomes of one?

https://docs.github.com/en/rest/issues/issues, https://docs.github.com/en/rest/issues/timeline
"""

from tests.github_server import issue_changes as change
from tests.github_server.pull_changes import change_state
from tests.github_server.routing import REPO, Call, done, ok, route
from tests.github_server.state import Issue, Label
from tests.github_server.wire import Json, Response, invalid, page

_ORDER = {
    "created": lambda issue: (issue.created_at, issue.number),
    "updated": lambda issue: (issue.updated_at, issue.number),
    "comments": lambda issue: (len(issue.comments), issue.number),
}


def listing(call: Call) -> Response:
    """List issues and pull requests by state, labels, author and time."""
    query = call.request.query
    wanted = query.get("state", "open")
    labels = {name.lower() for name in query.get("labels", "").split(",") if name}
    since, creator = query.get("since", ""), query.get("creator", "").lower()
    found = [
        issue
        for issue in call.state.visible()
        if wanted in {"all", issue.state}
        and labels <= {label.name.lower() for label in issue.labels}
        and issue.updated_at >= since
        and creator in {"", issue.author.shown.lower()}
    ]
    order = _ORDER.get(query.get("sort", "created"), _ORDER["created"])
    found.sort(key=order, reverse=query.get("direction", "desc") != "asc")
    return page(call.request, found, call.show.issue)


def get(call: Call) -> Response:
    """Show one issue or pull request."""
    return ok(call.show.issue(call.issue()))


def create(call: Call) -> Response:
    """Open an issue; labels are set for those who may, made where missing, and else left out."""
    state, actor, asked = call.state, call.actor, call.asked
    if actor.is_app:
        actor.needs("write", "issues")
    labels = _named(call, asked.get("labels") or []) if actor.can("write", "issues") else []
    title = asked.get("title")
    issue = change.open_issue(state, actor, title, asked.get("body"), labels)
    return ok(call.show.issue(issue), 201)


def _named(call: Call, names: object) -> list[Label]:
    """Find or make the labels named, each a text or an object with a name."""
    if not isinstance(names, list):
        raise invalid("Label", "labels", "invalid")
    plain = [name["name"] if isinstance(name, dict) else name for name in names]
    return list(dict.fromkeys(change.label_named(call.state, name) for name in plain))


def edit(call: Call) -> Response:
    """Change title, body, labels and state, each if given; the author may, but for the labels."""
    state, actor, asked, issue = call.state, call.actor, call.asked, call.issue()
    writer = state.may_write_here(actor, issue)
    if not writer and (actor.is_app or actor.person is not issue.author):
        raise actor.refusal("Must have admin rights to Repository.")
    body = asked["body"] or "" if "body" in asked else None
    change.edit_text(state, actor, issue, asked.get("title"), body)
    if asked.get("labels") is not None and writer:
        change.set_labels(state, actor, issue, _named(call, asked["labels"]))
    _edit_state(call, issue, asked)
    return ok(call.show.issue(issue))


def _edit_state(call: Call, issue: Issue, asked: Json) -> None:
    wanted, reason = asked.get("state"), asked.get("state_reason")
    if wanted is None:
        return
    if issue.pull and wanted != issue.state:
        change_state(call.state, call.actor, issue, str(wanted))
    else:
        change.set_state(call.state, call.actor, issue, str(wanted), reason)


def lock(call: Call) -> Response:
    """Lock the conversation."""
    return _locked(call, locked=True)


def unlock(call: Call) -> Response:
    """Unlock the conversation."""
    return _locked(call, locked=False)


def _locked(call: Call, *, locked: bool) -> Response:
    issue = call.issue()
    call.actor.needs("write", "issues", "pull_requests")
    change.lock(call.state, call.actor, issue, locked=locked)
    return done()


def events(call: Call) -> Response:
    """List what happened to an issue, oldest first, without its comments."""
    return page(call.request, call.issue().timeline, lambda line: _event(call, line))


def _event(call: Call, line: Json) -> Json:
    """Show a line without why an issue was closed, which only the timeline tells."""
    return {key: value for key, value in _shown(call, line).items() if key != "state_reason"}


def timeline(call: Call) -> Response:
    """List what happened to an issue together with its comments, oldest first."""
    issue = call.issue()
    lines = [_shown(call, line) for line in issue.timeline]
    for comment in issue.comments:
        shown = call.show.comment(comment)
        lines.append(shown | {"event": "commented", "actor": shown["user"]})
    lines.sort(key=lambda line: (line["created_at"], line["id"]))
    return page(call.request, lines, lambda line: line)


def _shown(call: Call, line: Json) -> Json:
    shown: Json = dict.fromkeys(("commit_id", "commit_url", "performed_via_github_app"))
    shown |= {key: value for key, value in line.items() if key != "who"}
    shown |= {"node_id": f"E_{line['id']}", "actor": call.show.person(line["who"])}
    return shown | {"url": f"{call.show.url}/issues/events/{line['id']}"}


ROUTES = (
    route("GET", f"{REPO}/issues", listing),
    route("POST", f"{REPO}/issues", create),
    route("GET", f"{REPO}/issues/{{number}}", get),
    route("PATCH", f"{REPO}/issues/{{number}}", edit),
    route("PUT", f"{REPO}/issues/{{number}}/lock", lock),
    route("DELETE", f"{REPO}/issues/{{number}}/lock", unlock),
    route("GET", f"{REPO}/issues/{{number}}/events", events),
    route("GET", f"{REPO}/issues/{{number}}/timeline", timeline),
)
