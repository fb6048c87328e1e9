"""How does a page become its text: a template filled in, within what stands around every page?

Jinja (https://jinja.palletsprojects.com/) escapes all that comes from data; a name that a template
does not get is an error. The policy (https://www.w3.org/TR/CSP3/) lets a page load only the site's
own style, script and pictures: even markup that slipped through could run nothing and send nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.model.lists.listing import Listing
from bot.render.addresses import absolute, home_path, relative
from bot.render.export.exports import EXPORTS
from bot.render.export.scope import license_address
from bot.render.form_link import empty_link, on_github

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none';"
    " form-action 'self'"
)


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


def web(url: str) -> str:
    """Give a web address for a link; "" for one that is no web address."""
    return url if url.startswith(("https://", "http://")) else ""


def number(count: int) -> str:
    """Write a number for people."""
    return f"{count:,}"


def document(page: Page, listing: Listing) -> str:
    """Give the whole page."""
    return _TEMPLATES.get_template(f"{page.template}.html").render(
        **page.values,
        page=page,
        listing=listing,
        is_home=page.path == home_path,
        policy=POLICY,
        here=absolute(listing, page.path) if listing.site.url else "",
        up=relative("", page.path),
        repository=on_github(listing.repository) if listing.repository else "",
        suggest=empty_link(on_github(listing.repository)) if listing.repository else "",
        exports=_exports(page.slug),
        license_address=license_address(listing),
    )


def macro(template: str, name: str) -> Callable[..., str]:
    """Give a macro of a template: it escapes what it gets, and what it gives is escaped no more."""
    made: Callable[..., str] = getattr(_TEMPLATES.get_template(template).module, name)
    return made


def _exports(slug: str) -> dict[str, str]:
    """Give the files in other formats by what people call these."""
    return {each.label: each.path_of(slug) if slug else each.path for each in EXPORTS.values()}


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
