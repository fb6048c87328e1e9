"""Which files make up the site, apart from the assets that are the same for every list?"""

from collections.abc import Iterator

from bot.model.github.outcome import FileText
from bot.model.papers.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.export.bibtex import record
from bot.render.export.bibtex_keys import keys
from bot.render.export.exports import EXPORTS
from bot.render.readme.documents.sections import by_category
from bot.render.readme.pictures.picture import DARK, LIGHT, Picture, picture_of
from bot.render.site.category_page import category_page
from bot.render.site.front_page import front_page
from bot.render.site.indexes import robots, sitemaps
from bot.render.site.page import Page, document, esc
from bot.render.site.paper_page import paper_page
from bot.render.site.search_data import search_data

ASSETS = (
    "copy.js",
    "facets.js",
    "icon.svg",
    "index.js",
    "links.js",
    "search.js",
    "site.css",
    "words.js",
    "works.js",
)


def site_files(catalog: Catalog, listing: Listing) -> Iterator[FileText]:
    """Yield every file that is made from the list."""
    picture = picture_of(catalog.papers, listing)
    paths = []
    for page in _pages(catalog, listing, picture):
        paths.append(page.path)
        yield FileText(page.path, document(page, listing))
    yield FileText("assets/data.js", search_data(catalog.papers, listing))
    yield FileText("pictures/years-light.svg", picture.svg(LIGHT))
    yield FileText("pictures/years-dark.svg", picture.svg(DARK))
    for export in EXPORTS.values():
        yield FileText(export.path, export.write(catalog, listing, ""))
    yield FileText("robots.txt", robots(listing))
    if listing.site.url:
        yield from sitemaps(paths, listing)


def _pages(catalog: Catalog, listing: Listing, picture: Picture) -> Iterator[Page]:
    papers = by_category(catalog.papers, listing.readme)
    named = keys(catalog.papers)
    yield front_page(catalog, papers, listing, _figure(picture))
    for category, _ in listing.tree():
        yield category_page(category, papers, listing)
    for paper in catalog.papers:
        yield paper_page(paper, record(paper, named[paper.id]), listing)


def _figure(picture: Picture) -> str:
    """Write the picture of the whole list; it has nothing to show of a list without dates."""
    if not picture.years:
        return ""
    return f"""<section aria-labelledby="years-heading">
<h2 id="years-heading">Through the years</h2>
<picture>
<source media="(prefers-color-scheme: dark)" srcset="pictures/years-dark.svg">
<img class="years" src="pictures/years-light.svg" alt="{esc(picture.description)}" \
width="{picture.width}" height="{picture.height}" loading="lazy">
</picture>
</section>"""
