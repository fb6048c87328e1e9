"""`bot duplicates`: which works are listed twice?"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from bot.cli.failed import tell_failed
from bot.cli.options import json_option, optional_root_option, progress_bar
from bot.flows.local.entries import duplicates as flow
from bot.flows.local.entries.duplicates import Scan
from bot.model.papers.match import Match
from bot.store.files import find_root


@click.command("duplicates")
@click.argument("file", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@optional_root_option
@json_option
def command(*, file: tuple[Path, ...], root: Path | None, as_json: bool) -> None:
    """Find the works that are listed twice.

    Without FILE in the list itself; with one FILE (papers.json, CSV, BibTeX or a README) among its
    records; with two, between the first and the second. Exits 1 if a certain duplicate is found.
    """
    if len(file) > 2:
        raise click.UsageError("give no file, one, or two")
    with progress_bar("comparing") as progress:
        if file:
            scan = flow.in_files(file, progress)
        else:
            scan = flow.in_list(root or find_root(Path.cwd()), progress)
    for problem in scan.problems:
        click.echo(str(problem), err=True)
    click.echo(_as_json(scan.pairs) if as_json else _as_text(scan), nl=as_json)
    certain = sum(match.verdict == "duplicate" for match in scan.pairs)
    click.echo(f"{certain} certain, {len(scan.pairs) - certain} possible", err=True)
    sys.exit(tell_failed(scan.failed) or (1 if certain else 0))


def _as_text(scan: "Scan") -> str:
    first, second = scan.titles
    return "".join(
        f"{match.verdict}  {match.score:.2f}  {match.a}  {match.b}\n"
        f"    {first[match.a]}\n    {second[match.b]}\n"
        f"    {'; '.join(match.reasons)}\n"
        for match in scan.pairs
    )


def _as_json(pairs: Sequence["Match"]) -> str:
    matches = [asdict(match) for match in pairs]
    return json.dumps({"pairs": matches}, ensure_ascii=False, indent=1)
