"""What is this repository, who is this person, and what may they do?

https://docs.github.com/en/rest/repos, https://docs.github.com/en/rest/collaborators
"""

from tests.github_server.clock import NEW_YEAR_2026, iso
from tests.github_server.people import Person
from tests.github_server.routing import REPO, Call, ok, route
from tests.github_server.show_git import repo_commit
from tests.github_server.wire import ApiError, Json, Response, not_found, page


def get(call: Call) -> Response:
    """Show the repository."""
    shown = call.show.repository(call.actor if call.actor.person.login else None)
    return ok(shown | {"network_count": 0, "subscribers_count": 0})


def viewer(call: Call) -> Response:
    """Show whose token this is; an app's and a job's token may not ask."""
    if call.actor.is_app:
        raise ApiError(403, "Resource not accessible by integration")
    if not call.actor.person.login:
        raise ApiError(401, "Requires authentication")
    return ok(_account(call, call.actor.person))


def _account(call: Call, person: Person) -> Json:
    """Show an account whole, where nobody has filled in anything."""
    shown = call.show.person(person) | {"name": person.login}
    shown |= dict.fromkeys(("email", "bio", "blog", "company", "hireable", "location"))
    counts = ("followers", "following", "public_gists", "public_repos")
    shown |= dict.fromkeys(counts, 0)
    return shown | dict.fromkeys(("created_at", "updated_at"), iso(NEW_YEAR_2026))


def rate_limit(call: Call) -> Response:
    """Tell how many requests are left; asking costs none."""
    rate = call.state.rate
    core = {"limit": rate.limit, "remaining": rate.left, "used": rate.limit - rate.left}
    core["reset"] = call.state.reset
    shown = {"resources": {"core": core, "search": core, "graphql": core}}
    return ok(shown | call.show.at_first(rate=core))


def user(call: Call) -> Response:
    """Show an account."""
    person = call.state.people.find(call.values["login"])
    if person is None:
        raise not_found()
    return ok(_account(call, person))


def permission(call: Call) -> Response:
    """Tell what somebody may do: admin, write, read or none."""
    call.actor.needs("read", "metadata")
    person = call.state.people.find(call.values["login"])
    if person is None:
        raise not_found()
    if person.kind == "Bot":
        raise ApiError(404, f"{person.login} is not a user")
    level = person.permission
    shown_person = call.show.person(person) | {"role_name": level}
    shown = {"permission": level, "role_name": level, "user": shown_person}
    return ok(shown)


def branches(call: Call) -> Response:
    """List the branches by name."""
    found = call.state.repo.refs.matching("refs/heads/")
    names = [name.removeprefix("refs/heads/") for name in found]
    return page(call.request, names, lambda name: _branch(call, name))


def branch(call: Call) -> Response:
    """Show a branch with its commit and protection."""
    name = call.values["branch"]
    if call.state.repo.branch(name) is None:
        raise ApiError(404, "Branch not found")
    links = {"self": f"{call.show.url}/branches/{name}", "html": f"{call.show.html}/tree/{name}"}
    shown = _branch(call, name) | {"_links": links}
    return ok(shown | {"commit": repo_commit(call.show, shown["commit"]["sha"])})


def _branch(call: Call, name: str) -> Json:
    chosen = call.state.settings
    checks = list(chosen.required_checks)
    rules = bool(checks or chosen.pull_required or chosen.approvals_required)
    protected = rules and name == call.state.default_branch
    required: Json = {"enforcement_level": "non_admins" if checks else "off", "contexts": checks}
    required["checks"] = [{"context": name, "app_id": None} for name in checks]
    sha = call.state.repo.branch(name)
    return {
        "name": name,
        "commit": {"sha": sha, "url": f"{call.show.url}/commits/{sha}"},
        "protected": protected,
        "protection": {"enabled": protected, "required_status_checks": required},
        "protection_url": f"{call.show.url}/branches/{name}/protection",
    }


ROUTES = (
    route("GET", REPO, get),
    route("GET", "/user", viewer),
    route("GET", "/rate_limit", rate_limit),
    route("GET", "/users/{login}", user),
    route("GET", f"{REPO}/collaborators/{{login}}/permission", permission),
    route("GET", f"{REPO}/branches", branches),
    route("GET", f"{REPO}/branches/{{branch*}}", branch),
)
