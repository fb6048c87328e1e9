"""The list as a static site in a folder: what is written there?"""

from pathlib import Path
from typing import NamedTuple

from bot.flows.local.load import checked_under, load
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing, Site
from bot.render.site import pages
from bot.store import files, folder

ASSETS = Path(pages.__file__).with_name("assets")


class SiteSummary(NamedTuple):
    """How many files were written, and the site's address if data/list.toml names it."""

    files: int
    url: str | None


class Place(NamedTuple):
    """Where the list is kept and published, for what data/list.toml does not say itself."""

    repository: str = ""
    url: str = ""


NOWHERE = Place()


def build(root: Path, target: Path, place: Place = NOWHERE) -> SiteSummary:
    """Write the site of the list under `root` into the folder `target`, replacing an older one.

    Raises InvalidError if the list's own files are not right, UsageError if `target` holds
    anything else than a site made before.
    """
    loaded = load(root)
    assets = [FileText(f"assets/{name}", files.read(ASSETS, name)) for name in pages.ASSETS]
    listing = _placed(loaded.listing, place)
    made = pages.site_files(loaded.catalog, listing, checked_under(root))
    return SiteSummary(folder.replace(target, [*assets, *made]), listing.site.url)


def _placed(listing: Listing, place: Place) -> Listing:
    site = listing.site if listing.site.url or not place.url else Site(url=place.url)
    repository = listing.repository or place.repository or None
    return listing.model_copy(update={"repository": repository, "site": site})
