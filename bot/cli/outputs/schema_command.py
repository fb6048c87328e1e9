"""`bot schema`: what may stand in data/papers.json?"""

import json

import click

from bot.model.papers.paper import Catalog


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of data/papers.json."""
    click.echo(json.dumps(Catalog.model_json_schema(), indent=2))
