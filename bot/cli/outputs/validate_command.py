"""`bot validate`: is everything right in data and configuration?"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from bot.cli.options import json_option, root_option
from bot.errors import InvalidError
from bot.flows.local.outputs.validate import validate


@click.command("validate")
@root_option
@json_option
def command(*, root: Path, as_json: bool) -> None:
    """Report every problem in data and configuration."""
    try:
        count = validate(root)
    except InvalidError as error:
        if not as_json:
            raise
        problems = [asdict(problem) for problem in error.problems]
        click.echo(json.dumps({"problems": problems}, ensure_ascii=False, indent=2))
        sys.exit(error.exit_code)
    if as_json:
        click.echo(json.dumps({"problems": []}))
    else:
        click.echo(f"{count} entries, no problem", err=True)
