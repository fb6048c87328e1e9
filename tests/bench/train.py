"""Do many suggestions for one table all land, whatever the order, and at what cost?

python -m tests.bench.train               50 of them: by hand in three ways, and by the train
python -m tests.bench.train --number 12   a quick look
python -m tests.bench.train --pages       where each category stands on a page of its own

Merged by hand in a random (seeded) order, with a sweep after each merge, and with a sweep after
every tenth; and by `/approve` on all, once as one run would and once in runs of a small budget. A
pull request that conflicts when its turn comes is left to the bot and tried again after the next
sweep: no person ever repairs one.
"""

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from bot.flows.github.reconcile import Run
from bot.flows.github.runs.run import reconcile_all
from bot.store import files
from tests.flows.on_github import Stage, arxiv, example_files, paged_files
from tests.github_server.wire import ApiError

SEED = 7
Given = Mapping[str, str] | None
ROW = "{:<34} {:>6} {:>9} {:>6} {:>8} {:>8} {:>8} {:>9} {:>8}"
HEAD = (
    "way",
    "landed",
    "untouched",
    "runs",
    "requests",
    "writes",
    "created",
    "most/run",
    "refused",
)
WORDS = "Adaptive Balanced Cached Deferred Elastic Fused Grouped Hybrid Indexed Joint".split()


@dataclass(slots=True)
class Figures:
    """What it took; `untouched` landed as they were first pushed, without being computed again.

    `refused` counts how often a person pressed the button in vain.
    """

    way: str
    landed: int = 0
    untouched: int = 0
    runs: int = 0
    requests: int = 0
    writes: int = 0
    created: int = 0
    most: int = 0
    refused: int = 0
    papers: str = ""
    shown: tuple[str, ...] = ()

    def __str__(self) -> str:
        numbers = (self.landed, self.untouched, self.runs, self.requests, self.writes)
        return ROW.format(self.way, *numbers, self.created, self.most, self.refused)


class Trial:
    """Many suggestions for one table, opened before anything is merged."""

    def __init__(self, folder: Path, number: int, way: str, given: Given = None) -> None:
        """Open them, each by another person, on the example list or the one given."""
        self.given = given or example_files()
        self.stage = Stage(folder, self.given)
        self.issues = []
        for at in range(1, number + 1):
            title = (
                f"{WORDS[at % 10]} Serving, Part {chr(65 + at // 10)}: {WORDS[at * 7 % 10]} Work"
            )
            self.stage.services.learn(title, f"arxiv:2501.{at:05d}")
            self.issues.append(self.stage.suggest(f"person-{at}", arxiv(at)))
        self.figures = Figures(way)
        self.first: dict[int, str] = {}

    def sweep(self) -> bool:
        """Let the bot look at everything; tell whether it came to the end."""
        return self.run(reconcile_all)

    def run(self, act: Callable[[Run], None]) -> bool:
        """Let the bot run once; tell whether it came to the end."""
        began = len(self.stage.world.hub.log)
        run = self.stage.run(act)
        log = self.stage.world.hub.log[began:]
        wrote = [line for line in log if line.writes]
        figures = self.figures
        figures.runs += 1
        figures.requests += len(log)
        figures.writes += len(wrote)
        figures.created += sum(line.method == "POST" for line in wrote)
        figures.most = max(figures.most, len(log))
        for issue in self.issues:
            for pull in self.stage.pulls(issue):
                self.first.setdefault(pull.number, pull.opened.head_sha)
        return not any("stopped before" in str(deed) for deed in run.done)

    def merge(self, issue: int) -> bool:
        """Press the button, if GitHub lets it be pressed."""
        try:
            self.stage.world.merge_by_hand(self.stage.pull(issue).number, "mia")
        except ApiError:
            self.figures.refused += 1
            return False
        return True

    def end(self) -> Figures:
        """Sum up."""
        figures, stage = self.figures, self.stage
        merged = [
            pull for issue in self.issues for pull in stage.pulls(issue) if pull.opened.merged_at
        ]
        figures.landed = len(merged)
        heads = [(pull.number, pull.opened.head_sha) for pull in merged]
        figures.untouched = sum(self.first.get(number) == head for number, head in heads)
        figures.papers = stage.main(files.PAPERS)
        figures.shown = tuple(stage.main(path) for path in self.given if path.endswith(".md"))
        stage.quiet()
        return figures


def by_hand(folder: Path, number: int, given: Given = None, *, every: int = 1) -> Figures:
    """Merge all by hand in a random order, with a sweep after `every` merges."""
    trial = Trial(folder, number, f"by hand, a sweep after every {every}", given)
    trial.sweep()
    left = list(trial.issues)
    Random(SEED).shuffle(left)
    while left:
        merged = 0
        for issue in list(left):
            if trial.merge(issue):
                left.remove(issue)
                merged += 1
                if merged == every:
                    break
        assert merged, f"none of {len(left)} can be merged"
        trial.sweep()
    return trial.end()


def by_train(folder: Path, number: int, given: Given = None, *, budget: int = 100_000) -> Figures:
    """Approve all at once, and let the bot merge them within a budget of requests a run."""
    trial = Trial(folder, number, f"by the train, {budget:,} requests a run", given)
    trial.stage.budget = budget
    while not trial.sweep():
        pass
    for issue in trial.issues:
        trial.stage.world.comment(issue, "mia", "/approve")
    while not trial.sweep():
        pass
    return trial.end()


def one_by_one(folder: Path, number: int, given: Given = None) -> Figures:
    """Take up and merge one after the other, so that nothing ever conflicts."""
    trial = Trial(folder, number, "one by one", given)
    for issue in trial.issues:
        trial.run(partial(Run.reconcile_one, number=issue))
        trial.merge(issue)
    trial.sweep()
    return trial.end()


def trials(number: int, given: Given = None, budget: int = 900) -> list[Figures]:
    """Try all ways; the first is the one that the others have to come out like."""
    found = []
    for way in (
        one_by_one,
        partial(by_hand, every=1),
        partial(by_hand, every=10),
        by_train,
        partial(by_train, budget=budget),
    ):
        with tempfile.TemporaryDirectory() as folder:
            found.append(way(Path(folder), number, given))
    return found


def main(argv: Sequence[str] | None = None) -> None:
    """Try all ways and print what they took."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.train", description=__doc__)
    parser.add_argument("--number", type=int, default=50)
    parser.add_argument("--pages", action="store_true")
    arguments = parser.parse_args(argv)
    given = paged_files() if arguments.pages else None
    print(f"{arguments.number} suggestions for one table (requests and writes are the bot's)")
    print(ROW.format(*HEAD))
    first, *others = trials(arguments.number, given)
    for figures in (first, *others):
        print(figures)
        same = (figures.papers, figures.shown) == (first.papers, first.shown)
        print("" if same else "  the list differs from the one that came one by one", end="")


if __name__ == "__main__":
    main()
