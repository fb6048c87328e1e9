"""`bot demo`: what does the whole job look like?"""

import tempfile
from pathlib import Path

import click

from bot.cli.clock import today
from bot.cli.options import root_option
from bot.flows.local.lists.demo import SITE, demo
from bot.model.submissions.submission import Origin


@click.command("demo")
@root_option
def command(*, root: Path) -> None:
    """Show the whole job on a throw-away copy, step by step."""
    copy = Path(tempfile.mkdtemp(prefix="paper-list-demo-"))
    origin = Origin(added=today(), issue=1)
    for number, step in enumerate(demo(root, copy, origin), 1):
        click.secho(f"\n{number}. {step.title}\n", bold=True)
        if step.given:
            click.echo("The issue says:\n")
            click.secho(_indented(step.given), dim=True)
            click.echo("\nThe bot answers:\n")
        click.echo(_indented(step.answer))
    click.secho(f"\nThe copy with its new README lies in {copy}", bold=True)
    click.echo("Nothing of the list itself was changed.")
    page = copy / SITE / "index.html"
    click.secho(f"\nThe page that readers search lies in {page}", bold=True)
    click.echo(f"Open it in a browser: {page.as_uri()}")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
