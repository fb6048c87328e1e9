"""How does a command start a run on GitHub, and how does it tell what was done?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from bot.cli.doors import checkout_for, services_for, settings
from bot.cli.github_door import github_for
from bot.cli.log import plain
from bot.errors import BotError
from bot.flows.github.reconcile import Run
from bot.flows.github.runs.dry_run import DryRun
from bot.flows.github.runs.run import looked_at, start
from bot.model.github.result import LogEntry
from bot.model.github.world import World
from bot.settings import GitHub

# What later jobs of a workflow read: fixed words, none of them anybody's.
MERGED = "merged=true\n"


def run(root: Path, act: Callable[[Run], None], *, dry_run: bool = False) -> None:
    """Let `act` do its work in a run on GitHub, and tell what was done even if it broke off."""
    chosen = settings()
    hub = github_for(chosen.github)
    lookup, searches = services_for(root, chosen)
    checkout = checkout_for(root, chosen.github)
    github = DryRun(hub) if dry_run else hub
    this_run = start(github, checkout, lookup.ask_many, chosen.github.login, searches)
    try:
        act(this_run)
    finally:
        hub.close()
        checkout.close()
        if dry_run:
            _print(_plan(this_run.done, this_run.world))
        else:
            _tell([*_report(this_run), f"{len(hub.sent)} requests"], chosen.github)
        if this_run.merged:
            _append(chosen.github.output_path, MERGED)
    if this_run.failed and this_run.settings.mode != "watch":
        named = ", ".join(f"#{number}" for number in this_run.failed)
        raise BotError(f"could not handle {named}; above is why, and a maintainer has to look")


def _report(this_run: Run) -> Iterator[str]:
    """Say what a run did, or, where it may only watch, would have done."""
    if this_run.settings.mode == "watch":
        yield 'data/list.toml says mode = "watch": nothing was written; this would have been done'
    yield from map(str, this_run.done)
    if looked := looked_at(this_run):
        yield looked


def _plan(deeds: Sequence[LogEntry], world: World) -> Iterator[str]:
    """Say what a run would do, for each submission that it would do something for."""
    for number in dict.fromkeys(deed.number for deed in deeds):
        issue = world.issues.get(number)
        title = f" “{issue.title}” by {issue.author}" if issue else ""
        yield f"#{number}{title}:" if number else "The list:"
        yield from (f"  - {deed.text}" for deed in deeds if deed.number == number)
    yield "Nothing was changed." if deeds else "There is nothing to do."


def _tell(lines: Sequence[str], chosen: GitHub) -> None:
    """Say what was done, in the log and in the run's summary; nothing in it can command either.

    Nor does it show the token, whatever an error's words hold.
    """
    if chosen.token:
        lines = [line.replace(chosen.token, "***") for line in lines]
    _print(f"- {line}" for line in lines)
    quoted = (f"- `{plain(line).replace('`', chr(39))}`\n" for line in lines)
    _append(chosen.summary_path, "".join(quoted))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(plain(line))


def _append(path: Path | None, text: str) -> None:
    if path:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
