"""How do the commands that garden a list show what they do, and do it?"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from bot.cli.log import plain_lines
from bot.flows.local.entries.garden import Gardener, garden
from bot.flows.local.outputs.regenerate import diff
from bot.model.github.outcome import FileText
from bot.store import files
from bot.store.lock import alone


def act(root: Path, gardener: Gardener, *, dry_run: bool) -> None:
    """Garden the list, and write it, or show how it would change."""
    finish(root, lambda: garden(root, gardener), dry_run=dry_run)


def finish(root: Path, work: Callable[[], Sequence[FileText]], *, dry_run: bool) -> None:
    """Write the files that `work` gives, or show how they would change."""
    with alone(root, partial(click.echo, err=True)):
        texts = work()
        if dry_run:
            click.echo("\n".join(plain_lines(diff(root, texts))))
        else:
            files.write(root, texts)
    for file in texts:
        click.echo(f"{'would write' if dry_run else 'written'}: {file.path}", err=True)
    if not texts:
        click.echo("nothing to write: the list is so already", err=True)
