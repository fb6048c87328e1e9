"""What stands around the content of every page: head, header and footer?

All that comes from data passes `esc` or is one of this package's own words. The policy
(https://www.w3.org/TR/CSP3/) lets a page load only the site's own style, script and pictures: even
markup that slipped through could run nothing and send nothing.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from bot.model.papers.listing import Listing
from bot.render.addresses import absolute, home_path, relative
from bot.render.export.exports import EXPORTS
from bot.render.form_link import empty_link, on_github

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none';"
    " form-action 'self'"
)


class Page(NamedTuple):
    """One page: where it stands, what it is called, and its content as HTML."""

    path: str
    title: str
    description: str
    body: str
    og_type: str = "website"
    scripts: tuple[str, ...] = ()
    head: str = ""


def esc(text: str) -> str:
    """Write any text for an element or a quoted attribute."""
    return escape(text, quote=True)


def href(url: str) -> str:
    """Write a web address for a quoted attribute; "" for one that is no web address."""
    return esc(url) if url.startswith(("https://", "http://")) else ""


def document(page: Page, listing: Listing) -> str:
    """Give the whole page."""
    home = relative(home_path, page.path)
    # The front page says its name in its heading.
    site = f'<a class="site" href="{home}">{esc(listing.title)}</a>'
    if page.path == home_path:
        site = ""
    return f"""<!doctype html>
<html lang="en">
<head>
{_head(page, listing)}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
{site}
<nav aria-label="Site">
{_navigation(page, listing)}
</nav>
</header>
<main id="content">
{page.body}
</main>
<footer>
<p>Take the list away: {_exports(page)}.</p>
</footer>
</body>
</html>
"""


def _head(page: Page, listing: Listing) -> str:
    is_home = page.path == home_path
    title = page.title if is_home else f"{page.title} · {listing.title}"
    here = absolute(listing, page.path) if listing.site.url else ""
    lines = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{esc(title)}</title>",
        _meta("name", "description", page.description),
        '<meta name="color-scheme" content="light dark">',
        _meta("property", "og:title", page.title),
        _meta("property", "og:type", page.og_type),
        _meta("property", "og:site_name", listing.title),
        _meta("property", "og:description", page.description),
    ]
    if here:
        lines += [_meta("property", "og:url", here), f'<link rel="canonical" href="{href(here)}">']
    lines += _files(page, listing)
    return "\n".join([*lines, page.head] if page.head else lines)


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{esc(content)}">'


def _files(page: Page, listing: Listing) -> Sequence[str]:
    def link(path: str) -> str:
        return relative(path, page.path)

    feed = f'type="application/atom+xml" title="{esc(listing.title)}" href="{link("feed.xml")}"'
    return [
        f'<link rel="alternate" {feed}>',
        f'<link rel="icon" type="image/svg+xml" href="{link("assets/icon.svg")}">',
        f'<link rel="stylesheet" href="{link("assets/site.css")}">',
        *(f'<script defer src="{link(script)}"></script>' for script in page.scripts),
    ]


def _navigation(page: Page, listing: Listing) -> str:
    home = "" if page.path == home_path else relative(home_path, page.path)
    links = [f'<a href="{home}#categories">Categories</a>']
    if listing.repository:
        repository = on_github(listing.repository)
        links += [
            f'<a href="{href(empty_link(repository))}">Suggest a paper</a>',
            f'<a href="{href(repository)}">GitHub</a>',
        ]
    return "\n".join(links)


def _exports(page: Page) -> str:
    return ", ".join(
        f'<a href="{relative(export.path, page.path)}">{export.label}</a>'
        for export in EXPORTS.values()
    )
