"""Do references, commits, trees, blobs and files behave as on GitHub?"""

import base64

import pytest

from tests.github_server.client import Client
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.world import World


def head(world: World) -> str:
    return str(world.state.repo.branch("main"))


def line(path: str, **more: object) -> dict[str, object]:
    return {"path": path, "mode": "100644", "type": "blob", **more}


def paths(bot: Client, tree: str) -> list[str]:
    lines = bot.get(f"/git/trees/{tree}?recursive=1")["tree"]
    return [found["path"] for found in lines if found["type"] == "blob"]


def test_a_tree_on_a_base_keeps_what_it_does_not_name(world: World, bot: Client) -> None:
    base = bot.get(f"/git/commits/{head(world)}")["tree"]["sha"]
    changes = [line("data/new.json", content="é\n"), line("LICENSE", sha=None)]

    made = bot.post("/git/trees", {"base_tree": base, "tree": changes})

    assert paths(bot, made["sha"]) == ["README.md", "data/new.json", "data/papers.json"]
    assert [found["path"] for found in made["tree"]] == ["README.md", "data"]


def test_a_tree_without_a_base_holds_only_what_it_names(world: World, bot: Client) -> None:
    blob = bot.post(
        "/git/blobs", {"content": base64.b64encode(b"\xff\0").decode(), "encoding": "base64"}
    )

    made = bot.post("/git/trees", {"tree": [line("a/b", sha=blob["sha"])]})

    assert paths(bot, made["sha"]) == ["a/b"]
    assert world.state.repo.git("cat-file", "-s", f"{made['sha']}:a/b") == "2\n"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (line("x", sha="0" * 40), "tree.sha " + "0" * 40 + " is not a valid blob"),
        (line("nowhere", sha=None), "GitRPC::BadObjectState"),
        (line("../x", content=""), "tree.path contains a malformed path component"),
        (line("x", mode="1", content=""), "Must supply a valid tree.mode"),
        (line("x"), "Must supply either tree.sha or tree.content"),
    ],
    ids=["unknown object", "nothing to delete", "path", "mode", "no content"],
)
def test_a_tree_that_can_not_be_is_refused(
    world: World, bot: Client, change: dict[str, object], message: str
) -> None:
    asked = {"base_tree": head(world), "tree": [change]}

    assert bot.refused("POST", "/git/trees", asked) == (422, message)


def test_an_unknown_base_tree_is_refused(bot: Client) -> None:
    asked = {"base_tree": "0" * 40, "tree": [line("x", content="")]}

    assert bot.refused("POST", "/git/trees", asked) == (422, "base_tree is not a valid tree oid")


def test_an_apps_commit_is_its_own_and_signed_unless_it_names_an_author(
    world: World, bot: Client
) -> None:
    tree = bot.get(f"/git/commits/{head(world)}")["tree"]["sha"]
    asked = {
        "message": "Add\n\nCo-authored-by: A <a@example.org>",
        "tree": tree,
        "parents": [head(world)],
    }

    own = bot.post("/git/commits", asked)
    other = bot.post("/git/commits", asked | {"author": {"name": "A", "email": "a@example.org"}})
    dated = bot.post(
        "/git/commits",
        asked | {"author": {"name": "A", "email": "a@e.org", "date": "2026-01-02T03:04:05Z"}},
    )

    assert own["author"]["name"] == "github-actions[bot]"
    assert own["author"]["email"] == "41898282+github-actions[bot]@users.noreply.github.com"
    assert own["verification"]["verified"] is True
    assert own["message"] == asked["message"]
    assert other["verification"]["verified"] is False
    assert dated["author"]["date"] == "2026-01-02T03:04:05Z"
    person = Client(world.hub, "mia-token").post("/git/commits", asked)
    assert (person["author"]["name"], person["verification"]["verified"]) == ("mia", False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"tree": "0" * 40}, "Tree SHA does not exist"),
        ({"parents": ["0" * 40]}, "Parent SHA does not exist or is not a commit object"),
    ],
)
def test_a_commit_of_unknown_objects_is_refused(
    world: World, bot: Client, change: dict[str, object], message: str
) -> None:
    tree = bot.get(f"/git/commits/{head(world)}")["tree"]["sha"]

    asked = {"message": "x", "tree": tree, "parents": []} | change
    assert bot.refused("POST", "/git/commits", asked) == (422, message)


def commit(world: World, bot: Client, content: str, *parents: str) -> str:
    asked = {"base_tree": head(world), "tree": [line("a", content=content)]}
    tree = bot.post("/git/trees", asked)["sha"]
    made = bot.post("/git/commits", {"message": "x", "tree": tree, "parents": list(parents)})
    return str(made["sha"])


def test_a_reference_moves_forward_freely_and_elsewhere_only_by_force(
    world: World, bot: Client
) -> None:
    one, two = (commit(world, bot, text, head(world)) for text in ("1", "2"))
    bot.post("/git/refs", {"ref": "refs/heads/suggest/issue-1", "sha": one})
    place = "/git/refs/heads/suggest/issue-1"

    assert bot.refused("PATCH", place, {"sha": two}) == (422, "Update is not a fast forward")
    assert bot.get("/git/ref/heads/suggest/issue-1")["object"]["sha"] == one
    bot.patch(place, {"sha": two, "force": True})
    three = commit(world, bot, "3", two)
    bot.patch(place, {"sha": three})
    assert bot.get("/git/ref/heads/suggest/issue-1")["object"]["sha"] == three
    assert world.state.repo.git("rev-parse", "suggest/issue-1").strip() == three


def test_references_are_made_once_listed_by_their_beginning_and_deleted_once(
    world: World, bot: Client
) -> None:
    sha = head(world)
    for number in (1, 10, 2):
        bot.post("/git/refs", {"ref": f"refs/heads/suggest/issue-{number}", "sha": sha})

    again = {"ref": "refs/heads/suggest/issue-1", "sha": sha}
    assert bot.refused("POST", "/git/refs", again) == (422, "Reference already exists")
    found = [ref["ref"] for ref in bot.get("/git/matching-refs/heads/suggest/issue-1")]
    assert found == ["refs/heads/suggest/issue-1", "refs/heads/suggest/issue-10"]
    bot.delete("/git/refs/heads/suggest/issue-1")
    gone = bot.refused("DELETE", "/git/refs/heads/suggest/issue-1")
    assert gone == (422, "Reference does not exist")
    assert bot.refused("GET", "/git/ref/heads/suggest") == (404, "Not Found")


@pytest.mark.parametrize(
    ("ref", "sha", "message"),
    [
        ("refs/heads/x", "0" * 40, "Object does not exist"),
        ("main2", None, "main2 is not a valid ref name."),
        ("refs/heads/main/below", None, "Reference update failed"),
    ],
)
def test_a_reference_that_can_not_be_is_refused(
    world: World, bot: Client, ref: str, sha: str | None, message: str
) -> None:
    asked = {"ref": ref, "sha": sha or head(world)}

    assert bot.refused("POST", "/git/refs", asked) == (422, message)


def test_a_protected_branch_takes_pushes_of_admins_only(world: World, bot: Client) -> None:
    world.state.settings.pull_required = True
    sha = commit(world, bot, "1", head(world))

    refusal = bot.refused("PATCH", "/git/refs/heads/main", {"sha": sha})

    assert refusal == (422, "Changes must be made through a pull request.")
    assert bot.get("/branches/main")["protected"] is True
    Client(world.hub, "octo-token").patch("/git/refs/heads/main", {"sha": sha})


def test_a_required_check_guards_direct_pushes_too(world: World, bot: Client) -> None:
    world.state.settings.required_checks = ("check",)
    sha = commit(world, bot, "1", head(world))
    push = ("PATCH", "/git/refs/heads/main", {"sha": sha})

    assert bot.refused(*push) == (422, 'Required status check "check" is expected.')
    bot.post(f"/statuses/{sha}", {"state": "success", "context": "check"})
    assert bot.ask(*push).status == 200
    assert bot.get("/branches/main")["protection"]["required_status_checks"]["contexts"] == [
        "check"
    ]


def test_files_are_read_as_json_raw_and_by_branch(world: World, bot: Client) -> None:
    world.push_commit("suggest/issue-1", {"data/papers.json": "[1]\n"})

    shown = bot.get("/contents/data/papers.json?ref=suggest/issue-1")
    bot.accept = {"Accept": "application/vnd.github.raw+json"}
    raw = bot.get("/contents/data/papers.json")

    assert base64.b64decode(shown["content"]) == b"[1]\n"
    assert (shown["type"], shown["path"], shown["size"]) == ("file", "data/papers.json", 4)
    assert raw == b"[]\n"
    assert bot.get(f"/git/blobs/{shown['sha']}")["content"] == shown["content"]
    assert bot.refused("GET", "/contents/nowhere") == (404, "Not Found")
    assert bot.refused("GET", "/contents/README.md?ref=nowhere")[0] == 404


def test_folders_are_listed(bot: Client) -> None:
    assert [(f["type"], f["path"]) for f in bot.get("/contents")] == [
        ("file", "LICENSE"),
        ("file", "README.md"),
        ("dir", "data"),
    ]
    assert [f["path"] for f in bot.get("/contents/data")] == ["data/papers.json"]


def test_large_files_come_without_content(world: World, bot: Client) -> None:
    world.push_commit("main", {"big": "x" * 1_000_001})

    shown = bot.get("/contents/big")

    assert (shown["content"], shown["encoding"], shown["size"]) == ("", "none", 1_000_001)


def test_commits_are_listed_by_path_author_and_time(world: World, bot: Client) -> None:
    first = world.push_commit("main", {"a": "1"}, "mia")
    world.pass_time(86_400)
    second = world.push_commit("main", {"b": "1"})

    assert [c["sha"] for c in bot.get("/commits")[:2]] == [second, first]
    assert [c["sha"] for c in bot.get("/commits?path=a")] == [first]
    assert [c["sha"] for c in bot.get("/commits?author=mia")] == [first]
    assert [c["sha"] for c in bot.get("/commits?since=2026-01-02T00:00:00Z")] == [second]
    assert bot.get("/commits/main")["sha"] == second
    assert [f["filename"] for f in bot.get(f"/commits/{first}")["files"]] == ["a"]
    root = bot.get("/commits?per_page=1&page=3")[0]["sha"]
    assert bot.get(f"/commits/{root}")["stats"]["total"] == 6


def test_two_branches_are_compared(world: World, bot: Client) -> None:
    world.push_commit("suggest/issue-1", {"a": "1"})
    world.push_commit("main", {"b": "1"})

    shown = bot.get("/compare/main...suggest/issue-1")

    assert (shown["status"], shown["ahead_by"], shown["behind_by"]) == ("diverged", 1, 1)
    assert [file["filename"] for file in shown["files"]] == ["a"]
    assert bot.get("/compare/main...main")["status"] == "identical"
    assert bot.refused("GET", "/compare/main...nowhere")[0] == 404


def test_the_last_status_of_each_context_counts(world: World, bot: Client) -> None:
    sha = head(world)
    assert bot.get(f"/commits/{sha}/status")["state"] == "pending"
    for state, context in (("failure", "a"), ("success", "a"), ("success", "b")):
        bot.post(f"/statuses/{sha}", {"state": state, "context": context, "description": "d"})

    shown = bot.get("/commits/main/status")

    assert (shown["state"], shown["total_count"]) == ("success", 2)
    assert [s["state"] for s in bot.get(f"/commits/{sha}/statuses")] == [
        "success",
        "success",
        "failure",
    ]
    assert bot.refused("POST", f"/statuses/{sha}", {"state": "green"})[0] == 422
    assert bot.refused("POST", f"/statuses/{'0' * 40}", {"state": "success"})[0] == 422
    long = {"state": "success", "description": "d" * 141}
    assert bot.refused("POST", f"/statuses/{sha}", long)[0] == 422


def test_branches_are_listed_with_their_tips(world: World, bot: Client) -> None:
    sha = world.push_commit("suggest/issue-1", {"a": "1"})

    assert [b["name"] for b in bot.get("/branches")] == ["main", "suggest/issue-1"]
    assert bot.get("/branches/suggest/issue-1")["commit"]["sha"] == sha
    assert bot.refused("GET", "/branches/nowhere") == (404, "Branch not found")


def test_the_repository_shows_how_it_may_be_merged(world: World, bot: Client) -> None:
    world.state.settings.allow_rebase_merge = False

    shown = bot.get("")

    assert (shown["default_branch"], shown["full_name"]) == ("main", "octo/papers")
    assert (shown["allow_squash_merge"], shown["allow_rebase_merge"]) == (True, False)
    assert shown["permissions"] == {"admin": False, "push": True, "pull": True}
    world.state.people.grant(WORKFLOW_TOKEN, contents="read")
    assert "allow_squash_merge" not in bot.get("")
    assert bot.get("")["permissions"]["push"] is False
    assert Client(world.hub, "octo-token").get("")["permissions"]["admin"] is True
