"""Which pull requests are there, and what becomes of one?

https://docs.github.com/en/rest/pulls
"""

from tests.github_server.merging import merge_pull, mergeability, update_branch
from tests.github_server.pull_changes import edit_pull, open_pull
from tests.github_server.reviewing import STATES, add_review, dismiss_review, edit_review
from tests.github_server.routing import REPO, Call, done, ok, route
from tests.github_server.show_git import changed_files, repo_commit
from tests.github_server.state import Issue, Pull, Review
from tests.github_server.wire import ApiError, Json, Response, checked_body, not_found, page


def listing(call: Call) -> Response:
    """List pull requests by state, head and base."""
    query = call.request.query
    wanted, head = query.get("state", "open"), query.get("head", "")
    found = [
        issue
        for issue in call.state.listed_by_rest(call.state.visible())
        if issue.pull
        and wanted in {"all", issue.state}
        and _has_head(issue.pull, head)
        and query.get("base", issue.pull.base) == issue.pull.base
    ]
    updated = query.get("sort") == "updated"
    found.sort(key=lambda issue: (issue.updated_at if updated else "", issue.number))
    if (
        query.get("direction", "desc" if query.get("sort", "created") == "created" else "asc")
        == "desc"
    ):
        found.reverse()
    return page(call.request, found, call.show.pull_item)


def _has_head(pull: Pull, head: str) -> bool:
    """Say whether this is the head asked for; GitHub ignores one that does not name its owner."""
    owner, colon, branch = head.partition(":")
    return not colon or (pull.head_owner.lower(), pull.head) == (owner.lower(), branch)


def show_pull(call: Call, issue: Issue) -> Json:
    """Show one pull request whole: only here is it told whether it merges."""
    pull = issue.opened
    mergeable, state = mergeability(call.state, issue)
    return call.show.pull_item(issue) | {
        "merged": pull.merged_at is not None,
        "mergeable": mergeable,
        "rebaseable": mergeable,
        "mergeable_state": state,
        "merged_by": call.show.person(pull.merged_by) if pull.merged_by else None,
        "comments": len(issue.comments),
        "review_comments": 0,
        "commits": len(pull.commits),
        "maintainer_can_modify": False,
        **_sizes(call, pull),
    }


def _sizes(call: Call, pull: Pull) -> Json:
    """Tell how much a pull request changes."""
    found = _files(call, pull)
    sums = {key: sum(file[key] for file in found) for key in ("additions", "deletions")}
    return sums | {"changed_files": len(found)}


def _files(call: Call, pull: Pull) -> list[Json]:
    """Show the files that a pull request changes."""
    base = next(iter(call.state.repo.merge_bases(pull.base_sha, pull.head_sha)), pull.base_sha)
    return changed_files(call.show, base, pull.head_sha)


def get(call: Call) -> Response:
    """Show one pull request."""
    return ok(show_pull(call, call.issue()))


def create(call: Call) -> Response:
    """Open a pull request."""
    if call.actor.is_app:
        call.actor.needs("write", "pull_requests")
    return ok(show_pull(call, open_pull(call.state, call.actor, call.asked)), 201)


def edit(call: Call) -> Response:
    """Change title, body, base or state."""
    issue = call.issue()
    if call.actor.person is not issue.author or call.actor.is_app:
        call.actor.needs("write", "pull_requests")
    edit_pull(call.state, call.actor, issue, call.asked)
    return ok(show_pull(call, issue))


def merge(call: Call) -> Response:
    """Merge a pull request."""
    call.actor.needs("write", "contents")
    asked = {key: str(value) for key, value in call.asked.items() if value is not None}
    sha = merge_pull(call.state, call.actor, call.issue(), asked)
    return ok({"sha": sha, "merged": True, "message": "Pull Request successfully merged"})


def update(call: Call) -> Response:
    """Merge the base into the head, as the button "Update branch" does."""
    call.actor.needs("write", "contents")
    issue, expected = call.issue(), call.asked.get("expected_head_sha")
    if expected not in {None, issue.opened.head_sha}:
        raise ApiError(422, "expected head sha didn't match current head ref.")
    update_branch(call.state, call.actor, issue)
    return ok({"message": "Updating pull request branch."}, 202)


def is_merged(call: Call) -> Response:
    """Answer 204 where it was merged, else 404."""
    if call.issue().opened.merged_at is None:
        raise not_found()
    return done()


def files(call: Call) -> Response:
    """List the files that a pull request changes."""
    return page(call.request, _files(call, call.issue().opened), lambda file: file)


def commits(call: Call) -> Response:
    """List the commits of a pull request, oldest first."""
    found = call.issue().opened.commits
    return page(call.request, found, lambda sha: repo_commit(call.show, sha))


def comments(call: Call) -> Response:
    """List comments on lines: nobody makes any here."""
    found: list[Json] = call.issue().opened.line_comments
    return page(call.request, found, lambda line: line)


def reviews(call: Call) -> Response:
    """List the reviews."""
    issue = call.issue()
    return page(call.request, issue.opened.reviews, lambda one: call.show.review(one, issue.number))


def review(call: Call) -> Response:
    """Approve, comment, or ask for changes."""
    asked = call.asked
    if asked.get("event") not in STATES:
        raise ApiError(422, 'No subschema in "oneOf" matched.')
    event, body = str(asked["event"]), checked_body("PullRequestReview", asked.get("body"))
    made = add_review(call.state, call.actor, call.issue(), (event, body))
    return ok(call.show.review(made, call.issue().number))


def _review(call: Call) -> Review:
    wanted = call.values["review"]
    found = next((each for each in call.issue().opened.reviews if str(each.id) == wanted), None)
    if found is None:
        raise not_found()
    return found


def reword(call: Call) -> Response:
    """Change the text of a review, as only its author and maintainers can."""
    found = _review(call)
    if call.actor.person is not found.author:
        call.actor.needs("write", "pull_requests")
    body = checked_body("PullRequestReview", call.asked.get("body"))
    edit_review(call.state, call.actor, call.issue(), (found, body))
    return ok(call.show.review(found, call.issue().number))


def dismiss(call: Call) -> Response:
    """Take a review's word back."""
    call.actor.needs("write", "pull_requests")
    found = _review(call)
    dismiss_review(call.state, call.actor, call.issue(), found)
    return ok(call.show.review(found, call.issue().number))


ONE = f"{REPO}/pulls/{{number}}"
ROUTES = (
    route("GET", f"{REPO}/pulls", listing),
    route("POST", f"{REPO}/pulls", create),
    route("GET", ONE, get),
    route("PATCH", ONE, edit),
    route("PUT", f"{ONE}/merge", merge),
    route("GET", f"{ONE}/merge", is_merged),
    route("PUT", f"{ONE}/update-branch", update),
    route("GET", f"{ONE}/files", files),
    route("GET", f"{ONE}/commits", commits),
    route("GET", f"{ONE}/comments", comments),
    route("GET", f"{ONE}/reviews", reviews),
    route("POST", f"{ONE}/reviews", review),
    route("PUT", f"{ONE}/reviews/{{review}}", reword),
    route("PUT", f"{ONE}/reviews/{{review}}/dismissals", dismiss),
)
