"""At which address does each page of the site stand, seen from another page and from outside?

Within the site all links are relative, so that it works under any folder of any host, and from a
disk. Absolute addresses are made only where a format asks for them, from `[site] url`.
"""

from bot.model.papers.listing import Listing

home_path = "index.html"
feed_path = "feed.xml"


def paper_path(paper_id: str) -> str:
    """Give the path of a work's page."""
    return f"paper/{paper_id}.html"


def category_path(slug: str) -> str:
    """Give the path of a category's page."""
    return f"category/{slug}.html"


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
