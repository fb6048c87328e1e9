"""Is what a job has seen at home kept as it goes, so that nothing but a moment is lost?"""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.flows.local.upkeep import job as at_home
from bot.flows.local.upkeep.job import Write
from bot.flows.local.upkeep.now_and_then import now_and_then
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Decisions, Observations, Ran
from bot.store import files, upkeep
from tests.flows.on_github import example_files

SAW = Observations(runs={"links": Ran(on="2026-11-22", said="3 of 9 links had an answer")})
KILLED = """
import os, signal, sys
from pathlib import Path
from bot.flows.local.upkeep import job
from tests.flows.local.test_upkeep_job import SAW

def killed(_catalog, _seen, _decisions, write):
    write(SAW)
    os.kill(os.getpid(), signal.SIGKILL)

job.run(Path(sys.argv[1]), killed, print, dry_run=False)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a list."""
    for path, text in example_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_a_job_that_is_killed_leaves_what_it_had_seen(root: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, root], check=False)

    assert ended.returncode == -signal.SIGKILL
    assert upkeep.remembered(files.read(root, upkeep.OBSERVATIONS)) == SAW
    told = list[str]()
    report = at_home.run(root, lambda _, seen, *__: seen, told.append, dry_run=False)
    assert (report.seen, told) == (SAW, [])


def test_a_dry_run_writes_nothing_though_a_job_would_keep_it(root: Path) -> None:
    def job(_: Catalog, seen: Observations, _decisions: Decisions, write: Write) -> Observations:
        write(SAW)
        return seen

    at_home.run(root, job, print, dry_run=True)
    assert not (root / upkeep.OBSERVATIONS).exists()


def test_it_is_written_once_in_so_many_seconds_and_computed_only_then() -> None:
    now, written, computed = [100.0], list[Observations](), list[float]()
    keep = now_and_then(written.append, 60, lambda: now[0])

    def seen() -> Observations:
        computed.append(now[0])
        return SAW

    for moment in (100.0, 159.0, 160.0, 161.0, 219.0, 230.0):
        now[0] = moment
        keep(seen)

    assert computed == [160.0, 230.0]
    assert written == [SAW, SAW]
