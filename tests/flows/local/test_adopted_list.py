"""Is a list that kept its owner's look served on GitHub like any other?"""

import json
from pathlib import Path

import pytest

from bot.flows.local.lists.init import InitSource, init
from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv

README = Path(__file__).parents[2] / "examples/adoption/dates-first.md"


def adopted(folder: Path, *, mode: str) -> dict[str, str]:
    """Give the files of a list as `bot init` makes them, with the bot in this mode."""
    source = InitSource(
        readme=README.read_text("utf-8"), repository="ann/list", bot="o/b@c", day="2026-11-30"
    )
    made = {file.path: file.text for file in init(folder, source).files}
    toml = made[files.LIST].replace('mode = "watch"', f'mode = "{mode}"')
    return made | {files.LIST: toml}


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path / "hub", adopted(tmp_path, mode="act"), in_memory=True)
    stage.services.learn("A Fine Plan", "arxiv:2501.00001")
    stage.services.learn("A Finer Tool", "arxiv:2501.00002")
    return stage


def test_suggestions_land_as_lines_like_the_owners_and_change_no_other(stage: Stage) -> None:
    before = stage.main(files.README)
    first, second = (stage.suggest("ann", arxiv(number)) for number in (1, 2))
    for said in ("/category planning", "/approve"):
        stage.sweep()
        for issue in (first, second):
            stage.world.comment(issue, "mia", said)
    stage.sweep()
    stage.sweep()

    assert {stage.state(issue) for issue in (first, second)} == {State.ACCEPTED}
    after = stage.main(files.README).splitlines()
    new = [line for line in after if line not in before.splitlines()]
    assert new == [
        "- [2025/01] **A Finer Tool** | [[paper]](https://arxiv.org/abs/2501.00002)",
        "- [2025/01] **A Fine Plan** | [[paper]](https://arxiv.org/abs/2501.00001)",
    ]
    assert [line for line in after if line not in new] == before.splitlines()
    stage.quiet()


def test_a_list_that_was_just_adopted_only_watches(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "hub", adopted(tmp_path, mode="watch"))
    issue = stage.suggest("ann", arxiv(1))

    run = stage.sweep()

    assert not stage.world.issue(issue).comments
    assert run.done


def test_a_line_that_somebody_offers_by_hand_lands_where_new_ones_stand(stage: Stage) -> None:
    line = f"- [2025/01] **A Fine Plan** | [[paper]]({arxiv(1)})"
    readme = stage.main(files.README).replace("- [2022/10]", f"{line}\n- [2022/10]")
    stage.world.pass_time(60)
    number = stage.world.pull_from_fork("ann", {files.README: readme}, "A paper", "")
    stage.event(number)

    stage.world.comment(number, "mia", "/approve")
    stage.sweep()

    assert stage.state(number) is State.ACCEPTED, stage.comment(number)
    assert stage.main(files.README).count(line) == 1


def test_nobody_else_says_how_the_readme_shows_an_entry(stage: Stage) -> None:
    data = json.loads(stage.main(files.PAPERS))
    odd = {"category": "planning", "key": "z", "text": "<img src=x> @everyone", "of": "x"}
    new = {"id": "mine", "title": "A Fine Plan", "category": "planning", "printed": [odd]}
    links = [{"kind": "paper", "url": arxiv(1)}]
    data["papers"].append(new | {"ids": ["arxiv:2501.00001"], "links": links})
    data["papers"][0]["printed"][0]["text"] = "@everyone"
    data["papers"][0]["note"] = "Mended."
    offered = {files.PAPERS: json.dumps(data, indent=2)}
    stage.world.pass_time(60)
    number = stage.world.pull_from_fork("ann", offered, "Papers", "")
    stage.event(number)

    stage.world.comment(number, "mia", "/approve")
    stage.sweep()

    assert stage.state(number) is State.ACCEPTED, stage.comment(number)
    assert "A Fine Plan" in stage.main(files.README)
    assert "@everyone" not in stage.main(files.README) + stage.main(files.PAPERS)
