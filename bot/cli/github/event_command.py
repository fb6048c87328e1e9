"""`bot event`: which submissions is a workflow's event about, and are they where they should be?"""

import json
from pathlib import Path
from typing import Any

import click

from bot.cli.doors import settings
from bot.cli.on_github import run
from bot.cli.options import root_option
from bot.errors import UsageError
from bot.flows.github.reconcile import Run
from bot.flows.github.runs.run import numbers_of, reconcile_all, reconcile_these
from bot.flows.github.upkeep.settle import settle


@click.command("event")
@root_option
def command(*, root: Path) -> None:
    """Read the event of a workflow and settle what it is about."""
    numbers = sorted(set(numbers_of(_payload(settings().github.event_path))))

    def act(this_run: Run) -> None:
        if numbers:
            reconcile_these(this_run, numbers)
        else:
            reconcile_all(this_run)
        settle(this_run, numbers or None)

    run(root, act)


def _payload(path: Path | None) -> dict[str, Any]:
    """Read the payload of the event; raises UsageError where there is none."""
    if path is None:
        raise UsageError("GITHUB_EVENT_PATH is not set; this command is for workflows")
    try:
        payload = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"GITHUB_EVENT_PATH, {path}, cannot be read: {error}") from None
    if not isinstance(payload, dict):
        raise UsageError(f"GITHUB_EVENT_PATH, {path}, does not hold the payload of an event")
    return payload
