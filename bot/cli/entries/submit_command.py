"""`bot submit`: what would the bot do with this issue?"""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from bot.cli.entries.verdict import finish
from bot.cli.options import dry_run_option, json_option, offline_option, root_option
from bot.flows.local.entries.submit import read_form
from bot.store.files import decode


@click.command("submit")
@click.argument("file", type=click.File("rb"), metavar="FILE|-")
@root_option
@dry_run_option
@offline_option
@json_option
def command(*, file: BinaryIO, root: Path, dry_run: bool, offline: bool, as_json: bool) -> None:
    """Handle the body of an issue form on the local files."""
    filled = read_form(decode(file.read(), file.name))
    sys.exit(finish(filled, root, dry_run=dry_run, as_json=as_json, offline=offline))
