"""What is asked of GitHub in GraphQL?

https://docs.github.com/en/graphql/reference/objects; only GraphQL tells when an issue's body was
edited (`lastEditedAt`). Each query costs points, about one for every hundred times that a list
stands in something else: so lists hold little, and what is looked at is asked for by its number.
https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
"""

from collections.abc import Iterable
from typing import NamedTuple

from bot.model.github.world import ROLLING, SEEN
from bot.model.state import FINAL, State

_AUTHOR = "author { __typename login }"
_MORE = "pageInfo { hasNextPage endCursor }"
_RATE = "rateLimit { cost remaining resetAt }"
# Closings and reopenings alternate, so that the last two tell of both.
_TURNS = (
    "timelineItems(itemTypes: [CLOSED_EVENT, REOPENED_EVENT], last: 2) { nodes { __typename "
    "... on ClosedEvent { createdAt actor { __typename login } } "
    "... on ReopenedEvent { createdAt actor { __typename login } } } }"
)
_LABELS = "labels(first: 100) { nodes { name } }"
_COMMENTS = f"nodes {{ ...comment }} {_MORE}"
_REVIEWS = f"nodes {{ ...review }} {_MORE}"
_CLOSERS = f"nodes {{ number headRefName baseRefName isCrossRepository }} {_MORE}"
_EDITED = "lastEditedAt editor { __typename login }"
_FRAGMENTS = {
    # What is asked of a pull request of somebody's that may be a submission.
    "offer": """
fragment offer on PullRequest {
  ...wholePull locked lastEditedAt changedFiles headRepository { nameWithOwner }
  author { __typename login ... on User { databaseId } ... on Bot { databaseId } }
  files(first: 100) { nodes { path } }
  commits(last: 1) { nodes { commit { committedDate } } }
}""",
    "wholeIssue": f"""
fragment wholeIssue on Issue {{
  ...issue stateReason {_TURNS}
  closers: closedByPullRequestsReferences(first: 100, includeClosedPrs: true) {{ {_CLOSERS} }}
}}""",
    "issue": f"""
fragment issue on Issue {{
  number title body state locked createdAt closedAt {_EDITED}
  author {{ __typename login ... on User {{ databaseId }} ... on Bot {{ databaseId }} }}
  repository {{ nameWithOwner }}
  {_LABELS}
  comments(first: 100) {{ {_COMMENTS} }}
}}""",
    "wholePull": f"""
fragment wholePull on PullRequest {{
  ...pull {_LABELS} {_TURNS}
  comments(first: 100) {{ {_COMMENTS} }}
  reviews(first: 100) {{ {_REVIEWS} }}
}}""",
    "pull": """
fragment pull on PullRequest {
  number title body pullState: state createdAt closedAt
  headRefName headRefOid baseRefName isCrossRepository
  headRef { target { oid ... on Commit { status { contexts { context state createdAt } } } } }
}""",
    "comment": f"""
fragment comment on IssueComment {{
  fullDatabaseId body createdAt {_AUTHOR} {_EDITED} reactionGroups {{ content viewerHasReacted }}
}}""",
    "review": f"""
fragment review on PullRequestReview {{
  fullDatabaseId body state createdAt submittedAt {_AUTHOR} {_EDITED} commit {{ oid }}
}}""",
    "branch": """
fragment branch on Ref { name prefix target { oid } }""",
}


class Listed(NamedTuple):
    """A list that is read in pages: its field, its arguments, what each item is asked for.

    With `most`, only so many of the first are looked at.
    """

    field: str
    arguments: str
    item: str
    most: int = 0


LATELY = 25  # how many of those that were closed are looked at, the latest first
_LATELY = "orderBy: {field: UPDATED_AT, direction: DESC}"
_LISTS = {
    "labels": Listed("labels", "", "name"),
    "issues": Listed("issues", "states: [OPEN]", "...issue"),
    "closedIssues": Listed("issues", f"states: [CLOSED], {_LATELY}", "...issue", LATELY),
    "pulls": Listed("pullRequests", "states: [OPEN]", "...pull"),
    "closedPulls": Listed(
        "pullRequests", f"states: [CLOSED, MERGED], {_LATELY}", f"...pull {_LABELS}", LATELY
    ),
    "branches": Listed("refs", 'refPrefix: "refs/heads/suggest/"', "...branch", 100),
}
# All that a maintainer has declined; no run looks at them, but who would offer the works again.
DECLINED = Listed("issues", f'states: [CLOSED], labels: ["{State.DECLINED}"]', "title body")
# What is closed and yet has the label of an open state was closed by a person, and nobody has said
# so yet, however long ago. One label each: what GitHub makes of several, it does not say.
_UNSETTLED = {
    f"{kind}{at}": Listed(field, f'states: [{states}], labels: ["{label}"]', "number")
    for kind, field, states in (
        ("unsettledIssues", "issues", "CLOSED"),
        ("unsettledPulls", "pullRequests", "CLOSED, MERGED"),
    )
    for at, label in enumerate(label for label in State if label not in FINAL)
}
LISTS = _LISTS | _UNSETTLED


def _listing(alias: str, asked: Listed, size: int, after: str = "") -> str:
    first = min(size, asked.most or size)
    arguments = ", ".join(filter(None, (asked.arguments, f"first: {first}", after)))
    return f"{alias}: {asked.field}({arguments}) {{ nodes {{ {asked.item} }} {_MORE} }}"


def _document(fields: str, variables: str = "") -> str:
    """Make a query about the repository, with the fragments that it uses."""
    text = (
        f"query($owner: String!, $name: String!{variables}) "
        f"{{ {_RATE} repository(owner: $owner, name: $name) {{ {fields} }} }}"
    )
    for name, fragment in _FRAGMENTS.items():
        if f"...{name} " in text:
            text += fragment
    return text


# The branches of which one is not always among the first hundred.
KNOWN = {f"known{at}": name for at, name in enumerate((SEEN, *sorted(ROLLING)))}
_FACTS = (
    "nameWithOwner squashMergeAllowed mergeCommitAllowed rebaseMergeAllowed "
    "defaultBranchRef { name target { oid ... on Commit { tree { oid } } } } "
) + "".join(
    f'{alias}: ref(qualifiedName: "refs/heads/{name}") {{ ...branch }} '
    for alias, name in KNOWN.items()
)
FACTS = _document(_FACTS)
MERGE_COMMIT = _document(
    "pull: pullRequest(number: $number) { mergeCommit { oid } }", ", $number: Int!"
)


def facts_and_lists(size: int) -> str:
    """Ask for the facts and the first page of every list, of so many items each."""
    return _document(_FACTS + " ".join(_listing(alias, LISTS[alias], size) for alias in LISTS))


def page(asked: Listed, size: int) -> str:
    """Ask for the page of a list after the cursor `$after`, the first if that is null."""
    return _document(_listing("page", asked, size, "after: $after"), ", $after: String")


def more(kind: str) -> str:
    """Ask for further comments, reviews or closers of `$number`, after `$after`.

    `closers` are the pull requests that say they close an issue.
    """
    comments = f"{{ comments(first: 100, after: $after) {{ {_COMMENTS} }} }}"
    reviews = f"{{ reviews(first: 100, after: $after) {{ {_REVIEWS} }} }}"
    closers = (
        "{ closers: closedByPullRequestsReferences(first: 100, after: $after, "
        f"includeClosedPrs: true) {{ {_CLOSERS} }} }}"
    )
    asked = {
        "comments": f"... on Issue {comments} ... on PullRequest {comments}",
        "reviews": f"... on PullRequest {reviews}",
        "closers": f"... on Issue {closers}",
    }
    return _document(
        f"thread: issueOrPullRequest(number: $number) {{ {asked[kind]} }}",
        ", $number: Int!, $after: String!",
    )


def blobs(ids: Iterable[str]) -> str:
    """Ask for the texts of files by their ids: the first as `n0`, the second as `n1`, ..."""
    return _document(
        " ".join(
            f'n{at}: object(oid: "{oid}") {{ ... on Blob {{ byteSize isTruncated text }} }}'
            for at, oid in enumerate(ids)
        )
    )


class Named(NamedTuple):
    """Something to ask for by name: an issue or pull request by its number, a branch.

    An offer is a pull request that stands for an issue.
    """

    kind: str  # "issue", "pull", "offer", "branch"
    name: int | str


def by_name(names: Iterable[Named]) -> str:
    """Ask for single ones: the first as `n0`, the second as `n1`, ...

    What is called an issue may be a pull request.
    """
    asked = {
        "issue": "issueOrPullRequest(number: {}) {{ __typename ...wholeIssue ...wholePull }}",
        "pull": "pullRequest(number: {}) {{ __typename ...wholePull }}",
        "offer": "pullRequest(number: {}) {{ __typename ...offer }}",
        "branch": 'ref(qualifiedName: "refs/heads/{}") {{ __typename ...branch }}',
    }
    return _document(
        " ".join(f"n{at}: {asked[name.kind].format(name.name)}" for at, name in enumerate(names))
    )
