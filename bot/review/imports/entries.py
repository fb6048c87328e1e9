"""What would an entry of somebody's README be as an entry of ours?"""

from typing import cast, get_args

from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import Capability, Citations, Kind, Link, LinkKind, Paper, Venue
from bot.review.drafts.kind import kind_of
from bot.review.drafts.link_kind import kind_led_to, kind_of_link

_CAPABILITIES: tuple[Capability, ...] = ("training", "inference", "fine-tuning")


def paper_of(entry: ImportedPaper, category: str, source: str, added: str) -> Paper:
    """Give the entry as one of ours; its id is only a stand-in until it is known to be new."""
    links = tuple(
        dict.fromkeys(
            Link(kind=_kind_of_link(label, url, entry), url=url) for label, url in entry.links
        )
    )
    venue = Venue(name=entry.venue, year=entry.year) if entry.venue else None
    year = str(entry.year) if entry.year and not venue else ""
    count = entry.citations
    as_of = entry.citations_as_of or None
    return Paper(
        id="imported",
        title=entry.title,
        short_name=entry.name or None,
        kind=_kind(entry, links),
        category=category,
        authors=entry.authors,
        affiliations=entry.affiliations,
        date=entry.date or year or None,
        venue=venue,
        ids=entry.ids,
        links=links,
        keywords=entry.keywords,
        citations=Citations(count=count, as_of=as_of) if count is not None else None,
        note=entry.note or None,
        capabilities=tuple(name for name in _CAPABILITIES if name in entry.capabilities),
        added=added,
        sources=(source,),
    )


def _kind(entry: ImportedPaper, links: tuple[Link, ...]) -> Kind:
    """Give the kind of work: as the file says, else as its title and links tell."""
    if kind_of_work := next((kind for kind in get_args(Kind) if kind == entry.kind), None):
        return cast("Kind", kind_of_work)
    if entry.capabilities:
        return "software"
    return kind_of(entry.title, links)


def _kind_of_link(label: str, url: str, entry: ImportedPaper) -> LinkKind:
    """Name what a link leads to; one that is called by the title, or by nothing, is the paper."""
    called = label.lower()
    titled = bool(label) and (entry.title.lower() in called or called in entry.title.lower())
    unnamed = label == "url"  # BibTeX's field says only that it is a link
    if entry.kind == "blog" and unnamed:
        return "blog"  # the page of a post is the post
    kind = kind_led_to(url) if titled or unnamed else kind_of_link(label, url)
    return kind or "paper"
