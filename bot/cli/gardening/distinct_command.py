"""`bot distinct`: remember that two entries are different works."""

from pathlib import Path

import click

from bot.cli.clock import today
from bot.cli.gardening.gardened import finish
from bot.cli.options import dry_run_option, root_option
from bot.flows.local.entries.garden import tell_apart


@click.command("distinct")
@click.argument("entry", metavar="ID")
@click.argument("other")
@root_option
@dry_run_option
def command(*, entry: str, other: str, root: Path, dry_run: bool) -> None:
    """Remember that the entries ID and OTHER are different works.

    They are not shown as duplicates again.
    """
    finish(root, lambda: tell_apart(root, entry, other, today()), dry_run=dry_run)
