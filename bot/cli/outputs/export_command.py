"""`bot export`: what is the list in a format that other programs read?"""

import sys
from pathlib import Path

import click

from bot.cli.options import root_option
from bot.flows.local.outputs.export import export

FORMATS = ("bibtex", "csv", "json", "atom")


@click.command("export")
@click.argument("name", type=click.Choice(FORMATS), metavar="|".join(FORMATS))
@click.option("--category", metavar="SLUG", default="", help="Only this one and those below it.")
@root_option
def command(*, name: str, category: str, root: Path) -> None:
    """Print the list as BibTeX, CSV, JSON or an Atom feed."""
    # Bytes, since a terminal's encoding and newlines are not the format's.
    sys.stdout.buffer.write(export(root, name, category).encode())
