"""`bot upkeep`: is what is listed still as it was, and has anything new come?"""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.doors import settings
from bot.cli.log import plain
from bot.cli.on_github import run as run_on_github
from bot.cli.options import dry_run_option, json_option, progress_bar, root_option
from bot.cli.outside import outside_for
from bot.flows.github.upkeep.look import look as look_on_github
from bot.flows.local import upkeep as at_home
from bot.flows.local import upkeep_links
from bot.flows.local.doubts import doubts
from bot.flows.local.upkeep import Report
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Decisions, Observations

JobHere = Callable[[Catalog, Observations, Decisions, str], Observations]


@click.group("upkeep")
def command() -> None:
    """See whether what is listed still is as it was: links, metadata, new works."""


def github_option(given: Callable[..., None]) -> Callable[..., None]:
    """Add `--github`: look at the list on GitHub and keep there what was seen."""
    text = "Look at the list on GitHub, and keep there what was seen; `bot reconcile` shows it."
    return click.option("--github", "on_github", is_flag=True, help=text)(given)


@command.command("links")
@root_option
@github_option
@dry_run_option
@json_option
def links(*, root: Path, on_github: bool, dry_run: bool, as_json: bool) -> None:
    """Ask whether the links of the list still lead where they did."""
    with outside_for(root, settings()) as outside, progress_bar("links") as progress:

        def job(
            catalog: Catalog, seen: Observations, decisions: Decisions, day: str
        ) -> Observations:
            seen = upkeep_links.look(catalog, seen, day, outside, progress).seen
            return seen.model_copy(update={"doubts": doubts(catalog, decisions)})

        do(job, root, on_github=on_github, dry_run=dry_run, as_json=as_json)


def do(job: JobHere, root: Path, *, on_github: bool, dry_run: bool, as_json: bool) -> None:
    """Run a job on GitHub or at home, and tell what it found."""
    if on_github:
        run_on_github(
            root,
            lambda begun: look_on_github(
                begun, lambda catalog, kept, day: job(catalog, kept.seen, kept.decisions, day)
            ),
            dry_run=dry_run,
        )
        return
    day = datetime.now(UTC).date().isoformat()
    report = at_home.run(
        root,
        lambda catalog, seen, decisions: job(catalog, seen, decisions, day),
        lambda said: click.echo(said, err=True),
        dry_run=dry_run,
    )
    click.echo(_as_json(report) if as_json else "\n".join(_told(report)))


def _told(report: Report) -> Sequence[str]:
    found = [f"{each.entry}: {each.before} -> {each.after}" for each in report.proposals]
    found += [
        f"{each.state.verdict} since {each.state.since or each.state.looked}: {each.url} "
        f"({each.state.said}; {', '.join(each.entries)})"
        for each in report.findings
    ]
    found += [f"{job}: {ran.said}" for job, ran in sorted(report.seen.runs.items())]
    return [plain(line) for line in (*found, *filter(None, (report.seen.warning,)))]


def _as_json(report: Report) -> str:
    return json.dumps(
        {
            "changes": [each.model_dump(mode="json") for each in report.proposals],
            "findings": [
                {"url": each.url, "entries": each.entries, **each.state.model_dump(mode="json")}
                for each in report.findings
            ],
            "warning": report.seen.warning,
        },
        ensure_ascii=False,
        indent=1,
    )
