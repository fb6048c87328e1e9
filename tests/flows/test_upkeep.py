"""Does what upkeep saw become one pull request and one quiet issue, by maintainers' words alone?"""

from pathlib import Path

import pytest

from bot.flows.github.reconcile import Run
from bot.flows.github.runs import reconcile_all, reconcile_these
from bot.flows.github.upkeep.keep import Kept
from bot.flows.github.upkeep.look import look
from bot.flows.github.upkeep.settle import settle
from bot.model.github.world import UPKEEP
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Observations, Ran
from bot.model.upkeep.link import LinkState
from bot.render.github.dashboard import MARKER
from bot.store import files
from tests.flows.on_github import Stage
from tests.github_server.state import Issue

CODE = "https://github.com/vllm-project/vllm"
NEW = "https://github.com/vllm-project/engine"
DAY = "2026-11-22"


def moved(to: str = NEW) -> LinkState:
    return LinkState(
        looked=DAY, verdict="moved", said="renamed", since=DAY, moved_to=to, certain=True
    )


def dead(archived: str | None = None) -> LinkState:
    return LinkState(
        looked=DAY, verdict="dead", said="it answers 404", since="2026-11-01", archived=archived
    )


def saw(**links: LinkState) -> Observations:
    by_name = {"code": CODE}
    return Observations(
        runs={"links": Ran(on=DAY, said="1 of 1 links had an answer")},
        links={by_name[name]: state for name, state in links.items()},
    )


def looks(stage: Stage, seen: Observations) -> None:
    """Let a job see this, and a sweep settle it."""

    def job(_catalog: Catalog, _kept: Kept, day: str) -> Observations:
        return seen.model_copy(update={"runs": {"links": Ran(on=day, said="all had an answer")}})

    stage.run(lambda run: look(run, job))
    sweep(stage)


def sweep(stage: Stage) -> Run:
    def act(run: Run) -> None:
        reconcile_all(run)
        settle(run)

    return stage.run(act)


def event(stage: Stage, number: int) -> Run:
    def act(run: Run) -> None:
        reconcile_these(run, [number])
        settle(run, [number])

    return stage.run(act)


def quiet(stage: Stage) -> None:
    began = len(stage.world.hub.log)
    run = sweep(stage)
    assert stage.wrote_since(began) == [], run.done


def board(stage: Stage) -> Issue:
    (found,) = [
        each
        for each in stage.world.state.issues.values()
        if not each.pull and MARKER in (each.body or "")
    ]
    return found


def rolling(stage: Stage, branch: str = UPKEEP) -> list[Issue]:
    every = stage.world.state.issues.values()
    return [each for each in every if each.pull and each.pull.head == branch]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, in_memory=True)


def test_nothing_happens_before_a_job_has_run(stage: Stage) -> None:
    quiet(stage)


def test_what_is_sure_is_one_pull_request_that_a_maintainer_lands(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    assert CODE in (pull.body or "")
    assert NEW in (pull.body or "")
    quiet(stage)

    stage.world.comment(pull.number, "eve", "/approve")
    event(stage, pull.number)
    assert CODE in stage.main(files.PAPERS)
    stage.world.comment(pull.number, "mia", "/approve")
    event(stage, pull.number)

    assert NEW in stage.main(files.PAPERS)
    assert f"{NEW})" in stage.main(files.README)
    assert CODE not in stage.main(files.README)
    sweep(stage)
    quiet(stage)
