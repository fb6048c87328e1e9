"""Does a review count on upkeep's pull request as on a suggestion's, and for what it saw?"""

from pathlib import Path

import pytest

from bot.model.github.world import UPKEEP
from bot.model.papers.paper import Link
from bot.store import files, papers
from tests.flows.on_github import Stage, example_files
from tests.flows.test_upkeep import CODE, NEW, PAPER, looks, moved, rolling, saw
from tests.github_server.state import Issue

OTHER = "https://github.com/vllm-project/other"


def begun(folder: Path, *, counted: bool = True) -> tuple[Stage, Issue]:
    """Give a list, and upkeep's pull request on it."""
    given = example_files()
    given[files.LIST] += "\n[bot]\nreviews_approve = true\n" if counted else ""
    stage = Stage(folder, given, in_memory=True)
    stage.world.state.people.allow("kim", "write")
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    return stage, pull


def add_a_link(stage: Stage, name: str = "slides") -> None:
    """Add on the main branch a link beside the one that moved: the branch is in conflict then."""
    catalog = papers.parse(stage.main(files.PAPERS))
    link = Link(kind="blog", url=f"https://example.org/{name}")
    changed = [
        paper.model_copy(update={"links": (*paper.links, link)}) if paper.id == PAPER else paper
        for paper in catalog.papers
    ]
    text = papers.dump(catalog.model_copy(update={"papers": tuple(changed)}))
    stage.world.push_commit("main", {files.PAPERS: text}, "kim")


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize("who", ["mia", "eve"])
def test_a_review_lands_it_where_the_list_says_so_and_its_writer_may(
    tmp_path: Path, who: str, *, counted: bool
) -> None:
    stage, pull = begun(tmp_path, counted=counted)
    stage.world.approve(pull.number, who)
    stage.event(pull.number)
    assert (NEW in stage.main(files.PAPERS)) is (counted and who == "mia")
    stage.sweep()
    stage.quiet()


def test_a_review_of_what_was_shown_before_does_not_count_and_is_answered(tmp_path: Path) -> None:
    stage, pull = begun(tmp_path)
    stage.world.approve(pull.number, "mia")
    looks(stage, saw(code=moved(OTHER)))
    assert CODE in stage.main(files.PAPERS)
    told = "approval by `mia` does not count, since it was of another commit than the one that"
    assert told in (pull.body or "")
    stage.quiet()

    stage.world.approve(pull.number, "mia")
    stage.event(pull.number)
    assert OTHER in stage.main(files.PAPERS)


def test_a_review_that_asks_for_changes_outweighs_one_that_approves(tmp_path: Path) -> None:
    stage, pull = begun(tmp_path)
    stage.world.review(pull.number, "kim", "REQUEST_CHANGES", "Why?")
    stage.world.approve(pull.number, "mia")
    stage.sweep()
    assert CODE in stage.main(files.PAPERS)
    stage.quiet()


@pytest.mark.parametrize("before", [[], ["one"], ["one", "two"]])
def test_a_review_outlives_a_change_of_the_list_that_leaves_the_table_alone(
    tmp_path: Path, before: list[str]
) -> None:
    stage, pull = begun(tmp_path)
    for name in before:
        add_a_link(stage, name)
        stage.sweep()
        assert f'org/{name}"' in stage.world.read_file(UPKEEP, files.PAPERS), "it was made anew"
    stage.world.approve(pull.number, "mia")
    add_a_link(stage, "three")
    stage.event(pull.number)
    assert NEW in stage.main(files.PAPERS)
    assert 'org/three"' in stage.main(files.PAPERS)


@pytest.mark.parametrize("way", ["review", "command"])
def test_nothing_lands_that_somebody_has_pushed_after_the_approval(
    tmp_path: Path, way: str
) -> None:
    stage, pull = begun(tmp_path)
    add_a_link(stage)
    stage.sweep()
    if way == "review":
        stage.world.approve(pull.number, "mia")
    else:
        stage.world.comment(pull.number, "mia", "/approve")
    stage.world.push_commit(UPKEEP, {"NOTES.md": "By hand.\n"}, "kim")
    stage.sweep()
    assert CODE in stage.main(files.PAPERS)

    stage.world.comment(pull.number, "mia", "/approve")
    stage.sweep()
    assert NEW in stage.main(files.PAPERS)
