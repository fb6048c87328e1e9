"""Which commits led here, and what is between two of them?

https://docs.github.com/en/rest/commits/commits
"""

from tests.github_server import trees
from tests.github_server.clock import iso
from tests.github_server.routing import REPO, Call, ok, route
from tests.github_server.show_git import account, changed_files, repo_commit
from tests.github_server.trees import EMPTY_TREE
from tests.github_server.wire import ApiError, Response, not_found, page


def listing(call: Call) -> Response:
    """List commits from a branch or commit backwards, by path, author and time."""
    state, query = call.state, call.request.query
    start = state.repo.resolve(query.get("sha") or state.default_branch)
    if start is None:
        raise not_found()
    found = sorted(state.repo.ancestors(start), key=lambda sha: -_time(call, sha))
    if query.get("path"):
        found = [sha for sha in found if _touches(call, sha, query["path"])]
    if query.get("author"):
        found = [sha for sha in found if _is_by(call, sha, query["author"])]
    since, until = query.get("since", ""), query.get("until", "9")
    found = [sha for sha in found if since <= iso(_time(call, sha)) <= until]
    return page(call.request, found, lambda sha: repo_commit(call.show, sha))


def _time(call: Call, sha: str) -> int:
    return call.state.repo.objects.commit(sha).committer.seconds


def _touches(call: Call, sha: str, path: str) -> bool:
    """Say whether a commit changed what stands at a path."""
    objects = call.state.repo.objects
    commit = objects.commit(sha)
    here = trees.find(objects, commit.tree, path)
    before = [trees.find(objects, objects.commit(up).tree, path) for up in commit.parents]
    return here not in before if before else here is not None


def _is_by(call: Call, sha: str, author: str) -> bool:
    who = call.state.repo.objects.commit(sha).author
    person = account(call.show, who)
    return author in {who.email, person.login if person else None}


def get(call: Call) -> Response:
    """Show one commit with the files it changed."""
    sha = call.state.repo.resolve(call.values["ref"])
    if sha is None:
        raise ApiError(422, f"No commit found for SHA: {call.values['ref']}")
    parents = call.state.repo.objects.commit(sha).parents
    files = changed_files(call.show, parents[0] if parents else EMPTY_TREE, sha)
    counts = {key: sum(file[key] for file in files) for key in ("additions", "deletions")}
    stats = counts | {"total": sum(counts.values())}
    return ok(repo_commit(call.show, sha) | {"stats": stats, "files": files})


def compare(call: Call) -> Response:
    """Show what a head has that a base has not: `base...head`."""
    repo = call.state.repo
    names = [name.rpartition(":")[2] for name in call.values["basehead"].split("...")]
    base, head = (repo.resolve(name) for name in (names * 2)[:2])
    if len(names) != 2 or base is None or head is None:
        raise not_found()
    ahead, behind = repo.between(base, head), repo.between(head, base)
    words = {(True, True): "diverged", (True, False): "ahead", (False, True): "behind"}
    common = next(iter(repo.merge_bases(base, head)), None)
    if common is None:
        raise ApiError(404, "No common ancestor between the two commits.")
    html = f"{call.show.html}/compare/{base}...{head}"
    shown = {
        "url": f"{call.show.url}/compare/{base}...{head}",
        "html_url": html,
        "permalink_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "base_commit": repo_commit(call.show, base),
        "merge_base_commit": repo_commit(call.show, common),
        "status": words.get((bool(ahead), bool(behind)), "identical"),
        "ahead_by": len(ahead),
        "behind_by": len(behind),
        "total_commits": len(ahead),
        "commits": [repo_commit(call.show, sha) for sha in ahead[:250]],
        "files": changed_files(call.show, common, head)[:300],
    }
    return ok(shown)


ROUTES = (
    route("GET", f"{REPO}/commits", listing),
    route("GET", f"{REPO}/commits/{{ref*}}", get),
    route("GET", f"{REPO}/compare/{{basehead*}}", compare),
)
