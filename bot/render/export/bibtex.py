"""How is the list written as a BibTeX file that every reader of BibTeX accepts?

Entry types and fields are BibTeX's own (btxdoc, section 3), with `doi`, `url`, `eprint` and
`archivePrefix` as arXiv and the common styles use them. biblatex's are what no style of BibTeX has
and none prints: `@software`, `@dataset` and `@thesis`, `entrysubtype` for other kinds, `origdate`
for the day of the preprint of a published work, `shorttitle`, `keywords` and `annotation` (its
manual, sections 2.1 and 2.2). `code`, where the code is, is nobody's. Styles that know no `eprint`
print the `note` of a preprint. A work whose authors are not known says so in its `note`, and has
its title as `key` for the styles that sort and label by authors. `bot import` reads all of it back.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.model.lists.listing import Listing
from bot.model.papers.paper import OTHERS, Catalog, Paper
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
    "dataset": "dataset",
    "thesis": "thesis",
    "blog": "misc",
    "model": "misc",
    "talk": "misc",
}
_PLACES = {"article": "journal", "inproceedings": "booktitle", "book": "publisher"}
# Capitals that styles must not lower, of words that have no other mark of a name.
_PROPER = frozenset(
    "Bayes Bayesian Boolean Chinese Claude Cauchy English Euclidean European Fisher Fourier French"
    " Gaussian Gemini Gemma German Gibbs Hadamard Hessian Hilbert Huffman Jacobian Japanese Java"
    " Kalman Kronecker Lagrangian Lipschitz Linux Llama Mamba Markov Mistral Mixtral Monte Carlo"
    " Newton Pareto Poisson Python Qwen Shapley Stiefel Taylor Turing Wasserstein Winograd".split()
)


_KINDS_TOLD = frozenset(("software", "book", "dataset", "thesis"))


def bibtex(catalog: Catalog, listing: Listing, slug: str, works: Mapping[str, str]) -> str:
    """Write every work of the list, or of a category, in the order of the list's ids.

    `works` are their records.
    """
    papers = within(catalog, listing, slug)
    head = f"% {latex(heading(listing, slug))}\n% {len(papers)} entries, made from data\n"
    if listing.license:
        head += f"% Licence of the data: {listing.license}, {license_address(listing)}\n"
    return head + "\n" + "\n".join(works[paper.id] for paper in papers)


def records(catalog: Catalog, _: Listing) -> dict[str, str]:
    """Write every work of a list, by its id, under a key that no other one has."""
    named = keys(catalog.papers)
    return {paper.id: record(paper, named[paper.id]) for paper in catalog.papers}


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
    if note := _note(paper):
        yield "note", f"{{{note}}}"
    yield from _unprinted(paper)


def _note(paper: Paper) -> str:
    """Say what plain styles print of no other field: the preprint, or that authors are missing."""
    preprint = next((work for work in paper.ids if work.startswith("arxiv:")), "")
    see = f", see {latex(paper.status.see)}" if paper.status and paper.status.see else ""
    remarks = [paper.status.what.capitalize() + see] if paper.status else []
    remarks += [] if paper.authors else [NO_AUTHORS]
    if preprint and paper.venue is None:
        remarks.append(f"arXiv:{preprint.removeprefix('arxiv:')}")
    return ". ".join(remarks)


def _unprinted(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield what no style prints, and readers of the file may want."""
    if paper.date and (len(paper.date) > len("2023-09") or (paper.venue and paper.venue.year)):
        yield "origdate", f"{{{paper.date}}}"
    if paper.kind != "paper" and _type(paper) not in _KINDS_TOLD:
        yield "entrysubtype", f"{{{paper.kind}}}"
    if paper.short_name:
        yield "shorttitle", f"{{{latex(paper.short_name)}}}"
    if code := " ".join(link.url for link in paper.links if link.kind == "code"):
        yield "code", f"{{{_verbatim(code)}}}"
    if paper.keywords:
        yield "keywords", f"{{{latex(', '.join(paper.keywords))}}}"
    if paper.note:
        yield "annotation", f"{{{latex(paper.note)}}}"


def _published(paper: Paper) -> Iterator[tuple[str, str]]:
    kind = _type(paper)
    if paper.venue and kind in _PLACES:
        yield _PLACES[kind], f"{{{latex(paper.venue.name)}}}"
    elif paper.venue:
        yield "howpublished", f"{{{latex(str(paper.venue))}}}"
    if year(paper):
        yield "year", f"{{{year(paper)}}}"
    # A preprint's month says nothing about the month of the conference.
    if paper.date and len(paper.date) > 4 and not (paper.venue and paper.venue.year):
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
    return " ".join(_word(word, names) for word in paper.title.split())


def _word(word: str, names: Sequence[str]) -> str:
    if word.rstrip(":,") in names:
        return f"{{{latex(word)}}}"
    return "-".join(map(_kept, word.split("-")))


def _kept(part: str) -> str:
    """Write a word, or what stands between its hyphens; in braces if it is a name.

    A name has capitals or digits behind its first letter ("LLM", "vLLM", "W4A8"), is a letter
    ("Q-Learning"), or a word that is always written so.
    """
    letters = part.strip("(\"'“‘[]:,.?!)’”")
    letter = len(letters) == 1 and letters.isupper() and letters != "A"
    marked = any(map(str.isupper, letters[1:])) or any(map(str.isdigit, letters[1:]))
    name = letter or marked or letters.removesuffix("'s") in _PROPER
    return f"{{{latex(part)}}}" if name else latex(part)


def _person(text: str) -> str:
    """Write one author; a group's name is one word to BibTeX."""
    if text == OTHERS:
        return "others"
    name = read_name(text)
    if is_group(text) or not name.given:
        return f"{{{latex(text)}}}"
    plain = "," not in text and not name.suffix
    return latex(text) if plain else latex(name.inverted)
