"""How are the works that came onto the list last written as an Atom feed?

RFC 4287. Every date is that on which a work came onto the list, so that the same list gives the
same feed. Ids are name-based UUIDs (RFC 9562, version 5) of the repository and the work's permanent
id: they stay when titles, links or the site's address change.
"""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.model.listing import Listing
from bot.model.paper import Catalog, Paper
from bot.render.site.addresses import absolute, feed_path, paper_path
from bot.render.work import title_link
from bot.render.xml_text import writable

NEWEST = 50
NAMESPACE = "http://www.w3.org/2005/Atom"
# RFC 4287 asks for a date even where nothing was ever added.
NEVER = "1970-01-01"


def atom(catalog: Catalog, listing: Listing) -> str:
    """Write a feed of the works added last, newest first; works without that day never stand in."""
    papers = _newest(catalog)
    feed = Element("feed", xmlns=NAMESPACE)
    _text(feed, "id", _id(listing, ""))
    _text(feed, "title", listing.title)
    _text(feed, "subtitle", listing.introduction)
    _text(feed, "updated", _instant(papers[0] if papers else None))
    _text(SubElement(feed, "author"), "name", listing.title)
    for address, relation in _homes(listing):
        SubElement(feed, "link", rel=relation, href=address)
    for paper in papers:
        _entry(feed, paper, listing)
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _newest(catalog: Catalog) -> list[Paper]:
    known = [paper for paper in catalog.papers if paper.added]
    known.sort(key=lambda paper: (paper.title.casefold(), paper.id))
    known.sort(key=lambda paper: paper.added or "", reverse=True)
    return known[:NEWEST]


def _homes(listing: Listing) -> Iterator[tuple[str, str]]:
    if listing.site.url:
        yield absolute(listing, ""), "alternate"
        yield absolute(listing, feed_path), "self"
    elif listing.repository:
        yield f"https://github.com/{listing.repository}", "alternate"


def _entry(feed: Element, paper: Paper, listing: Listing) -> None:
    entry = SubElement(feed, "entry")
    _text(entry, "id", _id(listing, paper.id))
    _text(entry, "title", paper.title)
    _text(entry, "updated", _instant(paper))
    SubElement(entry, "link", rel="alternate", href=_address(paper, listing))
    for name in paper.authors:
        _text(SubElement(entry, "author"), "name", name)
    SubElement(entry, "category", term=paper.category, label=listing.by_slug[paper.category].title)
    _text(entry, "summary", _summary(paper, listing))


def _address(paper: Paper, listing: Listing) -> str:
    """Give the work's page; without an address of the site, the work's own link or that page's."""
    if listing.site.url:
        return absolute(listing, paper_path(paper.id))
    link = title_link(paper)
    return link.url if link else paper_path(paper.id)


def _summary(paper: Paper, listing: Listing) -> str:
    facts = [
        str(paper.venue) if paper.venue else "",
        paper.date or "",
        " / ".join(listing.path(paper.category)),
        ", ".join(paper.keywords),
        paper.note or "",
    ]
    return " · ".join(fact for fact in facts if fact)


def _id(listing: Listing, name: str) -> str:
    """Give the permanent id of an entry, or of the feed for an empty name."""
    home = f"https://github.com/{listing.repository}" if listing.repository else listing.title
    return uuid5(NAMESPACE_URL, f"{home}#{name}").urn


def _instant(paper: Paper | None) -> str:
    return f"{(paper and paper.added) or NEVER}T00:00:00Z"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = writable(text)
