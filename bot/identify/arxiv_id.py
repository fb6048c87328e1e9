"""Which arXiv paper is this? `arxiv:2309.06180`, `arxiv:hep-th/9901001`.

What a valid identifier is, `bot.links.identifier` says.
"""

import re

from bot.identify.family import Family
from bot.links.identifier import ARXIV, arxiv_id
from bot.links.url import ParsedUrl

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
_BARE = re.compile(rf"(?:arxiv[:.]?\s{{0,3}})?({ARXIV})(?:\s?\[[\w.-]+\])?", re.IGNORECASE)
_IN_PATH = re.compile(rf"(?:^|/)(?:arxiv[:.])?({ARXIV})(?=$|/|\.(?:pdf|ps|html?)\b)", re.IGNORECASE)


def _of_text(text: str) -> str | None:
    match = _BARE.fullmatch(text)
    return arxiv_id(match[1]) or None if match else None


def _of_link(link: ParsedUrl) -> str | None:
    papers = link.on("huggingface.co", "hf.co") and link.path.startswith("papers/")
    astrophysics = link.on("ui.adsabs.harvard.edu") and link.path.startswith("abs/")
    if not (papers or astrophysics or link.on(*_HOSTS)):
        return None
    match = _IN_PATH.search(link.path)
    return arxiv_id(match[1]) or None if match else None


ARXIV_FAMILY = Family(
    "arxiv",
    (*_HOSTS, "huggingface.co", "hf.co"),
    _of_link,
    lambda value: f"https://arxiv.org/abs/{value}",
    _of_text,
)
