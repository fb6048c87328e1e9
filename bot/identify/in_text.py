"""Which links does this text hold?

In free text a link may stand bare, in brackets, in Markdown or HTML, without `https://`, glued to
the next word or to full-width punctuation. arXiv ids and DOIs count where they are named as such,
and where they have a line to themselves.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.identify.families import FAMILIES, canonical, landing_url
from bot.links.url import address, clean_url, without_trailing

# Chinese, Japanese and Korean writing, which needs no space behind a link, and quotation marks.
_WIDE = (
    "\u2010-\u2027\u2030-\u205e\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef«»"
)
# Without regard to case, such ranges would be spelled out at each import, for 20 ms.
_CHARACTER = rf"(?-i:[^\s<>()\"\\^`{{|}}\[\]\x00-\x20\x7f-\x9f{_WIDE}])"
# A second link glued on ends the first, unless it is part of it (`?url=https://`); so does a
# bracket, unless it opens and closes within (`Transformer_(deep_learning)`).
_NEXT = rf"(?:(?<=[/=])https?://|(?!https?://){_CHARACTER})"
# The angle brackets of an old DOI, which without them would be that of every article of the issue.
_SICI = r"(?:<|&lt;)[0-9a-z]+:[^\s<>&]{0,40}(?:>|&gt;)(?=[0-9.]+(?:co|tx);2-)"
_REST = rf"(?:{_SICI}|{_NEXT}|\({_NEXT}*\))*"
# Markdown's own brackets say where a link ends, so inside them any writing is part of it.
_INSIDE = r"[^\s<>()\[\]\"]"
_HOSTS = "|".join(re.escape(host) for family in FAMILIES for host in family.hosts)
_SITE = rf"(?:[a-z0-9-]{{1,63}}\.){{0,2}}(?:{_HOSTS})"
# Anything of an arXiv identifier's shape: whether it is one, its family says.
_ARXIV = r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]{1,3})?(?![0-9])"
# What is an identifier where it has the line to itself: a number with four decimals is none.
_ALONE = rf"(?![0-9]{{4}}\.[0-9]{{4}}(?![0-9])){_ARXIV}|10\.[0-9]{{4,9}}/[!-~]+"
_LINK = re.compile(
    rf"""
    <(?P<autolink>https?://[^\s<>"]+)(?=>)
    | \]\((?P<target>https?://{_INSIDE}*(?:\({_INSIDE}*\){_INSIDE}*)*)(?=\))
    | (?P<link>https?:/{{1,3}}(?=[^\s/]){_REST})
    | (?<![\w.@/-])(?P<bare>(?:www\.(?=[a-z0-9-]+\.)|{_SITE}/){_REST})
    | \b(?P<ssh>git@github\.com:[\w.-]+/[\w.-]+)
    | \barxiv[:.\s]\s?(?P<arxiv>{_ARXIV})
    | \bdoi(?:\s?[:=]\s?|\s)(?P<doi>10\.[0-9]{{4,9}}/{_REST})
    | ^[ \t>*+-]{{0,9}}(?:[0-9]{{1,3}}[.)][ ])?(?P<line>{_ALONE})[ \t\r]*$
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)


def links_in(text: str) -> list[str]:
    """Give every link in `text`, as `clean_url` writes it, in order, each page once.

    A bare identifier ("arXiv:2309.06180", "doi:10.1145/...") gives the page that shows it.
    """
    by_address: dict[str, str] = {}
    for url in _urls(text.replace("\\_", "_")):
        by_address.setdefault(address(url), url)
    return list(by_address.values())


def without_links(text: str) -> str:
    """Give what is left of `text` once its links are taken out, each for a line end."""
    return _LINK.sub("\n", text.replace("\\_", "_"))


class Linked(NamedTuple):
    """A stretch of text that ends in a link; what stands behind the last link has none.

    `written` is the link as it stands there, `url` as `clean_url` writes it, "" where it may not
    be stored.
    """

    words: str
    written: str = ""
    url: str = ""


def parted(text: str) -> list[Linked]:
    """Part a text at its links."""
    text = text.replace("\\_", "_")
    parts, done = [], 0
    for match in _LINK.finditer(text):
        url = _url(match, text) or ""
        parts.append(Linked(text[done : match.start()], match[0], url))
        done = match.end()
    return [*parts, Linked(text[done:])]


def _urls(text: str) -> Iterator[str]:
    """Find the links in order of appearance, those that may not be stored left out."""
    yield from filter(None, (_url(match, text) for match in _LINK.finditer(text)))


def _url(match: re.Match[str], text: str) -> str | None:
    """Give a link as it is stored; None if it may not be."""
    name, value = match.lastgroup, match[match.lastgroup or 0]
    if name in {"autolink", "target"}:
        return clean_url(value)
    if name in {"link", "bare"}:
        emphasised = text[match.start() - 1 : match.start()] == "_"
        return clean_url(without_trailing(value).rstrip("_") if emphasised else value)
    work = canonical(value)
    return landing_url(work) if work else None
