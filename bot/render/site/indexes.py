"""What do crawlers read first: which pages there are, and that they may read them?

https://www.sitemaps.org/protocol.html; https://www.rfc-editor.org/rfc/rfc9309 (robots.txt).
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.render.addresses import absolute

PATH = "sitemap.xml"
# One file of addresses holds no more; beyond them there are several, and PATH names those.
MOST_ADDRESSES = 50_000


def sitemaps(paths: Sequence[str], listing: Listing, most: int = MOST_ADDRESSES) -> list[FileText]:
    """Write the addresses of all pages, `most` in a file; the site's address must be known."""
    parts = [paths[start : start + most] for start in range(0, len(paths), most)]
    if len(parts) < 2:
        return [FileText(PATH, _xml("urlset", "url", paths, listing))]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    return [
        FileText(PATH, _xml("sitemapindex", "sitemap", names, listing)),
        *(
            FileText(name, _xml("urlset", "url", part, listing))
            for name, part in zip(names, parts, strict=True)
        ),
    ]


def _xml(whole: str, item: str, paths: Sequence[str], listing: Listing) -> str:
    lines = [f"<{item}><loc>{escape(absolute(listing, path))}</loc></{item}>" for path in paths]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            f"</{whole}>",
            "",
        ]
    )


def robots(listing: Listing) -> str:
    """Allow everything, and say where the sitemap is, if there is one."""
    lines = ["User-agent: *", "Allow: /"]
    if listing.site.url:
        lines.append(f"Sitemap: {absolute(listing, PATH)}")
    return "\n".join([*lines, ""])
