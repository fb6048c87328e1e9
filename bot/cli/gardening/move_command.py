"""`bot move`: put entries into another category."""

from pathlib import Path

import click

from bot.cli.gardening.gardened import act
from bot.cli.options import dry_run_option, root_option
from bot.gardening import entries


@click.command("move")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--to", required=True, help="The category's slug.")
@root_option
@dry_run_option
def command(*, ids: tuple[str, ...], to: str, root: Path, dry_run: bool) -> None:
    """Put the entries ID... into another category."""
    act(root, lambda *list_: entries.move(ids, to, *list_), dry_run=dry_run)
