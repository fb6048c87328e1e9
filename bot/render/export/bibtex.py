"""How is the list written as a BibTeX file that every reader of BibTeX accepts?

Entry types and fields are BibTeX's own (btxdoc, section 3), with `doi`, `url`, `eprint` and
`archivePrefix` as arXiv and the common styles use them, and `@software` as biblatex does. A work
whose authors are not known says so in its `note`, and has its title as `key` for the styles that
sort and label by authors.
"""

from collections.abc import Iterator, Mapping

from bot.model.papers.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.people.name import is_group, read_name
from bot.render.export.bibtex_keys import keys, year
from bot.render.export.latex_text import latex
from bot.render.export.scope import heading, license_address, within
from bot.render.work import title_link
from bot.text.months import MONTHS
from bot.venues.names import JOURNAL_NAMES

NO_AUTHORS = "Authors not recorded"
_TYPES = {
    "software": "software",
    "book": "book",
    **dict.fromkeys(("blog", "dataset", "model", "talk", "thesis"), "misc"),
}


def bibtex(
    catalog: Catalog, listing: Listing, slug: str = "", named: Mapping[str, str] | None = None
) -> str:
    """Write every work of the list, or of a category, in the order of the list's ids.

    `named` are the keys of the whole list where they are known already.
    """
    named = named or keys(catalog.papers)
    papers = within(catalog, listing, slug)
    head = f"% {latex(heading(listing, slug))}\n% {len(papers)} entries, made from data\n"
    if listing.license:
        head += f"% Licence of the data: {listing.license}, {license_address(listing)}\n"
    return head + "\n" + "\n".join(record(paper, named[paper.id]) for paper in papers)


def record(paper: Paper, key: str) -> str:
    """Write one work under this key."""
    lines = [f"  {name} = {value}," for name, value in _fields(paper)]
    return "\n".join([f"@{_type(paper)}{{{key},", *lines, "}", ""])


def _type(paper: Paper) -> str:
    if paper.kind in _TYPES:
        return _TYPES[paper.kind]
    if paper.venue is None:
        return "misc"
    return "article" if paper.venue.name in JOURNAL_NAMES else "inproceedings"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield the fields that a work has, each value in braces (a month is a word of BibTeX's)."""
    yield "title", f"{{{_title(paper)}}}"
    if paper.authors:
        yield "author", f"{{{' and '.join(map(_person, paper.authors))}}}"
    else:
        yield "key", f"{{{latex(paper.title)}}}"
    yield from _published(paper)
    yield from _addresses(paper)
    if not paper.authors:
        yield "note", f"{{{NO_AUTHORS}}}"


def _published(paper: Paper) -> Iterator[tuple[str, str]]:
    places = {"article": "journal", "inproceedings": "booktitle"}
    kind = _type(paper)
    if paper.venue and kind in places:
        yield places[kind], f"{{{latex(paper.venue.name)}}}"
    elif paper.venue:
        yield "howpublished", f"{{{latex(str(paper.venue))}}}"
    # A preprint's month says nothing about the month of the conference.
    in_venue = paper.venue.year if paper.venue else None
    if in_venue or year(paper):
        yield "year", f"{{{in_venue or year(paper)}}}"
    if paper.date and len(paper.date) > 4 and in_venue is None:
        yield "month", MONTHS[int(paper.date[5:7]) - 1]


def _addresses(paper: Paper) -> Iterator[tuple[str, str]]:
    ids = dict(reversed([work_id.split(":", 1) for work_id in paper.ids]))
    if "doi" in ids:
        yield "doi", f"{{{_verbatim(ids['doi'])}}}"
    if "arxiv" in ids:
        yield "eprint", f"{{{ids['arxiv']}}}"
        yield "archivePrefix", "{arXiv}"
    if link := title_link(paper):
        yield "url", f"{{{_verbatim(link.url)}}}"


def _verbatim(address: str) -> str:
    """Write what is printed as it stands; braces, which must pair up, are percent-encoded."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace("@", "%40")


def _title(paper: Paper) -> str:
    """Write the title; braces keep the capitals of names in styles that lower the others."""
    names = (paper.short_name or "").split()
    return " ".join(
        f"{{{latex(word)}}}" if word.rstrip(":,") in names or _is_name(word) else latex(word)
        for word in paper.title.split()
    )


def _is_name(word: str) -> bool:
    """Whether capitals or digits stand behind the word's first letter: "LLM", "vLLM", "W4A8"."""
    letters = word.lstrip("(\"'“‘[")
    return any(char.isupper() or char.isdigit() for char in letters[1:])


def _person(text: str) -> str:
    """Write one author; a group's name is one word to BibTeX."""
    name = read_name(text)
    if is_group(text) or not name.given:
        return f"{{{latex(text)}}}"
    plain = str(name) == text and not name.suffix
    return latex(text) if plain else latex(name.inverted)
