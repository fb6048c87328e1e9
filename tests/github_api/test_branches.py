"""Does a push hold exactly what it says, on top of its parent, and never a branch of others?"""

import pytest

from bot.errors import BotError
from bot.github_api.branches import LONGEST_DESCRIPTION
from bot.model.github.outcome import FileText
from bot.model.github.plan import STATUS, Push, SetCommitStatus
from bot.model.github.result import Done, Pushed, Refused
from tests.github_api.scene import BOT, NEW, OPEN, PULL, Scene, branch
from tests.github_server.faults import Fault

README = FileText("README.md", "# Papers\n\nπ, \r\n")


def push(here: Scene, *files: FileText, head: str | None = None, number: int = NEW) -> Push:
    return Push(branch(number), here.head("main"), files or (README,), "Add\n\nText\n", head)


def test_a_push_is_one_signed_commit_on_its_parent(here: Scene) -> None:
    files = (README, FileText("docs/topics/kv-cache.md", "# KV cache\n"))

    result = here.hub.perform(push(here, *files))

    sha = here.head(branch(NEW))
    assert result == Pushed(sha)
    commit = here.github.state.repo.objects.commit(sha)
    assert commit.parents == (here.head("main"),)
    assert commit.message == "Add\n\nText\n"
    assert commit.author.name == BOT
    assert sha in here.github.state.verified
    assert here.github.read_file(branch(NEW), "docs/topics/kv-cache.md") == "# KV cache\n"
    assert here.github.read_file(branch(NEW), "README.md") == README.text
    assert here.github.read_file(branch(NEW), "LICENSE") == "MIT\n"


def test_a_push_replaces_what_the_branch_had(here: Scene) -> None:
    old = here.head(branch(OPEN))

    assert isinstance(here.hub.perform(push(here, head=old, number=OPEN)), Pushed)

    assert here.github.state.repo.between(here.head("main"), here.head(branch(OPEN))) == [
        here.head(branch(OPEN))
    ]


def test_the_tree_of_a_parent_that_was_not_read_is_asked_for(here: Scene) -> None:
    here.github.push_commit("main", {"NEW": "1\n"})
    before = len(here.hub.sent)

    assert isinstance(here.hub.perform(push(here)), Pushed)

    assert here.hub.sent[before].path.startswith("/repos/octo/papers/git/commits/")
    assert len(here.hub.sent) - before == 4
    assert here.github.read_file(branch(NEW), "NEW") == "1\n"


def test_a_branch_that_vanished_meanwhile_is_left_to_the_next_run(here: Scene) -> None:
    old = here.head(branch(OPEN))
    here.github.delete_branch(branch(OPEN))

    result = here.hub.perform(push(here, head=old, number=OPEN))
    assert result == Refused("the branch suggest/issue-1 was deleted meanwhile")
    assert here.github.state.repo.branch(branch(OPEN)) is None
    assert branch(OPEN) not in here.hub.read().branches
    assert here.hub.perform(push(here, number=OPEN)) == Pushed(here.head(branch(OPEN)))


def test_a_branch_that_somebody_made_meanwhile_is_left_alone(here: Scene) -> None:
    theirs = here.github.push_commit(branch(NEW), {"LICENSE": "mine\n"}, "mia")

    result = here.hub.perform(push(here))

    assert isinstance(result, Refused)
    assert here.head(branch(NEW)) == theirs


def test_a_branch_that_was_looked_at_long_ago_is_looked_at_again(here: Scene) -> None:
    old = here.head(branch(OPEN))
    theirs = here.github.push_commit(branch(OPEN), {"LICENSE": "mine\n"}, "mia")
    here.time.now += 60

    result = here.hub.perform(push(here, head=old, number=OPEN))

    assert isinstance(result, Refused)
    assert here.head(branch(OPEN)) == theirs


def test_a_branch_that_was_looked_at_long_ago_and_is_gone_has_moved(here: Scene) -> None:
    old = here.head(branch(OPEN))
    here.github.delete_branch(branch(OPEN))
    here.time.now += 60

    assert here.hub.perform(push(here, head=old, number=OPEN)) == Refused(
        "the branch suggest/issue-1 has moved since it was looked at"
    )
    assert here.github.state.repo.branch(branch(OPEN)) is None


def test_why_github_makes_or_moves_no_branch_is_told(here: Scene) -> None:
    told = "Repository rule violations found"
    old = here.head(branch(OPEN))

    for method, asked in (
        ("PATCH", push(here, head=old, number=OPEN)),
        ("POST", push(here)),
    ):
        path = "/git/refs(/|$)"
        here.github.hub.fault(Fault.REFUSED, path=path, method=method, status=422, message=told)
        result = here.hub.perform(asked)

        assert isinstance(result, Refused)
        assert told in result.message
    assert here.head(branch(OPEN)) == old
    assert here.github.state.repo.branch(branch(NEW)) is None


def test_an_empty_change_is_never_pushed(here: Scene) -> None:
    same = FileText("data/papers.json", here.github.read_file("main", "data/papers.json"))

    assert here.hub.perform(push(here, same)) == Refused("the change is empty")
    assert here.github.state.repo.branch(branch(NEW)) is None


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE",
        "README.md/x",
        "/README.md",
        "../README.md",
        "docs/topics/../../LICENSE",
        "docs/topics/",
        "docs/topics",
        "docs/topics//x",
        "docs/topics/./x",
        ".github/workflows/x.yml",
        "",
    ],
)
def test_other_paths_are_never_written(here: Scene, path: str) -> None:
    before = len(here.hub.sent)

    with pytest.raises(BotError, match="may not touch"):
        here.hub.perform(push(here, README, FileText(path, "x")))

    assert len(here.hub.sent) == before


@pytest.mark.parametrize("name", ["main", "mend", "suggest", "refs/heads/suggest/issue-1", ""])
def test_other_branches_are_never_pushed_to(here: Scene, name: str) -> None:
    before = len(here.hub.sent)

    with pytest.raises(BotError, match="not the bot's"):
        here.hub.perform(Push(name, here.head("main"), (README,), "Add"))

    assert len(here.hub.sent) == before


def test_a_status_stands_under_its_one_name(here: Scene) -> None:
    head = here.head(branch(OPEN))

    assert (
        here.hub.perform(SetCommitStatus(PULL, head, passed=False, description="x" * 200)) == Done()
    )

    found = here.github.state.latest_statuses(head)
    assert [(status.context, status.state) for status in found] == [(STATUS, "failure")]
    assert len(str(found[0].description)) == LONGEST_DESCRIPTION


def test_an_older_status_is_not_taken_for_the_new_one(here: Scene) -> None:
    head = here.head(branch(OPEN))
    fine = SetCommitStatus(PULL, head, passed=True, description="Fine")
    here.hub.perform(fine)
    here.hub.perform(SetCommitStatus(PULL, head, passed=False, description="Not fine"))
    here.github.hub.fault(Fault.RESET_BEFORE, at=1)

    here.hub.perform(fine)

    assert here.github.state.latest_statuses(head)[0].state == "success"
