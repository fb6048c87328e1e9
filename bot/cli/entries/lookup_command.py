"""`bot lookup`: what does the world know of a link?"""

import sys
from pathlib import Path

import click

from bot.cli.doors import lookup_for, settings
from bot.cli.options import json_option, root_option
from bot.flows.local.lookup import look_up, shown


@click.command("lookup")
@click.argument("link")
@root_option
@json_option
def command(*, link: str, root: Path, as_json: bool) -> None:
    """Show what the services know of a link.

    Exits 1 if nobody knows it, 3 if somebody did not answer.
    """
    report = look_up(link, lookup_for(root, settings()))
    click.echo(shown(report, as_json=as_json))
    sys.exit(0 if report.found else 3 if report.unavailable else 1)
