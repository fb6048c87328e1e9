"""What stands in this file, or in this folder?

https://docs.github.com/en/rest/repos/contents
"""

import base64

from tests.github_server import trees
from tests.github_server.objects import Entry
from tests.github_server.routing import REPO, Call, ok, route
from tests.github_server.wire import ApiError, Json, Response, not_found

LARGEST_WITH_CONTENT = 1_000_000
LARGEST = 100_000_000


def get(call: Call) -> Response:
    """Show a file (as JSON, or raw if asked by `Accept`) or list a folder."""
    state, path = call.state, call.values.get("path", "").strip("/")
    name = call.request.query.get("ref") or state.default_branch
    commit = state.repo.resolve(name)
    if commit is None:
        raise ApiError(404, f"No commit found for the ref {name}")
    entry = trees.find(state.repo.objects, state.repo.objects.commit(commit).tree, path)
    if entry is None:
        raise not_found()
    if entry.kind == "tree":
        lines = state.repo.objects.tree(entry.sha).items()
        inside = f"{path}/" if path else ""
        return Response(200, [_line(call, inside + file, found, name) for file, found in lines])
    data = state.repo.objects.blob(entry.sha)
    if "raw" in call.request.headers.get("accept", ""):
        return Response(
            200, data, {"Content-Type": "application/vnd.github.raw+json; charset=utf-8"}
        )
    return ok(_line(call, path, entry, name) | _content(data))


def _content(data: bytes) -> Json:
    """Give the content, which is left out of large files."""
    if len(data) > LARGEST:
        raise ApiError(403, "This API returns blobs up to 100 MB in size.")
    if len(data) > LARGEST_WITH_CONTENT:
        return {"content": "", "encoding": "none"}
    return {"content": base64.encodebytes(data).decode(), "encoding": "base64"}


def _line(call: Call, path: str, entry: Entry, ref: str) -> Json:
    """Show what JSON tells of a file or a folder, but for its content."""
    file = entry.kind != "tree"
    size = len(call.state.repo.objects.blob(entry.sha)) if file else 0
    shown = {
        "type": "file" if file else "dir",
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": entry.sha,
        "size": size,
        "url": f"{call.show.url}/contents/{path}?ref={ref}",
        "git_url": f"{call.show.url}/git/{entry.kind}s/{entry.sha}",
        "html_url": f"{call.show.html}/{'blob' if file else 'tree'}/{ref}/{path}",
        "download_url": None,
    }
    links = {"self": "url", "git": "git_url", "html": "html_url"}
    return shown | {"_links": {name: shown[key] for name, key in links.items()}}


ROUTES = (
    route("GET", f"{REPO}/contents/{{path*}}", get),
    route("GET", f"{REPO}/contents/", get),
    route("GET", f"{REPO}/contents", get),
)
