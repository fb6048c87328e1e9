"""Which files make up the site, apart from the assets that are the same for every list?"""

from collections.abc import Iterator

from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.export.exports import EXPORTS
from bot.render.readme.pictures.picture import DARK, LIGHT, Picture, picture_of
from bot.render.site.indexes import robots, sitemaps
from bot.render.site.kinds.category_page import category_page
from bot.render.site.kinds.front_page import front_page
from bot.render.site.kinds.group_pages import authors_page, group_pages, venues_page
from bot.render.site.kinds.moved_page import moved_pages
from bot.render.site.kinds.new_page import new_page
from bot.render.site.kinds.paper_page import paper_pages
from bot.render.site.kinds.statistics_page import statistics_page
from bot.render.site.parts.contents import Contents, contents
from bot.render.site.parts.page import Page, documents
from bot.render.site.search_data import bibtex_data, search_data

ASSETS = (
    *("copy.js", "icon.svg", "site.css", "start.js"),
    *(f"find/{name}.js" for name in "works words links postings near question index".split()),
    *(f"show/{name}.js" for name in "facets address choices results picked search".split()),
)


def site_files(catalog: Catalog, listing: Listing, checked: str = "") -> Iterator[FileText]:
    """Yield every file that is made from the list.

    `checked` is the day on which all links were last looked at, "" where nobody knows.
    """
    picture = picture_of(catalog.papers, listing)
    paths = []
    site = contents(catalog, listing, checked)
    for file in documents(_pages(site, picture), listing):
        paths.append(file.path)
        yield file
    yield from (FileText(path, text) for path, text in moved_pages(listing))
    yield FileText("assets/data.js", search_data(site.papers, listing))
    yield FileText("assets/bibtex.js", bibtex_data(site.papers, site.exported["bibtex"]))
    yield FileText("pictures/years-light.svg", picture.svg(LIGHT))
    yield FileText("pictures/years-dark.svg", picture.svg(DARK))
    yield from _exports(site)
    yield FileText("robots.txt", robots(listing))
    if listing.site.url:
        yield from sitemaps(paths, listing)


def _pages(site: Contents, picture: Picture) -> Iterator[Page]:
    yield front_page(site)
    yield new_page(site)
    yield statistics_page(site, picture)
    yield authors_page(site)
    yield venues_page(site)
    for category, _ in site.listing.tree():
        yield category_page(category, site)
    yield from group_pages(site)
    yield from paper_pages(site)


def _exports(site: Contents) -> Iterator[FileText]:
    for name, export in EXPORTS.items():
        for slug in ("", *site.listing.by_slug):
            path = export.path_of(slug) if slug else export.path
            text = export.write(site.catalog, site.listing, slug, site.exported[name])
            yield FileText(path, text)
