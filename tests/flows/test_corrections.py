"""What becomes of a correction on GitHub that would make two entries one work?"""

from pathlib import Path

from bot.model.state import State
from tests.flows.on_github import Stage
from tests.flows.stories import CORRECTION

TITLE = "Efficient Memory Management for Large Language Model Serving with PagedAttention"
DOUBLING = CORRECTION.replace("vllm", "Orca").replace(
    "venue: SOSP 2024",
    f"title: {TITLE}\nauthors: Woosuk Kwon, Zhuohan Li\nvenue: SOSP 2023\ndate: 2023-09",
)


def test_a_correction_that_would_double_an_entry_is_refused_until_it_is_mended(
    tmp_path: Path,
) -> None:
    stage = Stage(tmp_path, in_memory=True)
    number = stage.world.open_issue("ann", "[correction]", DOUBLING)
    stage.sweep()

    assert stage.state(number) is State.NEEDS_WORK
    assert f"this would make it the same work as `{TITLE}`" in stage.comment(number)
    assert "one work has one entry" in stage.comment(number)
    assert stage.pulls(number) == []
    stage.world.comment(number, "mia", "/approve")
    stage.sweep()
    assert stage.state(number) is State.NEEDS_WORK
    assert stage.titles().count(TITLE) == 1
    stage.quiet()

    stage.world.edit_issue(number, "ann", body=DOUBLING.replace(TITLE, "Orca, Reconsidered"))
    stage.sweep()
    assert stage.state(number) is State.READY
    assert stage.pull(number).title == "Change Orca, Reconsidered"
    stage.quiet()
