"""Which objects does the repository hold, and how are new ones made?

https://docs.github.com/en/rest/git/commits, trees and blobs
"""

import base64
import binascii
from datetime import datetime

from tests.github_server import trees
from tests.github_server.objects import FILE_MODE, Commit, Entry, MissingObjectError, Signature
from tests.github_server.routing import REPO, Call, ok, route
from tests.github_server.show_git import git_commit, tree
from tests.github_server.wire import ApiError, Json, Response, not_found

MODES = {"100644", "100755", "120000", "040000", "160000"}


def get_commit(call: Call) -> Response:
    """Show a commit."""
    try:
        return ok(git_commit(call.show, call.values["sha"]))
    except MissingObjectError as error:
        raise not_found() from error


def create_commit(call: Call) -> Response:
    """Make a commit; without an author it is the token's own, and an app's is signed by GitHub."""
    call.actor.needs("write", "contents")
    state, asked = call.state, call.asked
    _check_commit(call, asked)
    own = call.actor.person.signs(state.clock.seconds)
    author = _signature(asked.get("author"), own)
    committer = _signature(asked.get("committer"), author)
    parents = tuple(asked.get("parents") or ())
    commit = Commit(str(asked["tree"]), parents, author, committer, str(asked["message"]))
    sha = state.repo.objects.write_commit(commit)
    if call.actor.is_app and not asked.get("author") and not asked.get("committer"):
        state.verified.add(sha)
    state.wrote(f"commit {sha[:7]}")
    return ok(git_commit(call.show, sha), 201)


def _check_commit(call: Call, asked: Json) -> None:
    """Raise ApiError 422 unless message, tree and parents are there."""
    if not isinstance(asked.get("message"), str):
        raise ApiError(422, 'Invalid request.\n\n"message" wasn\'t supplied.')
    try:
        call.state.repo.objects.tree(str(asked.get("tree")))
    except MissingObjectError as error:
        raise ApiError(422, "Tree SHA does not exist") from error
    if not all(call.state.repo.is_commit(str(sha)) for sha in asked.get("parents") or ()):
        raise ApiError(422, "Parent SHA does not exist or is not a commit object")


def _signature(given: Json | None, default: Signature) -> Signature:
    if not given:
        return default
    if not (given.get("name") and given.get("email")):
        raise ApiError(422, 'Invalid request.\n\n"name" and "email" are required.')
    date = given.get("date")
    seconds = int(datetime.fromisoformat(date).timestamp()) if date else default.seconds
    return Signature(given["name"], given["email"], seconds)


def get_tree(call: Call) -> Response:
    """Show a tree by its id, or by the id or branch of a commit."""
    name, state = call.values["sha"], call.state
    commit = state.repo.resolve(name)
    try:
        sha = state.repo.objects.commit(commit).tree if commit else name
        shown = tree(call.show, sha, recursive="recursive" in call.request.query)
    except MissingObjectError as error:
        raise not_found() from error
    return ok(shown)


def create_tree(call: Call) -> Response:
    """Make a tree; without `base_tree` it holds only what is listed."""
    call.actor.needs("write", "contents")
    state, asked = call.state, call.asked
    base = asked.get("base_tree") or None
    if base and state.repo.is_commit(base):
        base = state.repo.objects.commit(base).tree
    lines = asked.get("tree")
    if not isinstance(lines, list) or not lines:
        raise ApiError(422, "Invalid tree info")
    changes = dict(_change(call, line) for line in lines)
    try:
        sha = trees.edited(state.repo.objects, base, changes)
    except MissingObjectError as error:
        message = (
            "base_tree is not a valid tree oid"
            if error.args == (base,)
            else "GitRPC::BadObjectState"
        )
        raise ApiError(422, message) from error
    state.wrote(f"tree {sha[:7]}")
    return ok(tree(call.show, sha, recursive=False), 201)


def _change(call: Call, line: Json) -> tuple[str, Entry | None]:
    """Read one line of a new tree: content, the id of an object, or null to delete."""
    path, objects = line.get("path"), call.state.repo.objects
    mode = str(line.get("mode", FILE_MODE))
    if not isinstance(path, str) or mode not in MODES:
        raise ApiError(422, "Must supply a valid tree.mode")
    if {"", ".", "..", ".git"} & set(path.split("/")):
        raise ApiError(422, "tree.path contains a malformed path component")
    if "content" in line:
        return path, Entry(mode, objects.write("blob", str(line["content"]).encode()))
    if "sha" not in line:
        raise ApiError(422, "Must supply either tree.sha or tree.content")
    if line["sha"] is None:
        return path, None
    entry = Entry(mode.lstrip("0"), str(line["sha"]))
    try:
        objects.read(entry.sha, entry.kind)
    except MissingObjectError as error:
        raise ApiError(422, f"tree.sha {entry.sha} is not a valid {entry.kind}") from error
    return path, entry


def get_blob(call: Call) -> Response:
    """Show a file's content in base64."""
    sha = call.values["sha"]
    try:
        data = call.state.repo.objects.blob(sha)
    except MissingObjectError as error:
        raise not_found() from error
    url, content = f"{call.show.url}/git/blobs/{sha}", base64.encodebytes(data).decode()
    shown = {"sha": sha, "node_id": f"B_{sha}", "size": len(data), "url": url}
    return ok(shown | {"content": content, "encoding": "base64"})


def create_blob(call: Call) -> Response:
    """Store a file's content."""
    call.actor.needs("write", "contents")
    content, encoding = call.asked.get("content"), call.asked.get("encoding", "utf-8")
    if not isinstance(content, str):
        raise ApiError(422, 'Invalid request.\n\n"content" wasn\'t supplied.')
    try:
        data = base64.b64decode(content) if encoding == "base64" else content.encode()
    except binascii.Error as error:
        raise ApiError(422, 'Invalid request.\n\n"content" is not valid Base64.') from error
    sha = call.state.repo.objects.write("blob", data)
    call.state.wrote(f"blob {sha[:7]}")
    return ok({"sha": sha, "url": f"{call.show.url}/git/blobs/{sha}"}, 201)


ROUTES = (
    route("GET", f"{REPO}/git/commits/{{sha}}", get_commit),
    route("POST", f"{REPO}/git/commits", create_commit),
    route("GET", f"{REPO}/git/trees/{{sha*}}", get_tree),
    route("POST", f"{REPO}/git/trees", create_tree),
    route("GET", f"{REPO}/git/blobs/{{sha}}", get_blob),
    route("POST", f"{REPO}/git/blobs", create_blob),
)
