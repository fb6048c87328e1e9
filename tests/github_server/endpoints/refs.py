"""Where do the references point, and who moves them?

https://docs.github.com/en/rest/git/refs
"""

from tests.github_server import branches
from tests.github_server.routing import REPO, Call, done, ok, route
from tests.github_server.wire import Json, Response, not_found, page


def _shown(call: Call, name: str, sha: str) -> Json:
    return {
        "ref": name,
        "node_id": f"REF_{name}",
        "url": f"{call.show.url}/git/{name}",
        "object": {"type": "commit", "sha": sha, "url": f"{call.show.url}/git/commits/{sha}"},
    }


def get(call: Call) -> Response:
    """Show one reference, by its whole name after `refs/`."""
    name = f"refs/{call.values['ref']}"
    sha = call.state.repo.refs.get(name)
    if sha is None:
        raise not_found()
    return ok(_shown(call, name, sha))


def matching(call: Call) -> Response:
    """List the references that begin so."""
    found = call.state.repo.refs.matching(f"refs/{call.values['ref']}")
    return page(call.request, list(found.items()), lambda item: _shown(call, *item))


def create(call: Call) -> Response:
    """Make a reference."""
    call.actor.needs("write", "contents")
    name, sha = str(call.asked.get("ref") or ""), str(call.asked.get("sha") or "")
    branches.create_ref(call.state, call.actor, name, sha)
    return ok(_shown(call, name, sha), 201)


def edit(call: Call) -> Response:
    """Move a reference."""
    call.actor.needs("write", "contents")
    name, asked = f"refs/{call.values['ref']}", call.asked
    sha, force = str(asked.get("sha") or ""), asked.get("force") is True
    branches.update_ref(call.state, call.actor, name, sha, force=force)
    return ok(_shown(call, name, sha))


def delete(call: Call) -> Response:
    """Delete a reference."""
    call.actor.needs("write", "contents")
    branches.delete_ref(call.state, call.actor, f"refs/{call.values['ref']}")
    return done()


ROUTES = (
    route("GET", f"{REPO}/git/ref/{{ref*}}", get),
    route("GET", f"{REPO}/git/matching-refs/{{ref*}}", matching),
    route("POST", f"{REPO}/git/refs", create),
    route("PATCH", f"{REPO}/git/refs/{{ref*}}", edit),
    route("DELETE", f"{REPO}/git/refs/{{ref*}}", delete),
)
