"""What was said about an issue or a pull request?

https://docs.github.com/en/rest/issues/comments
"""

from tests.github_server import issue_changes as change
from tests.github_server.routing import REPO, Call, done, ok, route
from tests.github_server.state import Comment
from tests.github_server.wire import Response, not_found, page


def listing(call: Call) -> Response:
    """List the comments of one issue, oldest first."""
    since = call.request.query.get("since", "")
    shown = call.state.listed_by_rest(call.issue().comments)
    found = [comment for comment in shown if comment.updated_at >= since]
    return page(call.request, found, call.show.comment)


def everywhere(call: Call) -> Response:
    """List the comments of all issues."""
    query = call.request.query
    visible = {id(issue) for issue in call.state.visible()}
    found = [c for c in call.state.comments.values() if id(c.issue) in visible]
    found = [comment for comment in found if comment.updated_at >= query.get("since", "")]
    if query.get("sort") == "updated":
        found.sort(key=lambda comment: (comment.updated_at, comment.id))
    if query.get("direction") == "desc":
        found.reverse()
    return page(call.request, found, call.show.comment)


def create(call: Call) -> Response:
    """Comment on an issue; everybody who can read may, unless it is locked."""
    issue = call.issue()
    if call.actor.is_app:
        call.actor.needs("write", "issues", "pull_requests")
    comment = change.add_comment(call.state, call.actor, issue, call.asked.get("body"))
    return ok(call.show.comment(comment), 201)


def comment_named(call: Call) -> Comment:
    """Give the comment that the path names.

    Raises ApiError 404 where there is none.
    """
    comment = call.state.comments.get(int(call.values["number"]))
    if comment is None or comment.issue.deleted:
        raise not_found()
    return comment


def get(call: Call) -> Response:
    """Show one comment."""
    return ok(call.show.comment(comment_named(call)))


def edit(call: Call) -> Response:
    """Change a comment."""
    comment = _writable(call)
    change.edit_comment(call.state, call.actor, comment, call.asked.get("body"))
    return ok(call.show.comment(comment))


def delete(call: Call) -> Response:
    """Take a comment away."""
    change.delete_comment(call.state, call.actor, _writable(call))
    return done()


def _writable(call: Call) -> Comment:
    """Give the comment if it is the person's own, or theirs to change."""
    comment = comment_named(call)
    own = comment.author is call.actor.person and not call.actor.is_app
    if not (own or call.state.may_write_here(call.actor, comment.issue)):
        raise call.actor.refusal("Must have admin rights to Repository.")
    return comment


ROUTES = (
    route("GET", f"{REPO}/issues/comments", everywhere),
    route("GET", f"{REPO}/issues/comments/{{number}}", get),
    route("PATCH", f"{REPO}/issues/comments/{{number}}", edit),
    route("DELETE", f"{REPO}/issues/comments/{{number}}", delete),
    route("GET", f"{REPO}/issues/{{number}}/comments", listing),
    route("POST", f"{REPO}/issues/{{number}}/comments", create),
)
