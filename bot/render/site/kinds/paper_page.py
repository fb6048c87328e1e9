"""What does the page of one work show: all that the list knows of it, and how to cite it?"""

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Link, Paper
from bot.people.name import spoken
from bot.render.addresses import paper_path, relative
from bot.render.form_link import correction_link
from bot.render.site.kinds.category_page import suggest_link
from bot.render.site.kinds.facts import ShownValue, facts
from bot.render.site.parts.citation_tags import citation_tags
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.linked_data import linked_data
from bot.render.site.parts.page import Page
from bot.render.site.parts.rows import name
from bot.render.site.parts.ways import steps
from bot.render.work import LABELS, credited

_SHOWN_OF_ADDRESS = 60


def paper_page(paper: Paper, site: Contents) -> Page:
    """Give the page of a work."""
    path = paper_path(paper.id)
    listing = site.listing
    values = {
        "steps": steps(paper.category, path, listing),
        "name": name(paper),
        "authors": [_author(author, site, path) for author in paper.authors],
        "links": list(map(_link, paper.links)),
        "facts": facts(paper, site),
        "status": paper.status,
        "record": site.exported["bibtex"][paper.id].strip(),
        "related": [_near(other, path) for other in site.related[paper.id]],
        "tags": citation_tags(paper, listing),
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


def _author(text: str, site: Contents, page: str) -> ShownValue:
    """Write an author, with the way to other works if there are any."""
    shown = spoken(text)
    group = site.authors.get(shown)
    return ShownValue(shown, relative(group.path, page) if group else "")


def _link(link: Link) -> dict[str, str]:
    shown = link.url.partition("://")[2].removeprefix("www.").rstrip("/")
    if len(shown) > _SHOWN_OF_ADDRESS:
        shown = shown[: _SHOWN_OF_ADDRESS - 1] + "…"
    return {"url": link.url, "label": LABELS[link.kind].capitalize(), "shown": shown}


def _near(other: Paper, page: str) -> dict[str, str]:
    where = str(other.venue or (other.date or "")[:4])
    return {"url": relative(paper_path(other.id), page), "title": other.title, "said": where}


def _description(paper: Paper, listing: Listing) -> str:
    parts = [
        credited(paper, 3),
        str(paper.venue or paper.date or ""),
        " / ".join(listing.path(paper.category)),
    ]
    return " · ".join(part for part in parts if part)
