"""What happened to an issue, in GitHub's GraphQL schema?

https://docs.github.com/en/graphql/reference/unions#issuetimelineitems
"""

from collections.abc import Mapping
from typing import Any

from tests.github_server.graphql.types import Context, Spec, spec
from tests.github_server.state import Comment, Issue
from tests.github_server.wire import Json

Type = dict[str, Spec]
# What REST calls an event, and the type that GraphQL gives it.
_TYPES = {
    "closed": "ClosedEvent",
    "reopened": "ReopenedEvent",
    "labeled": "LabeledEvent",
    "unlabeled": "UnlabeledEvent",
    "renamed": "RenamedTitleEvent",
    "locked": "LockedEvent",
    "unlocked": "UnlockedEvent",
    "merged": "MergedEvent",
    "review_dismissed": "ReviewDismissedEvent",
    "base_ref_changed": "BaseRefChangedEvent",
    "head_ref_deleted": "HeadRefDeletedEvent",
    "head_ref_force_pushed": "HeadRefForcePushedEvent",
}


def _actor(line: Json, _: Json, __: Context) -> object:
    return None if line["who"].deleted else line["who"]


_EVENT: Type = {
    "id": spec("ID!", lambda line, _, __: f"E_{line['id']}"),
    "actor": spec("Actor", _actor),
    "createdAt": spec("DateTime!", lambda line, _, __: line["created_at"]),
}
_LABEL = spec("Label!", lambda line, _, ctx: ctx.state.labels.get(line["label"]["name"].lower()))
_MORE: dict[str, Type] = {
    "ClosedEvent": {
        "stateReason": spec(
            "IssueStateReason", lambda line, _, __: (line["state_reason"] or "").upper() or None
        )
    },
    "LabeledEvent": {"label": _LABEL},
    "UnlabeledEvent": {"label": _LABEL},
    "RenamedTitleEvent": {
        "previousTitle": spec("String!", lambda line, _, __: line["rename"]["from"]),
        "currentTitle": spec("String!", lambda line, _, __: line["rename"]["to"]),
    },
    "MergedEvent": {"commit": spec("Commit", lambda line, _, __: line["commit_id"])},
}
TYPES: Mapping[str, Type] = {
    **{name: _EVENT | _MORE.get(name, {}) for name in _TYPES.values()},
    "IssueTimelineItems": {},
    "PullRequestTimelineItems": {},
}


def of_item(found: Any) -> str:  # noqa: ANN401 - a line of the timeline or a comment
    """Give the type of something that happened."""
    return "IssueComment" if isinstance(found, Comment) else _TYPES[found["event"]]


def _name(found: Any) -> str:  # noqa: ANN401 - likewise
    """Give the word by which `itemTypes` asks for it: ClosedEvent is CLOSED_EVENT."""
    letters = (f"_{letter}" if letter.isupper() else letter for letter in of_item(found))
    return "".join(letters).strip("_").upper()


def items(issue: Issue, asked: Json, _: Context) -> list[Any]:
    """Give what happened, with the comments, oldest first."""
    times: list[tuple[str, int, Any]] = [
        *((line["created_at"], line["id"], line) for line in issue.timeline),
        *((comment.created_at, comment.id, comment) for comment in issue.comments),
    ]
    wanted, since = asked.get("itemTypes"), asked.get("since") or ""
    ordered = [found for at, _, found in sorted(times, key=lambda t: t[:2]) if at >= since]
    return [found for found in ordered if not wanted or _name(found) in wanted]


def timeline(kind: str) -> Spec:
    """Describe the field `timelineItems` of an issue or of a pull request."""
    words = f"[{kind}TimelineItemsItemType!]"
    return spec(f"{kind}TimelineItemsConnection!", items, itemTypes=words, since="DateTime")
