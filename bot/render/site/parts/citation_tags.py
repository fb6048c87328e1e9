"""What do Zotero and Google Scholar read in the head of a work's page?

The tags of Highwire Press, as https://scholar.google.com/intl/en/scholar/inclusion.html asks for
them and Zotero's translator "Embedded Metadata" reads them. Where no tag tells what sort of work it
is, `z:itemType` does, a term of Zotero's own RDF.
"""

from collections.abc import Iterable, Iterator

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.people.name import is_group, read_name, spoken
from bot.render.addresses import absolute, paper_path
from bot.render.work import title_link
from bot.venues.names import JOURNAL_NAMES

_ITEM_TYPES = {
    "software": "computerProgram",
    "blog": "blogPost",
    "book": "book",
    "dataset": "dataset",
    "model": "computerProgram",
    "talk": "presentation",
    "thesis": "thesis",
}


def citation_tags(paper: Paper, listing: Listing, authors: Iterable[str]) -> list[tuple[str, str]]:
    """Give the tags, each with its content; a name may stand more than once.

    `authors` are the work's, as `cited` writes them.
    """
    return [(name, content) for name, content in _tags(paper, listing, authors) if content]


def _tags(paper: Paper, listing: Listing, authors: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield "citation_title", paper.title
    for author in authors:
        yield "citation_author", author
    yield from _dates(paper)
    yield from _place(paper)
    yield from _addresses(paper, listing)
    for keyword in paper.keywords:
        yield "citation_keywords", keyword


def cited(name: str) -> str:
    """Write a name so that its family is known.

    Zotero takes a comma between words and words for one between two authors.
    """
    read = read_name(name)
    looks_like_two = " " in read.family and " " in read.given
    if is_group(name) or not read.given or looks_like_two:
        return spoken(name)
    return read.inverted


def _dates(paper: Paper) -> Iterator[tuple[str, str]]:
    """Give the year of the venue, and when the work was first public, with slashes."""
    public = (paper.date or "").replace("-", "/")
    year = str(paper.venue.year or "") if paper.venue else ""
    yield "citation_publication_date", year or public
    yield "citation_online_date", public


def _place(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.kind == "thesis" and paper.affiliations:
        yield "citation_dissertation_institution", paper.affiliations[0]
    elif paper.kind in _ITEM_TYPES:
        yield "z:itemType", _ITEM_TYPES[paper.kind]
    elif paper.venue is None:
        yield "z:itemType", "preprint"
    elif paper.venue.name in JOURNAL_NAMES:
        yield "citation_journal_title", paper.venue.name
    else:
        yield "citation_conference_title", str(paper.venue)


def _addresses(paper: Paper, listing: Listing) -> Iterator[tuple[str, str]]:
    ids = dict(reversed([work_id.split(":", 1) for work_id in paper.ids]))
    yield "citation_doi", ids.get("doi", "")
    yield "citation_arxiv_id", ids.get("arxiv", "")
    main = title_link(paper)
    yield "citation_public_url", main.url if main else ""
    if listing.site.url:
        yield "citation_abstract_html_url", absolute(listing, paper_path(paper.id))
    yield "citation_pdf_url", _pdf(paper, ids.get("arxiv", ""))


def _pdf(paper: Paper, arxiv: str) -> str:
    """Give the address of the text: a link to a PDF, else that at arXiv."""
    links = [link.url for link in paper.links if link.kind == "paper"]
    named = next((url for url in links if url.lower().endswith(".pdf")), "")
    return named or (f"https://arxiv.org/pdf/{arxiv}" if arxiv else "")
