"""Does a suggestion go all the way through the workflow files as they are shipped?"""

import difflib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.flows.local.lists.init import InitSource, init
from bot.flows.local.outputs.regenerate import regenerate
from bot.render.github.files.workflows import NOT_KNOWN
from bot.store import files
from tests.flows.on_github import LIST, arxiv, example_files, paper
from tests.github_server.elsewhere import Elsewhere
from tests.github_server.server import serving
from tests.github_server.state import Issue
from tests.github_server.world import World
from tests.workflows.runner import (
    SHIPPED,
    UNKNOWN_TO_ACT,
    Runner,
    commit,
    needed,
    shipped_files,
)

ROOT = SHIPPED.parents[1]
ACTION = ROOT / "action.yml"
ADOPTED = ROOT / "tests/examples/adoption/dates-first.md"
TITLE = "A paper of which nobody has heard yet"
DAILY = "41 3 * * *"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give a list on GitHub, together with the bot that keeps it."""
    needed()
    made = World.create(tmp_path / "hub", {**example_files(), **shipped_files()})
    made.state.people.allow("mia", "write")
    return made


@pytest.fixture
def runner(world: World, tmp_path: Path) -> Iterator[Runner]:
    with serving(world.hub) as url:
        yield Runner(world, url, tmp_path)


def pulls(world: World) -> list[Issue]:
    return [each for each in world.state.issues.values() if each.pull]


def counted(world: World) -> str:
    found = re.search(r"\| \*\*All\*\* \| ([0-9]+) \|", world.read_file("main", "README.md"))
    assert found
    return found[1]


def test_what_act_runs_differs_from_what_is_shipped_by_one_line_a_file() -> None:
    shipped = sorted(SHIPPED.glob("*.yml"))
    assert {path.name for path in shipped} >= {"submissions.yml", "reconcile.yml"}
    for path in shipped:
        text = path.read_text("utf-8")
        ran = text.replace(UNKNOWN_TO_ACT, "")
        changed = [
            line
            for line in difflib.ndiff(text.splitlines(keepends=True), ran.splitlines(keepends=True))
            if not line.startswith("  ")
        ]
        writes = path.name in {"submissions.yml", "reconcile.yml", "upkeep.yml"}
        assert changed == ([f"- {UNKNOWN_TO_ACT}"] if writes else [])


def test_from_an_issue_to_the_list(world: World, runner: Runner) -> None:
    number = world.open_issue("ann", "A paper", paper(arxiv(1), TITLE))
    (opened,) = runner.deliver()
    assert (opened.workflow, opened.passed, opened.jobs) == ("submissions.yml", True, ["settle"])
    (pull,) = pulls(world)
    assert pull.title == f"Add {TITLE}"
    assert TITLE in world.read_file(pull.opened.head, "README.md")

    world.edit_issue(number, "ann", body=paper(arxiv(1), f"{TITLE} at all"))
    (edited,) = runner.deliver()
    assert edited.passed
    assert pulls(world) == [pull]
    assert f"{TITLE} at all" in world.read_file(pull.opened.head, "README.md")

    world.comment(number, "ann", "/approve")
    (refused,) = runner.deliver()
    assert refused.passed
    assert pull.state == "open"

    world.comment(number, "mia", "/approve")
    (approved,) = runner.deliver()
    # The merge by the workflow's own token starts nothing, so the same run publishes it.
    assert (approved.passed, approved.jobs) == (True, ["settle", "ask"])
    assert pull.opened.merged_at
    assert world.issue(number).state == "closed"
    assert f"{TITLE} at all" in world.read_file("main", "README.md")

    before = counted(world)
    daily = runner.run("reconcile.yml", "schedule", {"schedule": DAILY})
    assert (daily.passed, daily.jobs) == (True, ["sweep", "ask"])
    assert int(counted(world)) == int(before) + 1


def test_a_merge_by_hand_is_seen_by_the_push_that_it_is(world: World, runner: Runner) -> None:
    number = world.open_issue("ann", "A paper", paper(arxiv(1), TITLE))
    runner.deliver()
    (pull,) = pulls(world)

    world.merge_by_hand(pull.number, "mia")
    outcomes = runner.deliver()

    ran = [(each.workflow, each.passed, each.jobs) for each in outcomes if each.jobs]
    assert ran == [
        ("reconcile.yml", True, ["sweep"]),
        ("submissions.yml", True, ["settle"]),  # the issue that the merge closed
    ]
    assert {label.name for label in world.issue(number).labels} == {"suggestion", "accepted"}


def test_what_upkeep_saw_is_shown_by_the_same_workflow(world: World, runner: Runner) -> None:
    listed = world.read_file("main", files.PAPERS)
    page = "https://www.usenix.org/conference/osdi22/presentation/yu"
    # No page is visited from a test, so the only one of the list becomes a DOI.
    world.push_commit("main", {files.PAPERS: listed.replace(page, "https://doi.org/10.1145/9")})
    code = "vllm-project/vllm"
    world.state.elsewhere[code] = Elsewhere(full_name="vllm-project/engine", number=7)
    software = Elsewhere(full_name="NVIDIA/FasterTransformer", number=8)
    world.state.elsewhere["nvidia/fastertransformer"] = software

    weekly = runner.run("upkeep.yml", "schedule", {"schedule": "23 5 * * 1"})

    assert (weekly.passed, weekly.jobs) == (True, ["look", "show", "ask"]), weekly.log
    (dashboard,) = [each for each in world.state.issues.values() if each.title == "Dashboard"]
    assert "2 of 8 links had an answer" in dashboard.body
    found = {each.opened.head: each.state for each in pulls(world)}
    assert found == {"suggest/upkeep": "open", "suggest/decisions": "closed"}
    assert "https://github.com/vllm-project/engine" in world.read_file(
        "suggest/upkeep", "README.md"
    )


def test_the_bot_does_not_answer_itself_with_an_apps_token(world: World, runner: Runner) -> None:
    number = world.open_issue("ann", "A paper", paper(arxiv(1), TITLE))
    event = world.hub.events[-1].payload
    bot = {"login": "paper-list[bot]", "type": "Bot"}

    outcome = runner.run("submissions.yml", "issues", event | {"sender": bot})

    assert (outcome.passed, outcome.jobs) == (True, [])
    assert world.issue(number).comments == []


def test_nothing_runs_in_a_fork(world: World, runner: Runner) -> None:
    world.open_issue("ann", "A paper", paper(arxiv(1), TITLE))
    event = world.hub.events[-1].payload
    fork = event["repository"] | {"fork": True}

    outcome = runner.run("submissions.yml", "issues", event | {"repository": fork})

    assert (outcome.passed, outcome.jobs, pulls(world)) == (True, [], [])


def test_with_an_apps_token_the_app_does_it_all(world: World, runner: Runner) -> None:
    runner.variables["BOT_CLIENT_ID"] = "Iv1.test"
    runner.secrets["BOT_PRIVATE_KEY"] = "key"
    number = world.open_issue("ann", "A paper", paper(arxiv(1), TITLE))

    (opened,) = [each for each in runner.deliver() if each.jobs]

    assert opened.passed
    (pull,) = pulls(world)
    (comment,) = world.issue(number).comments
    assert {pull.author.login, comment.author.login} == {"paper-list[bot]"}


def adopted(folder: Path) -> dict[str, str]:
    """Give the files of a list that somebody has just taken over, switched on and regenerated."""
    sums = "\n\n<!-- bot:summary -->\n<!-- /bot:summary -->\n"
    readme = ADOPTED.read_text("utf-8").replace("\n", sums, 1)
    files.write(
        folder,
        init(
            folder, InitSource(readme=readme, repository="", bot=NOT_KNOWN, day="2026-11-30")
        ).files,
    )
    toml = folder / files.LIST
    toml.write_text(toml.read_text("utf-8").replace('"watch"', '"act"'), "utf-8")
    regenerate(folder)
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_list_that_was_taken_over_uses_the_bot_as_an_action(tmp_path: Path) -> None:
    needed()
    (tmp_path / "list").mkdir()
    made = adopted(tmp_path / "list")
    assert "schedule:" not in made[".github/workflows/submissions.yml"]
    world = World.create(tmp_path / "hub", made)
    action = tmp_path / "action"
    for name, content in {**shipped_files(), "action.yml": ACTION.read_bytes()}.items():
        (action / name).parent.mkdir(parents=True, exist_ok=True)
        (action / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    commit(action)
    number = world.open_issue("ann", "A paper", paper(arxiv(1), TITLE, "Planning"))
    event = world.hub.events[-1]

    with serving(world.hub) as url:
        runner = Runner(world, url, tmp_path)
        runner.actions[NOT_KNOWN] = action
        opened = runner.run("submissions.yml", event.name, event.payload)
        (pull,) = pulls(world)
        world.merge_by_hand(pull.number)
        before = counted(world)
        daily = runner.run("reconcile.yml", "schedule", {"schedule": DAILY})

    assert (opened.passed, daily.passed) == (True, True), opened.log + daily.log
    assert {label.name for label in world.issue(number).labels} == {"suggestion", "accepted"}
    assert int(counted(world)) == int(before) + 1
    line = f"<!-- bot:papers:planning -->\n- [2025/01] **{TITLE}** | [[paper]]({arxiv(1)})\n"
    assert line in world.read_file("main", files.README)


ROW = f"| [{TITLE}]({arxiv(1)}) | ICML 2025 | 2025-01 |  |"


@pytest.fixture
def right(tmp_path: Path) -> World:
    """Give a list on GitHub that is as a check wants it, together with the bot."""
    needed()
    folder = shutil.copytree(LIST, tmp_path / "list")
    regenerate(folder)
    made = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    world = World.create(tmp_path / "hub", {**made, **shipped_files()})
    world.state.people.allow("mia", "write")
    return world


def test_a_readme_edited_by_hand_fails_its_check_with_what_to_do(
    right: World, tmp_path: Path
) -> None:
    world, readme = right, right.read_file("main", "README.md")
    row = "| [New & good](https://arxiv.org/abs/2501.00001) | ICML 2025 | 2025-01 |  |"
    edited = readme.replace("\n\n## Attention\n", f"\n{row}\n\n## Attention\n")
    world.push_commit("patch-1", {"README.md": edited}, "mia")
    world.open_pull("mia", "patch-1", "Add a paper")
    event = world.hub.events[-1]
    assert event.name == "pull_request"

    with serving(world.hub) as url:
        runner = Runner(world, url, tmp_path)
        before = runner.run("check.yml", event.name, event.payload, job="list")
        after = runner.run("check.yml", event.name, event.payload, job="list", branch="patch-1")

    assert before.passed, before.log
    assert not after.passed
    assert "To add “New & good”, send the form “Suggest a paper”" in after.log
    assert "https://github.com/octo/papers/issues/new?template=paper.yml&links=" in after.log


def test_from_a_fork_that_edits_the_readme_to_the_list(right: World, tmp_path: Path) -> None:
    readme = right.read_file("main", "README.md")
    edited = readme.replace("\n\n## Attention\n", f"\n{ROW}\n\n## Attention\n", 1)
    number = right.pull_from_fork("ann", {"README.md": edited}, "Update README.md")

    with serving(right.hub) as url:
        runner = Runner(right, url, tmp_path)
        (opened,) = runner.deliver()
        assert (opened.workflow, opened.jobs) == ("submissions.yml", ["settle"]), opened.log
        (pull,) = [each for each in pulls(right) if each.number != number]
        assert pull.title == f"Add {TITLE}"
        assert {label.name for label in right.issue(number).labels} == {"suggestion", "ready"}

        right.comment(number, "mia", "/approve")
        (approved,) = runner.deliver()

    assert approved.passed, approved.log
    assert pull.opened.merged_at
    assert right.issue(number).state == "closed"
    assert right.issue(number).opened.merged_at is None
    assert ROW.rstrip("|").strip() in right.read_file("main", "README.md")
    message = right.state.repo.objects.commit(str(right.state.repo.branch("main"))).message
    assert "Co-authored-by: ann <" in message


def test_a_check_is_not_red_on_what_the_bot_takes_over(right: World, tmp_path: Path) -> None:
    readme = right.read_file("main", "README.md")
    edited = readme.replace("\n\n## Attention\n", f"\n{ROW}\n\n## Attention\n", 1)
    right.push_commit("patch-1", {"README.md": edited}, "mia")
    right.push_commit("patch-2", {"README.md": edited, "notes.md": "Mine"}, "mia")
    right.open_pull("mia", "patch-1", "Add a paper")
    event = right.hub.events[-1]
    event.payload["pull_request"]["author_association"] = "NONE"

    with serving(right.hub) as url:
        runner = Runner(right, url, tmp_path)
        taken, mixed = (
            runner.run("check.yml", event.name, event.payload, job="list", branch=branch)
            for branch in ("patch-1", "patch-2")
        )

    assert taken.passed, taken.log
    assert "stale: README.md" in taken.log
    assert not mixed.passed


@pytest.mark.parametrize(
    ("ci", "outcome"),
    [
        pytest.param("", pytest.skip.Exception, id="at home"),
        pytest.param("true", pytest.fail.Exception, id="on CI"),
    ],
)
def test_without_act_these_tests_are_skipped_at_home_and_fail_on_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setattr("tests.workflows.runner.ACT", tmp_path / "act")
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="act is missing"):
        needed()
