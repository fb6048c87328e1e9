"""What is asked of GitHub in GraphQL?

https://docs.github.com/en/graphql/reference/objects; only GraphQL tells when an issue's body was
edited (`lastEditedAt`). A query may touch 500,000 nodes; the largest here comes to about 45,000.
"""

from collections.abc import Iterable

_AUTHOR = "author { __typename login }"
_MORE = "pageInfo { hasNextPage endCursor }"
_REOPENED = (
    "timelineItems(itemTypes: [REOPENED_EVENT], last: 1) "
    "{ nodes { ... on ReopenedEvent { createdAt actor { __typename login } } } }"
)
_CLOSED = (
    "stateReason closings: timelineItems(itemTypes: [CLOSED_EVENT], last: 1) "
    "{ nodes { ... on ClosedEvent { actor { __typename login } } } }"
)
_COMMENTS = f"nodes {{ ...comment }} {_MORE}"
_EDITED = "lastEditedAt editor { __typename login }"
_COMMENT = f"""
fragment comment on IssueComment {{
  fullDatabaseId body createdAt {_AUTHOR} {_EDITED} reactionGroups {{ content viewerHasReacted }}
}}"""
_REVIEWS = f"nodes {{ ...review }} {_MORE}"
_REVIEW = f"""
fragment review on PullRequestReview {{
  fullDatabaseId body state createdAt submittedAt {_AUTHOR} {_EDITED} commit {{ oid }}
}}"""
_ISSUE = f"""
fragment issue on Issue {{
  number title body state locked createdAt lastEditedAt closedAt
  author {{ __typename login ... on User {{ databaseId }} ... on Bot {{ databaseId }} }}
  repository {{ nameWithOwner }}
  labels(first: 100) {{ nodes {{ name }} }}
  {_REOPENED}
  {_CLOSED}
  closedByPullRequestsReferences(first: 20, includeClosedPrs: true) {{
    nodes {{ number headRefName baseRefName isCrossRepository }}
  }}
  comments(first: 100) {{ {_COMMENTS} }}
}}"""
_PULL = f"""
fragment pull on PullRequest {{
  number title body state createdAt closedAt headRefName headRefOid baseRefName isCrossRepository
  {_REOPENED}
  labels(first: 100) {{ nodes {{ name }} }}
  headRef {{
    target {{ oid ... on Commit {{ status {{ contexts {{ context state createdAt }} }} }} }}
  }}
  comments(first: 100) {{ {_COMMENTS} }}
  reviews(first: 100) {{ {_REVIEWS} }}
}}"""
_BRANCH = "fragment branch on Ref { name prefix target { oid } }"

# Each list that is read in pages: its field, its arguments, what each item is asked for.
OPEN_ISSUES = ("issues", "states: [OPEN]", "...issue")
CLOSED_ISSUES = (
    "issues",
    "states: [CLOSED], orderBy: {field: UPDATED_AT, direction: DESC}",
    "...issue",
)
OPEN_PULLS = ("pullRequests", "states: [OPEN]", "...pull")
CLOSED_PULLS = (
    "pullRequests",
    "states: [CLOSED, MERGED], orderBy: {field: UPDATED_AT, direction: DESC}",
    "...pull",
)
LABELS = ("labels", "", "name")
BRANCHES = ("refs", 'refPrefix: "refs/heads/suggest/"', "...branch")
LATELY = 50  # how many of those that were closed are looked at

List = tuple[str, str, str]


def _listing(alias: str, asked: List, first: int = 100, after: str = "") -> str:
    field, arguments, item = asked
    given = ", ".join(filter(None, (arguments, f"first: {first}", after)))
    return f"{alias}: {field}({given}) {{ nodes {{ {item} }} {_MORE} }}"


def _document(fields: str, variables: str = "") -> str:
    """Make a query about the repository, with the fragments that it uses."""
    text = (
        f"query($owner: String!, $name: String!{variables}) "
        f"{{ repository(owner: $owner, name: $name) {{ {fields} }} }}"
    )
    for name, fragment in (("issue", _ISSUE), ("pull", _PULL), ("branch", _BRANCH)):
        if f"...{name} " in f"{fields} ":
            text += "\n" + fragment
    for name, fragment in (("comment", _COMMENT), ("review", _REVIEW)):
        if f"...{name}" in text:
            text += "\n" + fragment
    return text


FACTS_AND_ISSUES = _document(
    "nameWithOwner squashMergeAllowed mergeCommitAllowed rebaseMergeAllowed "
    "defaultBranchRef { name target { oid ... on Commit { tree { oid } } } } "
    + _listing("labels", LABELS)
    + _listing("open", OPEN_ISSUES)
    + _listing("closed", CLOSED_ISSUES, LATELY)
)
PULLS_AND_BRANCHES = _document(
    _listing("open", OPEN_PULLS)
    + _listing("closed", CLOSED_PULLS, LATELY)
    + _listing("branches", BRANCHES)
)


MERGE_COMMIT = _document(
    "pull: pullRequest(number: $number) { mergeCommit { oid } }", ", $number: Int!"
)


def next_page(asked: List) -> str:
    """Ask for a further page of a list, after the cursor `$after`, as `page`."""
    return _document(_listing("page", asked, after="after: $after"), ", $after: String!")


def more_comments() -> str:
    """Ask for further comments on the issue or pull request `$number`, after `$after`."""
    inner = f"{{ comments(first: 100, after: $after) {{ {_COMMENTS} }} }}"
    return _document(
        f"thread: issueOrPullRequest(number: $number) "
        f"{{ ... on Issue {inner} ... on PullRequest {inner} }}",
        ", $number: Int!, $after: String!",
    )


def more_reviews() -> str:
    """Ask for further reviews of the pull request `$number`, after `$after`."""
    return _document(
        "thread: pullRequest(number: $number) "
        f"{{ reviews(first: 100, after: $after) {{ {_REVIEWS} }} }}",
        ", $number: Int!, $after: String!",
    )


def by_name(issues: Iterable[int], pulls: Iterable[int], branches: Iterable[str]) -> str:
    """Ask for single ones: issues as `i7`, pull requests as `p8`, branches as `b0`, `b1`, ..."""
    fields = [f"i{number}: issue(number: {number}) {{ ...issue }}" for number in issues]
    fields += [f"p{number}: pullRequest(number: {number}) {{ ...pull }}" for number in pulls]
    fields += [
        f'b{at}: ref(qualifiedName: "refs/heads/{branch}") {{ ...branch }}'
        for at, branch in enumerate(branches)
    ]
    return _document(" ".join(fields))
