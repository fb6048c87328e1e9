"""Who gave which sign under an issue or a comment?

https://docs.github.com/en/rest/reactions/reactions
"""

from tests.github_server.endpoints.comments import comment_named
from tests.github_server.routing import REPO, Call, done, ok, route
from tests.github_server.show import REACTIONS
from tests.github_server.state import Comment, Issue, Post, Reaction
from tests.github_server.wire import ApiError, Response, invalid, not_found, page


def _post(call: Call) -> Post:
    """Give what the path names: an issue, or a comment."""
    return comment_named(call) if "/issues/comments/" in call.request.path else call.issue()


def listing(call: Call) -> Response:
    """List the signs, oldest first."""
    wanted = call.request.query.get("content", "")
    found = [r for r in _post(call).reactions if wanted in {"", r.content}]
    return page(call.request, found, call.show.reaction)


def create(call: Call) -> Response:
    """Give a sign: 201, or 200 where this person has given it before."""
    post, person, content = _post(call), call.actor.person, call.asked.get("content")
    if call.actor.is_app:
        call.actor.needs("write", "issues", "pull_requests")
    if content not in REACTIONS:
        raise invalid("Reaction", "content", "invalid")
    for given in post.reactions:
        if given.person is person and given.content == content:
            return ok(call.show.reaction(given))
    issue = post.issue if isinstance(post, Comment) else post
    if (
        isinstance(issue, Issue)
        and issue.locked
        and not call.state.may_write_here(call.actor, issue)
    ):
        raise ApiError(403, "Unable to create reaction because issue is locked.")
    reaction = Reaction(call.state.next_id(), person, content, call.state.now)
    post.reactions.append(reaction)
    call.state.wrote(f"reaction {content}")
    return ok(call.show.reaction(reaction), 201)


def delete(call: Call) -> Response:
    """Take one's own sign back."""
    post, wanted = _post(call), call.values["reaction"]
    found = next((r for r in post.reactions if str(r.number) == wanted), None)
    if found is None or found.person is not call.actor.person:
        raise not_found()
    post.reactions.remove(found)
    call.state.wrote(f"reaction {found.content} taken back")
    return done()


PLACES = (f"{REPO}/issues/comments/{{number}}", f"{REPO}/issues/{{number}}")
ROUTES = (
    *(route("GET", f"{place}/reactions", listing) for place in PLACES),
    *(route("POST", f"{place}/reactions", create) for place in PLACES),
    *(route("DELETE", f"{place}/reactions/{{reaction}}", delete) for place in PLACES),
)
