"""Are counts, pictures and recently added brought up to date, and by nobody's hand?"""

import re
from pathlib import Path

import pytest

from bot.flows.github.runs.refresh import TITLE, refresh
from bot.flows.github.runs.run import reconcile_all
from bot.model.github.plan import STATUS
from bot.model.github.world import REFRESH
from bot.store import files
from tests.flows.on_github import Stage, arxiv, example_files
from tests.github_server.state import Issue

COUNTS = re.compile(r"\| \*\*All\*\* \| ([0-9]+) \|")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Begin with a list whose sums stand as they should."""
    made = Stage(tmp_path, example_files())
    made.run(refresh)
    return made


def add_a_paper(stage: Stage) -> None:
    """Let a suggestion be merged, which leaves the sums as they were."""
    number = stage.suggest("ann", arxiv(1), "A paper of which nobody has heard yet")
    stage.sweep()
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.pulls(number)[0].opened.merged_at


def rolling(stage: Stage) -> list[Issue]:
    """Give the pull requests that refresh the sums, oldest first."""
    every = stage.world.state.issues.values()
    return [each for each in every if each.pull and each.pull.head == REFRESH]


def counted(stage: Stage) -> int:
    found = COUNTS.search(stage.main(files.README))
    assert found
    return int(found[1])


def test_sums_are_brought_up_to_date_and_merged_at_once(stage: Stage) -> None:
    before = counted(stage)
    add_a_paper(stage)
    assert counted(stage) == before

    run = stage.run(refresh)

    assert counted(stage) == before + 1
    assert run.merged
    last = rolling(stage)[-1]
    assert (last.title, last.state) == (TITLE, "closed")
    assert last.opened.merged_at
    assert len(last.opened.commits) == 1


def test_nothing_is_done_where_the_sums_are_right(stage: Stage) -> None:
    began = len(stage.world.hub.log)
    run = stage.run(refresh)
    assert (run.done, run.merged) == ([], False)
    assert stage.wrote_since(began) == []


def test_one_pull_request_stays_open_on_a_protected_branch(stage: Stage) -> None:
    add_a_paper(stage)
    stage.world.state.settings.approvals_required = 1
    before = counted(stage)

    first = stage.run(refresh)
    began = len(stage.world.hub.log)
    second = stage.run(refresh)

    assert counted(stage) == before
    assert not first.merged
    assert [each.state for each in rolling(stage)][-1] == "open"
    assert stage.wrote_since(began) == []
    assert "could not merge" in second.done[-1].text
    number = rolling(stage)[-1].number
    stage.world.approve(number, "mia")
    assert stage.run(refresh).merged
    assert counted(stage) == before + 1


def test_the_open_pull_request_follows_the_list(stage: Stage) -> None:
    add_a_paper(stage)
    stage.world.state.settings.approvals_required = 1
    stage.run(refresh)
    before = rolling(stage)
    head = before[-1].opened.head_sha
    changed = stage.main(files.PAPERS).replace('"added": "2026-01-08"', '"added": "2026-01-09"')
    stage.world.push_commit("main", {files.PAPERS: changed})

    stage.run(refresh)

    assert rolling(stage) == before
    assert before[-1].opened.head_sha != head
    (parent,) = stage.world.state.repo.objects.commit(before[-1].opened.head_sha).parents
    assert parent == stage.world.state.repo.branch("main")


def test_it_carries_the_status_that_a_protected_branch_asks_for(stage: Stage) -> None:
    add_a_paper(stage)
    stage.world.state.settings.required_checks = (STATUS,)
    assert stage.run(refresh).merged


def test_rows_that_somebody_changed_by_hand_are_left_to_a_person(stage: Stage) -> None:
    readme = stage.main(files.README)
    row = next(line for line in readme.splitlines() if line.startswith("| **vLLM**"))
    stage.world.push_commit("main", {files.README: readme.replace(row + "\n", "")}, "mia")

    run = stage.run(refresh)

    assert not run.merged
    assert row not in stage.main(files.README)
    number = rolling(stage)[-1].number
    stage.world.merge_by_hand(number, "mia")
    assert row not in stage.main(files.README)
    assert "Taken out by hand" in stage.main(files.PAPERS)


def test_a_pull_request_with_nothing_left_to_do_is_closed(stage: Stage) -> None:
    add_a_paper(stage)
    stage.world.state.settings.approvals_required = 1
    stage.run(refresh)
    done = stage.world.read_file(REFRESH, files.README)
    stage.world.push_commit("main", {files.README: done})

    stage.run(refresh)

    assert rolling(stage)[-1].state == "closed"
    assert stage.run(refresh).done == []


def test_one_that_a_person_closed_is_not_opened_again_for_the_same_sums(stage: Stage) -> None:
    add_a_paper(stage)
    stage.world.state.settings.approvals_required = 1
    stage.run(refresh)
    before = rolling(stage)
    stage.world.close(before[-1].number, "mia")

    assert stage.run(refresh).done == []
    assert rolling(stage) == before


def test_a_commit_of_somebody_else_is_not_overwritten(stage: Stage) -> None:
    add_a_paper(stage)
    stage.world.state.settings.approvals_required = 1
    stage.run(refresh)
    theirs = stage.world.push_commit(REFRESH, {files.README: "# Mine\n"}, "mia")

    stage.run(refresh)
    run = stage.run(refresh)

    assert stage.world.state.repo.branch(REFRESH) == theirs
    (said,) = run.done
    assert str(said) == "left suggest/refresh alone: its last commit is somebody else's"
    (pull,) = rolling(stage)
    assert (pull.body or "").count("**Left alone**: somebody has pushed to this branch") == 1


def test_a_broken_list_is_left_alone(stage: Stage) -> None:
    stage.world.push_commit("main", {files.PAPERS: "{"}, "mia")
    assert stage.run(refresh).done == []


def test_a_sweep_has_nothing_to_say_about_it(stage: Stage) -> None:
    add_a_paper(stage)
    stage.world.state.settings.approvals_required = 1
    stage.run(refresh)
    assert stage.run(reconcile_all).done == []


class KilledError(Exception):
    """The run ends here."""


@pytest.mark.parametrize("moment", ["before_request", "after_request"])
def test_a_run_that_is_killed_anywhere_is_completed_by_the_next(stage: Stage, moment: str) -> None:
    day, killed = 9, True
    while killed:
        old, new = f'"added": "2026-01-{day - 1:02d}"', f'"added": "2026-01-{day:02d}"'
        text = stage.main(files.PAPERS)
        assert old in text
        stage.world.push_commit("main", {files.PAPERS: text.replace(old, new)})
        before = len(rolling(stage))
        left = day - 8

        def count_down(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise KilledError

        setattr(stage.world.hub, moment, count_down)
        try:
            stage.run(refresh)
            killed = False
        except KilledError:
            pass
        setattr(stage.world.hub, moment, None)
        stage.run(refresh)

        assert f"- 2026-01-{day:02d}: " in stage.main(files.README)
        assert [each.state for each in rolling(stage)[before:]] == ["closed"]
        assert stage.run(refresh).done == []
        day += 1
    assert day > 15  # two to read, three to push, one to open, one to report, one to merge
