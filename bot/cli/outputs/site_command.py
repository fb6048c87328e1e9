"""`bot site`: what is the list as pages that can be searched?"""

from pathlib import Path

import click

from bot.cli.doors import repository_of, settings
from bot.cli.options import root_option
from bot.flows.local.outputs.site import Place, build


@click.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@root_option
def command(*, folder: Path, root: Path) -> None:
    """Write the list as static pages with a search.

    DIR is made, or replaced if it holds a site made before; no other folder is touched.
    """
    built = build(root, folder, Place(repository_of(root), settings().site_url))
    click.echo(f"{built.files:,} files written; open {folder / 'index.html'}", err=True)
    if built.url is None:
        message = "no sitemap.xml, and feed.xml leads to the works and not to their pages; to have"
        click.echo(f"note: {message} both, set [site] url in data/list.toml", err=True)
