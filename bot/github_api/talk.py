"""How are labels, comments, reactions and the bot's own issues made as they should be?

https://docs.github.com/en/rest/issues
"""

from contextlib import suppress
from typing import Any

from bot.errors import ForbiddenError, MissingError, RejectedError
from bot.github_api.connection.repository import Repository
from bot.model.github.plan import (
    Acknowledge,
    CloseIssue,
    EditIssue,
    MakeLabel,
    OpenIssue,
    ReopenIssue,
    Say,
    SetLabels,
    Unsay,
)
from bot.model.github.result import Done, Opened, Overtaken, Said

_MARK = "<!-- bot:"


def make_label(place: Repository, action: MakeLabel) -> Done:
    """Create a label; one of this name, in whatever case, is as good."""
    payload = {"name": action.name, "color": action.color, "description": action.description}
    try:
        # Sent again after an outage, it is turned down where the first had its effect.
        place.wire.ask("POST", place.path("labels"), payload)
    except RejectedError as refusal:
        if "already_exists" not in refusal.message:
            raise
    return Done()


def set_labels(place: Repository, action: SetLabels) -> Done:
    """Let an issue or pull request carry exactly these labels."""
    path = place.path(f"issues/{action.number}/labels")
    if action.labels:
        place.wire.ask("PUT", path, {"labels": list(action.labels)})
    else:
        # A list to set holds at least one, says GitHub's description.
        place.wire.ask("DELETE", path)
    return Done()


def say(place: Repository, action: Say) -> Said:
    """Edit the bot's comment; write it where there is none, or none any more.

    Before it is written it is looked for, since what was read may lack what the last run wrote.
    One by an account that the bot had earlier is edited like any other. Where the present account
    may not do that, it writes one of its own.
    """
    path = f"issues/{action.number}/comments"
    if action.comment is not None:
        try:
            return _edit_comment(place, action.comment, action.body)
        except MissingError:
            pass
        except ForbiddenError:
            own = _own_comments(place, path, action.body)
            if action.comment in {int(comment["id"]) for comment in own}:
                raise
    comment = _said(place, path, action) or place.wire.create(
        place.path(path), {"body": action.body}, lambda: _said(place, path, action)
    )
    return Said(int(comment["id"]))


def _said(place: Repository, path: str, action: Say) -> dict[str, Any] | None:
    """Find the bot's comment and let it say this; None where there is none.

    Of several the newest stays, since two runs can have written one each.
    """
    own = _own_comments(place, path, action.body, action.beside)
    for older in own[:-1]:
        unsay(place, Unsay(action.number, int(older["id"])))
    if own and own[-1]["body"] != action.body:
        _edit_comment(place, int(own[-1]["id"]), action.body)
    return own[-1] if own else None


def unsay(place: Repository, action: Unsay) -> Done:
    """Remove a comment; one that is gone is as good."""
    with suppress(MissingError):
        place.wire.ask("DELETE", place.path(f"issues/comments/{action.comment}"))
    return Done()


def _edit_comment(place: Repository, comment: int, body: str) -> Said:
    place.wire.ask("PATCH", place.path(f"issues/comments/{comment}"), {"body": body})
    return Said(comment)


def _own_comments(
    place: Repository, path: str, body: str, beside: tuple[int, ...] = ()
) -> list[dict[str, Any]]:
    """Find the bot's comments with the same marker, over all pages, leaving out some.

    A person may have written a note above the marker.
    """
    mark = _marker(body)
    return [
        comment
        for comment in place.listed(path)
        if _is_own(place, comment)
        and int(comment["id"]) not in beside
        and (comment["body"] == body or (mark and _marker(str(comment["body"] or "")) == mark))
    ]


def _marker(text: str) -> str:
    """Give the line by which the bot knows what it wrote, "" if there is none."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line.startswith(_MARK)), "")


def _is_own(place: Repository, post: dict[str, Any]) -> bool:
    return bool((post["user"] or {}).get("login") == place.login)


def acknowledge(place: Repository, action: Acknowledge) -> Done:
    """React to a comment; GitHub keeps one reaction of a kind for each account."""
    path = place.path(f"issues/comments/{action.comment}/reactions")
    place.wire.ask("POST", path, {"content": action.sign})
    return Done()


def close_issue(place: Repository, action: CloseIssue) -> Done:
    """Close an issue, as completed or as not planned, or a pull request."""
    reason = "completed" if action.completed else "not_planned"
    payload = {"state": "closed"} | ({} if action.pull else {"state_reason": reason})
    place.wire.ask("PATCH", place.path(f"issues/{action.number}"), payload)
    return Done()


def reopen_issue(place: Repository, action: ReopenIssue) -> Done:
    """Open an issue again."""
    place.wire.ask("PATCH", place.path(f"issues/{action.number}"), {"state": "open"})
    return Done()


def open_issue(place: Repository, action: OpenIssue) -> Opened:
    """Open an issue of the bot's own."""
    payload = {"title": action.title, "body": action.body, "labels": list(action.labels)}
    issue = place.wire.create(place.path("issues"), payload, lambda: _own_issue(place, action))
    return Opened(int(issue["number"]))


def _own_issue(place: Repository, action: OpenIssue) -> dict[str, Any] | None:
    """Find the bot's open issue of this title, newest first."""
    for issue in place.listed("issues?state=open&sort=created&direction=desc"):
        if issue["title"] == action.title and _is_own(place, issue):
            return issue
    return None


def edit_issue(place: Repository, action: EditIssue) -> Done | Overtaken:
    """Give an issue of the bot's own its text, and close it if so asked.

    Where the text that it should have now is told, it is read again right before.
    """
    if action.before is not None:
        now = str(place.wire.ask("GET", place.path(f"issues/{action.number}"))["body"] or "")
        if now != action.before:
            return Overtaken(now)
    closing = {"state": "closed"} if action.close else {}
    place.wire.ask("PATCH", place.path(f"issues/{action.number}"), {"body": action.body} | closing)
    return Done()
