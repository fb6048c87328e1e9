"""Does a list whose categories stand on pages live on GitHub and on the disk as any list does?"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.outputs.regenerate_command import command
from bot.flows.github.runs.refresh import refresh
from bot.flows.local.entries.by_hand import advice_for
from bot.flows.local.lists.readmes import read_files, take_in
from bot.flows.local.outputs.regenerate import compared, regenerate
from bot.model.papers.imported import ImportOrigin
from bot.model.state import State
from bot.store import files, papers
from tests.flows.on_github import Stage, arxiv, example_files, paged_files

SERVING, ATTENTION = "papers/serving.md", "papers/attention.md"
TITLE = "A paper of which nobody has heard yet"
NEW = "| [New & good](https://arxiv.org/abs/2501.00001) | ICML 2025 | 2025-01 |  |"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, paged_files())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the list on the disk."""
    for path, text in paged_files().items():
        place = tmp_path / "list" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    regenerate(tmp_path / "list")
    return tmp_path / "list"


def changed(stage: Stage, number: int) -> tuple[str, ...]:
    """Name the files that a suggestion's pull request changes."""
    head, main = stage.pull(number).opened.head_sha, str(stage.world.state.repo.branch("main"))
    return tuple(stage.checkout.changed_paths(main, head))


def test_a_suggestion_touches_its_categorys_page_alone(stage: Stage) -> None:
    number = stage.suggest("ann", arxiv(1), TITLE)
    stage.sweep()
    assert changed(stage, number) == (files.PAPERS, SERVING)

    stage.world.comment(number, "mia", "/approve")
    stage.sweep()

    assert stage.state(number) is State.ACCEPTED
    assert TITLE in stage.main(SERVING)
    assert TITLE not in stage.main(files.README)
    stage.quiet()


def test_the_daily_run_brings_the_front_page_and_the_pages_counts_up_to_date(stage: Stage) -> None:
    stage.run(refresh)
    number = stage.suggest("ann", arxiv(1), TITLE)
    stage.sweep()
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()

    run = stage.run(refresh)

    assert run.merged
    assert TITLE in stage.main(files.README)
    assert "[All 5 in Serving Systems](papers/serving.md#serving-systems)" in stage.main(
        files.README
    )
    assert "Entries: 5, " in stage.main(SERVING)
    assert stage.run(refresh).done == []


def test_a_page_that_somebody_edits_on_the_branch_stops_the_bot_there(stage: Stage) -> None:
    number = stage.suggest("ann", arxiv(1), TITLE)
    stage.sweep()
    pull = stage.pull(number).opened
    text = stage.world.read_file(pull.head, SERVING).replace("OSDI 2022", "OSDI 2023")
    stage.world.push_commit(pull.head, {SERVING: text}, "mia")
    stage.sweep()
    assert "it changes papers/serving.md by hand" in stage.comment(number)


def test_rows_that_somebody_changed_on_a_page_are_left_to_a_person(stage: Stage) -> None:
    stage.run(refresh)
    text = stage.main(SERVING).replace("OSDI 2022", "OSDI 2023")
    stage.world.push_commit("main", {SERVING: text}, "mia")
    assert not stage.run(refresh).merged
    assert "OSDI 2023" in stage.main(SERVING)


def test_what_is_open_lands_on_the_pages_once_the_owner_switches_to_them(tmp_path: Path) -> None:
    stage = Stage(tmp_path, example_files())
    number = stage.suggest("ann", arxiv(1), TITLE)
    stage.sweep()
    assert changed(stage, number) == (files.README, files.PAPERS)

    stage.world.push_commit("main", paged_files(), "mia")
    stage.sweep()
    assert changed(stage, number) == (files.PAPERS, SERVING)
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()

    assert TITLE in stage.main(SERVING)
    stage.quiet()


def test_regenerating_makes_the_pages_and_finds_a_stale_one(root: Path) -> None:
    report = compared(root)
    assert (report.stale, report.lagging) == ((), ())

    (root / ATTENTION).unlink()
    assert [file.path for file in compared(root).stale] == [ATTENTION]
    regenerate(root)
    assert compared(root).stale == ()


def test_the_page_of_a_category_that_is_no_more_is_named_and_other_files_are_not(
    root: Path,
) -> None:
    (root / "papers" / "notes.md").write_text("# Mine\n", "utf-8")
    assert compared(root).warnings == ()

    (root / ATTENTION).rename(root / "papers" / "old.md")
    regenerate(root)

    (warning,) = compared(root).warnings
    assert warning.startswith("papers/old.md is the page of no category")


def test_a_row_added_to_a_page_by_hand_is_answered_with_the_entry(root: Path) -> None:
    path = root / SERVING
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n\n<!-- /bot:papers", f"\n{NEW}\n\n<!-- /bot:papers"), "utf-8")

    said = advice_for(root, compared(root), "2026-11-22", "octo/papers")

    assert "To add “New & good”" in said
    assert '"category": "serving"' in said


def in_the_newest(root: Path, row: str) -> None:
    """Put a row on top of the newest works that the front page shows."""
    path = root / files.README
    text = path.read_text("utf-8")
    head = "| --- | --- | --- | --- |\n"
    assert head in text
    path.write_text(text.replace(head, f"{head}{row}\n", 1), "utf-8")


def test_a_row_added_to_the_front_page_is_answered_too_though_only_sums_stand_there(
    root: Path,
) -> None:
    in_the_newest(root, NEW)
    report = compared(root)
    assert report.stale == ()

    assert "To add “New & good”" in advice_for(root, report, "2026-11-22", "octo/papers")
    told = CliRunner().invoke(command, ["--check", "--root", str(root)])
    assert told.exit_code == 1
    assert "To add “New & good”" in told.stderr


def test_a_front_page_that_only_lags_is_no_edit(root: Path) -> None:
    catalog = papers.parse((root / files.PAPERS).read_text("utf-8"))
    shown = compared(root)
    in_the_newest(root, f"| {catalog.papers[0].title} | OSDI 1999 | 1999-01 |  |")

    assert shown.lagging == ()
    assert compared(root).lagging != ()
    assert CliRunner().invoke(command, ["--check", "--root", str(root)]).exit_code == 0


def test_the_pages_read_as_the_list_that_they_were_made_from(root: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    emptied = example_files() | {files.PAPERS: '{\n  "schema_version": 1,\n  "papers": []\n}\n'}
    for path, text in emptied.items():
        (again / path).parent.mkdir(parents=True, exist_ok=True)
        (again / path).write_text(text, "utf-8")

    found = take_in(
        again, read_files([root / SERVING, root / ATTENTION]), ImportOrigin("x", "2026-01-02")
    )
    files.write(again, found.files)

    assert not found.leftovers
    assert shown(again) == shown(root)


def shown(root: Path) -> list[tuple[str, str, str]]:
    """Give the entries of a list as far as its tables show them."""
    catalog = papers.parse((root / files.PAPERS).read_text("utf-8"))
    return sorted((each.title, each.category, str(each.venue)) for each in catalog.papers)
