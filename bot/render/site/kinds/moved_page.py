"""Where does an address lead on whose category is called otherwise by now?"""

import re
from collections.abc import Iterator
from html import escape

from bot.model.lists.listing import Listing
from bot.render.addresses import category_path

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={path}">
<p>This category is called <a href="{path}">{title}</a> now.</p>
</html>
"""


def moved_pages(listing: Listing) -> Iterator[tuple[str, str]]:
    """Yield, with its path, a page where a category once was, which leads to where it is now."""
    for name in listing.renamed:
        slug = listing.slug_now(name)
        if slug and name != slug and _SLUG.fullmatch(name):
            title = escape(listing.by_slug[slug].title)
            path = category_path(slug).rpartition("/")[2]
            yield category_path(name), _PAGE.format(title=title, path=path)
