"""What verdicts were given on a commit?

https://docs.github.com/en/rest/commits/statuses
"""

from tests.github_server.emit import emit
from tests.github_server.routing import REPO, Call, ok, route
from tests.github_server.state import Status
from tests.github_server.wire import ApiError, Json, Response, invalid, not_found, page

STATES = ("error", "failure", "pending", "success")


def create(call: Call) -> Response:
    """Give a verdict."""
    call.actor.needs("write", "statuses")
    sha, asked = call.values["sha"], call.asked
    if asked.get("state") not in STATES:
        raise invalid("Status", "state", "invalid")
    if not call.state.repo.is_commit(sha):
        raise ApiError(422, f"No commit found for SHA: {sha}")
    description = asked.get("description")
    if len(description or "") > 140:
        message = "description is too long (maximum is 140 characters)"
        raise invalid("Status", "description", "custom", message)
    status = Status(
        call.state.next_id(),
        asked["state"],
        str(asked.get("context") or "default"),
        description,
        asked.get("target_url") or None,
        call.actor.person,
        call.state.now,
        sha,
    )
    call.state.statuses.setdefault(sha, []).append(status)
    shown = call.show.status(status)
    emit(call.state, call.actor, "status", "", shown | {"sha": sha})
    return ok(shown, 201)


def _commit(call: Call) -> str:
    sha = call.state.repo.resolve(call.values["ref"])
    if sha is None:
        raise not_found()
    return sha


def listing(call: Call) -> Response:
    """List all verdicts on a commit, newest first."""
    found = call.state.statuses.get(_commit(call), [])
    return page(call.request, found[::-1], call.show.status)


def combined(call: Call) -> Response:
    """Show the last verdict of each context, and what they come to."""
    sha = _commit(call)
    found = call.state.latest_statuses(sha)
    states = {status.state for status in found}
    whole = "success" if states == {"success"} else "pending"
    whole = "failure" if states & {"error", "failure"} else whole
    shown = {"state": whole, "sha": sha, "total_count": len(found), "url": call.show.url}
    statuses = [_without_creator(call.show.status(status)) for status in found]
    repository = call.show.repository()
    return ok(shown | {"statuses": statuses, "repository": repository, "commit_url": call.show.url})


def _without_creator(shown: Json) -> Json:
    return {key: value for key, value in shown.items() if key != "creator"}


ROUTES = (
    route("POST", f"{REPO}/statuses/{{sha}}", create),
    route("GET", f"{REPO}/commits/{{ref*}}/statuses", listing),
    route("GET", f"{REPO}/commits/{{ref*}}/status", combined),
)
