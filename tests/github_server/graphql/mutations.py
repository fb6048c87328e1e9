"""What happens on `createCommitOnBranch`?

https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch
"""

import base64
import binascii

from tests.github_server.branches import update_ref
from tests.github_server.graphql.types import Context, GraphError
from tests.github_server.objects import FILE_MODE, Commit, Entry, MissingObjectError, Signature
from tests.github_server.trees import edited, find
from tests.github_server.wire import ApiError, Json


def create_commit(_: object, asked: Json, ctx: Context) -> Json:
    """Put one signed commit with whole files on top of a branch, if it stands where expected."""
    given, state = asked["input"], ctx.state
    branch = str(given["branch"].get("branchName", "")).removeprefix("refs/heads/")
    tip = state.repo.branch(branch)
    if not ctx.actor.can("write", "contents"):
        raise GraphError("Resource not accessible by integration", "FORBIDDEN")
    if tip is None:
        raise GraphError(f"No ref found for branch {branch}", "NOT_FOUND")
    if given.get("expectedHeadOid") != tip:
        expected = given.get("expectedHeadOid")
        words = (
            f'Expected branch to point to "{tip}" but it did not. Pull and try again. ({expected})'
        )
        raise GraphError(words, "STALE_DATA")
    sha = _commit(ctx, tip, given)
    state.verified.add(sha)
    try:
        update_ref(state, ctx.actor, f"refs/heads/{branch}", sha, force=False)
    except ApiError as error:
        raise GraphError(error.message, "UNPROCESSABLE") from error
    return {"sha": sha, "ref": f"refs/heads/{branch}", "id": given.get("clientMutationId")}


def _commit(ctx: Context, tip: str, given: Json) -> str:
    """Store the commit that the files make on the branch's tip."""
    objects, person = ctx.state.repo.objects, ctx.actor.person
    old = objects.commit(tip).tree
    changes = given.get("fileChanges") or {}
    entries: dict[str, Entry | None] = {}
    for addition in changes.get("additions") or ():
        mode = getattr(find(objects, old, addition["path"]), "mode", FILE_MODE)
        entries[addition["path"]] = Entry(mode, objects.write("blob", _content(addition)))
    entries |= {deletion["path"]: None for deletion in changes.get("deletions") or ()}
    try:
        tree = edited(objects, old, entries)
    except MissingObjectError as error:
        raise GraphError(
            f"A path was requested for deletion which does not exist: {error}", "UNPROCESSABLE"
        ) from error
    headline, body = given["message"]["headline"], given["message"].get("body")
    message = f"{headline}\n\n{body}" if body else headline
    seconds = ctx.state.clock.seconds
    committer = Signature("GitHub", "noreply@github.com", seconds)
    return objects.write_commit(Commit(tree, (tip,), person.signs(seconds), committer, message))


def _content(addition: Json) -> bytes:
    try:
        return base64.b64decode(addition["contents"], validate=True)
    except binascii.Error as error:
        raise GraphError("contents is not valid Base64", "UNPROCESSABLE") from error
