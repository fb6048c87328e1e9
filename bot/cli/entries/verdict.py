"""How does a command tell the answer to a submission, and with which exit code?"""

import json
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import click

from bot.cli.clock import today
from bot.cli.doors import lookup_for, settings
from bot.cli.failed import tell_failed
from bot.flows.local.entries.submit import SubmitResult, submit
from bot.model.form import FilledForm
from bot.model.submissions.submission import Origin
from bot.store import files
from bot.store.lock import alone

EXIT_CODES = {"accepted": 0, "needs-work": 1, "duplicate": 1, "waiting": 3}

_WAITING = "nothing was written; run this again later, or give the title and --offline"


def finish(filled: FilledForm, root: Path, *, dry_run: bool, as_json: bool, offline: bool) -> int:
    """Judge a submission, write what is accepted, print the answer; gives the exit code."""
    look_up = None if offline else lookup_for(root, settings()).ask_many
    with alone(root, partial(click.echo, err=True)):
        result = submit(root, filled, Origin(added=today()), look_up)
        if not dry_run:
            files.write(root, result.files)
    if as_json:
        click.echo(json.dumps(_as_json(result), ensure_ascii=False, indent=2))
    else:
        click.echo(result.comment)
        for file in result.files:
            click.echo(f"{'would write' if dry_run else 'written'}: {file.path}", err=True)
        if result.review.verdict == "waiting":
            click.echo(_WAITING, err=True)
    return tell_failed(result.failed) or EXIT_CODES[result.review.verdict]


def _as_json(result: SubmitResult) -> dict[str, Any]:
    review = result.review
    return {
        "decision": review.verdict,
        "entries": [
            change.after.model_dump(mode="json", exclude_defaults=True)
            for change in review.changes
            if change.after
        ],
        "problems": [asdict(problem) for problem in review.problems],
        "matches": [asdict(match) for match in review.matches],
        "comment": result.comment,
        "files": [file.path for file in result.files],
    }
