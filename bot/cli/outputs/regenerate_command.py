"""`bot regenerate`: are README and issue forms what data/ says, and if not, write them."""

import sys
from functools import partial
from pathlib import Path

import click

from bot.cli.clock import today
from bot.cli.doors import repository_of, settings
from bot.cli.options import root_option
from bot.flows.local.outputs import regenerate as flow
from bot.store.lock import alone


@click.command("regenerate")
@root_option
@click.option("--check", is_flag=True, help="Change nothing; print the diff, exit 1 if stale.")
def command(*, root: Path, check: bool) -> None:
    """Write README, pages and issue forms anew from data/."""
    site = settings().site_url
    with alone(root, partial(click.echo, err=True)):
        report = flow.compared(root, site) if check else flow.regenerate(root, site)
    for warning in report.warnings:
        click.echo(f"warning: {warning}", err=True)
    if not report.stale and not report.lagging:
        click.echo("nothing to write: all is as data/ says", err=True)
    if not check:
        for path in dict.fromkeys(file.path for file in report.stale + report.lagging):
            click.echo(f"written: {path}", err=True)
        return
    click.echo(flow.diff(root, report.stale or report.lagging), nl=False)
    advice = _advice(root, report) if report.stale or report.lagging else ""
    if report.stale or advice:
        paths = ", ".join(file.path for file in report.stale or report.lagging)
        click.echo(f"stale: {paths}; run: bot regenerate", err=True)
        click.echo(advice, nl=False, err=True)
        sys.exit(1)
    if report.lagging:
        click.echo("only sums over the list lag; the daily run brings them up to date", err=True)


def _advice(root: Path, report: flow.StaleFiles) -> str:
    """Say what to do instead of editing what is made from data/ by hand."""
    from bot.flows.local.entries.by_hand import advice_for  # takes long, and is for such files only

    advice = advice_for(root, report, today(), repository_of(root))
    return f"\n{advice}" if advice else ""
