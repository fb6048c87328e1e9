"""`bot import`: which entries do these READMEs hold, and what could not be read?"""

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command("import")
@click.argument(
    "file", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="Print what was read, change nothing.")
def command(*, file: tuple[Path, ...], as_json: bool) -> None:
    """Take the entries of existing READMEs into the list."""
    from bot.flows.readmes import read_files

    reading = read_files(file)
    if as_json:
        answer = {
            "entries": [asdict(entry) for entry in reading.entries],
            "leftovers": reading.leftovers,
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
