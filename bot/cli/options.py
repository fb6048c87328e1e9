"""Which options do several commands share, and how do they show progress?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from bot.model.progress import Progress
from bot.store.files import find_root

CommandFunction = Callable[..., Any]

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_HELP = "The list's folder. [default: the one around the working directory]"


def root_option(command: CommandFunction) -> CommandFunction:
    """Add `--root DIR`: the folder that holds data/list.toml, found from here by default."""
    return click.option("--root", type=_FOLDER, callback=_root, help=_HELP)(command)


def optional_root_option(command: CommandFunction) -> CommandFunction:
    """Add `--root DIR` for a command that can do without a list."""
    return click.option("--root", type=_FOLDER, help=_HELP)(command)


def json_option(command: CommandFunction) -> CommandFunction:
    """Add `--json`: the answer for a program, on standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")(command)


def dry_run_option(command: CommandFunction) -> CommandFunction:
    """Add `--dry-run`: answer as always, and write nothing."""
    return click.option("--dry-run", is_flag=True, help="Write nothing.")(command)


def offline_option(command: CommandFunction) -> CommandFunction:
    """Add `--offline`: ask no service."""
    return click.option("--offline", is_flag=True, help="Ask no service.")(command)


@contextmanager
def progress_bar(label: str) -> Iterator[Progress | None]:
    """Give a function that draws how far the work is, or None where nobody watches a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def draw(done: int, length: int) -> None:
            bar.length = max(length, 1)
            bar.update(done - bar.pos)

        yield draw


def _root(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    return value or find_root(Path.cwd())
