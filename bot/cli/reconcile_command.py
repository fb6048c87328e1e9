"""`bot reconcile`: are the submissions on GitHub where they should be, and if not, bring them."""

from pathlib import Path

import click

from bot.cli.options import dry_run_option, root_option


@click.command("reconcile")
@click.argument("issue", nargs=-1, type=click.IntRange(min=1))
@click.option("--all", "everything", is_flag=True, help="Look at every open submission.")
@root_option
@dry_run_option
def command(*, issue: tuple[int, ...], everything: bool, root: Path, dry_run: bool) -> None:
    """Bring submissions on GitHub to where they should be."""
    from bot.cli.on_github import run

    if everything == bool(issue):
        raise click.UsageError("name issues, or give --all")
    run(root, list(issue) if issue else None, dry_run=dry_run)
