"""Which arXiv paper is this? `arxiv:2309.06180`, `arxiv:hep-th/9901001`.

What a valid identifier is, `bot.links.identifier` says.
"""

import re

from bot.identify.family import Family, bare
from bot.links.identifier import ARXIV, arxiv_id
from bot.links.url import ParsedUrl

# Sites that show arXiv's papers under arXiv's ids.
_MIRRORS = (
    "alphaxiv.org",
    "ar5iv.org",
    "arxiv-vanity.com",
    "arxiv-sanity.com",
    "arxiv-sanity-lite.com",
    "arxiv.gg",
    "bytez.com",
    "catalyzex.com",
    "emergentmind.com",
    "inspirehep.net",
    "papers.cool",
    "scirate.com",
    "talk2arxiv.org",
    "xxx.lanl.gov",
)
_HOSTS = ("arxiv.org", "ar5iv.labs.arxiv.org", *_MIRRORS)
_BARE = re.compile(rf"(?:arxiv[:.]?\s{{0,3}})?({ARXIV})(?:\s?\[[\w.-]+\])?", re.IGNORECASE)
_IN_PATH = re.compile(
    rf"(?:^|/)(?:arxiv[:.])?({ARXIV})(?=_*$|/|\.(?:pdf|ps|html?)\b)", re.IGNORECASE
)
# Where an address has the id as a parameter: of sites, its name and what stands before the id.
_IN_QUERY = (
    ("export.arxiv.org", "id_list", ""),
    ("paperdigest.org", "paper_id", "arxiv-"),
    ("arxiv-sanity-lite.com", "pid", ""),
)
_DBLP = ("dblp.org", "dblp.uni-trier.de", "dblp.dagstuhl.de")
# DBLP's key of a preprint, `journals/corr/abs-2309-06180`, and that of astrophysics,
# `2017arXiv170603762V` (https://ui.adsabs.harvard.edu/help/actions/bibcode).
_IN_DBLP = re.compile(r"(?:^|/)journals/corr/abs-(?:([0-9]{4})-([0-9]{4,5})|([a-z-]+)-([0-9]{7}))")
_IN_ADS = re.compile(r"(?:abs|full|pdf)/[0-9]{4}arXiv([0-9]{4})\.?([0-9]{4,5})[A-Z.](?:/.*)?")


_of_text = bare(_BARE, arxiv_id)


def _of_link(link: ParsedUrl) -> str | None:
    if link.on(*_DBLP):
        return _of_key(_IN_DBLP.search(link.path))
    if link.on("adsabs.harvard.edu") and (match := _IN_ADS.fullmatch(link.path)):
        return _of_key(match)
    for site, name, before in _IN_QUERY:
        if link.on(site) and name in link.query:
            return _of_text(link.query[name].removeprefix(before))
    papers = link.on("huggingface.co", "hf.co") and link.path.startswith("papers/")
    astrophysics = link.on("adsabs.harvard.edu") and link.path.startswith("abs/")
    if not (papers or astrophysics or link.on(*_HOSTS)):
        return None
    match = _IN_PATH.search(link.path)
    return arxiv_id(match[1]) or None if match else None


def _of_key(match: re.Match[str] | None) -> str | None:
    """Give the id of a key's parts: month and number, or an archive and an old number."""
    if not match:
        return None
    month, number, *old = match.groups()
    return arxiv_id(f"{month}.{number}" if month else "/".join(old)) or None


ARXIV_FAMILY = Family(
    "arxiv",
    (*_HOSTS, "huggingface.co", "hf.co"),
    _of_link,
    lambda value: f"https://arxiv.org/abs/{value}",
    _of_text,
)
