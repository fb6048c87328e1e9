"""At which address does each page of the site stand, seen from another page and from outside?

Within the site all links are relative, so that it works under any folder of any host, and from a
disk. Absolute addresses are made only where a format asks for them, from `[site] url`.
"""

import re
from hashlib import sha256

from bot.model.lists.listing import Listing
from bot.text.fold import fold

home_path = "index.html"
feed_path = "feed.xml"
authors_path = "authors.html"
venues_path = "venues.html"
new_path = "new.html"
statistics_path = "statistics.html"

_LONGEST_NAME = 80


def paper_path(paper_id: str) -> str:
    """Give the path of a work's page."""
    return f"paper/{paper_id}.html"


def category_path(slug: str) -> str:
    """Give the path of a category's page."""
    return f"category/{slug}.html"


def author_path(name: str) -> str:
    """Give the path of the page of an author."""
    return f"author/{_file_name(name)}.html"


def venue_path(name: str, year: int | None = None) -> str:
    """Give the path of the page of a venue, or of one of its years."""
    return f"venue/{_file_name(name)}" + (f"/{year}.html" if year else ".html")


def year_path(year: str) -> str:
    """Give the path of the page of a year, "2024"."""
    return f"year/{year}.html"


def category_export_path(slug: str, ending: str) -> str:
    """Give the path of a category's works in another format."""
    return f"category/{slug}.{ending}"


def category_feed_path(slug: str) -> str:
    """Give the path of a category's feed."""
    return category_export_path(slug, feed_path.rpartition(".")[2])


def relative(path: str, page: str) -> str:
    """Give the link to `path` as it must stand in `page`; both are paths in the site's folder."""
    return "../" * page.count("/") + path


def absolute(listing: Listing, path: str) -> str:
    """Give the full address of a path; the site's address must be known.

    The front page is the folder itself.
    """
    assert listing.site.url is not None
    return f"{listing.site.url.rstrip('/')}/{'' if path == home_path else path}"


def _file_name(name: str) -> str:
    """Write a name for a path: ASCII words, and a digest of what these do not tell."""
    folded = fold(name)
    words = re.findall("[a-z0-9]+", folded)
    plain = "-".join(words)
    if plain and " ".join(words) == folded and len(plain) <= _LONGEST_NAME:
        return plain
    digest = sha256(folded.encode()).hexdigest()[:10]
    return "-".join(filter(None, (plain[:_LONGEST_NAME], digest)))
