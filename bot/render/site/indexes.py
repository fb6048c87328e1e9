"""What do crawlers read first: which pages there are, and that they may read them?

https://www.sitemaps.org/protocol.html; https://www.rfc-editor.org/rfc/rfc9309 (robots.txt).
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from bot.model.listing import Listing
from bot.render.site.addresses import absolute

# A sitemap holds no more; a larger list would need a second file.
MOST_ADDRESSES = 50_000


def sitemap(paths: Iterable[str], listing: Listing) -> str:
    """Write the addresses of all pages; the site's address must be known."""
    lines = [
        f"<url><loc>{escape(absolute(listing, path))}</loc></url>"
        for path in list(paths)[:MOST_ADDRESSES]
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>",
            "",
        ]
    )


def robots(listing: Listing) -> str:
    """Allow everything, and say where the sitemap is, if there is one."""
    lines = ["User-agent: *", "Allow: /"]
    if listing.site.url:
        lines.append(f"Sitemap: {absolute(listing, 'sitemap.xml')}")
    return "\n".join([*lines, ""])
