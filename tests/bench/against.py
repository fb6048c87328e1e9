"""What does each command cost beside another version of the bot, in processor time?

    git worktree add ../other COMMIT
    make bench BENCH="against ../other"
    make bench BENCH="against ../other --size 10000 --tries 5 --only submit event"

Each command is a process of its own, run in turn by this version and by the other one; the shortest
time counts, with that of the git programs it starts. The other version uses the packages of this
one. A cold run finds nothing compiled but Python's own library, as a workflow's job does.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from bot.store import files
from tests.bench import importing
from tests.bench.lists import made_list
from tests.bench.works import bibliography
from tests.flows.on_github import arxiv, paper
from tests.flows.processes import environment
from tests.github_server.server import serving
from tests.github_server.world import World

HERE = Path(__file__).parents[2]
ROW = "{:<16} {:>9} {:>9} {:>7} {:>8}"
SIZE, README, SCANS = 2_000, 300_000, (10_000, 100_000)
USUAL = 1.5
AIMS = {"scan 100,000": 2.0}
COLUMNS = "key,title,author,year,venue"

# What one version does with the list in a folder; gives the processor seconds.
Work = Callable[["Version", Path], float]


class Version:
    """One version of the bot: a checkout, and where Python keeps what it compiled of it."""

    def __init__(self, checkout: Path, compiled: Path) -> None:
        """Take the checkout, and a folder that is empty yet."""
        self.checkout, self.compiled = checkout.resolve(), compiled
        # Whoever runs this may have told Python to keep nothing.
        self.settings = {"PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}

    def run(self, *arguments: str | Path, **more: str) -> float:
        """Run a command; gives its processor seconds.

        1 is an answer, too: duplicates were found.
        """
        start = spent()
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            check=False,
            capture_output=True,
            cwd=self.checkout,
            env=os.environ | self.settings | more,
        )
        if done.returncode not in {0, 1}:
            sys.exit(f"{self.checkout}: bot {arguments[0]}: {done.stderr.decode()}")
        return spent() - start

    def forget(self) -> None:
        """Forget what was compiled of the bot and of its packages."""
        for folder in (self.checkout, Path(sysconfig.get_path("purelib"))):
            shutil.rmtree(self.compiled / folder.relative_to("/"), ignore_errors=True)


def spent() -> float:
    """Give the processor seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def event(version: Version, root: Path, *, cold: bool) -> float:
    """Let an event of a new issue be handled, on a GitHub that has the list in the folder."""
    if cold:
        version.forget()
    with tempfile.TemporaryDirectory() as place:
        world = World.create(Path(place, "hub"), texts(root))
        world.clone_to(Path(place, "clone"))
        world.open_issue("ann", "A paper", paper(arxiv(1), "Something new", "Topic 1"))
        told = Path(place, "event.json")
        told.write_text(json.dumps(world.hub.events[-1].payload), "utf-8")
        with serving(world.hub) as url:
            given = environment(url) | {"GITHUB_EVENT_PATH": str(told)}
            return version.run("event", "--root", Path(place, "clone"), **given)


def texts(root: Path) -> dict[str, str]:
    """Give the files of a list."""
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in found}


def works(place: Path) -> Mapping[str, Work]:
    """Give what is measured, by name; the files that it reads are put in a folder."""
    (issue := place / "issue.md").write_text(paper(arxiv(1), "Something new", "Topic 1"), "utf-8")
    (readme := place / "list.md").write_text(importing.made("bullets", README), "utf-8")
    scans = {f"scan {size:,}": records(place / f"{size}.csv", size) for size in SCANS}
    return {
        "help": lambda version, _: version.run("--help"),
        "submit": on_list("submit", issue, "--offline", "--dry-run"),
        "regenerate": on_list("regenerate"),
        "validate": on_list("validate"),
        "import": on_list("import", readme, "--dry-run"),
        "site": on_list("site", place / "site"),
        "event": partial(event, cold=False),
        "event cold": partial(event, cold=True),
        **{name: on_list("duplicates", path) for name, path in scans.items()},
    }


def on_list(*arguments: str | Path) -> Work:
    """Give the work of a command on the list in a folder."""
    return lambda version, root: version.run(*arguments, "--root", root)


def records(path: Path, size: int) -> Path:
    """Write a made bibliography as CSV."""
    lines = [COLUMNS]
    for each in bibliography(size)[0]:
        authors = "; ".join(each.authors)
        lines.append(f'{each.key},"{each.title}","{authors}",{each.year or ""},"{each.venue}"')
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def listed(version: Version, root: Path, size: int) -> Path:
    """Make a list as that version writes it."""
    made_list(root, size, pages=False)
    text = files.read(root, files.README)
    for block in ("counts", "browse"):
        text = text.replace(f"<!-- bot:{block} -->", "").replace(f"<!-- /bot:{block} -->", "")
    (root / files.README).write_text(text, "utf-8")
    version.run("regenerate", "--root", root)
    return root


def compare(versions: Sequence[Version], roots: Sequence[Path], work: Work, tries: int) -> None:
    """Print what the other version and this one need, and the ratio; the versions take turns."""
    runs = [[work(*each) for each in zip(versions, roots, strict=True)] for _ in range(tries)]
    ours, theirs = (min(times) for times in zip(*runs, strict=True))
    print(f"{theirs:>9.2f} {ours:>9.2f} {ours / theirs:>7.2f}", end="", flush=True)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for and print a table."""
    parser = argparse.ArgumentParser(prog="bench against", description=__doc__)
    parser.add_argument("other", type=Path, nargs="?", help="a checkout of another version")
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--tries", type=int, default=3)
    parser.add_argument("--only", nargs="+", metavar="COMMAND")
    arguments = parser.parse_args(argv)
    if not arguments.other:
        print("skipped, since no checkout of another version was given")
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        versions = [
            Version(checkout, place / name)
            for name, checkout in (("this", HERE), ("other", arguments.other))
        ]
        roots = [listed(each, each.compiled / "list", arguments.size) for each in versions]
        print(ROW.format("processor time", "other", "this", "ratio", "aim"))
        for name, work in works(place).items():
            if not arguments.only or name.split()[0] in arguments.only:
                print(f"{name:<16} ", end="", flush=True)
                compare(versions, roots, work, arguments.tries)
                print(f"   <= {AIMS.get(name, USUAL):g}")


if __name__ == "__main__":
    main()
