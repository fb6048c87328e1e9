"""What are the repository, its branches and its objects in GitHub's GraphQL schema?

https://docs.github.com/en/graphql/reference/objects#repository
"""

from collections.abc import Mapping
from typing import NamedTuple

from tests.github_server import trees
from tests.github_server.clock import iso
from tests.github_server.graphql.issue_types import Type, author
from tests.github_server.graphql.types import Context, GraphError, spec
from tests.github_server.objects import Commit, Entry, MissingObjectError, Signature
from tests.github_server.people import Person
from tests.github_server.show_git import account
from tests.github_server.state import Issue, Status
from tests.github_server.wire import ApiError, Json


class Held(NamedTuple):
    """A tree or a blob."""

    sha: str
    kind: str


class Line(NamedTuple):
    """One line of a tree."""

    name: str
    entry: Entry


def _commit(sha: str, ctx: Context) -> Commit:
    return ctx.state.repo.objects.commit(sha)


def _who(found: Signature, ctx: Context) -> Json:
    person = account(ctx.show, found)
    return {"name": found.name, "email": found.email, "date": iso(found.seconds), "user": person}


def _headline(message: str) -> str:
    return message.partition("\n")[0]


def _rest(message: str) -> str:
    return message.partition("\n")[2].strip("\n")


def _rollup(sha: str, ctx: Context) -> Json | None:
    found: list[Status] = ctx.state.latest_statuses(sha)
    states = {status.state for status in found}
    bad = states & {"error", "failure"}
    word = "FAILURE" if bad else "SUCCESS" if states == {"success"} else "PENDING"
    return {"state": word, "contexts": found} if found else None


COMMIT: Type = {
    "id": spec("ID!", lambda sha, _, __: f"C_{sha}"),
    "oid": spec("GitObjectID!", lambda sha, _, __: sha),
    "abbreviatedOid": spec("String!", lambda sha, _, __: sha[:7]),
    "message": spec("String!", lambda sha, _, ctx: _commit(sha, ctx).message),
    "messageHeadline": spec("String!", lambda sha, _, ctx: _headline(_commit(sha, ctx).message)),
    "messageBody": spec("String!", lambda sha, _, ctx: _rest(_commit(sha, ctx).message)),
    "committedDate": spec("DateTime!", lambda sha, _, c: iso(_commit(sha, c).committer.seconds)),
    "authoredDate": spec("DateTime!", lambda sha, _, ctx: iso(_commit(sha, ctx).author.seconds)),
    "author": spec("GitActor", lambda sha, _, ctx: _who(_commit(sha, ctx).author, ctx)),
    "committer": spec("GitActor", lambda sha, _, ctx: _who(_commit(sha, ctx).committer, ctx)),
    "parents": spec("CommitConnection!", lambda sha, _, ctx: _commit(sha, ctx).parents),
    "history": spec(
        "CommitHistoryConnection!", lambda sha, _, ctx: list(ctx.state.repo.ancestors(sha))
    ),
    "tree": spec("Tree!", lambda sha, _, ctx: Held(_commit(sha, ctx).tree, "tree")),
    "url": spec("URI!", lambda sha, _, ctx: f"{ctx.show.html}/commit/{sha}"),
    "signature": spec("GitSignature", lambda sha, _, c: sha if sha in c.state.verified else None),
    "status": spec("Status", lambda sha, _, ctx: _rollup(sha, ctx)),
    "statusCheckRollup": spec("StatusCheckRollup", lambda sha, _, ctx: _rollup(sha, ctx)),
}
SIGNATURE: Type = {"isValid": spec("Boolean!", lambda _, __, ___: True)}
GIT_ACTOR: Type = {
    "name": spec("String", lambda who, _, __: who["name"]),
    "email": spec("String", lambda who, _, __: who["email"]),
    "date": spec("GitTimestamp", lambda who, _, __: who["date"]),
    "user": spec("User", lambda who, _, __: author(who["user"])),
}
STATUS: Type = {
    "state": spec("StatusState!", lambda found, _, __: found["state"]),
    "contexts": spec("[StatusContext!]!", lambda found, _, __: found["contexts"]),
}
ROLLUP: Type = {"state": STATUS["state"]}
CONTEXT: Type = {
    "context": spec("String!", lambda status, _, __: status.context),
    "state": spec("StatusState!", lambda status, _, __: status.state.upper()),
    "description": spec("String", lambda status, _, __: status.description),
    "creator": spec("Actor", lambda status, _, __: author(status.creator)),
    "createdAt": spec("DateTime!", lambda status, _, __: status.created_at),
}


def _pulls_of(name: str, asked: Json, ctx: Context) -> list[Issue]:
    branch = name.removeprefix("refs/heads/")
    return [issue for issue in _pulls(asked, ctx) if issue.opened.head == branch]


REF: Type = {
    "id": spec("ID!", lambda name, _, __: f"REF_{name}"),
    "name": spec("String!", lambda name, _, __: name.split("/", 2)[2]),
    "prefix": spec("String!", lambda name, _, __: "/".join(name.split("/", 2)[:2]) + "/"),
    "target": spec("GitObject", lambda name, _, ctx: ctx.state.repo.refs.get(name)),
    "associatedPullRequests": spec(
        "PullRequestConnection!", _pulls_of, states="[PullRequestState!]"
    ),
}
_OBJECT: Type = {"oid": spec("GitObjectID!", lambda held, _, __: held.sha)}
GIT_OBJECT: Type = {
    "oid": spec("GitObjectID!", lambda found, _, __: getattr(found, "sha", found)),
    "id": spec("ID!", lambda found, _, __: getattr(found, "sha", found)),
}
TREE: Type = _OBJECT | {
    "entries": spec(
        "[TreeEntry!]",
        lambda held, _, ctx: [
            Line(*item) for item in ctx.state.repo.objects.tree(held.sha).items()
        ],
    )
}
ENTRY: Type = {
    "name": spec("String!", lambda line, _, __: line.name),
    "type": spec("String!", lambda line, _, __: line.entry.kind),
    "mode": spec("Int!", lambda line, _, __: int(line.entry.mode, 8)),
    "oid": spec("GitObjectID!", lambda line, _, __: line.entry.sha),
    "object": spec("GitObject", lambda line, _, __: Held(line.entry.sha, line.entry.kind)),
}


def _data(held: Held, ctx: Context) -> bytes:
    return ctx.state.repo.objects.blob(held.sha)


def _text(held: Held, ctx: Context) -> str | None:
    """Give a file's text, cut at 512,000 bytes, or nothing for one that is not text."""
    data = _data(held, ctx)
    return None if b"\0" in data else data[:512_000].decode("utf-8", "replace")


BLOB: Type = _OBJECT | {
    "text": spec("String", lambda held, _, ctx: _text(held, ctx)),
    "byteSize": spec("Int!", lambda held, _, ctx: len(_data(held, ctx))),
    "isBinary": spec("Boolean", lambda held, _, ctx: b"\0" in _data(held, ctx)),
    "isTruncated": spec("Boolean!", lambda held, _, ctx: len(_data(held, ctx)) > 512_000),
}


def _issue(asked: Json, ctx: Context, wanted: tuple[bool, ...], word: str) -> Issue:
    """Find an issue or pull request by number; what is gone can't be resolved."""
    number = asked["number"]
    try:
        issue = ctx.state.issue(number)
    except ApiError:
        issue = None
    if issue is None or (issue.pull is not None) not in wanted:
        raise GraphError(f"Could not resolve to {word} with the number of {number}.", "NOT_FOUND")
    return issue


def _ordered(found: list[Issue], asked: Json) -> list[Issue]:
    order: Mapping[str, str] = asked.get("orderBy") or {}
    if order.get("field") == "UPDATED_AT":
        found.sort(key=lambda issue: (issue.updated_at, issue.number))
    return found[::-1] if order.get("direction") == "DESC" else found


def _with_labels(found: list[Issue], names: list[str] | None) -> list[Issue]:
    """Keep what carries at least one of the labels (REST wants all of them)."""
    wanted = {name.lower() for name in names or ()}
    return [i for i in found if not wanted or wanted & {x.name.lower() for x in i.labels}]


def _issues(_: object, asked: Json, ctx: Context) -> list[Issue]:
    narrowed: Json = asked.get("filterBy") or {}
    states = asked.get("states") or narrowed.get("states") or ("OPEN", "CLOSED")
    found = [i for i in ctx.state.visible() if not i.pull and i.state.upper() in states]
    found = [i for i in found if i.updated_at >= (narrowed.get("since") or "")]
    by = narrowed.get("createdBy")
    found = [i for i in found if by in {None, i.author.login}]
    found = _with_labels(_with_labels(found, asked.get("labels")), narrowed.get("labels"))
    return ctx.state.listed(_ordered(found, asked))


def _pulls(asked: Json, ctx: Context) -> list[Issue]:
    found = []
    for issue in ctx.state.visible():
        pull = issue.pull
        if pull is None:
            continue
        state = "MERGED" if pull.merged_at else issue.state.upper()
        fits = state in (asked.get("states") or (state,))
        fits = fits and (asked.get("headRefName") or pull.head) == pull.head
        if fits and (asked.get("baseRefName") or pull.base) == pull.base:
            found.append(issue)
    found = _ordered(_with_labels(found, asked.get("labels")), asked)
    return ctx.state.listed(found)


def _object(_: object, asked: Json, ctx: Context) -> Held | str | None:
    """Resolve an id, a branch, or `branch:path`."""
    name, colon, path = (asked.get("oid") or asked.get("expression") or "").partition(":")
    repo = ctx.state.repo
    name = ctx.state.default_branch if name == "HEAD" else name
    commit = repo.resolve(name)
    if commit and colon:
        entry = trees.find(repo.objects, repo.objects.commit(commit).tree, path)
        return Held(entry.sha, entry.kind) if entry else None
    return commit or _by_id(name, ctx)


def _by_id(sha: str, ctx: Context) -> Held | None:
    for kind in ("tree", "blob"):
        try:
            ctx.state.repo.objects.read(sha, kind)
        except MissingObjectError:
            continue
        return Held(sha, kind)
    return None


def _ref(_: object, asked: Json, ctx: Context) -> str | None:
    name = asked["qualifiedName"]
    full = name if name.startswith("refs/") else f"refs/heads/{name}"
    return full if ctx.state.repo.refs.get(full) else None


def _refs(_: object, asked: Json, ctx: Context) -> list[str]:
    found = ctx.state.repo.refs.matching(asked["refPrefix"])
    return [name for name in found if (asked.get("query") or "") in name]


def _permission(ctx: Context) -> str:
    person: Person = ctx.actor.person
    return "WRITE" if ctx.actor.is_app else person.permission.upper()


REPOSITORY: Type = {
    "id": spec("ID!", lambda _, __, ___: "R_1000"),
    "databaseId": spec("Int", lambda found, _, __: getattr(found, "number", 1_000)),
    "name": spec("String!", lambda state, _, __: state.name),
    "nameWithOwner": spec("String!", lambda state, _, __: state.full_name),
    "owner": spec("RepositoryOwner!", lambda state, _, __: state.people.find(state.owner)),
    "url": spec("URI!", lambda _, __, ctx: ctx.show.html),
    "isEmpty": spec("Boolean!", lambda found, _, __: getattr(found, "empty", False)),
    "isDisabled": spec("Boolean!", lambda found, _, __: getattr(found, "disabled", False)),
    "isArchived": spec("Boolean!", lambda state, _, __: state.settings.archived),
    "mergeCommitAllowed": spec("Boolean!", lambda s, _, __: s.settings.allow_merge_commit),
    "squashMergeAllowed": spec("Boolean!", lambda s, _, __: s.settings.allow_squash_merge),
    "rebaseMergeAllowed": spec("Boolean!", lambda s, _, __: s.settings.allow_rebase_merge),
    "deleteBranchOnMerge": spec("Boolean!", lambda s, _, __: s.settings.delete_branch_on_merge),
    "viewerPermission": spec("RepositoryPermission", lambda _, __, ctx: _permission(ctx)),
    "defaultBranchRef": spec("Ref", lambda state, _, __: f"refs/heads/{state.default_branch}"),
    "ref": spec("Ref", _ref, qualifiedName="String!"),
    "refs": spec("RefConnection", _refs, refPrefix="String!", query="String", orderBy="RefOrder"),
    "object": spec("GitObject", _object, expression="String", oid="GitObjectID"),
    "label": spec("Label", lambda s, asked, _: s.labels.get(asked["name"].lower()), name="String!"),
    "labels": spec(
        "LabelConnection",
        lambda s, asked, _: [x for x in s.labels.values() if (asked.get("query") or "") in x.name],
        query="String",
        orderBy="LabelOrder",
    ),
    "issue": spec("Issue", lambda _, a, c: _issue(a, c, (False,), "an Issue"), number="Int!"),
    "pullRequest": spec(
        "PullRequest", lambda _, a, c: _issue(a, c, (True,), "a PullRequest"), number="Int!"
    ),
    "issueOrPullRequest": spec(
        "IssueOrPullRequest",
        lambda _, a, c: _issue(a, c, (True, False), "an issue or pull request"),
        number="Int!",
    ),
    "issues": spec(
        "IssueConnection!",
        _issues,
        states="[IssueState!]",
        labels="[String!]",
        filterBy="IssueFilters",
        orderBy="IssueOrder",
    ),
    "pullRequests": spec(
        "PullRequestConnection!",
        lambda _, asked, ctx: _pulls(asked, ctx),
        states="[PullRequestState!]",
        labels="[String!]",
        headRefName="String",
        baseRefName="String",
        orderBy="IssueOrder",
    ),
}
