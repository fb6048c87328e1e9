"""How are the works that came onto the list last written as an Atom feed?

RFC 4287. Every date is that on which a work came onto the list, so that the same list gives the
same feed. Ids are name-based UUIDs (RFC 9562, version 5). That of an entry is made of the work's
permanent id and the day on which it came, that of a feed of those of the work that came first: so
they stay when titles, links, the list's name, its repository or its address change, a work has one
id in the feed of the list and in those of its categories, and two lists hardly share one.
"""

from collections import Counter
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.people.name import spoken
from bot.render.addresses import absolute, category_feed_path, feed_path, paper_path
from bot.render.arrivals import Arrival, arrivals
from bot.render.export.scope import (
    heading,
    introduction,
    license_address,
    page_of,
    within,
)
from bot.render.work import title_link
from bot.render.xml_text import writable

NEWEST = 50
NAMESPACE = "http://www.w3.org/2005/Atom"
# RFC 4287 asks for a date even where nothing was ever added.
NEVER = "1970-01-01"
SUCCESSOR = "What took its place"


def atom(catalog: Catalog, listing: Listing, slug: str = "") -> str:
    """Write a feed of what was added last to the list, or to a category, newest first.

    Works without that day never stand in. Very many of one day are one entry, which leads to the
    page of them all.
    """
    last = arrivals(within(catalog, listing, slug), NEWEST)
    name = f"{slug} of {_first(catalog)}"
    feed = Element("feed", xmlns=NAMESPACE)
    _text(feed, "id", _id("feed", name))
    _text(feed, "title", heading(listing, slug))
    _text(feed, "subtitle", introduction(listing, slug))
    _text(feed, "updated", _instant(last[0].day if last else NEVER))
    _text(SubElement(feed, "author"), "name", listing.title)
    for address, relation in _links(listing, slug):
        SubElement(feed, "link", rel=relation, href=address)
    if listing.license:
        _text(feed, "rights", listing.license)
    for come in last:
        if len(come.papers) == 1:
            _entry(feed, come.papers[0], come.day, listing)
        else:
            many = _many(feed, come, listing, slug)
            _text(many, "id", _id("works", f"{come.day} {name}"))
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _links(listing: Listing, slug: str) -> Iterator[tuple[str, str]]:
    """Give the feed's links, and what each is to it; that of a licence is RFC 4946's."""
    if listing.site.url:
        yield absolute(listing, page_of(slug)), "alternate"
        yield absolute(listing, category_feed_path(slug) if slug else feed_path), "self"
    elif listing.repository:
        yield f"https://github.com/{listing.repository}", "alternate"
    if listing.license:
        yield license_address(listing), "license"


def _first(catalog: Catalog) -> str:
    """Name the work that came onto the list first, and when; no later day changes that."""
    come = min(((paper.added, paper.id) for paper in catalog.papers if paper.added), default=())
    return " ".join(come)


def _entry(feed: Element, paper: Paper, day: str, listing: Listing) -> None:
    entry = SubElement(feed, "entry")
    _text(entry, "id", _id("work", f"{paper.id} {day}"))
    became = f" ({paper.status.what})" if paper.status else ""
    _text(entry, "title", paper.title + became)
    _text(entry, "updated", _instant(day))
    SubElement(entry, "link", rel="alternate", href=_address(paper, listing))
    if paper.status and paper.status.see:
        SubElement(entry, "link", rel="related", href=paper.status.see, title=SUCCESSOR)
    for name in paper.people:
        _text(SubElement(entry, "author"), "name", spoken(name))
    SubElement(entry, "category", term=paper.category, label=listing.by_slug[paper.category].title)
    _text(entry, "summary", _summary(paper, listing))


def _many(feed: Element, come: Arrival, listing: Listing, slug: str) -> Element:
    """Write one entry for all that came in one go, without its id."""
    entry = SubElement(feed, "entry")
    _text(entry, "title", f"{len(come.papers):,} works were added in one go")
    _text(entry, "updated", _instant(come.day))
    links = [address for address, relation in _links(listing, slug) if relation == "alternate"]
    SubElement(entry, "link", rel="alternate", href=links[0] if links else page_of(slug))
    counts = Counter(listing.path(paper.category)[0] for paper in come.papers)
    tops = [top.title for top in listing.children(None) if counts[top.title]]
    _text(entry, "summary", " · ".join(f"{title}: {counts[title]:,}" for title in tops))
    return entry


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


def _id(kind: str, name: str) -> str:
    """Give the permanent id of an entry or a feed."""
    return uuid5(NAMESPACE_URL, f"{kind} {name}").urn


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = writable(text)
