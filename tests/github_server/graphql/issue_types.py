"""What are people, issues, pull requests and comments in GitHub's GraphQL schema?

https://docs.github.com/en/graphql/reference/objects
"""

from tests.github_server.branches import named_issues
from tests.github_server.clock import iso
from tests.github_server.graphql.timeline_types import timeline
from tests.github_server.graphql.types import Context, Spec, attribute, spec
from tests.github_server.merging import mergeability
from tests.github_server.people import Person
from tests.github_server.reviewing import decision
from tests.github_server.show_git import changed_files
from tests.github_server.state import LARGE, Comment, Issue, Pull, Review
from tests.github_server.wire import Json

Type = dict[str, Spec]
SIGNS = {
    "+1": "THUMBS_UP",
    "-1": "THUMBS_DOWN",
    "laugh": "LAUGH",
    "hooray": "HOORAY",
    "confused": "CONFUSED",
    "heart": "HEART",
    "rocket": "ROCKET",
    "eyes": "EYES",
}
CHANGES = {"added": "ADDED", "modified": "MODIFIED", "removed": "DELETED", "renamed": "RENAMED"}


def login(person: Person) -> str:
    """Give a login as GraphQL does: a bot's without its `[bot]`."""
    return person.login.removesuffix("[bot]")


def author(person: Person | None) -> Person | None:
    """Give an account, or nothing for one that was deleted."""
    return None if person is None or person.deleted else person


def small(number: int) -> int | None:
    """Give an id as GraphQL's Int, which holds 32 bits; nothing for one that is larger."""
    return number if number < LARGE else None


def _groups(found: Issue | Comment, ctx: Context) -> list[Json]:
    """Give all signs, those that nobody gave as well."""
    groups: list[Json] = []
    for sign, name in SIGNS.items():
        people = [given.person for given in found.reactions if given.content == sign]
        mine = ctx.actor.person in people
        groups.append({"content": name, "people": people, "mine": mine})
    return groups


ACTOR: Type = {
    "login": spec("String!", lambda who, _, __: login(who)),
    "url": spec("URI!", lambda who, _, __: f"https://github.com/{login(who)}"),
    "avatarUrl": spec("URI!", lambda who, _, ctx: ctx.show.person(who)["avatar_url"], size="Int"),
    "resourcePath": spec("URI!", lambda who, _, __: f"/{login(who)}"),
}
USER: Type = ACTOR | {
    "id": spec("ID!", lambda who, _, __: f"U_{who.number}"),
    "databaseId": attribute("Int", "number"),
}
# Pull requests and reviews have none any more that is not deprecated.
_DATABASE_ID = spec("Int", lambda post, _, __: small(post.id))
_POST: Type = {
    "body": attribute("String!", "body"),
    "author": spec("Actor", lambda post, _, __: author(post.author)),
    "editor": spec("Actor", lambda post, _, __: author(post.editor)),
    "createdAt": attribute("DateTime!", "created_at"),
    "updatedAt": attribute("DateTime!", "updated_at"),
    "publishedAt": attribute("DateTime", "created_at"),
    "lastEditedAt": attribute("DateTime", "edited_at"),
    "includesCreatedEdit": spec("Boolean!", lambda post, _, __: post.edited_at is not None),
    "fullDatabaseId": spec("BigInt", lambda post, _, __: str(post.id)),
    "authorAssociation": spec(
        "CommentAuthorAssociation!", lambda post, _, ctx: ctx.state.association(post.author)
    ),
    "reactionGroups": spec("[ReactionGroup!]", lambda post, _, ctx: _groups(post, ctx)),
    "reactions": spec("ReactionConnection!", lambda post, _, __: post.reactions),
    "viewerDidAuthor": spec("Boolean!", lambda post, _, ctx: post.author is ctx.actor.person),
}
COMMENT: Type = _POST | {
    "databaseId": _DATABASE_ID,
    "id": spec("ID!", lambda comment, _, __: f"IC_{comment.id}"),
    "url": spec("URI!", lambda comment, _, ctx: ctx.show.comment(comment)["html_url"]),
    "issue": attribute("Issue!", "issue"),
    "isMinimized": spec("Boolean!", lambda _, __, ___: False),
}
REACTION: Type = {
    "content": spec("ReactionContent!", lambda reaction, _, __: SIGNS[reaction.content]),
    "user": spec("User", lambda reaction, _, __: author(reaction.person)),
    "createdAt": attribute("DateTime!", "created_at"),
    "databaseId": spec("Int", lambda reaction, _, __: small(reaction.number)),
}
LABEL: Type = {
    "id": spec("ID!", lambda label, _, __: f"LA_{label.number}"),
    "name": attribute("String!", "name"),
    "color": attribute("String!", "color"),
    "description": attribute("String", "description"),
}
_THREAD: Type = _POST | {
    "number": attribute("Int!", "number"),
    "title": attribute("String!", "title"),
    "closed": spec("Boolean!", lambda issue, _, __: issue.state == "closed"),
    "closedAt": attribute("DateTime", "closed_at"),
    "locked": attribute("Boolean!", "locked"),
    "url": spec("URI!", lambda issue, _, ctx: ctx.show.issue(issue)["html_url"]),
    "labels": spec("LabelConnection", lambda issue, _, __: issue.labels, orderBy="LabelOrder"),
    "comments": spec(
        "IssueCommentConnection!",
        lambda i, asked, ctx: ctx.state.listed(_comments(i, asked)),
        orderBy="IssueCommentOrder",
    ),
    "repository": spec("Repository!", lambda _, __, ctx: ctx.state),
}
ISSUE: Type = _THREAD | {
    "id": spec("ID!", lambda issue, _, __: f"I_{issue.id}"),
    "databaseId": _DATABASE_ID,
    "state": spec("IssueState!", lambda issue, _, __: issue.state.upper()),
    "stateReason": spec(
        "IssueStateReason", lambda i, asked, _: _reason(i, asked), enableDuplicate="Boolean"
    ),
    "timelineItems": timeline("Issue"),
    "closedByPullRequestsReferences": spec(
        "PullRequestConnection",
        lambda issue, asked, ctx: [
            pull
            for pull in _closing(issue, ctx)
            if pull.state == "open" or asked.get("includeClosedPrs")
        ],
        includeClosedPrs="Boolean",
    ),
}


def _reason(issue: Issue, asked: Json) -> str | None:
    """Give why an issue was closed; a duplicate is not planned for whoever does not ask for it."""
    reason = (issue.state_reason or "").upper() or None
    return "NOT_PLANNED" if reason == "DUPLICATE" and not asked.get("enableDuplicate") else reason


def _comments(issue: Issue, asked: Json) -> list[Comment]:
    if (asked.get("orderBy") or {}).get("direction") == "DESC":
        return sorted(
            issue.comments, key=lambda comment: (comment.updated_at, comment.id), reverse=True
        )
    return issue.comments


def _closing(issue: Issue, ctx: Context) -> list[Issue]:
    """Give the pull requests that say they close an issue."""
    found = (other for other in ctx.state.visible() if other.pull)
    return [other for other in found if issue in named_issues(ctx.state, other.body)]


def _pull(found: Issue) -> Pull:
    return found.opened


def _pull_state(issue: Issue) -> str:
    return "MERGED" if issue.opened.merged_at else issue.state.upper()


def _mergeable(issue: Issue, ctx: Context) -> str:
    found = mergeability(ctx.state, issue)[0]
    return (
        {True: "MERGEABLE", False: "CONFLICTING"}.get(bool(found), "")
        if found is not None
        else "UNKNOWN"
    )


def _files(issue: Issue, ctx: Context) -> list[Json]:
    pull = issue.opened
    base = next(iter(ctx.state.repo.merge_bases(pull.base_sha, pull.head_sha)), pull.base_sha)
    return changed_files(ctx.show, base, pull.head_sha)


def _ref(name: str, ctx: Context) -> str | None:
    full = f"refs/heads/{name}"
    return full if ctx.state.repo.refs.get(full) else None


def _own_ref(issue: Issue, ctx: Context) -> str | None:
    pull = issue.opened
    return _ref(pull.head, ctx) if pull.head_owner == ctx.state.owner else None


def _reviews(issue: Issue, asked: Json) -> list[Review]:
    wanted, by = asked.get("states"), asked.get("author")
    found = (each for each in _pull(issue).reviews if not wanted or each.state in wanted)
    return [each for each in found if by in {None, login(each.author)}]


PULL: Type = _THREAD | {
    "id": spec("ID!", lambda issue, _, __: f"PR_{issue.id}"),
    "state": spec("PullRequestState!", lambda issue, _, __: _pull_state(issue)),
    "timelineItems": timeline("PullRequest"),
    "isDraft": spec("Boolean!", lambda issue, _, __: _pull(issue).draft),
    "merged": spec("Boolean!", lambda issue, _, __: _pull(issue).merged_at is not None),
    "mergedAt": spec("DateTime", lambda issue, _, __: _pull(issue).merged_at),
    "mergedBy": spec("Actor", lambda issue, _, __: author(_pull(issue).merged_by)),
    "mergeCommit": spec("Commit", lambda issue, _, __: _pull(issue).merge_sha),
    "mergeable": spec("MergeableState!", lambda issue, _, ctx: _mergeable(issue, ctx)),
    "mergeStateStatus": spec(
        "MergeStateStatus!", lambda issue, _, ctx: mergeability(ctx.state, issue)[1].upper()
    ),
    "headRefName": spec("String!", lambda issue, _, __: _pull(issue).head),
    "headRefOid": spec("GitObjectID!", lambda issue, _, ctx: ctx.state.head_of(_pull(issue))),
    "headRef": spec("Ref", lambda issue, _, ctx: _own_ref(issue, ctx)),
    "baseRefName": spec("String!", lambda issue, _, __: _pull(issue).base),
    "baseRefOid": spec("GitObjectID!", lambda issue, _, __: _pull(issue).base_sha),
    "baseRef": spec("Ref", lambda issue, _, ctx: _ref(_pull(issue).base, ctx)),
    "isCrossRepository": spec(
        "Boolean!", lambda issue, _, ctx: _pull(issue).head_owner != ctx.state.owner
    ),
    "headRepository": spec(
        "Repository", lambda issue, _, ctx: None if _pull(issue).fork_deleted else ctx.state
    ),
    "headRepositoryOwner": spec(
        "RepositoryOwner", lambda issue, _, ctx: ctx.state.people.find(_pull(issue).head_owner)
    ),
    "commits": spec("PullRequestCommitConnection!", lambda issue, _, __: _pull(issue).commits),
    "files": spec("PullRequestChangedFileConnection", lambda issue, _, ctx: _files(issue, ctx)),
    "changedFiles": spec("Int!", lambda issue, _, ctx: len(_files(issue, ctx))),
    "closingIssuesReferences": spec(
        "IssueConnection", lambda issue, _, ctx: named_issues(ctx.state, issue.body)
    ),
    "reviews": spec(
        "PullRequestReviewConnection",
        lambda issue, asked, _: _reviews(issue, asked),
        states="[PullRequestReviewState!]",
        author="String",
    ),
    "reviewDecision": spec(
        "PullRequestReviewDecision", lambda issue, _, ctx: decision(ctx.state, issue)
    ),
}

PULL_COMMIT: Type = {"commit": spec("Commit!", lambda sha, _, __: sha)}
CHANGED_FILE: Type = {
    "path": spec("String!", lambda file, _, __: file["filename"]),
    "additions": spec("Int!", lambda file, _, __: file["additions"]),
    "deletions": spec("Int!", lambda file, _, __: file["deletions"]),
    "changeType": spec("PatchStatus!", lambda file, _, __: CHANGES.get(file["status"], "CHANGED")),
}
REVIEW: Type = _POST | {
    "id": spec("ID!", lambda review, _, __: f"PRR_{review.id}"),
    "state": attribute("PullRequestReviewState!", "state"),
    "submittedAt": attribute("DateTime", "created_at"),
    "commit": attribute("Commit", "commit"),
}
GROUP: Type = {
    "content": spec("ReactionContent!", lambda group, _, __: group["content"]),
    "viewerHasReacted": spec("Boolean!", lambda group, _, __: group["mine"]),
    "reactors": spec("ReactorConnection!", lambda group, _, __: group["people"]),
}
RATE: Type = {
    "limit": spec("Int!", lambda _, __, ctx: ctx.state.rate.limit),
    "cost": spec("Int!", lambda _, __, ctx: ctx.state.rate.cost),
    "remaining": spec("Int!", lambda _, __, ctx: ctx.state.rate.points_left),
    "used": spec("Int!", lambda _, __, ctx: ctx.state.rate.limit - ctx.state.rate.points_left),
    "nodeCount": spec("Int!", lambda _, __, ___: 0),
    "resetAt": spec("DateTime!", lambda _, __, ctx: iso(ctx.state.reset)),
}
