"""`bot remove`: take an entry off the list, and keep why."""

from pathlib import Path

import click

from bot.cli.gardening.gardened import act
from bot.cli.options import dry_run_option, root_option
from bot.gardening import entries


@click.command("remove")
@click.argument("entry", metavar="ID")
@click.option("--reason", required=True, help="Shown to whoever suggests it again.")
@root_option
@dry_run_option
def command(*, entry: str, reason: str, root: Path, dry_run: bool) -> None:
    """Take the entry ID off the list; the reason is kept."""
    act(root, lambda *list_: entries.remove(entry, reason, *list_), dry_run=dry_run)
