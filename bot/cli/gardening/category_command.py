"""`bot category`: rename, merge, split or move categories."""

from pathlib import Path

import click

from bot.cli.gardening.gardened import act
from bot.cli.options import dry_run_option, root_option
from bot.errors import UsageError
from bot.gardening import categories


@click.group("category")
def command() -> None:
    """Rename, merge, split or move categories.

    Suggestions that are open follow, and old names lead on. A category is named by its slug.
    """


@command.command()
@click.argument("category")
@click.argument("title", required=False)
@click.option("--slug", default="", help="Another slug, too.")
@root_option
@dry_run_option
def rename(*, category: str, title: str | None, slug: str, root: Path, dry_run: bool) -> None:
    """Call CATEGORY by another TITLE, or --slug, or both."""
    if not (title or slug):
        raise UsageError("give a new title, or a new --slug")
    act(
        root, lambda *list_: categories.rename(category, title or "", slug, *list_), dry_run=dry_run
    )


@command.command()
@click.argument("category", nargs=-1, required=True)
@click.option("--into", required=True, help="The category that takes them in.")
@root_option
@dry_run_option
def merge(*, category: tuple[str, ...], into: str, root: Path, dry_run: bool) -> None:
    """Put all that is in CATEGORY... into another one."""
    act(root, lambda *list_: categories.merge(category, into, *list_), dry_run=dry_run)


@command.command()
@click.argument("category")
@click.argument("title")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@root_option
@dry_run_option
def split(*, category: str, title: str, ids: tuple[str, ...], root: Path, dry_run: bool) -> None:
    """Put the entries ID... of CATEGORY into a new one called TITLE."""
    act(root, lambda *list_: categories.split(category, title, ids, *list_), dry_run=dry_run)


@command.command()
@click.argument("category")
@click.option("--under", default="", help="The category above it. [default: none]")
@root_option
@dry_run_option
def move(*, category: str, under: str, root: Path, dry_run: bool) -> None:
    """Put CATEGORY, with all below it, under another one, or at the top."""
    act(root, lambda *list_: categories.move(category, under, *list_), dry_run=dry_run)
