"""Does what was open before the bot was switched on hear from it only when somebody asks?"""

from pathlib import Path

import pytest

from bot.flows.github.runs.first_day import told
from bot.flows.github.runs.run import looked_at
from bot.git.checkout import Checkout
from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, example_files

LINKS = "https://arxiv.org/abs/2501.00007"
TALK = f"I have written a paper, see {LINKS}, and would be glad if it were listed."


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a repository whose owner has not switched the bot on yet."""
    given = example_files()
    rest = {name: text for name, text in given.items() if name != files.LIST}
    return Stage(tmp_path, rest)


def switch_on(stage: Stage, more: str = "") -> None:
    """Let the owner bring the list's configuration in."""
    text = example_files()[files.LIST]
    if more:
        text = text.replace("[[categories]]", f"[bot]\n{more}\n\n[[categories]]", 1)
    stage.world.push_commit("main", {files.LIST: text}, "octo")


def words(stage: Stage, number: int) -> tuple[list[str], list[str]]:
    """Give who wrote on an issue, and its labels."""
    issue = stage.world.issue(number)
    return [each.author.login for each in issue.comments], [each.name for each in issue.labels]


def test_what_was_open_before_is_told_of_and_hears_nothing(stage: Stage) -> None:
    form, bare = (
        stage.suggest("ann", arxiv(1), "A Cache of Keys"),
        stage.world.open_issue("ben", "Paper", LINKS),
    )
    stage.world.comment(form, "ann", "/help")
    other = stage.world.open_issue("cem", "A question", "How is this list ordered?")
    switch_on(stage)
    new = stage.suggest("dee", arxiv(2), "A Cache of Values")
    stage.event(new)
    stage.event(form)
    run = stage.sweep()

    assert stage.state(new) is State.READY
    assert [words(stage, number) for number in (form, bare, other)] == [
        (["ann"], []),
        ([], []),
        ([], []),
    ]
    assert [*map(str, run.done)] == [told([form, bare])]
    assert f"#{form}, #{bare}" in told([form, bare])
    stage.quiet()


def test_an_edit_of_the_author_or_anybodys_word_takes_none_up(stage: Stage) -> None:
    number = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    switch_on(stage)
    stage.world.edit_issue(number, "ann", body=LINKS)
    stage.world.comment(number, "ann", "/suggest")
    stage.event(number)

    assert words(stage, number) == (["ann"], [])


def test_a_maintainer_takes_one_up(stage: Stage) -> None:
    number, other = (stage.suggest(who, arxiv(1), "A Cache of Keys") for who in ("ann", "ben"))
    switch_on(stage)
    stage.world.comment(number, "mia", "/suggest")
    stage.event(number)

    assert stage.state(number) is State.READY
    assert words(stage, other) == ([], [])
    (word,) = [each for each in stage.world.issue(number).comments if each.author.login == "mia"]
    assert [each.content for each in word.reactions] == ["rocket"]
    stage.quiet()


def test_any_issue_becomes_a_submission_by_a_maintainers_word(stage: Stage) -> None:
    switch_on(stage)
    number = stage.world.open_issue("ann", "My paper", TALK)
    stage.sweep()
    assert stage.state(number) is None
    stage.world.comment(number, "mia", "/suggest")
    stage.event(number)

    assert stage.state(number) in {State.READY, State.NEEDS_WORK}
    stage.quiet()


def test_old_ones_count_for_no_limit_and_keep_no_work(stage: Stage) -> None:
    for _ in range(12):
        stage.suggest("ann", arxiv(1), "A Cache of Keys")
    switch_on(stage)
    new = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.sweep()

    assert stage.state(new) is State.READY


def test_an_owner_may_say_when_it_was(stage: Stage) -> None:
    early = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    switch_on(stage, 'since = "2026-01-01"')
    late = stage.suggest("ben", arxiv(2), "A Cache of Values")
    stage.sweep()
    assert (stage.state(early), stage.state(late)) == (State.READY, State.READY)


def test_a_later_day_silences_nothing_that_was_begun(stage: Stage) -> None:
    switch_on(stage)
    begun = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.sweep()
    text = stage.main(files.LIST)
    later = text.replace("[[categories]]", '[bot]\nsince = "2027-01-01"\n\n[[categories]]', 1)
    stage.world.push_commit("main", {files.LIST: later}, "octo")
    new = stage.suggest("ben", arxiv(2), "A Cache of Values")
    stage.world.comment(begun, "mia", "/hold")
    stage.sweep()

    assert (stage.state(begun), stage.state(new)) == (State.ON_HOLD, None)


def test_a_branch_that_is_only_called_so_is_left_alone(stage: Stage) -> None:
    stage.world.push_commit("suggest/issue-77", {"notes.md": "Mine.\n"}, "mia")
    pull = stage.world.open_pull("mia", "suggest/issue-77", "My notes")
    switch_on(stage)
    run = stage.sweep()

    assert f"left as they are: #{pull};" in str(run.done[0])
    assert stage.world.state.issues[pull].state == "open"
    assert words(stage, pull) == ([], [])


def test_peoples_own_pull_requests_of_before_are_told_of_as_well(stage: Stage) -> None:
    fork = stage.world.pull_from_fork("ann", {"notes.md": "Mine.\n"}, "A fork's")
    stage.world.push_commit("fix", {"other.md": "Mine.\n"}, "mia")
    branch = stage.world.open_pull("mia", "fix", "A branch's")
    switch_on(stage)
    late = stage.world.pull_from_fork("bob", {"more.md": "Mine.\n"}, "A later one")
    run = stage.sweep()

    assert [*map(str, run.done)] == [told([fork, branch])]
    assert [words(stage, number) for number in (fork, branch, late)] == 3 * [([], [])]


def test_who_may_only_watch_writes_nothing_and_says_what_it_would(stage: Stage) -> None:
    switch_on(stage, 'mode = "watch"')
    number = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.world.comment(number, "mia", "/approve")
    began = len(stage.world.hub.log)
    run = stage.sweep()

    assert stage.wrote_since(began) == []
    assert f"#{number}: write a comment on #{number}" in map(str, run.done)
    assert looked_at(run) == "all 1 open submissions were looked at"
    stage.world.push_commit("main", {files.PAPERS: "{"}, "octo")
    assert "open an issue: The list has to be mended" in str(stage.sweep().done[0])
    stage.world.push_commit("main", {files.LIST: stage.main(files.LIST) + "\n="}, "octo")
    stage.sweep()
    assert stage.wrote_since(began) == []


def test_a_checkout_without_its_history_knows_no_first_day(stage: Stage, tmp_path: Path) -> None:
    switch_on(stage)
    stage.world.clone_to(tmp_path / "whole")
    tip = str(stage.world.state.repo.branch("main"))
    whole = Checkout(tmp_path / "whole")
    assert (
        whole.first_made(tip, files.LIST)
        == stage.world.state.repo.objects.commit(tip).committer.seconds
    )
    assert whole.first_made(tip, "data/other.toml") is None
