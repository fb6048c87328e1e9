"""Does a pull request merge, or say why not, as on GitHub?"""

import pytest

from tests.github_server.client import HEAD, Client, suggest
from tests.github_server.world import World


def test_two_lines_at_one_place_conflict_once_the_first_has_landed(
    world: World, bot: Client
) -> None:
    one, two = suggest(world, bot, 1, "three"), suggest(world, bot, 2, "four")
    assert bot.get(f"/pulls/{two}")["mergeable"] is True

    world.merge_by_hand(one)

    shown = bot.get(f"/pulls/{two}")
    assert (shown["mergeable"], shown["mergeable_state"]) == (False, "dirty")
    assert bot.refused("PUT", f"/pulls/{two}/merge", {}) == (405, "Pull Request is not mergeable")


def test_mergeable_is_null_at_the_first_look_if_so_set(world: World, bot: Client) -> None:
    world.state.settings.mergeable_takes_time = True
    number = suggest(world, bot)

    looks = [bot.get(f"/pulls/{number}")["mergeable"] for _ in range(2)]
    world.push_commit("main", {"other": "1"})
    looks += [bot.get(f"/pulls/{number}")["mergeable"] for _ in range(2)]

    assert looks == [True, True, None, True]  # opening it was the first look


@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
def test_each_method_gives_the_tree_that_git_would_give(
    world: World, bot: Client, method: str
) -> None:
    number = suggest(world, bot)
    world.push_commit("main", {"other": "1"})
    before, head = (str(world.state.repo.branch(name)) for name in ("main", HEAD))
    expected = world.state.repo.git("merge-tree", "--write-tree", before, head).strip()

    sha = bot.put(f"/pulls/{number}/merge", {"merge_method": method, "sha": head})["sha"]

    commit = world.state.repo.objects.commit(sha)
    assert world.state.repo.branch("main") == sha
    assert commit.tree == expected
    assert commit.parents == ((before, head) if method == "merge" else (before,))
    assert bot.get(f"/pulls/{number}")["merge_commit_sha"] == sha
    assert bot.ask("GET", f"/pulls/{number}/merge").status == 204
    assert world.state.repo.git("fsck", "--full", "--strict", "--no-dangling") == ""


def test_a_rebase_keeps_every_commit_and_its_author(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    world.push_commit(HEAD, {"more": "1"}, "mia", "Second\n")
    world.push_commit("main", {"other": "1"})

    bot.put(f"/pulls/{number}/merge", {"merge_method": "rebase"})

    commits = bot.get("/commits?per_page=2")
    assert [c["commit"]["message"] for c in commits] == ["Second\n", "Change files\n"]
    assert [c["author"]["login"] for c in commits] == ["mia", "github-actions[bot]"]


@pytest.mark.parametrize(
    ("method", "asked", "message"),
    [
        ("squash", {"commit_title": "Title (#9)", "commit_message": "Text"}, "Title (#9)\n\nText"),
        ("squash", {"commit_title": "Title", "commit_message": ""}, "Title"),
        ("merge", {"commit_title": "Title", "commit_message": "Text"}, "Title\n\nText"),
        ("merge", {}, "Merge pull request #1 from octo/suggest/issue-1\n\nAdd three"),
        ("squash", {}, "Add three (#1)"),
    ],
)
def test_the_message_is_what_was_asked_for(
    world: World, bot: Client, method: str, asked: dict[str, str], message: str
) -> None:
    suggest(world, bot)

    sha = bot.put("/pulls/1/merge", {"merge_method": method, **asked})["sha"]

    assert bot.get(f"/git/commits/{sha}")["message"] == message


def test_a_merge_expects_the_head_it_was_asked_for(world: World, bot: Client) -> None:
    number = suggest(world, bot)

    assert bot.refused("PUT", f"/pulls/{number}/merge", {"sha": "0" * 40}) == (
        409,
        "Head branch was modified. Review and try the merge again.",
    )


@pytest.mark.parametrize(
    ("setting", "method", "message"),
    [
        (
            {"allow_merge_commit": False},
            "merge",
            "Merge commits are not allowed on this repository.",
        ),
        (
            {"allow_squash_merge": False},
            "squash",
            "Squash merges are not allowed on this repository.",
        ),
        (
            {"allow_rebase_merge": False},
            "rebase",
            "Rebase merges are not allowed on this repository.",
        ),
        (
            {"required_checks": ("check",)},
            "merge",
            'Required status check "check" is expected.',
        ),
        (
            {"approvals_required": 1},
            "merge",
            "At least 1 approving review is required by reviewers with write access.",
        ),
    ],
    ids=["merge", "squash", "rebase", "check", "review"],
)
def test_settings_forbid_a_merge_with_a_reason(
    world: World, bot: Client, setting: dict[str, object], method: str, message: str
) -> None:
    number = suggest(world, bot)
    for name, value in setting.items():
        setattr(world.state.settings, name, value)

    merge = ("PUT", f"/pulls/{number}/merge", {"merge_method": method})
    assert bot.refused(*merge) == (405, message)


def test_a_required_check_blocks_until_it_succeeds_on_the_head(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    world.state.settings.required_checks = ("paper-list",)
    head = world.state.repo.branch(HEAD)
    states = []
    for verdict in ("pending", "failure", "success"):
        states.append(bot.get(f"/pulls/{number}")["mergeable_state"])
        bot.post(f"/statuses/{head}", {"state": verdict, "context": "paper-list"})
    states.append(bot.get(f"/pulls/{number}")["mergeable_state"])

    assert states == ["blocked", "blocked", "blocked", "clean"]
    bot.put(f"/pulls/{number}/merge")


def test_other_states_of_a_mergeable_pull_request(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    head = world.state.repo.branch(HEAD)
    bot.post(f"/statuses/{head}", {"state": "failure", "context": "optional"})
    assert bot.get(f"/pulls/{number}")["mergeable_state"] == "unstable"
    world.push_commit("main", {"other": "1"})
    world.state.settings.up_to_date_required = True
    assert bot.get(f"/pulls/{number}")["mergeable_state"] == "behind"

    world.update_branch(number)

    assert bot.get(f"/pulls/{number}")["mergeable_state"] == "clean"  # a new head
    assert world.read_file(HEAD, "other") == "1"
    assert len(bot.get(f"/pulls/{number}/commits")) == 2


def test_a_review_is_counted_where_it_is_required(world: World, bot: Client) -> None:
    number = suggest(world, bot)
    world.state.settings.approvals_required = 1
    assert bot.get(f"/pulls/{number}")["mergeable_state"] == "blocked"
    assert bot.refused("POST", f"/pulls/{number}/reviews", {"event": "APPROVE"})[0] == 422

    world.approve(number, "mia")

    assert bot.get(f"/pulls/{number}")["mergeable_state"] == "clean"
    assert [r["state"] for r in bot.get(f"/pulls/{number}/reviews")] == ["APPROVED"]


@pytest.mark.parametrize(
    "body",
    [
        "Closes #1",
        "fixes: #1",
        "text\nResolved octo/papers#1.",
        "close https://github.com/octo/papers/issues/1",
    ],
)
def test_a_merge_into_the_default_branch_closes_the_named_issue(
    world: World, bot: Client, body: str
) -> None:
    world.open_issue("ann", "x", "y")
    number = suggest(world, bot, body=body)

    world.merge_by_hand(number, "mia")

    issue = bot.get("/issues/1")
    assert (issue["state"], issue["state_reason"]) == ("closed", "completed")
    assert issue["closed_by"]["login"] == "mia"


@pytest.mark.parametrize(
    "body", ["See #1", "Closes #12", "discloses #1", "Closes other/papers#1", "Closes  #", "`#1`"]
)
def test_other_mentions_close_nothing(world: World, bot: Client, body: str) -> None:
    world.open_issue("ann", "x", "y")

    world.merge_by_hand(suggest(world, bot, body=body))

    assert bot.get("/issues/1")["state"] == "open"


def test_closing_words_in_a_pushed_commit_count_on_the_default_branch_only(
    world: World, bot: Client
) -> None:
    world.open_issue("ann", "x", "y")
    world.push_commit("other", {"a": "1"}, message="Fixes #1\n")
    assert bot.get("/issues/1")["state"] == "open"

    world.push_commit("main", {"a": "2"}, message="Fixes #1\n")

    assert bot.get("/issues/1")["state"] == "closed"


def test_a_pull_request_whose_commits_are_pushed_to_the_base_counts_as_merged(
    world: World, bot: Client
) -> None:
    number = suggest(world, bot)
    head = str(world.state.repo.branch(HEAD))

    Client(world.hub, "octo-token").patch("/git/refs/heads/main", {"sha": head})

    pull = bot.get(f"/pulls/{number}")
    assert (pull["merged"], pull["merged_by"]["login"]) == (True, "octo")


def test_merged_branches_are_deleted_if_so_set(world: World, bot: Client) -> None:
    world.state.settings.delete_branch_on_merge = True
    number = suggest(world, bot)

    bot.put(f"/pulls/{number}/merge")

    assert bot.refused("GET", f"/git/ref/heads/{HEAD}") == (404, "Not Found")
    assert bot.get(f"/pulls/{number}")["merged"] is True
