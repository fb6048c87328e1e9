"""How are the works that came onto the list last written as an Atom feed?

RFC 4287. Every date is that on which a work came onto the list, so that the same list gives the
same feed. Ids are name-based UUIDs (RFC 9562, version 5) of the repository and the work's permanent
id: they stay when titles, links or the site's address change.
"""

from collections import Counter
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.model.papers.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.people.name import spoken
from bot.render.addresses import absolute, feed_path, home_path, paper_path
from bot.render.arrivals import Arrival, arrivals
from bot.render.work import title_link
from bot.render.xml_text import writable

NEWEST = 50
NAMESPACE = "http://www.w3.org/2005/Atom"
# RFC 4287 asks for a date even where nothing was ever added.
NEVER = "1970-01-01"


def atom(catalog: Catalog, listing: Listing) -> str:
    """Write a feed of what was added last, newest first; works without that day never stand in.

    Very many works of one day are one entry, which leads to the whole list.
    """
    last = arrivals(catalog.papers, NEWEST)
    feed = Element("feed", xmlns=NAMESPACE)
    _text(feed, "id", _id(listing, ""))
    _text(feed, "title", listing.title)
    _text(feed, "subtitle", listing.introduction)
    _text(feed, "updated", _instant(last[0].day if last else NEVER))
    _text(SubElement(feed, "author"), "name", listing.title)
    for address, relation in _homes(listing):
        SubElement(feed, "link", rel=relation, href=address)
    for come in last:
        if len(come.papers) == 1:
            _entry(feed, come.papers[0], come.day, listing)
        else:
            _many(feed, come, listing)
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _homes(listing: Listing) -> Iterator[tuple[str, str]]:
    if listing.site.url:
        yield absolute(listing, ""), "alternate"
        yield absolute(listing, feed_path), "self"
    elif listing.repository:
        yield f"https://github.com/{listing.repository}", "alternate"


def _entry(feed: Element, paper: Paper, day: str, listing: Listing) -> None:
    entry = SubElement(feed, "entry")
    _text(entry, "id", _id(listing, paper.id))
    _text(entry, "title", paper.title)
    _text(entry, "updated", _instant(day))
    SubElement(entry, "link", rel="alternate", href=_address(paper, listing))
    for name in paper.authors:
        _text(SubElement(entry, "author"), "name", spoken(name))
    SubElement(entry, "category", term=paper.category, label=listing.by_slug[paper.category].title)
    _text(entry, "summary", _summary(paper, listing))


def _many(feed: Element, come: Arrival, listing: Listing) -> None:
    """Write one entry for all that came in one go; no paper's id has a blank."""
    entry = SubElement(feed, "entry")
    _text(entry, "id", _id(listing, f"added {come.day}"))
    _text(entry, "title", f"{len(come.papers):,} works were added in one go")
    _text(entry, "updated", _instant(come.day))
    home = next(_homes(listing), (home_path, ""))[0]
    SubElement(entry, "link", rel="alternate", href=home)
    found = Counter(listing.path(paper.category)[0] for paper in come.papers)
    tops = [top.title for top in listing.children(None) if found[top.title]]
    _text(entry, "summary", " · ".join(f"{title}: {found[title]:,}" for title in tops))


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


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = writable(text)
