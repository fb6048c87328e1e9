"""Can PyGithub, the client that the bot uses, work with the stand-in by both ways?"""

import base64
from collections.abc import Iterator

import github
import pytest
import requests
from github.GithubRetry import GithubRetry
from github.InputGitTreeElement import InputGitTreeElement
from github.Repository import Repository

from tests.github_server.adapter import in_process
from tests.github_server.server import serving
from tests.github_server.world import World


def client(url: str, token: str = "workflow-token", **options: object) -> github.Github:  # noqa: S107 - opens only the stand-in
    chosen = {"seconds_between_requests": None, "seconds_between_writes": None, "lazy": True}
    return github.Github(auth=github.Auth.Token(token), base_url=url, **{**chosen, **options})  # type: ignore[arg-type]  # options of many types


@pytest.fixture(params=["in process", "over HTTP", "over HTTP below /api/v3"])
def url(request: pytest.FixtureRequest, world: World) -> Iterator[str]:
    carrier = in_process if request.param == "in process" else serving
    with carrier(world.hub) as found:
        yield found + ("/api/v3" if "below" in request.param else "")


@pytest.fixture
def repo(url: str) -> Iterator[Repository]:
    found = client(url)
    yield found.get_repo("octo/papers")
    found.close()


@pytest.fixture
def quick(world: World) -> Iterator[str]:
    with in_process(world.hub) as found:
        yield found


def test_the_repository_and_its_people(world: World, url: str, repo: Repository) -> None:
    assert (repo.default_branch, repo.allow_squash_merge) == ("main", True)
    assert repo.get_collaborator_permission("mia") == "write"
    assert repo.get_branch("main").commit.sha == world.state.repo.branch("main")
    found = client(url)
    assert found.get_user("mia").type == "User"
    assert found.get_rate_limit().rate.remaining == 5_000
    with pytest.raises(github.GithubException) as caught:
        found.get_user().login  # noqa: B018 - it asks when read
    assert caught.value.status == 403
    with pytest.raises(github.UnknownObjectException):
        found.get_user("nobody").complete()
    with pytest.raises(github.BadCredentialsException):
        client(url, "wrong").get_repo("octo/papers").get_issue(1).complete()
    found.close()


def test_issues_comments_labels_and_reactions(world: World, repo: Repository) -> None:
    number = world.open_issue("ann", "A paper", "text")
    issue = repo.get_issue(number)
    label = repo.create_label("needs work", "aabbcc", "To mend")
    issue.add_to_labels(label, "other")
    issue.remove_from_labels("other")
    comment = issue.create_comment("hello")
    comment.edit("hello again")
    issue.edit(title="Better", body="new text")
    reaction = comment.create_reaction("+1")

    again = repo.get_issue(number)
    assert (again.title, again.body, again.comments) == ("Better", "new text", 1)
    assert [found.name for found in again.labels] == ["needs work"]
    assert [found.body for found in again.get_comments()] == ["hello again"]
    assert again.get_comment(comment.id).user.login == "github-actions[bot]"
    assert [found.id for found in comment.get_reactions()] == [reaction.id]
    assert repo.get_label("needs work").color == "aabbcc"
    label.edit("mended", "000000")
    assert sorted(found.name for found in repo.get_labels()) == ["mended", "other"]
    issue.set_labels("a", "b")
    assert [found.name for found in issue.get_labels()] == ["a", "b"]
    again.edit(state="closed", state_reason="not_planned")
    assert repo.get_issue(number).state_reason == "not_planned"
    assert "closed" in [line.event for line in again.get_timeline()]
    assert "labeled" in [line.event for line in again.get_events()]
    created = repo.create_issue("By the bot", "b", labels=["rolling"])
    assert created.number == 2
    again.lock("off-topic")
    assert repo.get_issue(number).locked


def test_long_lists_are_read_over_all_pages(world: World, repo: Repository) -> None:
    for at in range(75):
        world.open_issue("ann", f"paper {at}", "x")

    assert len(list(repo.get_issues(state="open", sort="created", direction="asc"))) == 75
    since = world.issue(70).updated_at
    moment = repo.get_issue(70).updated_at
    assert moment.isoformat().startswith(since.rstrip("Z"))
    assert len(list(repo.get_issues(since=moment))) == 6
    assert repo.get_issues(state="open").totalCount == 75


def build(world: World, repo: Repository, branch: str, text: str) -> str:
    """Put one commit on main's tip, and a branch at it, with the Git Data API."""
    tip = repo.get_git_commit(str(world.state.repo.branch("main")))
    line = InputGitTreeElement("data/papers.json", "100644", "blob", content=text)
    tree = repo.create_git_tree([line], base_tree=tip.tree)
    commit = repo.create_git_commit("Add a paper\n\nSubmission: abc", tree, [tip])
    repo.create_git_ref(f"refs/heads/{branch}", commit.sha)
    return commit.sha


def test_a_submission_from_branch_to_merge(world: World, repo: Repository) -> None:
    number = world.open_issue("ann", "A paper", "text")
    branch = f"suggest/issue-{number}"
    sha = build(world, repo, branch, "[1]\n")
    pull = repo.create_pull("main", branch, title="Add", body=f"Closes #{number}")
    repo.get_commit(sha).create_status("success", "", "valid", "paper-list")

    with pytest.raises(github.GithubException, match="already exists") as caught:
        repo.create_pull("main", branch, title="Add", body="again")
    assert caught.value.status == 422
    assert [found.number for found in repo.get_pulls("open", head=f"octo:{branch}")] == [
        pull.number
    ]
    ref = repo.get_git_ref(f"heads/{branch}")
    assert ref.object.sha == sha
    assert [ref.ref for ref in repo.get_git_matching_refs("heads/suggest/")] == [
        f"refs/heads/{branch}"
    ]
    again = repo.get_pull(pull.number)
    assert (again.mergeable, again.mergeable_state, again.head.sha) == (True, "clean", sha)
    assert [file.filename for file in again.get_files()] == ["data/papers.json"]
    assert [found.sha for found in again.get_commits()] == [sha]
    assert list(again.get_reviews()) == []
    assert repo.get_commit(sha).get_combined_status().state == "success"
    again.edit(title="Add a paper", body=f"Closes #{number}\n")
    again.add_to_labels("ready")
    again.create_issue_comment("hello")

    done = again.merge(
        commit_title="Add a paper (#2)", commit_message="Text", merge_method="squash", sha=sha
    )

    assert done.merged
    assert repo.get_git_commit(done.sha).message == "Add a paper (#2)\n\nText"
    assert repo.get_issue(number).state == "closed"
    assert repo.get_pull(pull.number).merged
    ref.delete()
    assert world.read_file("main", "data/papers.json") == "[1]\n"


def test_a_branch_is_computed_afresh(world: World, repo: Repository) -> None:
    build(world, repo, "suggest/issue-1", "[1]\n")
    world.push_commit("main", {"README.md": "new\n"})
    fresh = build(world, repo, "helper", "[2]\n")
    ref = repo.get_git_ref("heads/suggest/issue-1")
    with pytest.raises(github.UnknownObjectException):
        ref.edit(fresh)  # a lazy one does not know yet that it is written at /git/refs/
    ref.complete()
    with pytest.raises(github.GithubException, match="not a fast forward"):
        ref.edit(fresh)

    ref.edit(fresh, force=True)

    assert world.state.repo.branch("suggest/issue-1") == fresh
    assert repo.compare("main", "suggest/issue-1").ahead_by == 1


def test_files_trees_blobs_and_commits(world: World, repo: Repository) -> None:
    world.push_commit("main", {"data/big.txt": "x" * 1_100_000})
    file = repo.get_contents("data/papers.json", ref="main")
    assert not isinstance(file, list)
    assert file.decoded_content == b"[]\n"
    tree = repo.get_git_tree("main", recursive=True)
    big = next(line for line in tree.tree if line.path == "data/big.txt")
    assert len(base64.b64decode(repo.get_git_blob(big.sha).content)) == 1_100_000
    blob = repo.create_git_blob("é", "utf-8")
    assert repo.get_git_blob(blob.sha).size == 2
    assert [found.commit.message for found in repo.get_commits()] == ["Change files\n", "Begin\n"]
    assert repo.get_commits(path="data/big.txt").totalCount == 1
    gone = InputGitTreeElement("data/big.txt", "100644", "blob", sha=None)
    after = repo.create_git_tree([gone], base_tree=tree)
    assert "big.txt" not in [line.path for line in repo.get_git_tree(after.sha, True).tree]


def test_graphql_and_its_errors(world: World, url: str) -> None:
    world.open_issue("ann", "x", "y")
    found = client(url)
    text = """query($n: Int!) { repository(owner: "octo", name: "papers") {
        issue(number: $n) { title lastEditedAt } } }"""

    _, answer = found.requester.graphql_query(text, {"n": 1})
    assert answer["data"]["repository"]["issue"] == {"title": "x", "lastEditedAt": None}
    with pytest.raises(github.UnknownObjectException):
        found.requester.graphql_query(text, {"n": 9})
    with pytest.raises(github.GithubException) as caught:
        found.requester.graphql_query("{ nothing }", {})
    assert caught.value.status == 400
    found.close()


def test_a_post_is_sent_again_after_a_bad_gateway_unless_told_otherwise(
    world: World, quick: str
) -> None:
    world.open_issue("ann", "x", "y")
    world.hub.fault("502 after", at=1)
    client(quick).get_repo("octo/papers").get_issue(1).create_comment("hello")
    assert len(world.issue(1).comments) == 2  # the trap of PyGithub's own retries

    world.hub.fault("502 after", at=1)
    careful = client(quick, retry=GithubRetry(total=3, allowed_methods={"GET"}))
    with pytest.raises(github.GithubException) as caught:
        careful.get_repo("octo/papers").get_issue(1).create_comment("hello")
    assert caught.value.status == 502
    assert len(world.issue(1).comments) == 3


@pytest.mark.parametrize("kind", ["reset before", "reset after", "slow"])
def test_a_lost_connection_is_an_error_of_requests(world: World, quick: str, kind: str) -> None:
    world.open_issue("ann", "x", "y")
    world.hub.fault(kind, at=1, delay=60)
    careful = client(quick, retry=None, timeout=5)

    with pytest.raises((requests.ConnectionError, requests.Timeout)):
        careful.get_repo("octo/papers").get_issue(1).create_comment("hello")

    assert len(world.issue(1).comments) == (0 if kind == "reset before" else 1)


def test_a_patch_is_never_sent_again(world: World, quick: str) -> None:
    world.open_issue("ann", "x", "y")
    world.hub.fault("500 before", at=1)

    with pytest.raises(github.GithubException) as caught:
        client(quick).get_repo("octo/papers").get_issue(1).edit(title="z")

    assert caught.value.status == 500
    assert len(world.hub.log) == 1


def test_refusals_are_the_exceptions_that_pygithub_knows(world: World, quick: str) -> None:
    repo = client(quick, retry=None).get_repo("octo/papers")
    seen = []
    for kind in ("403", "429", "secondary rate limit"):
        world.hub.fault(kind, at=1)
        with pytest.raises(github.GithubException) as caught:
            repo.get_issue(1).complete()
        seen.append((type(caught.value), caught.value.status))

    assert seen == [
        (github.GithubException, 403),
        (github.GithubException, 429),
        (github.RateLimitExceededException, 403),
    ]


def test_deleted_and_transferred_issues(world: World, quick: str) -> None:
    world.open_issue("ann", "x", "y")
    world.open_issue("ann", "x", "y")
    world.delete_issue(1)
    world.transfer_issue(2)
    repo = client(quick).get_repo("octo/papers")

    with pytest.raises(github.GithubException) as caught:
        repo.get_issue(1).complete()
    assert caught.value.status == 410
    with pytest.raises(github.UnknownObjectException):  # it is followed, to what is not ours to see
        repo.get_issue(2).complete()


def test_two_hubs_are_kept_apart_and_the_socket_comes_back(world: World, quick: str) -> None:
    with in_process(world.hub) as other:
        assert other != quick
        assert client(other).get_repo("octo/papers").default_branch == "main"
    assert client(quick).get_repo("octo/papers").default_branch == "main"
    with serving(world.hub) as http:
        found = client(http)
        assert found.get_repo("octo/papers").get_pulls().totalCount == 0
        found.close()
