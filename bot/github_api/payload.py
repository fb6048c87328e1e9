"""Which issue, pull request or comment is this, out of GitHub's answer?

Answers are those to bot.github_api.queries. A deleted account is null there, and a bot's login
lacks the "[bot]" that it has everywhere else.
"""

from typing import Any

from bot.model.plan import STATUS
from bot.model.state import LABELS
from bot.model.world import GHOST, Comment, Issue, Pull, Review

Node = dict[str, Any]
_VERDICTS = {"SUCCESS": "success", "FAILURE": "failure"}
_HEADS = "refs/heads/"
# How GraphQL and REST call the same reaction; those that the bot gives, and the one it once gave.
_SIGNS = {"ROCKET": "rocket", "CONFUSED": "confused", "EYES": "eyes", "THUMBS_UP": "+1"}
_REJECTED = {"NOT_PLANNED", "DUPLICATE"}


def login(author: Node | None) -> str:
    """Give an account's login as REST and people write it."""
    if author is None:
        return GHOST
    suffix = "[bot]" if author["__typename"] == "Bot" else ""
    return f"{str(author['login']).removesuffix('[bot]')}{suffix}"


def comment(node: Node) -> Comment:
    """Read one comment."""
    groups = node["reactionGroups"] or ()
    return Comment(
        id=int(node["fullDatabaseId"]),
        author=login(node["author"]),
        body=str(node["body"]),
        created_at=str(node["createdAt"]),
        edited_at=str(node["lastEditedAt"] or ""),
        editor=_editor(node),
        signs=frozenset(
            _SIGNS[group["content"]]
            for group in groups
            if group["viewerHasReacted"] and group["content"] in _SIGNS
        ),
    )


def review(node: Node) -> Review:
    """Read one review; it was given when it was submitted, and may have been begun before."""
    return Review(
        id=int(node["fullDatabaseId"]),
        author=login(node["author"]),
        body=str(node["body"]),
        created_at=str(node["submittedAt"] or node["createdAt"]),
        state=str(node["state"]),
        commit=str((node["commit"] or {}).get("oid") or ""),
        edited_at=str(node["lastEditedAt"] or ""),
        editor=_editor(node),
    )


def _editor(node: Node) -> str:
    """Tell who edited a text last; "" where nobody did."""
    return login(node["editor"]) if node["lastEditedAt"] else ""


def issue(node: Node, comments: tuple[Comment, ...], bot: str) -> Issue:
    """Read one issue; `bot` is the login of the bot."""
    return Issue(
        number=int(node["number"]),
        title=str(node["title"]),
        body=str(node["body"]),
        author=login(node["author"]),
        author_id=int((node["author"] or {}).get("databaseId") or 0),
        created_at=str(node["createdAt"]),
        edited_at=str(node["lastEditedAt"] or ""),
        reopened_at=_reopened(node, bot),
        closed_at=str(node["closedAt"] or ""),
        closed_by=_closer(node),
        rejected=node["state"] != "OPEN" and node["stateReason"] in _REJECTED,
        is_open=node["state"] == "OPEN",
        locked=bool(node["locked"]),
        labels=_labels(node),
        comments=comments,
    )


def _closer(node: Node) -> str:
    """Tell who closed an issue last; "" where it is open."""
    events = node["closings"]["nodes"] if node["state"] != "OPEN" else ()
    return login(events[-1]["actor"]) if events else ""


def _reopened(node: Node, bot: str) -> str:
    """Tell when somebody last reopened it; "" for never, and where the bot did, after them."""
    events = node["timelineItems"]["nodes"]
    if not events or login(events[-1]["actor"]) == bot:
        return ""
    return str(events[-1]["createdAt"])


def pull(node: Node, comments: tuple[Comment, ...], bot: str, base: str) -> Pull:
    """Read one pull request; `bot` is the login of the bot, `base` the base branch."""
    status = _verdict(node)
    return Pull(
        number=int(node["number"]),
        branch=str(node["headRefName"]),
        head=str(node["headRefOid"]),
        title=str(node["title"]),
        body=str(node["body"]),
        created_at=str(node["createdAt"]),
        reopened_at=_reopened(node, bot),
        closed_at=str(node["closedAt"] or ""),
        astray=node["baseRefName"] != base,
        is_open=node["state"] == "OPEN",
        merged=node["state"] == "MERGED",
        checked=_VERDICTS.get(status["state"], "") if status else "",
        checked_at=str(status["createdAt"]) if status else "",
        labels=_labels(node),
        comments=comments,
    )


def _labels(node: Node) -> tuple[str, ...]:
    return tuple(map(label, node["labels"]["nodes"]))


def label(node: Node) -> str:
    """Read a label's name; to GitHub one of the bot's is the same in whatever case it was made."""
    name = str(node["name"])
    return name.lower() if name.lower() in LABELS else name


def _verdict(node: Node) -> Node | None:
    """Give the bot's own status of the head; None where the branch has moved on."""
    target = (node["headRef"] or {}).get("target") or {}
    if target.get("oid") != node["headRefOid"]:
        return None
    contexts = (target.get("status") or {}).get("contexts") or ()
    return next((found for found in contexts if found["context"] == STATUS), None)


def branch(node: Node) -> tuple[str, str]:
    """Read one branch: its name and its commit."""
    full = f"{node['prefix']}{node['name']}"
    return full.removeprefix(_HEADS), str(node["target"]["oid"])
