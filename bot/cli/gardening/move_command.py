"""`bot move`: put entries into another category."""

from pathlib import Path

import click

from bot.cli.gardening.gardened import act
from bot.cli.options import dry_run_option, root_option
from bot.gardening import entries


@click.command("move")
@click.argument("id", nargs=-1, required=True)
@click.option("--to", required=True, help="The category's slug.")
@root_option
@dry_run_option
def command(*, id: tuple[str, ...], to: str, root: Path, dry_run: bool) -> None:  # noqa: A002  (click names it)
    """Put the entries ID... into another category."""
    act(root, lambda *list_: entries.move(id, to, *list_), dry_run=dry_run)
