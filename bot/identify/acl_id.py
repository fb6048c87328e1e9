"""Which ACL Anthology paper is this? `acl:2023.acl-demo.54`, `acl:P19-1355`.

The Anthology's DOIs (10.18653/v1/, before 2015 10.3115/v1/) hold the same identifier, so they are
the same work (https://aclanthology.org/info/ids/). Number 0 is a volume's front matter.
"""

import re

from bot.identify.family import Family
from bot.identify.link import Link

_HOSTS = (
    "aclanthology.org",
    "aclanthology.info",
    "aclanthology.coli.uni-saarland.de",
    "aclweb.org",
    "anthology.aclweb.org",
)
_NEW = r"[0-9]{4}\.[a-z][a-z0-9_]*-[a-z0-9_]+\.[1-9][0-9]{0,4}"
_OLD = r"[a-z][0-9]{2}-[0-9]{4}"
_BARE = re.compile(rf"(?:acl:\s?)?({_NEW})|acl:\s?({_OLD})", re.IGNORECASE)
_IN_PATH = re.compile(rf"(?:^|/)({_NEW}|{_OLD})(?:v[0-9]+)?(?=$|/|\.[A-Za-z])", re.IGNORECASE)
_DOI = re.compile(rf"10\.(?:18653|3115)/v1/({_NEW}|{_OLD})")


def _id(identifier: str) -> str:
    return f"acl:{identifier.lower() if identifier[0].isdigit() else identifier.upper()}"


def _of_link(link: Link) -> str | None:
    on_aclweb = link.on("aclweb.org") and not link.path.startswith("anthology")
    if not link.on(*_HOSTS) or (on_aclweb and not link.on("anthology.aclweb.org")):
        return None
    match = _IN_PATH.search(link.path)
    return _id(match[1]) if match else None


def _of_text(text: str) -> str | None:
    match = _BARE.fullmatch(text)
    return _id(match[1] or match[2]) if match else None


def _of_doi(doi: str) -> str | None:
    match = _DOI.fullmatch(doi)
    return _id(match[1]) if match else None


ACL = Family(
    "acl",
    _HOSTS,
    _of_link,
    lambda value: f"https://aclanthology.org/{value}/",
    _of_text,
    _of_doi,
)
