"""`bot event`: which submissions is a workflow's event about, and are they where they should be?"""

import json
from pathlib import Path

import click

from bot.cli.options import root_option


@click.command("event")
@root_option
def command(*, root: Path) -> None:
    """Read the event of a workflow and settle what it is about."""
    from bot.cli.doors import settings
    from bot.cli.on_github import run
    from bot.errors import UsageError
    from bot.flows.runs import numbers_of

    path = settings().github.event_path
    if path is None:
        raise UsageError("GITHUB_EVENT_PATH is not set; this command is for workflows")
    numbers = sorted(set(numbers_of(json.loads(path.read_text("utf-8")))))
    run(root, numbers or None, dry_run=False)
