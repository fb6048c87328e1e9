"""`bot import`: which entries do these READMEs hold, and what does the list become with them?"""

import json
import sys
from collections import Counter
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from bot.cli.clock import today
from bot.cli.failed import tell_failed
from bot.cli.options import dry_run_option, json_option, optional_root_option, progress_bar
from bot.flows.local.lists.readmes import Import, read_files, take_in
from bot.model.papers.imported import ImportOrigin, ImportResult
from bot.render.adoption import counted
from bot.store import files
from bot.store.lock import alone


@click.command("import")
@click.argument(
    "file", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--source", help="What the entries' `sources` call this list. [default: file's name]")
@optional_root_option
@dry_run_option
@json_option
def command(
    *, file: tuple[Path, ...], source: str | None, root: Path | None, dry_run: bool, as_json: bool
) -> None:
    """Take the entries of existing READMEs into the list.

    New works are added, known ones gain what they lack, and nothing is overwritten. With --json
    what was read is printed, and nothing is changed.
    """
    reading = read_files(file)
    if as_json:
        click.echo(_as_json(reading))
        sys.exit(tell_failed(reading.failed))
    place = root or files.find_root(Path.cwd())
    origin = ImportOrigin(source or file[0].stem, today())
    with alone(place, partial(click.echo, err=True)):
        with progress_bar("comparing") as progress:
            result = take_in(place, reading, origin, progress)
        if not dry_run:
            files.write(place, result.files)
    _tell(result, dry_run=dry_run)
    sys.exit(tell_failed(result.failed))


def _as_json(reading: "ImportResult") -> str:
    answer = {
        "entries": [asdict(entry) for entry in reading.entries],
        "leftovers": reading.leftovers,
        "prose": [
            {"section": section, "paragraphs": count}
            for section, count in Counter(paragraph.section for paragraph in reading.prose).items()
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _tell(result: "Import", *, dry_run: bool) -> None:
    """Say what was added and changed, what contradicts the list, and what could not be read."""
    added = [change.paper for change in result.adoption.changes if change.before is None]
    changed = [change.paper for change in result.adoption.changes if change.before is not None]
    for paper in added:
        click.echo(f"new: {paper.title}")
    for paper in changed:
        click.echo(f"completed: {paper.title}")
    for category in result.adoption.categories:
        click.echo(f"new category: {category.title} ({category.slug})")
    for note in result.adoption.notes:
        click.echo(f"please check: {note}")
    for text in result.leftovers:
        click.echo(f"not read: {text}")
    for line in counted(result.prose):
        click.echo(line)
    verb = "would be" if dry_run else "were"
    click.echo(
        f"{len(added)} entries {verb} added, {len(changed)} completed; {len(result.leftovers)} "
        "texts could not be read",
        err=True,
    )
