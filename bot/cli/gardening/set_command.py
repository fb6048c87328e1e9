"""`bot set`: change fields of an entry."""

from pathlib import Path

import click

from bot.cli.gardening.gardened import act
from bot.cli.options import dry_run_option, root_option
from bot.gardening import entries


@click.command("set")
@click.argument("entry", metavar="ID")
@click.argument("change", nargs=-1, required=True, metavar="FIELD=VALUE...")
@root_option
@dry_run_option
def command(*, entry: str, change: tuple[str, ...], root: Path, dry_run: bool) -> None:
    """Set fields of the entry ID, as in venue="ICML 2026"; “-” empties one."""
    act(root, lambda *list_: entries.change(entry, change, *list_), dry_run=dry_run)
