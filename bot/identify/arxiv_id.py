"""Which arXiv paper is this? `arxiv:2309.06180`, `arxiv:hep-th/9901001`.

Version and subject class ("math.GT/0309136v2") are no part of the id. Since April 2007 an id is
YYMM.NNNN, since January 2015 YYMM.NNNNN (https://info.arxiv.org/help/arxiv_identifier.html).
"""

import re

from bot.identify.family import Family
from bot.identify.link import Link

# Sites that show arXiv's papers under arXiv's ids.
_MIRRORS = (
    "alphaxiv.org",
    "ar5iv.org",
    "arxiv-vanity.com",
    "arxiv.gg",
    "emergentmind.com",
    "papers.cool",
    "scirate.com",
    "xxx.lanl.gov",
)
_HOSTS = ("arxiv.org", "ar5iv.labs.arxiv.org", *_MIRRORS)
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|"
    "cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|"
    "nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_NEW = r"(?:0[7-9]|[1-9][0-9])(?:0[1-9]|1[0-2])\.[0-9]{4,5}"
_OLD = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])[0-9]{{3}}"
_ARXIV = rf"(?:{_NEW}|{_OLD})(?:v[0-9]{{0,3}})?"

_BARE = re.compile(rf"(?:arxiv[:.]?\s{{0,3}})?({_ARXIV})(?:\s?\[[\w.-]+\])?", re.IGNORECASE)
_IN_PATH = re.compile(
    rf"(?:^|/)(?:arxiv[:.])?({_ARXIV})(?=$|/|\.(?:pdf|ps|html?)\b)", re.IGNORECASE
)
_DOI = re.compile(rf"10\.48550/arxiv\.({_ARXIV})", re.IGNORECASE)


def _id(identifier: str) -> str | None:
    """Give the id of an identifier that fits the pattern; its length must fit its month."""
    bare = re.sub(r"v[0-9]{0,3}$", "", identifier.lower())
    if "/" in bare:
        archive, number = bare.split("/")
        return f"arxiv:{archive.partition('.')[0]}/{number}"
    month, number = bare.split(".")
    fits = month >= "0704" and len(number) == (4 if month < "1501" else 5) and int(number) > 0
    return f"arxiv:{bare}" if fits else None


def _of_text(text: str) -> str | None:
    match = _BARE.fullmatch(text)
    return _id(match[1]) if match else None


def _of_doi(doi: str) -> str | None:
    match = _DOI.fullmatch(doi)
    return _id(match[1]) if match else None


def _of_link(link: Link) -> str | None:
    papers = link.on("huggingface.co", "hf.co") and link.path.startswith("papers/")
    astrophysics = link.on("ui.adsabs.harvard.edu") and link.path.startswith("abs/")
    if not (papers or astrophysics or link.on(*_HOSTS)):
        return None
    match = _IN_PATH.search(link.path)
    return _id(match[1]) if match else None


ARXIV_FAMILY = Family(
    "arxiv",
    (*_HOSTS, "huggingface.co", "hf.co"),
    _of_link,
    lambda value: f"https://arxiv.org/abs/{value}",
    _of_text,
    _of_doi,
)
