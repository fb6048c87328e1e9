"""`bot reconcile`: are the submissions on GitHub where they should be, and if not, bring them."""

from pathlib import Path

import click

from bot.cli.doors import settings
from bot.cli.on_github import run
from bot.cli.options import dry_run_option, root_option
from bot.flows.github.reconcile import Run
from bot.flows.github.runs.refresh import refresh
from bot.flows.github.runs.run import reconcile_all, reconcile_these
from bot.flows.github.upkeep.settle import settle
from bot.model.github.world import MOST_ISSUES


@click.command("reconcile")
@click.argument("issue", nargs=-1, type=click.IntRange(1, MOST_ISSUES))
@click.option("--all", "everything", is_flag=True, help="Look at every open submission.")
@click.option("--sums", is_flag=True, help="Bring counts, pictures and recently added up to date.")
@root_option
@dry_run_option
def command(
    *, issue: tuple[int, ...], everything: bool, sums: bool, root: Path, dry_run: bool
) -> None:
    """Bring submissions on GitHub to where they should be."""
    if (everything or sums) == bool(issue):
        raise click.UsageError("name issues, or give --all, --sums or both")

    def act(this_run: Run) -> None:
        if issue:
            reconcile_these(this_run, issue)
        if everything:
            reconcile_all(this_run)
            settle(this_run)
        if sums:
            refresh(this_run, settings().site_url)

    run(root, act, dry_run=dry_run)
