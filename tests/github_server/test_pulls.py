"""Do pull requests follow their branches, merge and close as on GitHub?"""

import pytest

from tests.github_server.client import HEAD, Client, suggest
from tests.github_server.world import World


def test_a_pull_request_shows_its_two_sides(world: World, bot: Client) -> None:
    number = suggest(world, bot, body="text")

    pull = bot.get(f"/pulls/{number}")

    assert (pull["head"]["label"], pull["base"]["ref"]) == ("octo:suggest/issue-1", "main")
    assert pull["head"]["sha"] == world.state.repo.branch(HEAD)
    assert pull["head"]["repo"]["full_name"] == "octo/papers"
    assert (pull["mergeable"], pull["mergeable_state"]) == (True, "clean")
    assert bot.get(f"/git/ref/pull/{number}/head")["object"]["sha"] == pull["head"]["sha"]
    assert (pull["merged"], pull["commits"], pull["user"]["login"]) == (
        False,
        1,
        "github-actions[bot]",
    )


def test_a_second_pull_request_for_one_head_is_refused(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    asked = {"head": f"octo:{HEAD}", "base": "main", "title": "x"}

    assert bot.refused("POST", "/pulls", asked) == (
        422,
        "Validation Failed: A pull request already exists for octo:suggest/issue-1.",
    )
    world.close(number, "mia")
    assert bot.post("/pulls", asked)["number"] == number + 1


@pytest.mark.parametrize(
    ("head", "base", "message"),
    [
        ("nowhere", "main", "Validation Failed: invalid"),
        (HEAD, "nowhere", "Validation Failed: invalid"),
        ("same", "main", "Validation Failed: No commits between main and same"),
    ],
)
def test_a_pull_request_needs_two_branches_that_differ(
    world: World, bot: Client, head: str, base: str, message: str
) -> None:
    world.push_commit(HEAD, {"a": "1"})
    bot.post("/git/refs", {"ref": "refs/heads/same", "sha": world.state.repo.branch("main")})

    asked = {"head": head, "base": base, "title": "x"}
    assert bot.refused("POST", "/pulls", asked) == (422, message)


def test_jobs_may_be_forbidden_to_open_pull_requests(world: World, bot: Client) -> None:
    world.push_commit(HEAD, {"a": "1"})
    world.state.settings.actions_may_open_pulls = False
    asked = {"head": HEAD, "base": "main", "title": "x"}

    assert bot.refused("POST", "/pulls", asked) == (
        403,
        "GitHub Actions is not permitted to create or approve pull requests.",
    )
    assert Client(world.hub, "app-token").post("/pulls", asked)["number"] == 1


def test_the_head_follows_its_branch_while_the_pull_request_is_open(
    world: World, bot: Client
) -> None:
    number = suggest(world, bot)
    second = world.push_commit(HEAD, {"more": "1"})
    assert bot.get(f"/pulls/{number}")["head"]["sha"] == second
    assert [c["sha"] for c in bot.get(f"/pulls/{number}/commits")][-1] == second

    world.close(number, "mia")
    world.push_commit(HEAD, {"more": "2"})

    assert bot.get(f"/pulls/{number}")["head"]["sha"] == second


def test_deleting_the_head_branch_closes_the_pull_request(world: World, bot: Client) -> None:
    number = suggest(world, bot)

    bot.delete(f"/git/refs/heads/{HEAD}")

    pull = bot.get(f"/pulls/{number}")
    assert (pull["state"], pull["merged"]) == ("closed", False)


def test_forcing_the_head_back_to_the_base_closes_the_pull_request(
    world: World, bot: Client
) -> None:
    number = suggest(world, bot)
    main = world.state.repo.branch("main")

    bot.patch(f"/git/refs/heads/{HEAD}", {"sha": main, "force": True})

    assert bot.get(f"/pulls/{number}")["state"] == "closed"


def test_a_closed_pull_request_opens_again_only_while_its_branch_allows_it(
    world: World, bot: Client
) -> None:
    number = suggest(world, bot)
    world.close(number, "mia")
    world.push_commit(HEAD, {"more": "1"})
    world.reopen(number, "mia")
    assert bot.get(f"/pulls/{number}")["head"]["sha"] == world.state.repo.branch(HEAD)

    world.close(number, "mia")
    world.push_commit("elsewhere", {"other": "1"})
    sha = world.state.repo.branch("elsewhere")
    bot.patch(f"/git/refs/heads/{HEAD}", {"sha": sha, "force": True})
    refusal = "state cannot be changed. The suggest/issue-1 branch was force-pushed or recreated."
    reopening = ("PATCH", f"/pulls/{number}", {"state": "open"})
    assert bot.refused(*reopening) == (422, f"Validation Failed: {refusal}")

    world.delete_branch(HEAD)
    refusal = "state cannot be changed. The suggest/issue-1 branch has been deleted."
    assert bot.refused(*reopening) == (422, f"Validation Failed: {refusal}")


def test_lists_are_filtered_by_state_head_and_base(world: World, bot: Client) -> None:
    one, two = suggest(world, bot, 1, "three"), suggest(world, bot, 2, "four")
    world.close(one, "mia")

    def numbers(query: str) -> list[int]:
        return [pull["number"] for pull in bot.get(f"/pulls?{query}")]

    assert numbers("") == [two]
    assert numbers("state=all") == [two, one]
    assert numbers("state=all&head=octo:suggest/issue-1") == [one]
    assert numbers("state=closed&base=main") == [one]
    assert numbers("base=other") == []
    assert numbers("head=suggest/issue-9") == [two]  # ignored: it does not name its owner


def test_files_tell_what_changed(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    world.push_commit(HEAD, {"LICENSE": None, "données/é.json": "1\n"})

    files = {file["filename"]: file for file in bot.get(f"/pulls/{number}/files")}

    assert {name: file["status"] for name, file in files.items()} == {
        "LICENSE": "removed",
        "README.md": "modified",
        "données/é.json": "added",
    }
    assert (files["README.md"]["additions"], files["README.md"]["deletions"]) == (1, 0)
    assert files["README.md"]["patch"].endswith("\n+- three")


def test_a_pull_request_from_a_fork_does_not_follow_our_branches(world: World, bot: Client) -> None:
    number = world.pull_from_fork("ann", {"README.md": "mine\n"}, "Edit by hand")
    world.push_commit("patch-1", {"a": "1"})

    pull = bot.get(f"/pulls/{number}")

    assert pull["head"]["label"] == "ann:patch-1"
    assert pull["head"]["repo"]["full_name"] == "ann/papers"
    assert pull["commits"] == 1
    world.merge_by_hand(number)
    assert world.read_file("main", "README.md") == "mine\n"


def test_title_body_and_base_are_edited(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    world.push_commit("next", {"other": "1"})

    bot.patch(f"/pulls/{number}", {"title": "T", "body": "B", "base": "next"})

    pull = bot.get(f"/pulls/{number}")
    assert (pull["title"], pull["body"], pull["base"]["ref"]) == ("T", "B", "next")
    assert bot.refused("PATCH", f"/pulls/{number}", {"base": "nowhere"})[0] == 422
    assert bot.get(f"/pulls/{number}/comments") == []


def test_an_issue_is_no_pull_request(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")

    assert bot.refused("GET", "/pulls/1") == (404, "Not Found")
