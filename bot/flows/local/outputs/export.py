"""What is the list in another format?"""

from pathlib import Path

from bot.errors import UsageError
from bot.flows.local.load import load
from bot.render.export.exports import EXPORTS


def export(root: Path, name: str, category: str = "") -> str:
    """Give the list, or one category by its slug, in the format of this name, a key of EXPORTS.

    Raises InvalidError if the list's own files are not right, UsageError if there is no such
    category.
    """
    catalog, listing, _ = load(root)
    slug = listing.slug_now(category) or ""
    if category and not slug:
        slugs = ", ".join(listing.by_slug)
        raise UsageError(f"{category!r} is no category of data/list.toml; there are: {slugs}")
    return EXPORTS[name].text(catalog, listing, slug)
