"""What kind of work is it, as far as its title and where its links lead tell?"""

import re
from collections.abc import Sequence

from bot.model.papers.paper import Kind, Link, LinkKind

_SURVEY = re.compile(r"\b(?:survey|systematic review|literature review)\b", re.IGNORECASE)
_THESIS = re.compile(
    r"\b(?:ph\.? ?d\.?|doctoral|master(?:['’]?s)?|bachelor(?:['’]?s)?|diploma|habilitation)[ -]"
    r"(?:thesis|dissertation)\b|\((?:thesis|dissertation)\b|(?:博士|硕士|学位|修士)(?:论文|論文)",
    re.IGNORECASE,
)
_THESES = re.compile(
    r"^https?://(?:[\w-]+\.)*(?:theses?|etd|ethos)\.|/(?:theses|thesis|dissertations?|etds?)(?:/|$)"
    r"|proquest\.com/(?:docview|dissertations)|/tel-[0-9]{8}",
    re.IGNORECASE,
)
_BOOKS = re.compile(
    r"oreilly\.com/library/view/|manning\.com/books/|amazon\.[a-z.]{2,6}/(?:[^/]+/)?(?:dp|gp)/"
    r"|link\.springer\.com/book/|mitpress\.mit\.edu/(?:books/|97)|books\.google\.|packtpub\.com/"
    r"|cambridge\.org/core/books/|routledge\.com/|nostarch\.com/|google\.com/books/edition/"
    r"|direct\.mit\.edu/books/|/doi/book/|academic\.oup\.com/book/|press\.[a-z.-]+/books?/"
    r"|leanpub\.com/|pragprog\.com/titles/|crcpress\.com/|taylorfrancis\.com/books/"
    r"|ieeexplore\.ieee\.org/book/|openlibrary\.org/|goodreads\.com/book/|[/=:]isbn[/=:]?97[89]"
    r"|/isbn/",
    re.IGNORECASE,
)
# What a work is whose links are all of these kinds, by the first of them.
_SOLE: dict[LinkKind, Kind] = {
    "code": "software",
    "blog": "blog",
    "video": "talk",
    "slides": "talk",
    "dataset": "dataset",
    "model": "model",
}

# What may stand beside any work.
_BESIDE: frozenset[LinkKind] = frozenset(("other", "summary"))


def kind_of(title: str, links: Sequence[Link]) -> Kind:
    """Give the kind of a work by its links; a survey and a thesis say themselves what they are."""
    soles = [_SOLE.get(link.kind) for link in links if link.kind not in _BESIDE]
    if soles and soles[0] and all(soles):
        return soles[0]
    papers = [link.url for link in links if link.kind == "paper"]
    if _THESIS.search(title) or any(map(_THESES.search, papers)):
        return "thesis"
    if any(map(_BOOKS.search, papers)):
        return "book"
    return "survey" if _SURVEY.search(title) else "paper"
