"""What happens when somebody reviews a pull request, and what follows from all reviews?

https://docs.github.com/en/rest/pulls/reviews
"""

from tests.github_server.emit import emit, note
from tests.github_server.issue_changes import touch
from tests.github_server.people import Actor
from tests.github_server.show import Show
from tests.github_server.state import Issue, Review, State
from tests.github_server.wire import ApiError

# What is asked for, and the state that the review then has.
STATES = {
    "APPROVE": "APPROVED",
    "REQUEST_CHANGES": "CHANGES_REQUESTED",
    "COMMENT": "COMMENTED",
}
# A comment takes nothing back of what was said before.
_DECIDING = {"APPROVED", "CHANGES_REQUESTED", "DISMISSED"}


def add_review(state: State, actor: Actor, issue: Issue, asked: tuple[str, str]) -> Review:
    """Add a review, given what is asked for and its text.

    Raises ApiError 422 for an empty text where GitHub wants one, and for one's own pull request
    a job that approves, and a conversation that is locked.
    """
    event, body = asked
    if issue.locked and not state.may_write_here(actor, issue):
        raise ApiError(422, "Unprocessable Entity", ["lock prevents review"])
    if actor.is_workflow and event == "APPROVE":
        raise ApiError(422, "GitHub Actions is not permitted to approve pull requests.")
    if actor.person is issue.author and event != "COMMENT":
        words = "approve" if event == "APPROVE" else "request changes on"
        raise ApiError(422, f"Can not {words} your own pull request")
    if event != "APPROVE" and not body.strip():
        raise ApiError(422, "Unprocessable Entity: body is required")
    made = Review(
        id=state.next_id(),
        author=actor.person,
        body=body,
        state=STATES[event],
        created_at=state.now,
        updated_at=state.now,
        commit=issue.opened.head_sha,
    )
    issue.opened.reviews.append(made)
    touch(state, issue)
    _emit(state, actor, issue, made, "submitted")
    return made


def dismiss_review(state: State, actor: Actor, issue: Issue, review: Review) -> None:
    """Take a review's word back.

    Raises ApiError 422 for one that decided nothing.
    """
    if review.state not in {"APPROVED", "CHANGES_REQUESTED"}:
        raise ApiError(422, "Can not dismiss a commented pull request review")
    review.state = "DISMISSED"
    note(state, actor, issue, "review_dismissed")
    touch(state, issue)
    _emit(state, actor, issue, review, "dismissed")


def edit_review(state: State, actor: Actor, issue: Issue, changed: tuple[Review, str]) -> None:
    """Change the text of a review."""
    review, body = changed
    review.body, review.updated_at = body, state.now
    review.edited_at, review.editor = state.now, actor.person
    _emit(state, actor, issue, review, "edited")


def decision(state: State, issue: Issue) -> str | None:
    """Give `reviewDecision`: None where the branch's protection asks for no review.

    Seen on repositories without protection: it is null there, whoever has approved.
    """
    wanted = state.settings.approvals_required
    if not wanted or issue.opened.base != state.default_branch:
        return None
    words = list(last_words(issue).values())
    if "CHANGES_REQUESTED" in words:
        return "CHANGES_REQUESTED"
    return "APPROVED" if words.count("APPROVED") >= wanted else "REVIEW_REQUIRED"


def last_words(issue: Issue) -> dict[str, str]:
    """Give by login the last word of everybody who may write here and has decided something."""
    return {
        review.author.login: review.state
        for review in issue.opened.reviews
        if review.state in _DECIDING and review.author.can("write")
    }


def _emit(state: State, actor: Actor, issue: Issue, review: Review, action: str) -> None:
    show = Show(state)
    shown = {"pull_request": show.pull_item(issue), "review": show.review(review, issue.number)}
    shown["review"]["state"] = review.state.lower()
    emit(state, actor, "pull_request_review", action, shown)
