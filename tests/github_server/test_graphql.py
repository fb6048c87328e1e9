"""Does GraphQL answer from the same state, with GitHub's names and errors?"""

from typing import Any

from tests.github_server.client import Client
from tests.github_server.world import World


def repository(bot: Client, fields: str, **variables: object) -> Any:  # noqa: ANN401 - any JSON
    """Ask for fields of the repository; `$` variables are declared as Int or String."""
    kinds = {int: "Int!", str: "String!", list: "[String!]"}
    declared = ", ".join(f"${name}: {kinds[type(value)]}" for name, value in variables.items())
    head = f"query Q({declared})" if declared else "query"
    text = f'{head} {{ repository(owner: "octo", name: "papers") {{ {fields} }} }}'
    found = bot.query(text, **variables)
    assert "errors" not in found, found
    return found["data"]["repository"]


def test_an_issue_tells_when_its_body_was_edited_and_by_whom(world: World, bot: Client) -> None:
    world.open_issue("ann", "A paper", "one")
    fields = "issue(number: $n) { body lastEditedAt editor { login } author { login } updatedAt }"
    before = repository(bot, fields, n=1)["issue"]
    world.comment(1, "ann", "hello")
    world.edit_issue(1, "mia", body="two")

    after = repository(bot, fields, n=1)["issue"]

    assert (before["lastEditedAt"], before["editor"]) == (None, None)
    assert after["body"] == "two"
    assert after["lastEditedAt"] == after["updatedAt"] > before["updatedAt"]
    assert (after["editor"], after["author"]) == ({"login": "mia"}, {"login": "ann"})


def test_several_issues_are_asked_for_at_once_by_aliases_and_a_fragment(
    world: World, bot: Client
) -> None:
    for at in range(3):
        world.open_issue("ann", f"paper {at}", "x")
    text = """
      query Batch($owner: String!, $name: String!) {
        repository(owner: $owner, name: $name) {
          i1: issue(number: 1) { ...facts }
          i3: issue(number: 3) { ...facts }
        }
      }
      fragment facts on Issue { number title state author { __typename login } }
    """

    found = bot.query(text, owner="octo", name="papers")["data"]["repository"]

    author = {"__typename": "User", "login": "ann"}
    assert found == {
        "i1": {"number": 1, "title": "paper 0", "state": "OPEN", "author": author},
        "i3": {"number": 3, "title": "paper 2", "state": "OPEN", "author": author},
    }


def test_issues_are_listed_in_pages_with_comments_and_labels(world: World, bot: Client) -> None:
    for at in range(5):
        world.open_issue("ann", f"paper {at}", "x")
    bot.post("/issues/2/labels", {"labels": ["submission"]})
    bot.post("/issues/4/labels", {"labels": ["submission", "ready"]})
    world.comment(2, "ann", "hello")
    bot.post("/issues/2/comments", {"body": "answer"})
    fields = """issues(labels: $labels, states: [OPEN], first: 1%s) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { number labels(first: 10) { nodes { name } }
          comments(first: 50) { nodes { body author { login } fullDatabaseId lastEditedAt } } } }"""

    first = repository(bot, fields % "", labels=["submission"])["issues"]
    after = f', after: "{first["pageInfo"]["endCursor"]}"'
    second = repository(bot, fields % after, labels=["submission"])["issues"]

    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (2, True)
    assert second["pageInfo"]["hasNextPage"] is False
    assert [issue["number"] for issue in first["nodes"] + second["nodes"]] == [2, 4]
    comments = first["nodes"][0]["comments"]["nodes"]
    assert [(c["body"], c["author"]["login"]) for c in comments] == [
        ("hello", "ann"),
        ("answer", "github-actions"),  # GraphQL leaves a bot's `[bot]` out
    ]
    assert comments[0]["fullDatabaseId"] == str(bot.get("/issues/2/comments")[0]["id"])
    names = [label["name"] for label in second["nodes"][0]["labels"]["nodes"]]
    assert names == ["submission", "ready"]


def test_issues_are_narrowed_by_time_and_ordered(world: World, bot: Client) -> None:
    for at in range(3):
        world.open_issue("ann", f"paper {at}", "x")
    world.comment(1, "ann", "later")
    moment = bot.get("/issues/3")["updated_at"]
    fields = (
        "issues(first: 9, filterBy: {since: $since}, "
        "orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { number } }"
    )
    text = (
        f'query($since: DateTime!) {{ repository(owner: "octo", name: "papers") {{ {fields} }} }}'
    )

    found = bot.query(text, since=moment)["data"]["repository"]["issues"]["nodes"]

    assert found == [{"number": 1}, {"number": 3}]


def test_pull_requests_tell_whether_they_merge(world: World, bot: Client) -> None:
    for number, line in ((1, "three"), (2, "four")):
        world.push_commit(f"suggest/issue-{number}", {"README.md": f"{line}\n"})
        world.open_pull("mia", f"suggest/issue-{number}", line, f"Closes #{number}")
    world.merge_by_hand(1)
    fields = """pullRequests(states: %s, first: 10) { nodes { number headRefName headRefOid
        mergeable mergeStateStatus state merged } }"""

    found = repository(bot, fields % "OPEN")["pullRequests"]["nodes"]

    assert found == [
        {
            "number": 2,
            "headRefName": "suggest/issue-2",
            "headRefOid": world.state.repo.branch("suggest/issue-2"),
            "mergeable": "CONFLICTING",
            "mergeStateStatus": "DIRTY",
            "state": "OPEN",
            "merged": False,
        }
    ]
    merged = repository(bot, fields % "[MERGED]")["pullRequests"]["nodes"][0]
    assert (merged["number"], merged["mergeable"], merged["state"]) == (1, "UNKNOWN", "MERGED")


def test_mergeable_is_unknown_at_the_first_look_if_so_set(world: World, bot: Client) -> None:
    world.state.settings.mergeable_takes_time = True
    world.push_commit("a", {"x": "1"})
    world.open_pull("mia", "a", "A")
    fields = "pullRequest(number: 1) { mergeable }"

    looks = [repository(bot, fields)["pullRequest"]["mergeable"] for _ in range(2)]

    assert looks == ["UNKNOWN", "MERGEABLE"]


def test_files_and_commits_are_read_through_objects(world: World, bot: Client) -> None:
    sha = world.push_commit(
        "suggest/issue-1", {"data/papers.json": "[1]\n"}, message="Title\n\nText\n"
    )
    fields = """
      file: object(expression: "suggest/issue-1:data/papers.json") {
        __typename ... on Blob { text byteSize isBinary } }
      folder: object(expression: "HEAD:data") { ... on Tree { entries { name type } } }
      ref(qualifiedName: "refs/heads/suggest/issue-1") { name prefix target { oid
        ... on Commit { messageHeadline messageBody parents(first: 1) { totalCount } } } }
      refs(refPrefix: "refs/heads/suggest/", first: 5) { nodes { name } }
      none: object(expression: "main:nowhere") { oid }
      defaultBranchRef { name }
    """

    found = repository(bot, fields)

    assert found["file"] == {
        "__typename": "Blob",
        "text": "[1]\n",
        "byteSize": 4,
        "isBinary": False,
    }
    assert found["folder"]["entries"] == [{"name": "papers.json", "type": "blob"}]
    assert found["ref"]["target"] == {
        "oid": sha,
        "messageHeadline": "Title",
        "messageBody": "Text",
        "parents": {"totalCount": 1},
    }
    assert (found["ref"]["name"], found["ref"]["prefix"]) == ("suggest/issue-1", "refs/heads/")
    assert found["refs"]["nodes"] == [{"name": "suggest/issue-1"}]
    assert (found["none"], found["defaultBranchRef"]) == (None, {"name": "main"})


def test_either_kind_is_found_by_number_and_by_id(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    world.pull_from_fork("ann", {"a": "1"}, "A", "Fixes #1")
    fields = """
      a: issueOrPullRequest(number: 1) { __typename ... on Issue { id title } }
      b: issueOrPullRequest(number: 2) { __typename ... on PullRequest { id isCrossRepository
        closingIssuesReferences(first: 3) { nodes { number } } } }
    """

    found = repository(bot, fields)

    assert (found["a"]["__typename"], found["b"]["__typename"]) == ("Issue", "PullRequest")
    assert found["b"]["isCrossRepository"] is True
    assert found["b"]["closingIssuesReferences"]["nodes"] == [{"number": 1}]
    node = "query($id: ID!) { node(id: $id) { __typename ... on Issue { title } } }"
    answer = bot.query(node, id=found["a"]["id"])["data"]["node"]
    assert answer == {"__typename": "Issue", "title": "x"}


def test_it_is_told_who_closed_what_and_when(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    world.edit_issue(1, "ann", title="z")
    world.comment(1, "ann", "hello")
    world.close(1, "mia", "not_planned")
    fields = """issue(number: 1) {
        timelineItems(last: 5, itemTypes: [CLOSED_EVENT, ISSUE_COMMENT]) { nodes {
          __typename
          ... on ClosedEvent { actor { login } createdAt stateReason }
          ... on IssueComment { body } } }
        all: timelineItems(first: 9) { totalCount } }"""

    found = repository(bot, fields)["issue"]

    assert found["timelineItems"]["nodes"] == [
        {"__typename": "IssueComment", "body": "hello"},
        {
            "__typename": "ClosedEvent",
            "actor": {"login": "mia"},
            "createdAt": bot.get("/issues/1")["closed_at"],
            "stateReason": "NOT_PLANNED",
        },
    ]
    assert found["all"]["totalCount"] == 3


def test_one_sees_whether_one_has_reacted(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    comment = world.comment(1, "mia", "/approve")
    bot.post(f"/issues/comments/{comment}/reactions", {"content": "+1"})
    fields = """issue(number: 1) { comments(first: 1) { nodes {
        reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } } } } }"""

    groups = repository(bot, fields)["issue"]["comments"]["nodes"][0]["reactionGroups"]

    mine = [group for group in groups if group["viewerHasReacted"]]
    assert mine == [
        {"content": "THUMBS_UP", "viewerHasReacted": True, "reactors": {"totalCount": 1}}
    ]
    assert len(groups) == 8


def test_a_vanished_author_is_null(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    world.delete_user("ann")

    assert repository(bot, "issue(number: 1) { author { login } }")["issue"]["author"] is None


def test_pages_can_be_read_from_the_end(world: World, bot: Client) -> None:
    for _ in range(5):
        world.open_issue("ann", "x", "y")
    fields = """issues(last: 2%s) { pageInfo { hasPreviousPage startCursor }
        edges { cursor node { number } } }"""

    last = repository(bot, fields % "")["issues"]
    before = repository(bot, fields % f', before: "{last["pageInfo"]["startCursor"]}"')["issues"]

    assert [edge["node"]["number"] for edge in last["edges"]] == [4, 5]
    assert [edge["node"]["number"] for edge in before["edges"]] == [2, 3]
    assert last["edges"][0]["cursor"] == last["pageInfo"]["startCursor"]


def test_fields_are_included_and_skipped(bot: Client) -> None:
    text = """query($no: Boolean!) { repository(owner: "octo", name: "papers") {
        a: name @include(if: $no) b: name @skip(if: $no) } }"""

    assert bot.query(text, no=False)["data"]["repository"] == {"b": "papers"}


def test_the_rate_limit_is_told(world: World, bot: Client) -> None:
    world.state.rate.points = 40

    found = bot.query("{ viewer { login } rateLimit { limit remaining cost } }")["data"]

    assert found["rateLimit"] == {"limit": 5_000, "remaining": 39, "cost": 1}
    assert found["viewer"] == {"login": "github-actions"}
