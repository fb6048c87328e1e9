"""Which ACL Anthology paper is this? `acl:2023.acl-demo.54`, `acl:P19-1355`.

What a valid identifier is, `bot.links.identifier` says.
"""

import re

from bot.identify.family import Family
from bot.links.identifier import ACL as ACL_ID
from bot.links.identifier import acl_id
from bot.links.url import ParsedUrl

_HOSTS = (
    "aclanthology.org",
    "aclanthology.info",
    "aclanthology.coli.uni-saarland.de",
    "aclweb.org",
    "anthology.aclweb.org",
)
_BARE = re.compile(rf"(acl:\s?)?({ACL_ID})", re.IGNORECASE | re.ASCII)
_IN_PATH = re.compile(rf"(?:^|/)({ACL_ID})(?:v[0-9]+)?(?=$|/|\.[A-Za-z])", re.IGNORECASE | re.ASCII)


def _of_link(link: ParsedUrl) -> str | None:
    on_aclweb = link.on("aclweb.org") and not link.path.startswith("anthology")
    if not link.on(*_HOSTS) or (on_aclweb and not link.on("anthology.aclweb.org")):
        return None
    match = _IN_PATH.search(link.path)
    return acl_id(match[1]) or None if match else None


def _of_text(text: str) -> str | None:
    """Read a bare identifier; an old one ("P19-1355") might be anything, unless it is announced."""
    match = _BARE.fullmatch(text)
    numbered = match and (match[1] or match[2][0].isdigit())
    return acl_id(match[2]) or None if match and numbered else None


ACL = Family(
    "acl",
    _HOSTS,
    _of_link,
    lambda value: f"https://aclanthology.org/{value}/",
    _of_text,
)
