"""Does a commit by GraphQL land only where its branch stands as expected?"""

import base64

from tests.github_server.client import Client
from tests.github_server.world import World

MUTATION = """mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid messageHeadline signature { isValid } } } }"""


def commit_input(world: World, expected: str | None) -> dict[str, object]:
    contents = base64.b64encode(b"new\n").decode()
    return {
        "branch": {"repositoryNameWithOwner": "octo/papers", "branchName": "main"},
        "message": {"headline": "Refresh", "body": "Counts"},
        "expectedHeadOid": expected or world.state.repo.branch("main"),
        "fileChanges": {
            "additions": [{"path": "a/b", "contents": contents}],
            "deletions": [{"path": "LICENSE"}],
        },
    }


def test_a_commit_is_made_where_the_branch_stands_as_expected(world: World, bot: Client) -> None:
    found = bot.query(MUTATION, input=commit_input(world, None))["data"]["createCommitOnBranch"]

    assert found["commit"]["oid"] == world.state.repo.branch("main")
    assert found["commit"]["signature"] == {"isValid": True}
    assert world.read_file("main", "a/b") == "new\n"
    assert [f["path"] for f in bot.get("/contents")] == ["README.md", "a", "data"]


def test_a_commit_on_a_branch_that_moved_is_stale(world: World, bot: Client) -> None:
    found = bot.query(MUTATION, input=commit_input(world, "0" * 40))

    assert found["data"] == {"createCommitOnBranch": None}
    assert found["errors"][0]["type"] == "STALE_DATA"
