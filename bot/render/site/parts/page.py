"""How does a page become its text: a template filled in, within what stands around every page?

Jinja (https://jinja.palletsprojects.com/) escapes all that comes from data; a name that a template
does not get is an error. The policy (https://www.w3.org/TR/CSP3/) lets a page load only the site's
own style, script and pictures: even markup that slipped through could run nothing and send nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.render.addresses import absolute, home_path, relative
from bot.render.export.exports import EXPORTS
from bot.render.export.scope import license_address
from bot.render.form_link import empty_link, on_github


class Page(NamedTuple):
    """One page: where it stands, what it is called, and which template shows which values.

    `slug` is that of the category whose works the page's feed and its exports hold.
    """

    path: str
    title: str
    description: str
    template: str
    values: Mapping[str, Any]
    og_type: str = "website"
    scripts: tuple[str, ...] = ()
    slug: str = ""


class Around(NamedTuple):
    """What stands around every page of a folder, as markup; `exports` are its works' files."""

    links: str
    top: str
    foot: str
    exports: Mapping[str, str]


def web(url: str) -> str:
    """Give a web address for a link; "" for one that is no web address."""
    return url if url.startswith(("https://", "http://")) else ""


def number(count: int) -> str:
    """Write a number for people."""
    return f"{count:,}"


def documents(pages: Iterable[Page], listing: Listing) -> Iterator[FileText]:
    """Write whole pages; what stands around them is written once for all that have it alike."""
    around = cache(partial(_around, listing))
    home = on_github(listing.repository) if listing.repository else ""
    for page in pages:
        up, is_home = relative("", page.path), page.path == home_path
        text = _TEMPLATES.get_template(f"{page.template}.html").render(
            **page.values,
            page=page,
            listing=listing,
            up=up,
            is_home=is_home,
            here=absolute(listing, page.path) if listing.site.url else "",
            repository=home,
            suggest=empty_link(home) if home else "",
            around=around(up, page.slug, is_home=is_home),
        )
        yield FileText(page.path, text)


def _around(listing: Listing, up: str, slug: str, *, is_home: bool) -> Around:
    """Write what stands around a page; `up` leads from there to the site's folder."""
    home = on_github(listing.repository) if listing.repository else ""
    exports = _exports(slug)
    feed = exports[EXPORTS["atom"].label] if slug else ""
    title = listing.by_slug[slug].title if slug else ""
    return Around(
        macro("around.html", "links")(up, listing, feed, title),
        macro("around.html", "top")(up, listing, is_home, home, empty_link(home) if home else ""),
        macro("around.html", "foot")(up, listing, slug, exports, license_address(listing)),
        exports,
    )


def macro(template: str, name: str) -> Callable[..., str]:
    """Give a macro of a template: it escapes what it gets, and what it gives is escaped no more."""
    made: Callable[..., str] = getattr(_TEMPLATES.get_template(template).module, name)
    return made


def _exports(slug: str) -> dict[str, str]:
    """Give the files in other formats by what people call these."""
    return {
        export.label: export.path_of(slug) if slug else export.path for export in EXPORTS.values()
    }


def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("bot.render.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {"web": web, "number": number}
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


_TEMPLATES = _templates()
