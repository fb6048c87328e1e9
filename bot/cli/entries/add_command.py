"""`bot add`: the same as the issue form, from flags."""

import sys
from pathlib import Path

import click

from bot.cli.entries.verdict import finish
from bot.cli.options import dry_run_option, json_option, offline_option, root_option
from bot.flows.local.entries.submit import from_flags
from bot.model.papers.paper import KIND_NAMES


@click.command("add")
@click.argument("link", nargs=-1, required=True)
@click.option("--category", help="The slug of a category, as in data/list.toml.")
@click.option("--title", help="Only needed where the link cannot tell it.")
@click.option("--venue", help='Where it was published, as in "SOSP 2023".')
@click.option("--code", help="A link to the authors' implementation.")
@click.option("--keywords", help="A few, separated by commas.")
@click.option(
    "--kind", type=click.Choice(tuple(KIND_NAMES)), help="Where the link does not tell it."
)
@root_option
@dry_run_option
@offline_option
@json_option
def command(
    *,
    link: tuple[str, ...],
    root: Path,
    dry_run: bool,
    offline: bool,
    as_json: bool,
    **answers: str | None,
) -> None:
    """Suggest works by their links, as the issue form does."""
    filled = from_flags(link, answers)
    sys.exit(finish(filled, root, dry_run=dry_run, as_json=as_json, offline=offline))
