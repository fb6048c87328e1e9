"""What does the page of one work show: all that the list knows of it, and how to cite it?"""

from collections.abc import Iterator

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Link, Paper
from bot.render.addresses import paper_path
from bot.render.form_link import correction_link
from bot.render.site.kinds.category_page import suggest_link
from bot.render.site.kinds.facts import facts
from bot.render.site.kinds.leads import Leads, leads
from bot.render.site.parts.citation_tags import citation_tags
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.linked_data import linked_data
from bot.render.site.parts.page import Page
from bot.render.site.parts.rows import name
from bot.render.site.parts.ways import steps
from bot.render.work import LABELS, credited
from bot.text.cut import clipped

_SHOWN_OF_ADDRESS = 60


def paper_pages(site: Contents) -> Iterator[Page]:
    """Yield the page of each work."""
    named = leads(site)
    yield from (_paper_page(paper, site, named) for paper in site.catalog.papers)


def _paper_page(paper: Paper, site: Contents, named: Leads) -> Page:
    path = paper_path(paper.id)
    listing = site.listing
    values = {
        "steps": steps(paper.category, path, listing),
        "name": name(paper),
        "authors": [named.authors[author] for author in paper.authors],
        "links": list(map(_link, paper.links)),
        "facts": facts(paper, named),
        "status": paper.status,
        "record": site.exported["bibtex"][paper.id].strip(),
        "related": [named.works[other.id] for other in site.related[paper.id]],
        "tags": citation_tags(paper, listing, [named.cited[name] for name in paper.people]),
        "data": linked_data(paper, listing),
        "correction": correction_link(listing.repository, paper) if listing.repository else "",
        "suggest_beside": suggest_link(paper.category, listing),
    }
    return Page(
        path,
        paper.title,
        _description(paper, listing),
        "paper",
        values,
        og_type="article",
        scripts=("assets/copy.js",),
    )


def _link(link: Link) -> dict[str, str]:
    shown = link.url.partition("://")[2].removeprefix("www.").rstrip("/")
    shown = clipped(shown, _SHOWN_OF_ADDRESS)
    return {"url": link.url, "label": LABELS[link.kind].capitalize(), "shown": shown}


def _description(paper: Paper, listing: Listing) -> str:
    parts = [
        credited(paper, 3),
        str(paper.venue or paper.date or ""),
        " / ".join(listing.path(paper.category)),
    ]
    return " · ".join(part for part in parts if part)
