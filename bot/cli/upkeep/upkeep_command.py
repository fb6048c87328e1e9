"""`bot upkeep`: is what is listed still as it was, and has anything new come?"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.clock import today
from bot.cli.doors import settings
from bot.cli.on_github import run as run_on_github
from bot.cli.options import dry_run_option, json_option, progress_bar, root_option
from bot.cli.upkeep.outside import asking_for, outside_for, sources_for
from bot.cli.upkeep.told import as_json as told_as_json
from bot.cli.upkeep.told import measured, measured_as_json, told
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.flows.github.upkeep.look import look as look_on_github
from bot.flows.local.entries.doubts import doubts
from bot.flows.local.load import load
from bot.flows.local.upkeep import discover as upkeep_discover
from bot.flows.local.upkeep import job as at_home
from bot.flows.local.upkeep import links as upkeep_links
from bot.flows.local.upkeep import metadata as upkeep_metadata
from bot.flows.local.upkeep.discover import DiscoverContext
from bot.flows.local.upkeep.now_and_then import now_and_then
from bot.lookup.offers import Sources
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.model.progress import Progress
from bot.model.upkeep.kept import Decisions, Job, Observations
from bot.model.upkeep.meanwhile import Keep, Meanwhile, forget

_VENUE = re.compile(r"\s*(\S.{0,100}?)\s+((?:19|20)[0-9]{2})\s*")
JobHere = Callable[[Catalog, UpkeepFacts, str, Keep], Observations]
# So often, in seconds, is kept what a job has seen: a push to GitHub takes some requests.
AT_HOME, ON_GITHUB = 20.0, 240.0


@click.group("upkeep")
def command() -> None:
    """See whether what is listed still is as it was: links, metadata, new works."""


def github_option(function: Callable[..., None]) -> Callable[..., None]:
    """Add `--github`: look at the list on GitHub and keep there what was seen."""
    text = "Look at the list on GitHub, and keep there what was seen; `bot reconcile` shows it."
    return click.option("--github", "on_github", is_flag=True, help=text)(function)


@command.command("links")
@root_option
@github_option
@dry_run_option
@json_option
def links(*, root: Path, on_github: bool, dry_run: bool, as_json: bool) -> None:
    """Ask whether the links of the list still lead where they did."""
    with outside_for(root, settings()) as outside, progress_bar("links") as progress:

        def job(catalog: Catalog, kept: UpkeepFacts, day: str, keep: Keep) -> Observations:
            told = Meanwhile(progress, keep)
            seen = upkeep_links.look(catalog, kept.seen, day, outside, told).seen
            return seen.model_copy(update={"doubts": doubts(catalog, kept.decisions)})

        said = do("links", job, root, on_github=on_github, dry_run=dry_run, as_json=as_json)
    click.echo(said, nl=bool(said))


@command.command("metadata")
@root_option
@github_option
@dry_run_option
@json_option
def metadata(*, root: Path, on_github: bool, dry_run: bool, as_json: bool) -> None:
    """Ask what has been learnt of the works: venue, DOI, authors, title, code, citations."""
    with asking_for(root, settings()) as asking, progress_bar("works") as progress:

        def job(catalog: Catalog, kept: UpkeepFacts, day: str, keep: Keep) -> Observations:
            listed = upkeep_metadata.KeptList(catalog, kept.seen, kept.decisions)
            return upkeep_metadata.look(listed, day, asking, Meanwhile(progress, keep))

        said = do("metadata", job, root, on_github=on_github, dry_run=dry_run, as_json=as_json)
    click.echo(said, nl=bool(said))


@command.command("discover")
@root_option
@github_option
@dry_run_option
@json_option
@click.option("--venue", metavar="NAME YEAR", help='Show the works of a venue, as "MLSys 2026".')
@click.option("--measure", is_flag=True, help="Tell how good it would have been in the last year.")
def discover(  # noqa: PLR0913 - click gives each option by its name
    *, root: Path, on_github: bool, dry_run: bool, as_json: bool, venue: str | None, measure: bool
) -> None:
    """Look for works that the list lacks, in the sources that data/list.toml names."""
    listed, listing, _ = load(root)
    sources = sources_for(root, settings())
    if measure:
        with progress_bar("sources") as progress:
            said = _measured(listed, listing, sources, progress, as_json=as_json)
        click.echo(said)
        return
    wanted = _venue(venue) if venue else None
    with progress_bar("sources") as progress:

        def job(catalog: Catalog, kept: UpkeepFacts, day: str, keep: Keep) -> Observations:
            context = DiscoverContext(catalog, listing, kept.decisions, day, kept.suggested)
            if wanted:
                return upkeep_discover.look_at_venue(context, kept.seen, sources, wanted)
            return upkeep_discover.look(context, kept.seen, sources, Meanwhile(progress, keep))

        said = do("discover", job, root, on_github=on_github, dry_run=dry_run, as_json=as_json)
    click.echo(said, nl=bool(said))


def _measured(
    catalog: Catalog,
    listing: Listing,
    sources: Sources,
    progress: Progress | None,
    *,
    as_json: bool,
) -> str:
    context = DiscoverContext(catalog, listing, Decisions(), today())
    past = upkeep_discover.past(context, sources, progress)
    tell = measured_as_json if as_json else measured
    return tell(*past, upkeep_discover.verdict(context, *past))


def _venue(named: str) -> upkeep_discover.Meeting:
    match = _VENUE.fullmatch(named)
    if not match:
        raise click.BadParameter(f'{named!r} names no venue and year; write "MLSys 2026"')
    return upkeep_discover.Meeting(match[1], int(match[2]))


def do(  # noqa: PLR0913 - as above
    name: Job, job: JobHere, root: Path, *, on_github: bool, dry_run: bool, as_json: bool
) -> str:
    """Run a job on GitHub, or at home; gives what is to be told of it, once no bar is drawn."""

    def paced(write: at_home.Write, seconds: float) -> Keep:
        return (
            forget
            if dry_run
            else now_and_then(write, seconds, lambda: datetime.now(UTC).timestamp())
        )

    if on_github:
        run_on_github(
            root,
            lambda this_run: look_on_github(
                this_run,
                name,
                lambda catalog, kept, day, write: job(catalog, kept, day, paced(write, ON_GITHUB)),
            ),
            dry_run=dry_run,
        )
        return ""
    day = today()
    report = at_home.run(
        root,
        lambda catalog, seen, decisions, write: job(
            catalog, UpkeepFacts(decisions, seen), day, paced(write, AT_HOME)
        ),
        lambda line: click.echo(line, err=True),
        dry_run=dry_run,
    )
    return told_as_json(report) if as_json else told(report)
