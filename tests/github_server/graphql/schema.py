"""Which types does GitHub's GraphQL schema have, as far as this stand-in goes?"""

from collections.abc import Mapping
from typing import Any

from tests.github_server.elsewhere import Elsewhere
from tests.github_server.graphql import issue_types as issues
from tests.github_server.graphql import repository_types as repository
from tests.github_server.graphql import timeline_types as timeline
from tests.github_server.graphql.mutations import create_commit
from tests.github_server.graphql.types import Context, GraphError, Spec, spec
from tests.github_server.people import Person
from tests.github_server.state import Comment, Issue, Label, State
from tests.github_server.wire import Json


def _repository(_: object, asked: Json, ctx: Context) -> State | Elsewhere:
    """Find a repository by its name, also by one that it had before."""
    name = f"{asked['owner']}/{asked['name']}"
    if found := ctx.state.elsewhere.get(name.lower()):
        return found
    if name.lower() != ctx.state.full_name.lower():
        words = f"Could not resolve to a Repository with the name '{name}'."
        raise GraphError(words, "NOT_FOUND")
    return ctx.state


def _node(_: object, asked: Json, ctx: Context) -> Issue | Comment | Label | State:
    """Find whatever has this id."""
    wanted = asked["id"]
    for issue in ctx.state.visible():
        if wanted in {f"I_{issue.id}", f"PR_{issue.id}"}:
            return issue
    for comment in ctx.state.comments.values():
        if wanted == f"IC_{comment.id}":
            return comment
    for label in ctx.state.labels.values():
        if wanted == f"LA_{label.number}":
            return label
    if wanted == "R_1000":
        return ctx.state
    raise GraphError(f"Could not resolve to a node with the global id of '{wanted}'", "NOT_FOUND")


def _viewer(_: object, __: Json, ctx: Context) -> Person:
    return ctx.actor.person


_OBJECTS: dict[str, Mapping[str, Spec]] = {
    "Query": {
        "repository": spec("Repository", _repository, owner="String!", name="String!"),
        "node": spec("Node", _node, id="ID!"),
        "viewer": spec("User!", _viewer),
        "rateLimit": spec("RateLimit", lambda _, __, ctx: ctx.state),
    },
    "Mutation": {
        "createCommitOnBranch": spec(
            "CreateCommitOnBranchPayload", create_commit, input="CreateCommitOnBranchInput!"
        )
    },
    "CreateCommitOnBranchPayload": {
        "commit": spec("Commit", lambda found, _, __: found["sha"]),
        "ref": spec("Ref", lambda found, _, __: found["ref"]),
        "clientMutationId": spec("String", lambda found, _, __: found["id"]),
    },
    "Node": {"id": spec("ID!", lambda found, _, __: found)},
    "RateLimit": issues.RATE,
    "Actor": issues.ACTOR,
    "RepositoryOwner": issues.ACTOR | {"id": issues.USER["id"]},
    "User": issues.USER,
    "Bot": issues.USER,
    "Issue": issues.ISSUE,
    "PullRequest": issues.PULL,
    "IssueOrPullRequest": {},
    "IssueComment": issues.COMMENT,
    "Label": issues.LABEL,
    "Reaction": issues.REACTION,
    "ReactionGroup": issues.GROUP,
    "Reactor": {},
    "PullRequestCommit": issues.PULL_COMMIT,
    "PullRequestChangedFile": issues.CHANGED_FILE,
    "PullRequestReview": issues.REVIEW,
    "Repository": repository.REPOSITORY,
    "Ref": repository.REF,
    "GitObject": repository.GIT_OBJECT,
    "Commit": repository.COMMIT,
    "Tree": repository.TREE,
    "TreeEntry": repository.ENTRY,
    "Blob": repository.BLOB,
    "GitActor": repository.GIT_ACTOR,
    "GitSignature": repository.SIGNATURE,
    "Status": repository.STATUS,
    "StatusCheckRollup": repository.ROLLUP,
    "StatusContext": repository.CONTEXT,
    **timeline.TYPES,
    "PageInfo": {
        name: spec("Boolean!" if name.startswith("has") else "String", lambda _, __, ___: None)
        for name in ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")
    },
}
# What a connection's nodes are, where its name does not say it.
_NODES = {"CommitHistory": "Commit"}


def _nothing(_: object, __: Json, ___: Context) -> None:
    """Stand for the fields of a connection, which run.py answers from the page itself."""


def _connection(node: str) -> Mapping[str, Spec]:
    return {
        "nodes": spec(f"[{node}]", _nothing),
        "edges": spec(f"[{node}Edge]", _nothing),
        "pageInfo": spec("PageInfo!", _nothing),
        "totalCount": spec("Int!", _nothing),
    }


def _edge(node: str) -> Mapping[str, Spec]:
    kind = "Reactor!" if node == "Reactor" else node
    return {"node": spec(kind, _nothing), "cursor": spec("String!", _nothing)}


def _with_connections() -> dict[str, Mapping[str, Spec]]:
    """Add a connection and an edge for every list that is read in pages."""
    whole = dict(_OBJECTS)
    for fields in _OBJECTS.values():
        for found in fields.values():
            if found.is_connection:
                name = base(found.type).removesuffix("Connection")
                node = _NODES.get(name, name)
                whole[f"{name}Connection"] = _connection(node)
                whole[f"{node}Edge"] = _edge(node)
    return whole


def base(type_: str) -> str:
    """Give the name in a type: `[Label!]!` is about Label."""
    return type_.strip("[]!")


TYPES = _with_connections()
ENUMS = {
    "IssueState": {"OPEN", "CLOSED"},
    "PullRequestState": {"OPEN", "CLOSED", "MERGED"},
}


def concrete(type_: str, found: Any) -> str:  # noqa: ANN401 - whatever a field gave
    """Give the type of an object where the schema only names an interface."""
    if isinstance(found, Person):
        return found.kind
    if isinstance(found, Issue):
        return "PullRequest" if found.pull else "Issue"
    if isinstance(found, repository.Held):
        return "Tree" if found.kind == "tree" else "Blob"
    if type_.endswith("TimelineItems"):
        return timeline.of_item(found)
    if type_ == "GitObject":
        return "Commit"
    names = {Comment: "IssueComment", Label: "Label", State: "Repository"}
    return names.get(type(found), type_) if type_ == "Node" else type_
