"""Which issue, pull request or comment is this, out of GitHub's answer?

Answers are those to bot.github_api.world.queries. Whatever GitHub's schema allows to be null may
be: a deleted account, a branch that is gone, a list, what stands in a list. A bot's login lacks
the "[bot]" that it has everywhere else.
"""

from collections.abc import Iterator
from typing import Any

from bot.model.github.account import MARK
from bot.model.github.plan import STATUS
from bot.model.github.world import GHOST, Comment, Issue, Pull, PullReview
from bot.model.state import LABELS

Node = dict[str, Any]
_VERDICTS = {"SUCCESS": "success", "FAILURE": "failure"}
_HEADS = "refs/heads/"
# How GraphQL and REST call the same reaction; those that the bot gives, and the one it once gave.
_SIGNS = {"ROCKET": "rocket", "CONFUSED": "confused", "EYES": "eyes", "THUMBS_UP": "+1"}
_REJECTED = {"NOT_PLANNED", "DUPLICATE"}


def nodes(page: Node | None) -> list[Node]:
    """Give what a page of a list holds, without what GitHub left out."""
    return [node for node in (page or {}).get("nodes") or () if node is not None]


def cursor(page: Node | None) -> str:
    """Give where the next page begins; "" where this is the last."""
    info = (page or {}).get("pageInfo") or {}
    return str(info["endCursor"] or "") if info.get("hasNextPage") else ""


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


def review(node: Node) -> PullReview:
    """Read one review; it was given when it was submitted, and may have been begun before."""
    return PullReview(
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


def issue(node: Node, bot: str) -> Issue:
    """Read one issue, but for its comments; `bot` is the login of the bot."""
    return Issue(
        number=int(node["number"]),
        title=str(node["title"]),
        body=str(node["body"]),
        author=login(node["author"]),
        author_id=int((node["author"] or {}).get("databaseId") or 0),
        created_at=str(node["createdAt"]),
        edited_at=str(node["lastEditedAt"] or ""),
        editor=_editor(node),
        reopened_at=reopened(node, bot),
        closed_at=str(node["closedAt"] or ""),
        closed_by=_closer(node),
        rejected=node["state"] != "OPEN" and node.get("stateReason") in _REJECTED,
        is_open=node["state"] == "OPEN",
        locked=bool(node["locked"]),
        labels=labels(node),
    )


def _turns(node: Node, kind: str) -> Iterator[Node]:
    """Yield the closings or reopenings of an issue or pull request, the last first."""
    return (turn for turn in nodes(node.get("timelineItems"))[::-1] if turn["__typename"] == kind)


def _closer(node: Node) -> str:
    """Tell who closed an issue last; "" where it is open."""
    return last_closer(node) if node["state"] != "OPEN" else ""


def last_closer(node: Node) -> str:
    """Tell who closed an issue or pull request last; "" where nobody did."""
    last = next(_turns(node, "ClosedEvent"), None)
    return login(last["actor"]) if last else ""


def reopened(node: Node, bot: str) -> str:
    """Tell when somebody last reopened it; "" for never, and where the bot did, after them."""
    last = next(_turns(node, "ReopenedEvent"), None)
    return str(last["createdAt"]) if last and login(last["actor"]) != bot else ""


def pull(node: Node, bot: str, base: str) -> Pull:
    """Read one pull request, but for what was said on it.

    `bot` is the login of the bot, `base` the base branch. Where the branch is known, it tells the
    head: after a push, GitHub takes a while to let the pull request follow.
    """
    head = str(node["headRefOid"])
    if node["pullState"] == "OPEN":
        head = commit(node["headRef"]) or head
    status = _verdict(node, head)
    return Pull(
        number=int(node["number"]),
        branch=str(node["headRefName"]),
        head=head,
        title=str(node["title"]),
        body=str(node["body"]),
        created_at=str(node["createdAt"]),
        reopened_at=reopened(node, bot),
        closed_at=str(node["closedAt"] or ""),
        astray=node["baseRefName"] != base,
        is_open=node["pullState"] == "OPEN",
        merged=node["pullState"] == "MERGED",
        checked=_VERDICTS.get(status["state"], "") if status else "",
        checked_at=str(status["createdAt"]) if status else "",
        labels=labels(node),
    )


def is_astray(pull: Node) -> bool:
    """Say whether a pull request of the bot's was led elsewhere, and has not been merged there.

    By a person, or because another branch has become the default one. Closed, it is a decision
    all the same.
    """
    here = pull["pullState"] != "MERGED" and not pull["isCrossRepository"]
    return here and MARK in str(pull["body"])


def labels(node: Node) -> tuple[str, ...]:
    """Give the labels of an issue or pull request, as far as GitHub tells them."""
    return tuple(map(label, nodes(node.get("labels"))))


def are_labels_told(node: Node) -> bool:
    """Say whether GitHub told all labels: who sets them has to know those that others set."""
    nodes = (node.get("labels") or {}).get("nodes")
    return nodes is not None and None not in nodes


def label(node: Node) -> str:
    """Read a label's name; to GitHub one of the bot's is the same in whatever case it was made."""
    name = str(node["name"])
    return name.lower() if name.lower() in LABELS else name


def _verdict(node: Node, head: str) -> Node | None:
    """Give the bot's own status of the head; None where the branch stands elsewhere."""
    target = (node["headRef"] or {}).get("target") or {}
    if target.get("oid") != head:
        return None
    contexts = (target.get("status") or {}).get("contexts") or ()
    return next((status for status in contexts if status["context"] == STATUS), None)


def commit(ref: Node | None) -> str:
    """Give the commit of a branch; "" where it is gone, or GitHub does not tell."""
    return str(((ref or {}).get("target") or {}).get("oid") or "")


def branch(node: Node) -> tuple[str, str]:
    """Read one branch: its name and its commit."""
    full = f"{node['prefix']}{node['name']}"
    return full.removeprefix(_HEADS), commit(node)
