"""How does a command start a run on GitHub, and how does it tell what was done?"""

from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli.doors import checkout_for, github_for, lookup_for, settings
from bot.flows.rehearsal import Rehearsal
from bot.flows.runs import some, start, sweep


def run(root: Path, numbers: Sequence[int] | None, *, dry_run: bool) -> None:
    """Settle the submissions with these numbers, or, given None, all that are open."""
    chosen = settings()
    hub = github_for(chosen.github)
    look_up = lookup_for(root, chosen).ask_many
    checkout = checkout_for(root, chosen.github)
    github = Rehearsal(hub) if dry_run else hub
    done = start(github, checkout, look_up, chosen.github.login)
    try:
        if numbers is None:
            sweep(done)
        else:
            some(done, numbers)
    finally:
        _tell(done.done or ["nothing to do"], chosen.github.summary_path, len(hub.sent))


def _tell(lines: Sequence[str], summary: Path | None, requests: int) -> None:
    """Say what was done, in the log and in the run's summary; nothing in it can command either.

    A workflow command begins a line with `::`, so every line begins with a mark of ours.
    """
    shown = [f"- {' '.join(line.split())}" for line in (*lines, f"{requests} requests")]
    for line in shown:
        click.echo(line)
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write("\n".join(f"- `{line[2:].replace('`', chr(39))}`" for line in shown) + "\n")
