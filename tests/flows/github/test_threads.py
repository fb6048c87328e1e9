"""What is answered to the threads that people really open on lists of papers?

The shapes are those of a reading of 170 threads of 80 lists; the texts are made up. All are opened
at once, each by somebody else, and answered by one sweep.
"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.render.github.submissions.hint import HINT
from bot.store import files
from tests.flows.github.test_offers import BELOW, begun, right_files
from tests.flows.on_github import Stage

EXAMPLES = Path(__file__).parents[2] / "examples" / "threads"
WORKS = 30


def shapes(name: str) -> list[tuple[str, str, str, str]]:
    """Give the shapes of a file: what it is, what is answered, its title, its text."""
    blocks = (EXAMPLES / name).read_text("utf-8").split("%%\n")
    lines = (block.split("\n", 3) for block in blocks)
    return [(is_[2:], answer[3:], title, text) for is_, answer, title, text in lines]


def edited(readme: str, edits: str) -> str:
    """Do to the README what lines say: `+` a row below the first table, `-` rows, `~` a text."""
    for line in edits.rstrip("\n").split("\n"):
        sign, what = line[:1], line[2:]
        head, found, table = readme.partition("## Serving Systems\n")
        if sign == "+":
            table = table.replace(BELOW, f"\n{what}{BELOW}", 1)
        elif sign == "-":
            first, rest = table.split(BELOW)
            kept = [row for row in first.split("\n") if not row.startswith(what)]
            table = BELOW.join(("\n".join(kept), rest))
        else:
            old, new = what.split(" => ")
            assert old in readme
            readme = readme.replace(old, new) if old not in table else readme
            head, found, table = readme.partition("## Serving Systems\n")
            table = table.replace(old, new, 1)
        readme = head + found + table
    return readme


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Stage, dict[str, int]]:
    """Open all threads, and let the bot look at them once."""
    stage = begun(tmp_path_factory.mktemp("threads"), right_files())
    for number in range(3, WORKS + 1):
        stage.services.learn(f"Fine System Number {number}", f"arxiv:2501.{number:05d}")
    numbers: dict[str, int] = {}
    for name, _, title, text in shapes("issues.txt"):
        numbers[name] = stage.world.open_issue(f"p{len(numbers)}", title, text.strip("\n"))
    readme = stage.main(files.README)
    for name, _, title, edits in shapes("pulls.txt"):
        changed = {files.README: edited(readme, edits)}
        numbers[name] = stage.world.pull_from_fork(f"p{len(numbers)}", changed, title)
    stage.sweep()
    return stage, numbers


@pytest.mark.parametrize(
    ("name", "answer"),
    [shape[:2] for file in ("issues.txt", "pulls.txt") for shape in shapes(file)],
)
def test_a_thread_is_answered(
    answered: tuple[Stage, dict[str, int]], name: str, answer: str
) -> None:
    stage, numbers = answered
    number = numbers[name]
    state, _, words = answer.partition(" | ")
    comment = stage.comment(number)

    if state == "silence":
        assert (comment, stage.world.issue(number).labels) == ("", [])
        return
    if state == "hint":
        assert stage.state(number) is None
        assert comment.startswith(HINT)
    else:
        assert stage.state(number) is State(state), comment
    pulls = " ".join(pull.title for pull in stage.pulls(number))
    assert words in f"{pulls}\n{comment}"


def test_who_follows_the_words_of_the_answer_is_done(
    answered: tuple[Stage, dict[str, int]],
) -> None:
    stage, numbers = answered
    number = numbers["Add software"]
    body = stage.world.issue(number).body
    text = f"{body}\n\n### Category\n\nServing Systems"
    stage.world.edit_issue(number, stage.world.issue(number).author.login, body=text)
    stage.event(number)
    assert stage.state(number) is State.READY
