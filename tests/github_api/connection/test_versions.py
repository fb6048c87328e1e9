"""Would the bot go on under a newer version of GitHub's API, which drops fields?"""

from pathlib import Path

import pytest

from bot.github_api.connection import transport
from tests.descriptions.rest import VERSIONS
from tests.flows.on_github import Stage, arxiv

# Each is answered by a look at what is there, so that as much as possible is read.
LOST = ("/comments$", "/pulls$", "/merge$", "/labels$", "/statuses/", "/git/refs$")


def test_the_bot_asks_for_a_version_that_is_described() -> None:
    assert transport.API_VERSION in VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_suggestion_comes_from_issue_to_merge_in_each_version(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "API_VERSION", version)
    stage = Stage(tmp_path)
    number = stage.suggest("ann", arxiv(1), "Something new")
    for path in LOST:
        stage.world.hub.fault("502 after", path=path)

    runs = [stage.sweep()]
    stage.world.comment(number, "mia", "/approve")
    runs.append(stage.sweep())

    assert [run.failed for run in runs] == [[], []]
    (pull,) = stage.pulls(number)
    assert pull.opened.merged_at
