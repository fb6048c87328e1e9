"""Does whatever is open follow when a maintainer re-sorts the whole list meanwhile?"""

from pathlib import Path

from bot.flows.local.entries.garden import Gardener, garden
from bot.gardening import categories, entries
from bot.model.state import State
from bot.store import config, files, papers
from tests.bench.train import Trial

OPEN = 50


def gardened(trial: Trial, folder: Path, *gardeners: Gardener) -> None:
    """Garden what main holds, and push it as one commit."""
    for path in trial.given:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(trial.stage.main(path), "utf-8")
    for gardener in gardeners:
        files.write(folder, garden(folder, gardener))
    changed = {path: (folder / path).read_text("utf-8") for path in trial.given}
    trial.stage.world.push_commit("main", dict(changed), "mia")


def test_fifty_open_suggestions_follow_when_the_whole_list_is_sorted_anew(tmp_path: Path) -> None:
    trial = Trial(tmp_path / "hub", OPEN, "gardened")
    while not trial.sweep():
        pass
    stage = trial.stage
    ids = [paper.id for paper in papers.parse(stage.main(files.PAPERS)).papers]
    gardened(
        trial,
        tmp_path / "copy",
        lambda *given: categories.rename("serving", "Systems", "systems", *given),
        lambda *given: categories.merge(["attention-kernels"], "attention", *given),
        lambda *given: categories.move("systems", "attention", *given),
        lambda *given: entries.move(ids[:2], "attention-surveys", *given),
    )

    while not trial.sweep():
        pass
    for issue in trial.issues:
        stage.world.comment(issue, "mia", "/approve")
    while not trial.sweep():
        pass

    assert {stage.state(issue) for issue in trial.issues} == {State.ACCEPTED}
    listing = config.parse(stage.main(files.LIST))
    text = stage.main(files.PAPERS)
    papers.check(papers.parse(text), listing, text)
    places = [paper.category for paper in papers.parse(text).papers if paper.issue]
    assert places == ["systems"] * OPEN
    stage.quiet()


def test_a_branch_of_before_that_a_person_merges_brings_the_list_no_harm(tmp_path: Path) -> None:
    trial = Trial(tmp_path / "hub", 2, "gardened")
    trial.sweep()
    stage = trial.stage
    first, second = trial.issues
    toml = stage.main(files.LIST).replace('slug = "serving"', 'slug = "systems"')
    toml += '\n[renamed]\n"serving" = "systems"\n'
    old = stage.main(files.PAPERS)
    stage.world.push_commit("main", {files.LIST: toml}, "mia")

    assert trial.merge(first)
    while not trial.sweep():
        pass
    stage.world.comment(second, "mia", "/approve")
    while not trial.sweep():
        pass

    assert {stage.state(issue) for issue in trial.issues} == {State.ACCEPTED}
    assert '"serving"' in old
    assert '"serving"' not in stage.main(files.PAPERS)
