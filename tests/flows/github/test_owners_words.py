"""Does a list's owner have a word of their own where it counts, and are programs counted apart?"""

from pathlib import Path

import pytest

from bot.model.state import State
from bot.store import files
from tests.flows.on_github import Stage, arxiv, example_files, paper
from tests.flows.stories import CORRECTION

WORDS = """
[words]
thanks = "Thanks from Mia!"
cite = "See [CITATION.cff](../CITATION.cff)."
in_scope = "Serving, and whatever makes it fast."
out_of_scope = "Databases."

[limits]
open_per_person = 2
open_by_program = 1
"""
SCOPE = (
    "**What this list takes.** Serving, and whatever makes it fast.\n\n"
    "**What it does not take.** Databases.\n\n"
)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list whose owner has something to say."""
    given = example_files()
    given[files.LIST] += WORDS
    return Stage(tmp_path, given, in_memory=True)


def by_program(links: str, title: str) -> str:
    return f"{paper(links, title)}\n\n### Who sends this\n\nA program\n"


def test_the_owners_words_stand_where_a_suggestion_ends_or_is_asked_back(stage: Stage) -> None:
    accepted = stage.suggest("ann", arxiv(1), "A Cache of Keys")
    declined = stage.suggest("ben", arxiv(2), "A Cache of Values")
    asked = stage.suggest("cat", "the one by Ada", "A Cache of Both")
    stage.world.comment(declined, "mia", "/decline")
    stage.sweep()
    stage.world.comment(accepted, "mia", "/approve")
    stage.sweep()

    thanks = (
        "Thanks from Mia!\n\n**How to cite this list.** See [CITATION.cff](../CITATION.cff).\n\n"
    )
    assert f"{thanks}**Is something about it wrong?**" in stage.comment(accepted)
    assert f"{SCOPE}**To have it looked at anew**" in stage.comment(declined)
    assert stage.comment(asked).endswith(SCOPE.rstrip() + "\n")
    stage.quiet()


def test_what_a_program_sends_is_counted_apart(stage: Stage) -> None:
    first, second = (
        stage.world.open_issue("ann", "A paper", by_program(arxiv(at), f"Work Number {at}"))
        for at in (1, 2)
    )
    people = [stage.suggest("ann", arxiv(at), f"Work Number {at}") for at in (3, 4)]
    stage.sweep()

    assert [stage.state(each) for each in (first, second)] == [State.READY, State.ON_HOLD]
    assert "you have 1 suggestion open already" in stage.comment(second).casefold()
    assert [stage.state(each) for each in people] == [State.READY, State.READY]


def test_who_corrects_a_work_that_the_list_lacks_is_led_to_the_other_form(stage: Stage) -> None:
    body = CORRECTION.replace("vllm", arxiv(7))
    number = stage.world.open_issue("ann", "[correction]", body, ("correction",))
    stage.event(number)

    assert stage.state(number) is State.NEEDS_WORK
    assert (
        "**If the list lacks that work**, [suggest it with the form “Suggest a paper”]("
        "https://github.com/octo/papers/issues/new?template=paper.yml"
        "&links=https%3A%2F%2Farxiv.org%2Fabs%2F2501.00007), in which its link is filled in."
    ) in stage.comment(number)
    stage.quiet()
