"""`bot init`: a repository becomes a list, made from the README that it has."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from bot.cli.clock import today
from bot.cli.doors import repository_of, this_bot
from bot.cli.log import plain, plain_lines
from bot.cli.options import progress_bar
from bot.errors import UsageError
from bot.flows.local.lists.init import Init, InitSource, init
from bot.flows.local.lists.readmes import reader_for
from bot.flows.local.outputs.regenerate import diff
from bot.model.github.outcome import FileText
from bot.render.adoption import counted, doubtful, looks, settings, taken
from bot.store import files
from bot.store.lock import alone


@click.command("init")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The repository's folder. [default: the one around the working directory]",
)
@click.option("--uses", help="The bot as an action, OWNER/REPOSITORY@COMMIT. [default: this one]")
@click.option("--yes", is_flag=True, help="Overwrite without asking.")
@click.option("--check", is_flag=True, help="Write nothing; show what would change, exit 1 if any.")
def command(
    *, file: Path | None, root: Path | None, uses: str | None, yes: bool, check: bool
) -> None:
    """Make a list of this repository, from its README.md or FILE.

    Every line of it stays as it is; marks are set around what the bot keeps from then on.
    """
    place = root or files.find_repository(Path.cwd())
    readme = _read(place, file)
    bot = uses or this_bot()
    with alone(place, partial(click.echo, err=True)):
        with progress_bar("comparing") as progress:
            source = InitSource(
                readme=readme, repository=repository_of(place), bot=bot, day=today()
            )
            result = init(place, source, progress)
        click.echo("\n".join(plain_lines(diff(place, result.files))))
        _tell(result, bot)
        if check:
            sys.exit(1 if result.files else 0)
        if result.files and _agreed(place, result.files, yes=yes):
            files.write(place, result.files)
            for one in result.files:
                click.echo(f"written: {one.path}", err=True)


def _read(root: Path, file: Path | None) -> str:
    """Give the README that the list is made from; "" where there is none yet."""
    others = sorted(path for path in root.glob("README.*") if path.name != files.README)
    if file is None and not (root / files.README).exists() and others:
        file = others[0]
    if file is None:
        return files.read_if_there(root, files.README) or ""
    if not file.exists():
        raise UsageError(f"there is no file {file}; name the README that holds the list")
    reader_for(file)
    return files.read(file.parent, file.name)


def _tell(result: Init, bot: str) -> None:
    lines = [
        *taken(result.entries, result.listing),
        *looks(result.lines, result.same, result.exact),
    ]
    lines += [*doubtful(result.doubts, result.lost, result.leftovers), *counted(result.prose)]
    if not result.files:
        lines.append("nothing to write: this is a list already")
    elif "@COMMIT" in bot:
        lines.append(
            f"the workflows use {bot}: put the bot's repository and commit there, or say --uses"
        )
    if result.files:
        lines += settings(result.listing.repository or "")
    for line in lines:
        click.echo(plain(line), err=True)


def _agreed(root: Path, texts: Sequence[FileText], *, yes: bool) -> bool:
    """Ask before anything that is there is overwritten."""
    there = [file.path for file in texts if (root / file.path).exists()]
    if yes or not there:
        return True
    if not sys.stdin.isatty():
        message = f"this would overwrite {', '.join(there)}; look at the diff, and say --yes"
        raise UsageError(message)
    return click.confirm(f"overwrite {', '.join(there)}?", err=True)
